import Campaigns
import Foundation
import GRDB
import Testing

@testable import Store

@Suite("A roster in the file")
struct RosterTests {
  private let folder: Folder
  private let repository: SQLiteRepository
  private let campaign: Identifier<Campaign>

  init() throws {
    folder = try Folder()
    repository = try folder.makeDatabase()
    campaign = try Sample().campaign.id
    try repository.write { try $0.roster.add((0..<3).map { try entry(Int64(100 + $0), $0) }) }
  }

  private func canary(_ number: Int) -> [UInt8] { Array("<canary \(1_000_000 + number)>".utf8) }

  private func tag(_ number: Int) throws -> BlindTag {
    try #require(BlindTag(Array("\(1_000_000_000_000_000 + number)".utf8)))
  }

  private func entry(_ id: Int64, _ number: Int, length: Int = 200) throws -> SealedRosterEntry {
    SealedRosterEntry(
      id: Identifier(rawValue: id), campaign: campaign, tag: try tag(number),
      contents: canary(number) + [UInt8](repeating: UInt8(number % 251), count: length))
  }

  @Test(
    "the schema refuses nonsense, also by hand",
    arguments: [
      ("UPDATE roster_entry SET contents = 'Ada Quill'", ResultCode.SQLITE_CONSTRAINT_DATATYPE),
      ("UPDATE roster_entry SET tag = 'Ada'", .SQLITE_CONSTRAINT_DATATYPE),
      ("UPDATE roster_entry SET tag = zeroblob(15) WHERE id = 100", .SQLITE_CONSTRAINT_CHECK),
      ("UPDATE roster_entry SET tag = NULL", .SQLITE_CONSTRAINT_NOTNULL),
      ("UPDATE roster_entry SET contents = NULL", .SQLITE_CONSTRAINT_NOTNULL),
      ("UPDATE roster_entry SET campaign = 99", .SQLITE_CONSTRAINT_FOREIGNKEY),
      ("UPDATE roster_entry SET tag = zeroblob(16)", .SQLITE_CONSTRAINT_UNIQUE),
      ("DELETE FROM campaign", .SQLITE_CONSTRAINT_FOREIGNKEY),
    ])
  func nonsense(sql: String, code: ResultCode) throws {
    let found = #expect(throws: DatabaseError.self) { try folder.byHand().write { try $0.execute(sql: sql) } }
    #expect(found?.extendedResultCode == code)
  }

  @Test("an erased entry is gone with its tag, and the others stay", arguments: [true, false])
  func erased(all: Bool) throws {
    #expect(try folder.holds(canary(1)) && folder.holds(tag(1).bytes))
    try repository.write { transaction in
      if all {
        try transaction.roster.eraseAll(of: campaign)
      } else {
        try transaction.roster.erase([Identifier(rawValue: 101)], of: campaign)
      }
    }
    #expect(try !folder.holds(canary(1)) && !folder.holds(tag(1).bytes))
    #expect(try folder.holds(canary(0)) == !all)
    #expect(try folder.holds(canary(2)) == !all)
  }

  @Test("among many rosters that replace each other, none of the erased contents stays anywhere")
  func manyChanges() throws {
    var state = 78 as UInt64
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var all: [(id: Int64, number: Int)] = (0..<3).map { (100 + Int64($0), $0) }
    for round in 1..<5 {
      let new = (0..<300).map { (id: Int64(random(below: 1 << 40)) + 1_000, number: round * 300 + $0) }
      try repository.write { transaction in
        try transaction.roster.add(
          new.sorted { $0.id < $1.id }.map { try entry($0.id, $0.number, length: random(below: 900)) })
      }
      all += new
      var gone: [(id: Int64, number: Int)] = []
      all.removeAll { entry in
        guard random(below: 3) == 0 else { return false }
        gone.append(entry)
        return true
      }
      try repository.write { try $0.roster.erase(gone.map { Identifier(rawValue: $0.id) }, of: campaign) }
      let file = try folder.bytes("picket.db") + ((try? folder.bytes("picket.db-journal")) ?? Data())
      #expect(gone.count { file.range(of: Data(canary($0.number))) != nil } == 0, "round \(round)")
      #expect(all.count { file.range(of: Data(canary($0.number))) != nil } == all.count)
    }
  }
}
