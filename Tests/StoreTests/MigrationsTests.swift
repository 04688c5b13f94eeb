import Foundation
import GRDB
import Migrations
import RepositoryConformance
import Testing

@testable import Store

@Suite("Migrations")
struct MigrationsTests {
  /// The folder of the SQL files, found from this file.
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Migrations")

  @Test("the steps in the binary are the files of the folder, in their order and word by word")
  func embedded() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: MigrationsTests.folder.path)
      .filter { $0.hasSuffix(".sql") }.sorted()
    #expect(Migrations.steps.map { $0.name + ".sql" } == names)
    for step in Migrations.steps {
      let file = MigrationsTests.folder.appendingPathComponent(step.name + ".sql")
      #expect(step.sql == String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }
  }

  @Test("steps are numbered without a gap")
  func numbers() {
    for (place, step) in Migrations.steps.enumerated() {
      let digits = String(place + 1)
      let number = "m" + String(repeating: "0", count: 4 - digits.count) + digits
      #expect(step.name.hasPrefix(number + "-"))
    }
  }

  @Test("a new database has had every step once")
  func applied() throws {
    let folder = try Folder()
    try folder.makeDatabase()
    let applied = try folder.byHand().read { try String.fetchAll($0, sql: "SELECT * FROM grdb_migrations") }
    #expect(applied == Migrations.steps.map(\.name))
  }
}
