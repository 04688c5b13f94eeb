import Campaigns
import Ledger
import Vault

extension Office {
  /// What every unlocked write does for the ledger first: it starts the logs of a database from before the ledger, and
  /// makes the checkpoint that a new day brings.
  func keepLedgers(_ transaction: any Transaction) throws {
    let petitions = try transaction.petitions.all()
    for campaign in try transaction.campaigns.all().map(\.id) {
      let log = CampaignLog(campaign: campaign, transaction: transaction)
      guard try transaction.ledger.size(of: campaign) != nil else {
        let own = petitions.filter { $0.campaign == campaign }
        guard !own.isEmpty else { continue }
        for leaf in try PublicLeaves.ofActions(in: campaign, transaction) {
          try transaction.ledger.enqueue([QueuedLeaf(leaf, in: campaign)])
        }
        for petition in own { try startLedger(of: petition, transaction) }
        continue
      }
      if let oldest = try transaction.ledger.oldestQueued(of: campaign), oldest < .today {
        try log.makeCheckpoint(try vault())
      }
    }
  }

  /// Gives every signature of a petition from before the ledger its leaf.
  private func startLedger(of petition: Petition, _ transaction: any Transaction) throws {
    let book = try LeafBook(petition, transaction, vault())
    let keys = try keys(for: petition)
    try transaction.ledger.enqueue(
      try transaction.letters.all(of: petition.id).map { book.queued(book.leaf(of: $0)) })
    try transaction.ledger.enqueue(
      try transaction.deliveries.claims(for: petition.id).map { book.queued(book.leaf(of: $0)) })
    var random = BulkRandom()
    var numbers = LeafNumbers()
    try OpenedSignatures(transaction: transaction, keys: keys).forEachBatch { rows, signatures in
      var sealer = SignatureSeal.Sealer(keys.seal)
      var changed: [SealedSignature] = []
      var leaves: [LedgerLeaf] = []
      for (row, signature) in zip(rows, signatures)
      where signature.committed == nil && signature.standing != .held {
        var signature = signature
        book.commit(&signature, &random)
        leaves += [book.leaf(of: signature), book.ending(of: signature)].compactMap { $0 }
        changed.append(try sealer.seal(signature, tag: row.tag, nameTag: row.nameTag))
      }
      try transaction.signatures.update(changed)
      try transaction.ledger.enqueue(numbers.queued(leaves, in: book))
    }
  }

  /// Queues the leaf of something public that happened to a petition.
  ///
  /// Where the log has not begun although the petition is from before, the first unlocked write begins it, and takes
  /// this in as well.
  static func enqueue(
    _ petition: Petition, _ transaction: any Transaction, isNew: Bool = false, _ leaf: (LeafBook) -> LedgerLeaf
  ) throws {
    try enqueue(
      leaf(LeafBook(petition, transaction)), petition.campaign, transaction, besides: isNew ? petition : nil)
  }

  /// Queues the leaf of something public that happened in a campaign; see above.
  static func enqueue(
    _ leaf: LedgerLeaf, _ campaign: Identifier<Campaign>, _ transaction: any Transaction, besides new: Petition? = nil
  ) throws {
    let hasBegun = try transaction.ledger.size(of: campaign) != nil
    let isFirst = try !transaction.petitions.all().contains { $0.campaign == campaign && $0.id != new?.id }
    guard hasBegun || isFirst else { return }
    try transaction.ledger.enqueue([QueuedLeaf(leaf, in: campaign)])
  }
}
