import Campaigns
import Vault

/// Seals and opens the signatures of one petition. What is clear of a row is bound to what is sealed of it.
struct SignatureSeal: Sendable {
  private let cipher: RecordCipher

  init(_ vault: Vault, _ petition: Identifier<Petition>) {
    cipher = vault.cipher(for: .signature, petition: petition)
  }

  /// The signature with these tags, sealed.
  func seal(_ signature: Signature, tag: BlindTag?, nameTag: BlindTag?) throws -> SealedSignature {
    var sealer = Sealer(self)
    return try sealer.seal(signature, tag: tag, nameTag: nameTag)
  }

  /// The signature, opened.
  /// - Throws: `altered` where the row is not the one that was sealed; it names the signature.
  func open(_ sealed: SealedSignature) throws -> Signature {
    let binding = SignatureSeal.binding(
      id: sealed.id, petition: sealed.petition, letter: sealed.letter, origin: sealed.origin,
      signedOn: sealed.signedOn, cohort: sealed.cohort, state: sealed.state, standing: sealed.standing,
      tag: sealed.tag, nameTag: sealed.nameTag, commitment: sealed.commitment)
    do {
      let opened = try SignatureContents.read(cipher.open(sealed.contents, boundTo: binding))
      var signature = Signature(
        id: sealed.id, petition: sealed.petition, letter: sealed.letter, origin: sealed.origin,
        signedOn: sealed.signedOn, cohort: sealed.cohort, state: sealed.state, standing: sealed.standing,
        signatory: opened.person.signatory, visibility: opened.person.visibility,
        verification: opened.person.verification,
        invalidationReason: opened.invalidationReason, committed: try opened.committed(sealed.commitment))
      signature.kept = opened.kept
      signature.hasOwnWish = opened.hasOwnWish
      return signature
    } catch let refusal as Refusal where refusal.code == .altered {
      throw Refusal(
        .altered, "signature \(sealed.id) was altered: its row is not the one that was sealed",
        hint: "the database was changed by hand or is damaged; compare it with your newest backup")
    }
  }

  /// Seals many signatures one after the other, on one thread.
  struct Sealer: ~Copyable {
    private var sealer: RecordSealer
    private var plaintext: [UInt8] = []

    init(_ seal: SignatureSeal) {
      sealer = RecordSealer(seal.cipher)
    }

    /// The signature with these tags, sealed.
    mutating func seal(_ signature: Signature, tag: BlindTag?, nameTag: BlindTag?) throws -> SealedSignature {
      plaintext.removeAll(keepingCapacity: true)
      try SignatureContents.write(signature, to: &plaintext)
      let binding = SignatureSeal.binding(
        id: signature.id, petition: signature.petition, letter: signature.letter, origin: signature.origin,
        signedOn: signature.signedOn, cohort: signature.cohort, state: signature.state,
        standing: signature.standing, tag: tag, nameTag: nameTag, commitment: signature.committed?.commitment)
      return SealedSignature(
        id: signature.id, petition: signature.petition, letter: signature.letter, origin: signature.origin,
        signedOn: signature.signedOn, cohort: signature.cohort, state: signature.state,
        standing: signature.standing, tag: tag, nameTag: nameTag,
        commitment: signature.committed?.commitment, contents: try sealer.seal(plaintext, boundTo: binding))
    }
  }

  private static func binding(
    id: Identifier<Signature>, petition: Identifier<Petition>, letter: Identifier<Letter>,
    origin: Identifier<ImportReport>?, signedOn: CalendarDate, cohort: Cohort, state: Signature.State,
    standing: Signature.Standing, tag: BlindTag?, nameTag: BlindTag?, commitment: Bytes32?
  ) -> [UInt8] {
    var binding = BoundBytes(table: "signature")
    binding.append(id.rawValue)
    binding.append(petition.rawValue)
    binding.append(letter.rawValue)
    binding.append(origin?.rawValue)
    binding.append(signedOn.daysSinceEpoch)
    binding.append(cohort.sealedCode)
    binding.append(state.rawValue)
    binding.append(standing.rawValue)
    binding.append(tag)
    binding.append(nameTag)
    // Rows from before the ledger were bound without it.
    if let commitment { binding.append(commitment) }
    return binding.bytes
  }
}

extension Cohort {
  /// The cohort's number in what a record is bound to; it never changes.
  fileprivate var sealedCode: Int {
    switch self {
    case .employee: 0
    case .contractor: 1
    case .alumni: 2
    case .supporter: 3
    case .organization: 4
    }
  }
}
