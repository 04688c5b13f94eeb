import Campaigns
import Testing

@testable import Intake

@Suite("CSV limits")
struct CSVLimitsTests {
  @Test("an unclosed quotation mark at the end of 100 MB is refused where it stands")
  func unclosedAtTheEnd() throws {
    let row = "Anna Example,anna@example.org,\"" + String(repeating: "some words, ", count: 80) + "\"\n"
    let times = 100_000_000 / row.utf8.count
    let source = GeneratedSource("Name,Email,Comment\n", repeating: row, times: times, "Bob,b@example.org,\"never")
    let refusal = try refusal { _ = try ReadSheet(source) }
    #expect(refusal.code == .unusableFile)
    #expect(refusal.place == SourcePlace(file: "generated.csv", line: times + 2, column: 3))
  }

  @Test("an unclosed quotation mark before 100 MB is refused in bounded memory")
  func unclosedAtTheBeginning() throws {
    let line = String(repeating: "x", count: 97) + ",\r\n"
    let source = GeneratedSource("Name,Email\nA,\"", repeating: line, times: 1_000_000)
    let refusal = try refusal { _ = try ReadSheet(source) }
    #expect(refusal.code == .unusableFile)
    #expect(refusal.place == SourcePlace(file: "generated.csv", line: 2, column: 2))
    #expect(refusal.message.contains("64 MiB"))
  }

  @Test("100 MB without a line break are refused")
  func noLineBreak() throws {
    let source = GeneratedSource("Name,Email\n", repeating: String(repeating: "x", count: 10_000), times: 10_000)
    let refusal = try refusal { _ = try ReadSheet(source) }
    #expect(refusal.code == .unusableFile)
    #expect(refusal.place == SourcePlace(file: "generated.csv", line: 2))
  }

  @Test("a record of very many cells is refused")
  func cells() throws {
    let source = GeneratedSource("Name,Email\n", repeating: String(repeating: ",", count: 1000), times: 1000)
    let refusal = try refusal { _ = try ReadSheet(source) }
    #expect(refusal.code == .unusableFile)
    #expect(refusal.place == SourcePlace(file: "generated.csv", line: 2))
  }

  @Test("a record of exactly the limit is read")
  func exactly() throws {
    let text = "a,\"" + String(repeating: "x", count: 95) + "\"\nb\n"
    #expect(try records(of: MemorySource(text), window: 10, largest: 100).count == 2)
    let refusal = try refusal { _ = try records(of: MemorySource(text), window: 10, largest: 98) }
    #expect(refusal.code == .unusableFile)
  }

  @Test("a cell of 20 MB refuses its row, the rest is taken", arguments: ["Name", "Comment"])
  func largeCell(_ column: String) throws {
    let piece = String(repeating: "lorem \"\"ipsum\"\" ", count: 625)
    let isName = column == "Name"
    let source = GeneratedSource(
      "Name,Email,Comment\nAnna,a@example.org,\n" + (isName ? "\"" : "Bob,b@example.org,\""), repeating: piece,
      times: 2000, isName ? "\",b@example.org,\nCleo,c@example.org,\n" : "\"\nCleo,c@example.org,\n")
    let sheet = try ReadSheet(source)
    #expect(sheet.rows.map(\.signatory.name) == ["Anna", "Cleo"])
    #expect(sheet.refused.map(\.line) == [3])
    #expect(sheet.refused.map(\.column) == [isName ? 1 : 3])
    #expect(sheet.refused.first?.record.count ?? 0 > 20_000_000)
  }
}
