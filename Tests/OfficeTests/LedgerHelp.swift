import Campaigns
import Foundation
import GRDB
import Ledger
import Store

@testable import Office

// What the tests of the ledger ask of an office, and do to its database by hand.
extension TemporaryOffice {
  var campaign: Identifier<Campaign> { get throws { try office.petition("letter").campaign.id } }

  /// Hands the campaign's log to `body`.
  func log<Value>(_ body: (CampaignLog) throws -> Value) throws -> Value {
    let campaign = try campaign
    return try repository.read { try body(CampaignLog(campaign: campaign, transaction: $0)) }
  }

  /// A leaf in the campaign's queue, as somebody with the key puts it there.
  func queued(
    _ leaf: LedgerLeaf, on day: CalendarDate = .today, of other: Identifier<Campaign>? = nil
  ) throws -> QueuedLeaf {
    let campaign = try other ?? campaign
    return QueuedLeaf(
      id: Identifier(on: day), campaign: campaign, bytes: leaf.bytes,
      mark: LeafMarks(try office.vault(), campaign).mark(of: leaf))
  }

  /// The leaves that wait for a checkpoint.
  func waiting() throws -> [LedgerLeaf] {
    try log { try CampaignLog.leaves(in: $0.transaction.ledger.queue(of: $0.campaign).leaves) }
  }

  /// The leaves of this kind that wait for a checkpoint.
  func waiting(_ kind: LedgerLeaf.Kind) throws -> [LedgerLeaf] {
    try waiting().filter { $0.kind == kind }
  }

  /// The leaves in the tree, in its order.
  func tree() throws -> [LedgerLeaf] {
    var leaves: [LedgerLeaf] = []
    try log { try $0.forEachLeaf { leaves.append($0) } }
    return leaves
  }

  /// The leaf of the signature as it stands.
  func leaf(of id: Identifier<Signature>) throws -> LedgerLeaf? {
    let signature = try office.signature(id.description, of: "letter")
    return try repository.read { try LeafBook($0.petition("letter"), $0).leaf(of: signature) }
  }

  /// Adds verified signers with names of their own.
  @discardableResult
  func sign(_ count: Int, _ prefix: String = "Signer", _ change: (inout SignatureEntry) -> Void = { _ in }) throws
    -> [Identifier<Signature>]
  {
    try (0..<count).map { number in
      try add("\(prefix) \(number) Example", "\(prefix.lowercased())\(number)@mail.example") { entry in
        entry.verification = .badge
        change(&entry)
      }.id
    }
  }

  func withdraw(_ id: Identifier<Signature>) throws {
    _ = try office.withdrawSignatures([id.description], of: "letter")
  }

  /// Delivers the petition into a folder of this name and gives its path.
  func deliver(_ name: String = "delivery", archive: String? = nil) throws -> String {
    let path = folder.appendingPathComponent(name).path
    _ = try office.deliver("letter", to: path, archive: archive)
    return path
  }

  /// Writes a checkpoint over everything so far and gives its path.
  func checkpoint(_ name: String = "checkpoint") throws -> String {
    let bytes = try office.checkpoint(of: "letter").bytes
    return try file(name, String(decoding: bytes, as: UTF8.self))
  }

  /// What examining the database finds to be false.
  func complaints(against checkpoint: String? = nil) throws -> [VerificationReport.Finding] {
    let report = try office.examine(against: checkpoint)
    let complaints = report.findings.filter { $0.verdict == .isFalse }
    // The verdict that ends the command is that of the findings.
    guard report.holds == complaints.isEmpty else { throw Refusal(.corrupt, "the report contradicts itself") }
    return complaints
  }

  // MARK: - By hand

  /// Changes the database as somebody would who has the file.
  func byHand(_ sql: String, _ arguments: StatementArguments = []) throws {
    try DatabaseQueue(path: path).write { try $0.execute(sql: sql, arguments: arguments) }
  }

  /// The bytes that a query gives.
  func bytes(_ sql: String, _ arguments: StatementArguments = [], in file: String? = nil) throws -> [UInt8] {
    try DatabaseQueue(path: file ?? path).read {
      Array(try Data.fetchOne($0, sql: sql, arguments: arguments) ?? Data())
    }
  }

  /// Keeps a copy of the database under this name and gives its path.
  func keepCopy(_ name: String = "older.db") throws -> String {
    let copy = folder.appendingPathComponent(name).path
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    return copy
  }

  /// Puts a copy back in the place of the database.
  func restore(_ copy: String) throws {
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(atPath: copy, toPath: path)
    try reopen()
  }
}

extension [UInt8] {
  /// The same bytes with one bit of one byte turned.
  func turning(_ place: Int, _ bit: UInt8 = 1) -> [UInt8] {
    var bytes = self
    bytes[place] ^= bit
    return bytes
  }
}
