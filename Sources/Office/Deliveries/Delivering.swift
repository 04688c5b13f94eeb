import Campaigns
import Export
import Files
import Foundation
import Ledger
import Vault

/// What a delivery handed over.
public struct DeliveryReport: Sendable {
  /// The delivery's number within the petition.
  public let number: Int
  /// The delivered number.
  public let total: Int
  /// How many lines the list has.
  public let lines: Int
  /// How many lines are missing because their signers were erased since.
  public let missing: Int
  /// How many verified signers are in no number yet, since their group has grown by too few.
  public let heldBack: Int
  /// The key that signed it, in the form in which it can be published.
  public let key: String
}

extension Office {
  /// Hands a petition over: freezes its list and its number, signs them, and writes the delivery's folder.
  ///
  /// When the method returns, the folder is whole and the delivery can be written again at any time.
  /// - Parameter archive: where the same files go as one archive too; nil for nowhere.
  /// - Throws: `notFound`; `notAllowed` where the petition is a draft or was given up; `cannotCreate` where something
  ///   stands at one of the paths.
  public func deliver(_ slug: String, to path: String, archive: String?) throws -> DeliveryReport {
    let archive = try archive.map { try NewFile(at: $0) }
    let folder = try DeliveryFolder(at: path)
    let report = try writeUnlocked { transaction in
      let report = try Delivery(office: self, transaction: transaction, slug: slug).deliver(into: folder)
      // All is written before the delivery counts as made; only the names are missing yet.
      if let archive { try folder.pack(into: archive, on: .today) }
      return report
    }
    try folder.place()
    try archive?.place()
    return report
  }

  /// Records how the target answered a petition.
  /// - Throws: `notFound`, `invalidValue`; `notAllowed` where the petition was not delivered.
  public func respond(
    to slug: String, on day: CalendarDate, summary: String, source: String?
  ) throws -> Response {
    try repository.write { transaction in
      var petition = try transaction.petition(slug)
      if petition.state != .answered { try petition.move(to: .answered) }
      let response = Response(
        id: Identifier(on: .today), petition: petition.id, respondedOn: day,
        summary: try paragraph(summary, "a response"), source: try source.map { try oneLine($0, "a source") })
      try transaction.deliveries.add(response)
      try transaction.petitions.update(petition)
      return response
    }
  }

  /// Records a number that somebody reports without records.
  /// - Throws: `notFound`, `invalidValue`.
  public func addClaim(
    to slug: String, source: String, count: Int, cohort: Cohort?, evidence: String?
  ) throws -> ClaimedTally {
    guard (1...1_000_000_000).contains(count) else {
      throw Refusal(.invalidValue, "a claimed number is between 1 and 1,000,000,000")
    }
    return try repository.write { transaction in
      let petition = try transaction.petition(slug)
      let claim = ClaimedTally(
        id: Identifier(on: .today), petition: petition.id, source: try oneLine(source, "a source"), count: count,
        cohort: cohort ?? .supporter, evidence: try evidence.map { try oneLine($0, "the evidence") },
        claimedOn: .today)
      try transaction.deliveries.add(claim)
      try Office.enqueue(petition, transaction) { $0.leaf(of: claim) }
      return claim
    }
  }

  /// The petition's claimed tallies.
  /// - Throws: `notFound`.
  public func claims(for slug: String) throws -> [ClaimedTally] {
    try repository.read { try $0.deliveries.claims(for: $0.petition(slug).id) }
  }

  /// The petition's deliveries, by number, each with its total.
  /// - Throws: `notFound`; `altered` where a manifest is not the one that was signed.
  public func deliveries(of slug: String) throws -> [(number: Int, deliveredOn: CalendarDate, total: Int)] {
    try repository.read { transaction in
      let petition = try transaction.petition(slug)
      return try transaction.deliveries.all(of: petition.id).map { delivery in
        let manifest = try transaction.signedManifest(of: delivery, to: petition)
        return (delivery.number, delivery.deliveredOn, manifest.total)
      }
    }
  }
}

/// One delivery on its way: the public roll of the moment, the tree under it, and what is written and kept of both.
private struct Delivery {
  let office: Office
  let transaction: any Transaction
  private let details: PetitionDetails
  private let keys: PetitionKeys
  private let log: CampaignLog
  private let signer: NoteSigner

  init(office: Office, transaction: any Transaction, slug: String) throws {
    self.office = office
    self.transaction = transaction
    details = try transaction.details(of: transaction.petition(slug))
    keys = try office.keys(for: details.petition)
    log = CampaignLog(campaign: details.campaign.id, transaction: transaction)
    signer = try log.signer(try office.vault())
  }

