import Foundation
import Testing

/// A database that is not what it should be is told apart, and never changed.
struct DamagedDatabaseTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
    try desk.importSheet(Sheet(1...500).text)
  }

  private func refused(_ code: Int32, saying words: String, at location: SourceLocation = #_sourceLocation) throws {
    try desk.refuse(code, "tally", "letter-1", saying: words, at: location)
    try desk.refuse(code, "signature", "add", "letter-1", "--name", "Ana Example", saying: words, at: location)
    try desk.refuse(code, "export", "letter-1", "-o", "list.md", saying: words, at: location)
    try desk.refuse(code, "backup", "copy.db", saying: words, at: location)
  }

  private func damage(_ change: (inout [UInt8]) -> Void) throws {
    var bytes = try #require(desk.contents(desk.database))
    change(&bytes)
    try Data(bytes).write(to: URL(fileURLWithPath: desk.database))
  }

  @Test func `a database that is cut short`() throws {
    try damage { $0.removeLast($0.count / 2) }
    try refused(65, saying: "cut short")
  }

  @Test(arguments: [0, 1, 50, 99]) func `a database of which little is left`(count: Int) throws {
    try damage { $0 = Array($0.prefix(count)) }
    try refused(65, saying: "is not a Picket database")
  }

  @Test func `a text file`() throws {
    try damage { $0 = Array(String(repeating: "Ana Example, ana@mail.example\n", count: 100).utf8) }
    try refused(65, saying: "is not a Picket database")
  }

  @Test func `a folder`() throws {
    try FileManager.default.removeItem(atPath: desk.database)
    try FileManager.default.createDirectory(atPath: desk.database, withIntermediateDirectories: false)
    try desk.refuse(65, "tally", "letter-1", saying: "is not a Picket database")
  }

  @Test func `a database of another program`() throws {
    try FileManager.default.removeItem(atPath: desk.database)
    try desk.sqlite("CREATE TABLE petition (id INTEGER PRIMARY KEY); INSERT INTO petition VALUES (1)")
    try refused(65, saying: "is not a Picket database")
  }

  @Test func `pages overwritten in the middle`() throws {
    try damage { bytes in
      for place in stride(from: 4096, to: bytes.count, by: 1) {
        bytes[place] = UInt8(truncatingIfNeeded: place &* 31)
      }
    }
    let outcome = try desk.picket("signature", "list", "letter-1")
    #expect(outcome.code == 65)
    #expect(outcome.stderr.contains("backup"))
  }

  @Test func `a database from a newer Picket`() throws {
    try desk.sqlite("INSERT INTO grdb_migrations VALUES ('m9999-from-the-future')")
    try refused(65, saying: "newer Picket")
  }
}
