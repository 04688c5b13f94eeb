import Campaigns
import Ledger

/// Compares the history of a campaign's boycotts, and the responses to its demands, with the ledger.
struct ActionExamination {
  private let campaign: Campaign
  private let ledger: LedgerExamination
  private let transaction: any Transaction

  init(_ campaign: Campaign, _ ledger: LedgerExamination, _ transaction: any Transaction) {
    self.campaign = campaign
    self.ledger = ledger
    self.transaction = transaction
  }

  func run(_ report: inout VerificationReport) throws {
    guard ledger.hasBegun else { return }
    var owned: Set<LedgerHash> = []
    for boycott in try transaction.boycotts.all() where boycott.campaign == campaign.id {
      for event in try transaction.boycotts.events(of: boycott.id) {
        let hash = PublicLeaves.leaf(of: event).hash
        owned.insert(hash)
        guard ledger.leaves[hash] == nil else { continue }
        report.fails(
          "\(boycott.slug)",
          "its event \(event.id) (\(event.kind.rawValue), \(event.day)) is not in the ledger: it was changed, or put in "
            + "by hand. Compare it with your newest backup")
      }
    }
    let demands = try transaction.demands.all(of: campaign.id)
    for response in try transaction.demands.responses(in: campaign.id) {
      let hash = PublicLeaves.leaf(of: response).hash
      owned.insert(hash)
      guard ledger.leaves[hash] == nil else { continue }
      let number = demands.first { $0.id == response.demand }?.number ?? 0
      report.fails(
        "demand \(number) of \(campaign.slug)",
        "its response of \(response.respondedOn) is not in the ledger: it was changed, or put in by hand. Compare it "
          + "with your newest backup")
    }
    checkMissing(owned, &report)
  }

  /// What stands in the ledger and is gone from the database.
  private func checkMissing(_ owned: Set<LedgerHash>, _ report: inout VerificationReport) {
    let nouns: [LedgerLeaf.Kind: String] = [.boycott: "event of a boycott", .demandResponse: "response to a demand"]
    let missing = ledger.leaves.filter { hash, leaf in nouns[leaf.kind] != nil && !owned.contains(hash) }
    for (hash, leaf) in missing.sorted(by: { $0.key < $1.key }) {
      report.fails(
        "\(campaign.slug)",
        "the \(nouns[leaf.kind] ?? "") with leaf \(hash.hex.prefix(16))… stands in the ledger and its row is gone or "
          + "changed: by hand, or the file is older than the ledger. Take it from your newest backup")
    }
  }
}
