import Campaigns
import Intake
import Ledger
import Vault

/// What an organizer changes of a signature; nil leaves a property as it is.
public struct SignatureChange: Sendable {
  /// The signatory's name.
  public var name: String?
  /// The address; `.some(nil)` takes it away, and so for the fields below.
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
  /// Fields to hide from now on.
  public var hide: Set<Visibility.Field> = []
  /// Fields not to hide any more.
  public var show: Set<Visibility.Field> = []

  /// A change of nothing.
  public init() {}

  fileprivate func apply(to signature: inout Signature) throws {
    if let name { signature.signatory.name = name }
    if let email { signature.signatory.email = email }
    if let jobTitle { signature.signatory.jobTitle = jobTitle }
    if let team { signature.signatory.team = team }
    if let location { signature.signatory.location = location }
    if let affiliation { signature.signatory.affiliation = affiliation }
    if let cohort { signature.cohort = cohort }
    if let level { signature.visibility.level = level }
    signature.visibility.hidden.formUnion(hide)
    signature.visibility.hidden.subtract(show)
    signature.signatory = try TypedSignatory.checked(signature.signatory)
  }
}

extension Office {
  /// Changes a signature; works in every state of the petition.
  /// - Throws: `notFound`, `invalidValue`; `alreadyExists` where the new address has signed already.
  public func editSignature(_ id: String, of slug: String, _ change: SignatureChange) throws -> Signature {
    try changing(id, of: slug) { transaction, keys, sealed, signature in
      let oldAddress = signature.signatory.email.flatMap(NormalizedAddress.init)
      try change.apply(to: &signature)
      var tag = sealed.tag
      if let email = signature.signatory.email {
        guard let address = NormalizedAddress(email) else {
          throw Refusal(.invalidValue, "the address is none that mail could reach", hint: "check it letter by letter")
        }
        // An undone import's signature claims no address, and gets none back by being edited.
        if address != oldAddress, sealed.state.isNet { tag = keys.index.addressTag(address) }
      } else if oldAddress != nil {
        tag = nil
      }
      if tag != sealed.tag, signature.standing == .sole, let tag,
        let other = try transaction.signatures.find(tagged: tag, of: keys.petition).first
      {
        throw Refusal(
          .alreadyExists, "the new address has signed already: signature \(other.id)",
          hint: "withdraw or invalidate one of the two instead")
      }
      return tag
    }
  }

  /// Records that someone made sure who signed, and admits the signature where it was held.
  /// - Returns: the signatures as they stand now, in the order given.
  /// - Throws: `notFound`; `notAllowed` where one of them is withdrawn or invalidated; then none was changed.
  public func verifySignatures(
    _ ids: [String], of slug: String, method: Verification.Method, by organizer: String?
  ) throws -> [Signature] {
    let verification = Verification(method: method, on: .today, by: organizer)
    return try changing(ids, of: slug) { signature, tag in
      try signature.verify(verification)
      return tag
    }
  }

  /// Records that signers leave; works in every state of the petition.
  /// - Throws: `notFound`; `notAllowed` where one of them has left or was taken out; then none was changed.
  public func withdrawSignatures(_ ids: [String], of slug: String) throws -> [Signature] {
    try writeUnlocked { transaction in
      let petition = try transaction.petition(slug)
      let keys = try keys(for: petition)
      let book = try LeafBook(petition, transaction)
      return try ids.map { id in
        let sealed = try transaction.signature(id, of: petition)
        return try Office.changing(sealed, keys, book, transaction) { sealed, signature in
          try signature.withdraw(
            afterDelivery: try Office.isDelivered(signature, book, transaction, petition))
          return sealed.tag
        }
      }
    }
  }

  /// Records that the organizers take signatures out.
  /// - Throws: `notFound`, `invalidValue` where the reason is empty; `notAllowed` where one of them has left or was
  ///   taken out; then none was changed.
  public func invalidateSignatures(_ ids: [String], of slug: String, because reason: String) throws -> [Signature] {
    let reason = try oneLine(reason, "a reason")
    return try changing(ids, of: slug) { signature, tag in
      try signature.invalidate(because: reason)
      return tag
    }
  }

  /// Deletes all that identifies the signer. What is left is a place in the tally, as withdrawn, and a mark that keeps
  /// the person from being imported again.
  /// - Throws: `notFound`.
  public func eraseSignature(_ id: String, of slug: String) throws -> Identifier<Signature> {
    try writeUnlocked { transaction in
      let petition = try transaction.petition(slug)
      let keys = try keys(for: petition)
      let sealed = try transaction.signature(id, of: petition)
      var signature = try keys.seal.open(sealed)
      let book = try LeafBook(petition, transaction)
      let delivered = try Office.isDelivered(signature, book, transaction, petition)
      let countedAs: Signature.State? =
        signature.standing == .held
        ? nil
        : signature.state.isNet ? (delivered ? .withdrawnAfterDelivery : .withdrawn) : signature.state
      try transaction.signatures.erase(
        leaving: Erasure(
          signature: sealed.id, petition: petition.id, cohort: sealed.cohort, countedAs: countedAs,
          mark: keys.mark(of: signature, tag: sealed.tag)))
      try transaction.deliveries.erase(keys.index.signatureTag(sealed.id))
      if signature.state.isNet {
        let before = signature
        try signature.withdraw(afterDelivery: delivered)
        try transaction.ledger.enqueue(book.record(before, &signature))
      }
      return sealed.id
    }
  }

  private func changing(
    _ ids: [String], of slug: String, _ change: (inout Signature, BlindTag?) throws -> BlindTag?
  ) throws -> [Signature] {
    try writeUnlocked { transaction in
      let petition = try transaction.petition(slug)
      let keys = try keys(for: petition)
      let book = try LeafBook(petition, transaction)
      return try ids.map { id in
        try Office.changing(try transaction.signature(id, of: petition), keys, book, transaction) {
          sealed, signature in
          try change(&signature, sealed.tag)
        }
      }
    }
  }

  private func changing(
    _ id: String, of slug: String,
    _ change: (any Transaction, PetitionKeys, SealedSignature, inout Signature) throws -> BlindTag?
  ) throws -> Signature {
    try writeUnlocked { transaction in
      let petition = try transaction.petition(slug)
      let keys = try keys(for: petition)
      let sealed = try transaction.signature(id, of: petition)
      return try Office.changing(sealed, keys, LeafBook(petition, transaction), transaction) { sealed, signature in
        try change(transaction, keys, sealed, &signature)
      }
    }
  }

  /// Opens a signature, lets `change` change it and say its tag, and seals it again.
  private static func changing(
    _ sealed: SealedSignature, _ keys: PetitionKeys, _ book: LeafBook, _ transaction: any Transaction,
    _ change: (SealedSignature, inout Signature) throws -> BlindTag?
  ) throws -> Signature {
    let before = try keys.seal.open(sealed)
    var signature = before
    let tag = try change(sealed, &signature)
    try transaction.ledger.enqueue(book.record(before, &signature))
    try transaction.signatures.update([try keys.seal(signature, tag: tag)])
    return signature
  }

  /// Whether a delivery has listed or counted the signature.
  static func isDelivered(
    _ signature: Signature, _ book: LeafBook, _ transaction: any Transaction, _ petition: Petition
  ) throws -> Bool {
    let deliveries = try transaction.deliveries.all(of: petition.id)
    guard !deliveries.isEmpty, let leaf = book.leaf(of: signature),
      let index = try CampaignLog(campaign: petition.campaign, transaction: transaction).index(of: leaf.hash)
    else { return false }
    return deliveries.contains { $0.counts(index) }
  }
}
