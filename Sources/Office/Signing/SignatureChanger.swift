import Campaigns
import Ledger
import Vault

/// Changes signatures of one petition within a transaction: opens, changes, tells the ledger, and seals again.
struct SignatureChanger {
  private let transaction: any Transaction
  private let petition: Petition
  private let vault: Vault
  private let keys: PetitionKeys
  private let book: LeafBook
  private let rehearsing: Bool

  /// A changer of the petition's signatures; one that rehearses changes nothing.
  init(_ office: Office, _ slug: String, _ transaction: any Transaction, rehearsing: Bool = false) throws {
    self.transaction = transaction
    self.rehearsing = rehearsing
    petition = try transaction.petition(slug)
    vault = try office.vault()
    keys = try office.keys(for: petition)
    book = try LeafBook(petition, transaction, office.vault())
  }

  /// Lets `body` change the signature and say under which tag it stands from now on.
  /// - Throws: `notFound`, `altered`, and what the change throws.
  func change(
    _ id: String, _ body: (SealedSignature, inout Signature) throws -> BlindTag?
  ) throws -> Signature {
    let sealed = try transaction.signature(id, of: petition)
    let before = try keys.seal.open(sealed)
    var signature = before
    let tag = try body(sealed, &signature)
    guard !rehearsing else { return signature }
    try transaction.ledger.enqueue(book.record(before, &signature))
    try transaction.signatures.update([try keys.seal(signature, tag: tag)])
    return signature
  }

  /// The tag under which a signature stands after an edit.
  /// - Throws: `invalidValue` where the new address is none; `alreadyExists` where it has signed already.
  func tag(
    of signature: Signature, _ sealed: SealedSignature, _ oldAddress: NormalizedAddress?
  ) throws -> BlindTag? {
    guard let email = signature.signatory.email else { return oldAddress == nil ? sealed.tag : nil }
    guard let address = NormalizedAddress(email) else {
      throw Refusal(.invalidValue, "the address is none that mail could reach", hint: "check it letter by letter")
    }
    // An undone import's signature claims no address, and gets none back by being edited.
    guard address != oldAddress, sealed.state.isNet || sealed.tag != nil else { return sealed.tag }
    let tag = keys.index.addressTag(address)
    if signature.standing == .sole,
      let other = try transaction.signatures.find(tagged: tag, of: keys.petition).first(where: { $0.id != sealed.id })
    {
      throw Refusal(
        .alreadyExists, "the new address has signed already: signature \(other.id)",
        hint: "withdraw or invalidate one of the two instead")
    }
    return tag
  }

  /// Deletes the signature, what delivered lines say of it, and its salts.
  /// - Throws: `notFound`, `altered`.
  func erase(_ id: String) throws -> Identifier<Signature> {
    let sealed = try transaction.signature(id, of: petition)
    let before = try keys.seal.open(sealed)
    var signature = before
    if before.state.isNet { try signature.withdraw(afterDelivery: try isDelivered(before)) }
    try transaction.ledger.enqueue(book.record(before, &signature))
    try transaction.signatures.erase(
      leaving: Erasure(
        signature: sealed.id, petition: petition.id, cohort: sealed.cohort,
        countedAs: before.standing == .held ? nil : signature.state,
        mark: keys.mark(of: before, tag: sealed.tag)))
    try requireSoundLines()
    try transaction.deliveries.erase(keys.index.signatureTag(sealed.id))
    return sealed.id
  }

  /// Makes sure that the lines of every delivery stand under the tags of their signers: under a changed tag an erased
  /// signer's line would stay.
  /// - Throws: `altered`.
  private func requireSoundLines() throws {
    for delivery in try transaction.deliveries.all(of: petition.id) {
      let seal = DeliverySeal(vault, petition.id, delivery.id)
      try transaction.deliveries.forEachLine(of: delivery.id) { line in
        guard let contents = line.contents else { return }
        _ = try seal.open(contents, number: line.number, signer: line.signer)
      }
    }
  }

  /// Whether a delivery has listed or counted the signature.
  func isDelivered(_ signature: Signature) throws -> Bool {
    let deliveries = try transaction.deliveries.all(of: petition.id)
    guard !deliveries.isEmpty, let leaf = book.leaf(of: signature),
      let index = try CampaignLog(campaign: petition.campaign, transaction: transaction).index(of: leaf.hash)
    else { return false }
    return deliveries.contains { $0.counts(index) }
  }
}
