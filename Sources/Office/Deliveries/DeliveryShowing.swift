import Campaigns
import Export
import Ledger
import Vault

extension Office {
  /// Writes a delivery again: what was handed over, but for the lines whose signers were erased since, which are
  /// replaced by their hashes. Files that would not be the same any more, byte for byte, are left out.
  /// - Throws: `notFound`; `altered` where its manifest is not the one that was signed; `cannotCreate` where something
  ///   stands at the path.
  public func writeDelivery(_ number: Int, of slug: String, to path: String) throws -> DeliveryReport {
    let folder = try DeliveryFolder(at: path)
    let report = try readUnlocked { transaction in
      let details = try transaction.details(of: transaction.petition(slug))
      guard let delivery = try transaction.deliveries.find(number, of: details.petition.id) else {
        throw Refusal(
          .notFound, "\(slug) has no delivery \(number)", hint: "picket delivery list \(slug) shows them")
      }
      return try write(delivery, details, transaction, into: folder)
    }
    try folder.place()
    return report
  }

  private func write(
    _ delivery: StoredDelivery, _ details: PetitionDetails, _ transaction: any Transaction,
    into folder: DeliveryFolder
  ) throws -> DeliveryReport {
    let log = CampaignLog(campaign: details.campaign.id, transaction: transaction)
    let verifier = try log.signer(try vault()).verifier
    let manifest = try transaction.signedManifest(of: delivery, to: details.petition, by: verifier)
    let seal = DeliverySeal(try vault(), details.petition.id, delivery.id)
    var rows: [String] = []
    var lines: [ListLine] = []
    try transaction.deliveries.forEachLine(of: delivery.id) { stored in
      guard let contents = stored.contents else {
        guard let hash = LedgerHash(stored.hash) else { throw CampaignLog.damaged }
        rows.append(DeliveredLine.erasedRow(hash))
        return
      }
      let line = try seal.open(contents, number: stored.number, signer: stored.signer)
      rows.append(line.row)
      lines.append(line.line)
    }
    guard
      let checkpoint = try transaction.ledger.checkpoints(of: log.campaign).first(where: { $0.size == delivery.size })
    else { throw CampaignLog.damaged }
    // The letters of that day: later versions were not delivered.
    let names = Set(manifest.files.map(\.name))
    let writer = DeliveryWriter(
      folder: folder, transaction: transaction, log: log,
      letters: details.letters.filter { names.contains(DeliveryWriter.name(of: $0)) })
    try writer.writeList(rows)
    var again = manifest
    try writer.writeCommitted(
      &again, counted: delivery.counted, checkpoint: checkpoint.note,
      subject: SignatoryList.Subject(
        title: manifest.title, target: manifest.target, campaign: manifest.campaign, language: manifest.language),
      lines: lines)
    let committed = Dictionary(manifest.files.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
    for file in again.files where committed[file.name] != file.digest { folder.remove(file.name) }
    try folder.write(DeliveryManifest.name, delivery.manifest)
    return DeliveryReport(
      number: delivery.number, total: manifest.total, lines: manifest.lines.count,
      missing: manifest.lines.count - lines.count, heldBack: 0, key: verifier.vkey)
  }
}
