import Campaigns
import Foundation
import GRDB
import RepositoryConformance
import Testing

@testable import Store

@Suite("The schema refuses nonsense in channels and in pairs told apart, also by hand")
struct ListSchemaTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    // Petition 3 with the signatures 1000 to 1004.
    let repository = try folder.makeDatabase(signatures: 5)
    try repository.write { transaction in
      let petition = Identifier<Petition>(rawValue: 3)
      try transaction.channels.keep(
        Channel(petition: petition, name: try Slug("web-form"), closesAt: Date(timeIntervalSince1970: 1_000)))
      for (one, other) in [(1_000, 1_001), (1_001, 1_002), (1_003, 1_004)] as [(Int64, Int64)] {
        let pair = try #require(SignaturePair(Identifier(rawValue: one), Identifier(rawValue: other)))
        try transaction.toldApart.tellApart(pair, of: petition)
      }
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
    "a value of another type is refused",
    arguments: [
      "UPDATE channel SET closes_at = 'soon'", "UPDATE channel SET name = x'0102'",
      "UPDATE told_apart SET petition = 'three'", "UPDATE told_apart SET other = 'one'",
    ])
  func types(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_DATATYPE)
  }

  @Test(
    "a value out of its range is refused",
    arguments: [
      "UPDATE channel SET name = ''", "UPDATE channel SET name = printf('%.65c', 'a')",
      "UPDATE told_apart SET one = other", "UPDATE told_apart SET one = 1004, other = 1003 WHERE one = 1003",
    ])
  func ranges(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_CHECK)
  }

  @Test(
    "a value that is missing is refused",
    arguments: [
      "UPDATE channel SET name = NULL", "UPDATE channel SET petition = NULL", "UPDATE told_apart SET petition = NULL",
      "UPDATE told_apart SET one = NULL", "UPDATE told_apart SET other = NULL",
    ])
  func missing(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_NOTNULL)
  }

  @Test(
    "what is referred to has to be there",
    arguments: [
      "INSERT INTO channel VALUES (99, 'mail', NULL)", "INSERT INTO told_apart VALUES (999, 1000, 3)",
      "INSERT INTO told_apart VALUES (1000, 1999, 3)", "INSERT INTO told_apart VALUES (1000, 1003, 99)",
    ])
  func references(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_FOREIGNKEY)
  }

  @Test(
    "a name and a pair are given once",
    arguments: [
      "INSERT INTO channel VALUES (3, 'web-form', NULL)", "INSERT INTO told_apart VALUES (1000, 1001, 3)",
    ])
  func once(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_PRIMARYKEY)
  }

  @Test("a deleted signature takes its pairs along, whichever of the two it is")
  func cascade() throws {
    try folder.byHand().write { try $0.execute(sql: "DELETE FROM signature WHERE id = 1001") }
    let left = try SQLiteRepository(at: folder.path("picket.db")).read {
      try $0.toldApart.all(of: Identifier(rawValue: 3))
    }
    #expect(left == [try #require(SignaturePair(Identifier(rawValue: 1_003), Identifier(rawValue: 1_004)))])
  }

  @Test("a channel whose name is none is told as damage, and no crash")
  func damage() throws {
    try folder.byHand().write { try $0.execute(sql: "UPDATE channel SET name = 'Web Form'") }
    let repository = try SQLiteRepository(at: folder.path("picket.db"))
    #expect(throws: Refusal.self) { try repository.read { try $0.channels.all(of: Identifier(rawValue: 3)) } }
  }
}
