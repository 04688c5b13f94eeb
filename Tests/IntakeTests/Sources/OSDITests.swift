import Campaigns
import Foundation
import SheetDrill
import Testing

@testable import Intake

/// OSDI JSON: its shapes, and JSON that is none.
struct OSDITests {
  private func read(_ text: String, _ options: SheetOptions = SheetOptions(today: Fixture.today)) throws -> ReadSheet
  {
    try ReadSheet(MemorySource(text, name: "a.json"), options)
  }

  private func person(_ members: String) -> String { "{\"_embedded\":{\"osdi:people\":[{\(members)}]}}" }

  @Test func `pages that follow each other, with their persons`() throws {
    let sheet = try Fixture.read("osdi-pages.json")
    #expect(sheet.rows.map(\.signatory.name) == ["Ana Example", "Bela 👋"])
    #expect(sheet.rows.map(\.signatory.email) == ["ana@mail.example", "bela@mail.example"])
    #expect(sheet.rows.map(\.signedOn) == [CalendarDate("2026-02-10"), CalendarDate("2026-02-11")])
    #expect(sheet.rows.map(\.line) == [6, 21])
    let ana = try #require(sheet.rows.first?.signatory)
    #expect(ana.honorific == "Dr.")
    #expect(ana.affiliation == "Nimbus Cloud")
    #expect(ana.location == "Springfield, FD, FD")
    #expect(sheet.refused.map(\.line) == [29, 30])
    #expect(
      sheet.refused.map(\.reason) == ["the address has no @", "a key stands twice: which one counts is not said"])
  }

  @Test func `an array of pages, and signatures beside people`() throws {
    let page = person("\"given_name\":\"Ana\",\"email_addresses\":[{\"address\":\"a@mail.example\"}]")
    #expect(try read("[\(page),\n\(page)]").rows.map(\.line) == [1, 2])
    #expect(try read("\(page)\(page)").rows.count == 2)
    #expect(try read("[]\(page)").rows.count == 1)
  }

  @Test func `refused rows are a sheet that can be mended and imported`() throws {
    let first = try Fixture.read("osdi-pages.json")
    let mended = String(decoding: first.rejects, as: UTF8.self).replacing("chidi.mail", with: "chidi@mail")
    let second = try ReadSheet(mended, SheetOptions(today: Fixture.today))
    #expect(second.reader.source == .osdi)
    #expect(second.rows.map(\.signatory.email) == ["chidi@mail.example", "d@mail.example"])
  }

  @Test func `custom fields are kept, and mapped, where they are asked for`() throws {
    let options = SheetOptions(
      overrides: [FieldOverride(.team, from: "shift")], today: Fixture.today,
      kept: [KeptColumn("union"), KeptColumn("comments")])
    let sheet = try Fixture.read("osdi-pages.json", options)
    #expect(sheet.rows.map(\.signatory.team) == ["3", nil])
    #expect(
      sheet.rows[0].kept == [
        KeptAnswer(column: "comments", text: "We say \"no\""), KeptAnswer(column: "union", text: "Local 7"),
      ])
    let refusal = try refusal {
      _ = try Fixture.read("osdi-pages.json", SheetOptions(today: Fixture.today, kept: [KeptColumn("onion")]))
    }
    #expect(refusal.message == "nobody has anything under \"onion\"")
  }

  @Test(arguments: ["prénom", "givenName", "Given Name"])
  func `a renamed or foreign key leaves the name empty, and the row is refused`(_ key: String) throws {
    let sheet = try read(person("\"\(key)\":\"Ana\",\"email_addresses\":[{\"address\":\"a@mail.example\"}]"))
    #expect(sheet.refused.map(\.reason) == ["the name is empty"])
  }

  @Test func `values of another kind refuse their row`() throws {
    let people = "[1,{\"given_name\":5},{\"given_name\":{}},[],null,{\"given_name\":\"\\ud800\"}]"
    let sheet = try read("{\"_embedded\":{\"osdi:people\":\(people)}}")
    #expect(sheet.rows == [])
    #expect(sheet.refused.count == 6)
    #expect(sheet.refused[5].reason == "holds bytes that are no valid text (the sheet is not UTF-8 here)")
  }

  @Test(arguments: [
    ("[1]", "not of OSDI"), ("{}", "neither"), ("{\"_embedded\":{}}", "neither"), ("\n", "neither"),
    ("{\"_embedded\":{\"osdi:people\":{}}}", "neither"),
  ])
  func `other JSON is refused`(_ text: String, _ words: String) throws {
    #expect(try refusal { _ = try read(text) }.message.contains(words))
  }

  @Test(arguments: [
    ("{\"a\":1,}", 1, 8), ("{\"a\" 1}", 1, 6), ("{a:1}", 1, 2), ("{\"a\":01}", 1, 6), ("{\"a\":+1}", 1, 6),
    ("{\"a\":1 2}", 1, 8), ("{\"a\":nul}", 1, 6), ("[\n{\"a\":'x'}]", 2, 6), ("{\"a\":\"\u{1}\"}", 1, 7),
    ("{\"a\":\"\\x\"}", 1, 7), ("{\"a\":\"\\u12g4\"}", 1, 7), ("{\"a\":[1,]}", 1, 9), ("{\"a\":1.}", 1, 6),
    ("{\n\u{B}}", 2, 1),
    ("{\"a\":]}", 1, 6), ("{\"a\":1]", 1, 7), ("{} x", 1, 4),
  ])
  func `what is no JSON is refused where it stands`(_ text: String, _ line: Int, _ column: Int) throws {
    let refusal = try refusal { _ = try read(text) }
    #expect(refusal.code == .unusableFile)
    #expect(refusal.place == SourcePlace(file: "a.json", line: line, column: column))
  }

  @Test func `bytes that are no UTF-8 are refused where they stand`() throws {
    let bytes =
      Array("{\"_embedded\":{\"osdi:people\":[\n{\"given_name\":\"A\"},\n{\"x\":\"".utf8) + [0xC3, 0x28, 0x22]
    let refusal = try refusal { _ = try ReadSheet(MemorySource(bytes, name: "a.json"), SheetOptions()) }
    #expect(refusal.message.contains("not UTF-8"))
    #expect(refusal.place == SourcePlace(file: "a.json", line: 3, column: 7))
  }

  @Test func `a file that is cut at any byte is refused at its end`() throws {
    let bytes = Sample.osdi.bytes(2)
    let whole = try ReadSheet(MemorySource(bytes, name: "a.json"), SheetOptions(today: Fixture.today))
    #expect(whole.rows.count == 2)
    let last = try #require(bytes.lastIndex(of: UInt8(ascii: "}")))
    for end in 1...last {
      let refusal = try refusal {
        _ = try ReadSheet(MemorySource(Array(bytes[..<end]), name: "a.json"), SheetOptions(today: Fixture.today))
      }
      #expect(refusal.code == .unusableFile)
      #expect(refusal.place?.line != nil && refusal.place?.column != nil, "cut at byte \(end)")
    }
  }

  @Test func `the same rows come whatever the pieces are that the text is read in`() throws {
    let bytes = Sample.osdi.bytes(40)
    let whole = try ReadSheet(MemorySource(bytes, name: "a.json"), SheetOptions(today: Fixture.today))
    for stride in [1, 2, 3, 7, 64, 1000] {
      let source = MemorySource(bytes, name: "a.json", stride: stride)
      #expect(try ReadSheet(source, SheetOptions(today: Fixture.today)).rows == whole.rows)
    }
  }

  @Test(arguments: [
    "[", "{\"a\":", "{\"_embedded\":{\"osdi:people\":[{\"person\":", "{\"_embedded\":{\"osdi:people\":[[",
  ])
  func `nesting 100,000 levels deep is refused at once`(_ piece: String) throws {
    let text = String(repeating: piece, count: 100_000)
    let refusal = try refusal { _ = try read(text) }
    #expect(refusal.code == .unusableFile)
    #expect(refusal.place?.line == 1)
  }

  /// In a process of its own: others' memory is not counted.
  @Test func `64 MB take no more memory than a few of them`() throws {
    let program = Process()
    // The programs lie beside the tests.
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    program.executableURL = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("drill")
    program.arguments = ["giant", "64"]
    let output = Pipe()
    program.standardOutput = output
    try program.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    program.waitUntilExit()
    let found = try #require(text.firstMatch(of: /^(\d+) rows, 0 refused, .* peak memory (\d+) kB/))
    #expect(Int(found.1).map { $0 > 60_000 } == true)
    #expect(Int(found.2).map { $0 < 48 << 10 } == true)
  }

  @Test func `a text that never ends is refused`() throws {
    let source = GeneratedSource("{\"a\":\"", repeating: String(repeating: "x", count: 1 << 16), times: 1 << 14)
    let refusal = try refusal { _ = try SheetReader(source, options: SheetOptions(format: .osdi)).next(1) }
    #expect(refusal.message.hasPrefix("a text is longer than 16 MiB"))
  }
}