  func deliver(into folder: DeliveryFolder) throws -> DeliveryReport {
    var petition = details.petition
    if petition.state != .delivered, petition.state != .answered { try petition.move(to: .delivered) }
    let roll = try office.publish(details, transaction)
    guard roll.total > 0 else {
      throw Refusal(
        .notAllowed, "\(petition.slug) has no verified signature that can be published; nothing was delivered",
        hint: roll.heldBack > 0
          ? "\(roll.heldBack) wait until their group has grown by \(PublicRoll.k)"
          : "verify some first: picket signature verify")
    }
    let checkpoint = try log.makeCheckpoint(try office.vault())
    let order = NameOrder(petition.language).places(of: roll.lines)
    var random = BulkRandom()
    let lines = order.map { DeliveredLine(roll.lines[$0], salt: Bytes32(random: &random)) }
    let hashes = lines.map(\.hash)
    let number = (try transaction.deliveries.all(of: petition.id).last?.number ?? 0) + 1
    var manifest = DeliveryManifest(
      of: details, number: number, key: signer.verifier,
      tree: (checkpoint.size, try Checkpoint(unverified: try SignedNote(checkpoint.note)).root), total: roll.total,
      counted: roll.counted, parts: roll.cohorts, lines: (lines.count, try root(ofLines: hashes)))
    let counted = try countedLeaves(roll, size: checkpoint.size, tree: manifest.tree.root)
    let writer = DeliveryWriter(
      folder: folder, transaction: transaction, log: log, letters: details.letters)
    try writer.writeList(lines.map(\.row))
    try writer.writeCommitted(
      &manifest, counted: counted, checkpoint: checkpoint.note, subject: details.subject, lines: lines.map(\.line))
    let note = try SignedNote(signing: manifest.text, by: [signer])
    try folder.write(DeliveryManifest.name, note.bytes)
    try keep(note, number, checkpoint.size, counted, lines, hashes, order.map { roll.signers[$0] })
    try transaction.petitions.update(petition)
    return DeliveryReport(
      number: number, total: roll.total, lines: lines.count, missing: 0, heldBack: roll.heldBack,
      key: signer.verifier.vkey)
  }

  /// Which leaves of the tree make up the delivered total, one bit each.
  private func countedLeaves(_ roll: PublicRoll, size: Int, tree: LedgerHash) throws -> [UInt8] {
    let book = try LeafBook(details.petition, transaction)
    let shown = Set(roll.signers).union(roll.countedSigners)
    var hashes: Set<LedgerHash> = []
    hashes.reserveCapacity(shown.count)
    try transaction.signatures.forEachBatch(of: details.petition.id, origin: nil, limit: 16_384) { batch in
      for row in batch where shown.contains(row.id) {
        if let commitment = row.commitment, let leaf = book.leaf(letter: row.letter, commitment: commitment) {
          hashes.insert(leaf.hash)
        }
      }
    }
    var bits = [UInt8](repeating: 0, count: (size + 7) / 8)
    var found = 0
    var index = 0
    var all: [LedgerHash] = []
    all.reserveCapacity(size)
    try transaction.ledger.forEachLeafBlock(of: log.campaign) { block in
      let hashesOfBlock = LedgerLeaf.hashes(of: try CampaignLog.leaves(in: block))
      all += hashesOfBlock
      for hash in hashesOfBlock {
        if hashes.contains(hash) {
          bits[index >> 3] |= 1 << UInt8(index & 7)
          found += 1
        }
        index += 1
      }
    }
    // The leaves are handed over, so they have to be those of the root that is signed.
    guard try root(ofLines: all) == tree else { throw CampaignLog.damaged }
    guard found == roll.total else {
      throw Refusal(
        .corrupt, "\(roll.total - found) signatures that would be delivered are not in the ledger",
        hint: "picket doctor says which")
    }
    return bits
  }

  /// Keeps the delivery, so that it can be written again; what its lines say is sealed.
  private func keep(
    _ note: SignedNote, _ number: Int, _ size: Int, _ counted: [UInt8], _ lines: [DeliveredLine],
    _ hashes: [LedgerHash], _ signers: [Identifier<Signature>]
  ) throws {
    let id = Identifier<StoredDelivery>(on: .today)
    var seal = DeliverySeal(try office.vault(), details.petition.id, id)
    let stored = try lines.indices.map { place in
      let signer = keys.index.signatureTag(signers[place])
      return StoredLine(
        number: place + 1, hash: hashes[place].bytes, signer: signer,
        contents: try seal.seal(lines[place], number: place + 1, signer: signer))
    }
    try transaction.deliveries.add(
      StoredDelivery(
        id: id, petition: details.petition.id, number: number, deliveredOn: .today, size: size, manifest: note.bytes,
        counted: counted, publication: try transaction.publications.newest(of: details.petition.id)?.number),
      lines: stored)
    let book = try LeafBook(details.petition, transaction, office.vault())
    try transaction.ledger.enqueue([book.queued(book.leaf(ofDelivery: note))])
  }
}
