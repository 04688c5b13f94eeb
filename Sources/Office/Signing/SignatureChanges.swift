import Campaigns
import Intake
import Vault

/// What an organizer changes of a signature; nil leaves a property as it is.
public struct SignatureChange: Sendable {
  /// The signatory's name.
  public var name: String?
  /// What stands before the name; `.some(nil)` takes it away, and so for the fields below.
  public var honorific: String??
  /// What stands behind the name.
  public var credentials: String??
  /// The address.
  public var email: String??
  /// What the person does.
  public var jobTitle: String??
  /// The team within the target.
  public var team: String??
  /// The site or city.
  public var location: String??
  /// The employer, school or organization.
  public var affiliation: String??
  /// What ties the signer to the target.
  public var cohort: Cohort?
  /// What the public sees at most.
  public var level: Visibility.Level?
  /// How many have to be verified before the signer is shown; `.some(nil)` takes the number away.
  public var revealAt: Int??
  /// Fields to hide from now on.
  public var hide: Visibility.Fields = []
  /// Fields not to hide any more.
  public var show: Visibility.Fields = []

  /// A change of nothing.
  public init() {}

  fileprivate func apply(to signature: inout Signature) throws {
    if let name { signature.signatory.name = name }
    if let honorific { signature.signatory.honorific = honorific }
    if let credentials { signature.signatory.credentials = credentials }
    if let email { signature.signatory.email = email }
    if let jobTitle { signature.signatory.jobTitle = jobTitle }
    if let team { signature.signatory.team = team }
    if let location { signature.signatory.location = location }
    if let affiliation { signature.signatory.affiliation = affiliation }
    if let cohort { signature.cohort = cohort }
    if let level { signature.visibility.level = level }
    if let revealAt { signature.visibility.revealAt = try Visibility.threshold(revealAt) }
    signature.visibility.hidden.formUnion(hide)
    signature.visibility.hidden.subtract(show)
    if level != nil || revealAt != nil || !hide.isEmpty || !show.isEmpty { signature.hasOwnWish = true }
    signature.signatory = try TypedSignatory.checked(signature.signatory)
  }
}

extension Office {
  /// Changes a signature; works in every state of the petition.
  /// - Throws: `notFound`, `invalidValue`; `alreadyExists` where the new address has signed already.
  public func editSignature(_ id: String, of slug: String, _ change: SignatureChange) throws -> Signature {
    try writeUnlocked { transaction in
      let changer = try SignatureChanger(self, slug, transaction)
      return try changer.change(id) { sealed, signature in
        let oldAddress = signature.signatory.email.flatMap(NormalizedAddress.init)
        try change.apply(to: &signature)
        return try changer.tag(of: signature, sealed, oldAddress)
      }
    }
  }

  /// Records that someone made sure who signed, and admits the signature where it was held.
  /// - Parameter rehearsing: whether to change nothing.
  /// - Returns: the signatures as they stand, or would stand, in the order given.
  /// - Throws: `notFound`; `notAllowed` where one of them is withdrawn or invalidated; then none was changed.
  public func verifySignatures(
    _ ids: [String], of slug: String, method: Verification.Method, by organizer: String?, rehearsing: Bool = false
  ) throws -> [Signature] {
    let verification = Verification(method: method, on: .today, by: organizer)
    return try changing(ids, of: slug, rehearsing) { signature, _ in try signature.verify(verification) }
  }

  /// Records that signers leave; works in every state of the petition.
  /// - Parameter rehearsing: whether to change nothing.
  /// - Throws: `notFound`; `notAllowed` where one of them has left or was taken out; then none was changed.
  public func withdrawSignatures(_ ids: [String], of slug: String, rehearsing: Bool = false) throws -> [Signature] {
    try changing(ids, of: slug, rehearsing) { signature, changer in
      try signature.withdraw(afterDelivery: try changer.isDelivered(signature))
    }
  }

  /// Records that the organizers take signatures out.
  /// - Parameter rehearsing: whether to change nothing.
  /// - Throws: `notFound`, `invalidValue` where the reason is empty; `notAllowed` where one of them has left or was
  ///   taken out; then none was changed.
  public func invalidateSignatures(
    _ ids: [String], of slug: String, because reason: String, rehearsing: Bool = false
  ) throws -> [Signature] {
    let reason = try oneLine(reason, "a reason")
    return try changing(ids, of: slug, rehearsing) { signature, _ in try signature.invalidate(because: reason) }
  }

  /// Deletes all that identifies the signer. What is left is a place in the tally, as withdrawn, and a mark that keeps
  /// the person from being imported again.
  /// - Throws: `notFound`.
  public func eraseSignature(_ id: String, of slug: String) throws -> Identifier<Signature> {
    try writeUnlocked { try SignatureChanger(self, slug, $0).erase(id) }
  }

  private func changing(
    _ ids: [String], of slug: String, _ rehearsing: Bool,
    _ change: (inout Signature, SignatureChanger) throws -> Void
  ) throws -> [Signature] {
    let work = { (transaction: any Transaction) throws -> [Signature] in
      let changer = try SignatureChanger(self, slug, transaction, rehearsing: rehearsing)
      return try ids.map { id in
        try changer.change(id) { sealed, signature in
          try change(&signature, changer)
          return sealed.tag
        }
      }
    }
    return try rehearsing ? readUnlocked(work) : writeUnlocked(work)
  }
}
