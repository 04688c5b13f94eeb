/// The logs of a repository, one a campaign: bytes that it keeps and does not understand.
public protocol LedgerRepository {
  /// Puts leaves in the queue of their campaigns' logs, which begin with their first leaf.
  /// - Throws: `alreadyExists` where an identifier is taken, `notFound` where a campaign is not there.
  func enqueue(_ leaves: [QueuedLeaf]) throws
  /// The leaves that wait in the campaign's queue.
  func queue(of campaign: Identifier<Campaign>) throws -> LeafQueue
  /// The day of the leaf that has waited longest in the campaign's queue; nil where none waits.
  func oldestQueued(of campaign: Identifier<Campaign>) throws -> CalendarDate?
  /// How many leaves wait in the campaign's queue.
  func queueCount(of campaign: Identifier<Campaign>) throws -> Int
  /// How many leaves the campaign's tree has; nil where the log has not begun.
  func size(of campaign: Identifier<Campaign>) throws -> Int?
  /// Puts a grown tree in place of the smaller one: new and changed blocks of leaves and hashes, and the checkpoint
  /// over all of them. The queue is empty afterwards.
  /// - Throws: `notFound` where the log has not begun.
  func grow(
    _ campaign: Identifier<Campaign>, leaves: [LedgerBlock], hashes: [LedgerBlock], checkpoint: StoredCheckpoint)
    throws
  /// The block of leaves of this number; nil where there is none.
  func leaves(_ number: Int, of campaign: Identifier<Campaign>) throws -> [UInt8]?
  /// Hands the tree's blocks of leaves to `body`, in order.
  func forEachLeafBlock(of campaign: Identifier<Campaign>, _ body: ([UInt8]) throws -> Void) throws
  /// The block of hashes of this level and number; nil where there is none.
  func hashes(level: Int, _ number: Int, of campaign: Identifier<Campaign>) throws -> [UInt8]?
  /// The campaign's checkpoints, the smallest first.
  func checkpoints(of campaign: Identifier<Campaign>) throws -> [StoredCheckpoint]
  /// The sizes of the campaign's checkpoints, the smallest first.
  func checkpointSizes(of campaign: Identifier<Campaign>) throws -> [Int]
  /// The campaign's newest checkpoint; nil where none was made.
  func newestCheckpoint(of campaign: Identifier<Campaign>) throws -> StoredCheckpoint?
}

/// The deliveries, claims and responses of a repository.
public protocol DeliveryRepository {
  /// Adds a delivery with its lines; give the lines in the order of their numbers.
  /// - Throws: `alreadyExists` where the petition has one of that number, `notFound` where the petition is not there.
  func add(_ delivery: StoredDelivery, lines: [StoredLine]) throws
  /// The petition's delivery of this number; nil where there is none.
  func find(_ number: Int, of petition: Identifier<Petition>) throws -> StoredDelivery?
  /// The petition's deliveries, by number.
  func all(of petition: Identifier<Petition>) throws -> [StoredDelivery]
  /// Hands a delivery's lines to `body`, in order.
  func forEachLine(of delivery: Identifier<StoredDelivery>, _ body: (StoredLine) throws -> Void) throws
  /// Deletes what the lines of the signature with this tag say, in all deliveries; their hashes stay.
  func erase(_ signer: BlindTag) throws
  /// Adds a claimed tally.
  /// - Throws: `alreadyExists` where its identifier is taken, `notFound` where the petition is not there.
  func add(_ claim: ClaimedTally) throws
  /// The petition's claimed tallies, in the order of their identifiers.
  func claims(for petition: Identifier<Petition>) throws -> [ClaimedTally]
  /// Adds a response.
  /// - Throws: `alreadyExists` where its identifier is taken, `notFound` where the petition is not there.
  func add(_ response: Response) throws
  /// The petition's responses, by day.
  func responses(to petition: Identifier<Petition>) throws -> [Response]
}
