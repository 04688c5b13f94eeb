import Campaigns
import GRDB
import RepositoryConformance
import Testing

@testable import Store

@Suite("The schema refuses nonsense in the ledger, also by hand")
struct LedgerSchemaTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    let repository = try folder.makeDatabase(signatures: 2)
    try repository.write { transaction in
      let campaign = Identifier<Campaign>(rawValue: 1)
      let leaf = QueuedLeaf(id: Identifier(rawValue: 1), campaign: campaign, bytes: [UInt8](repeating: 1, count: 74))
      try transaction.ledger.enqueue([leaf])
      try transaction.ledger.grow(
        campaign, leaves: [LedgerBlock(number: 0, bytes: leaf.bytes)],
        hashes: [LedgerBlock(number: 0, bytes: [UInt8](repeating: 1, count: 32))],
        checkpoint: StoredCheckpoint(size: 1, madeOn: Sample.day, note: [1]))
      try transaction.ledger.enqueue([leaf])
      try transaction.deliveries.add(
        StoredDelivery(
          id: Identifier(rawValue: 5), petition: Identifier(rawValue: 3), number: 1, deliveredOn: Sample.day, size: 1,
          manifest: [1], counted: [1]),
        lines: [
          StoredLine(
            number: 1, hash: [UInt8](repeating: 1, count: 32), signer: BlindTag([UInt8](repeating: 1, count: 16)),
            contents: [1])
        ])
    }
  }

  /// How SQLite refuses the statement; nil where it runs.
  private func code(of sql: String) throws -> ResultCode? {
    do {
      try folder.byHand().write { try $0.execute(sql: sql) }
      return nil
    } catch let error as DatabaseError {
      return error.extendedResultCode
    }
  }

  @Test(
    "bytes of another length are refused",
    arguments: [
      "UPDATE signature SET commitment = zeroblob(31)", "UPDATE signature SET commitment = zeroblob(33)",
      "UPDATE ledger_queue SET leaf = zeroblob(73)", "UPDATE ledger_queue SET leaf = zeroblob(75)",
      "UPDATE ledger_bundle SET leaves = zeroblob(0)", "UPDATE ledger_bundle SET leaves = zeroblob(75)",
      "UPDATE ledger_bundle SET leaves = zeroblob(257 * 74)", "UPDATE ledger_tile SET hashes = zeroblob(0)",
      "UPDATE ledger_tile SET hashes = zeroblob(33)", "UPDATE ledger_tile SET hashes = zeroblob(257 * 32)",
      "UPDATE ledger_checkpoint SET note = x''", "UPDATE delivery SET manifest = x''",
      "UPDATE delivery_line SET hash = zeroblob(31)", "UPDATE delivery_line SET signer = zeroblob(15)",
    ])
  func lengths(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_CHECK)
  }

  @Test(
    "bytes of a right length are taken",
    arguments: [
      "UPDATE signature SET commitment = zeroblob(32)", "UPDATE signature SET commitment = NULL",
      "UPDATE ledger_queue SET leaf = zeroblob(74)", "UPDATE ledger_bundle SET leaves = zeroblob(256 * 74)",
      "UPDATE ledger_tile SET hashes = zeroblob(256 * 32)", "UPDATE delivery_line SET hash = zeroblob(32)",
      "UPDATE delivery_line SET signer = NULL, contents = NULL",
    ])
  func rightLengths(sql: String) throws {
    #expect(try code(of: sql) == nil)
  }

  @Test(
    "a value out of its range is refused",
    arguments: [
      "UPDATE ledger SET size = -1", "UPDATE ledger_bundle SET number = -1", "UPDATE ledger_tile SET level = 8",
      "UPDATE ledger_tile SET level = -1", "UPDATE ledger_tile SET number = -1",
      "UPDATE ledger_checkpoint SET size = -1", "INSERT INTO claim VALUES (9, 3, 'A partner', 0, 3, NULL, 0)",
      "INSERT INTO claim VALUES (9, 3, '', 1, 3, NULL, 0)",
      "INSERT INTO claim VALUES (9, 3, 'A partner', 1, 5, NULL, 0)",
      "INSERT INTO response VALUES (9, 3, 0, '', NULL)", "UPDATE delivery SET number = 0",
      "UPDATE delivery SET size = 0", "UPDATE delivery SET publication = 0",
      "UPDATE delivery_line SET number = 0",
      // A line belongs to a signer and says something, or it does neither.
      "UPDATE delivery_line SET signer = NULL", "UPDATE delivery_line SET contents = NULL",
    ])
  func ranges(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_CHECK)
  }

  @Test(
    "what is referred to has to be there, and stays",
    arguments: [
      "INSERT INTO ledger VALUES (99, 0)", "INSERT INTO ledger_queue VALUES (9, 99, zeroblob(74), NULL)",
      "INSERT INTO ledger_bundle VALUES (99, 0, zeroblob(74))",
      "INSERT INTO ledger_tile VALUES (99, 0, 0, zeroblob(32))",
      "INSERT INTO ledger_checkpoint VALUES (99, 0, 0, x'01')", "DELETE FROM ledger", "DELETE FROM delivery",
      "INSERT INTO claim VALUES (9, 99, 'A partner', 1, 3, NULL, 0)",
      "INSERT INTO response VALUES (9, 99, 0, 'No.', NULL)",
      "INSERT INTO delivery VALUES (9, 99, 1, 0, 1, x'01', x'01', NULL)",
      "INSERT INTO delivery_line VALUES (99, 1, zeroblob(32), NULL, NULL)",
    ])
  func references(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_FOREIGNKEY)
  }

  @Test(
    "a value that is missing is refused",
    arguments: [
      "UPDATE ledger_queue SET leaf = NULL", "UPDATE ledger SET size = NULL",
      "UPDATE ledger_bundle SET leaves = NULL",
      "UPDATE ledger_checkpoint SET note = NULL", "UPDATE delivery SET counted = NULL",
      "UPDATE delivery_line SET hash = NULL",
    ])
  func missing(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_NOTNULL)
  }

  @Test(
    "a place in a tree, a size and a number are given once",
    arguments: [
      "INSERT INTO ledger_bundle VALUES (1, 0, zeroblob(74))",
      "INSERT INTO ledger_tile VALUES (1, 0, 0, zeroblob(32))",
      "INSERT INTO ledger_checkpoint VALUES (1, 1, 0, x'01')",
      "INSERT INTO delivery_line VALUES (5, 1, zeroblob(32), NULL, NULL)",
    ])
  func once(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_PRIMARYKEY)
  }
}
