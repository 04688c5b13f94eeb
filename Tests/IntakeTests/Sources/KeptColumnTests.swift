import Campaigns
import Testing

@testable import Intake

/// Columns that are kept besides the fields, and those that never are.
struct KeptColumnTests {
  private let text =
    "Name,Email,Why?,IP Address,Phone\nAna,ana@mail.example,\"Because,\nso\",192.0.2.1,5\nBela,bela@mail.example,,192.0.2.2,6\n"

  private func read(_ kept: [String]) throws -> ReadSheet {
    try ReadSheet(text, SheetOptions(kept: kept.map { KeptColumn($0) }))
  }

  @Test func `answers are kept under their header, on one line, and empty ones are not`() throws {
    let sheet = try read(["why", "Phone"])
    #expect(sheet.reader.mapping.kept.map(\.header) == ["Why?", "Phone"])
    #expect(sheet.reader.mapping.dropped == [])
    #expect(
      sheet.rows[0].kept == [
        KeptAnswer(column: "Why?", text: "Because, so"), KeptAnswer(column: "Phone", text: "5"),
      ])
    #expect(sheet.rows[1].kept == [KeptAnswer(column: "Phone", text: "6")])
  }

  @Test func `an address of a computer is never kept, although it is asked for`() throws {
    let sheet = try read(["IP Address"])
    #expect(sheet.reader.mapping.kept == [])
    #expect(sheet.reader.mapping.neverKept.map(\.header) == ["IP Address"])
    #expect(sheet.rows.allSatisfy { $0.kept.isEmpty })
    #expect(!String(decoding: sheet.rows.flatMap(\.record), as: UTF8.self).contains("192.0.2"))
    let refusal = try refusal {
      _ = try ReadSheet(text, SheetOptions(overrides: [FieldOverride(.team, from: "IP Address")]))
    }
    #expect(refusal.code == .usage)
  }

  @Test(arguments: ["ip", "Adresse IP", "confirmation_code", "Confirmation Token"])
  func `other words for what is never kept`(_ header: String) throws {
    let sheet = try ReadSheet("Name,\(header)\nAna,secret\n", SheetOptions(kept: [KeptColumn(header)]))
    #expect(sheet.reader.mapping.neverKept.map(\.header) == [header])
    #expect(sheet.rows[0].kept == [])
  }

  @Test func `a column that is not there, or is a field already, is refused`() throws {
    #expect(try refusal { _ = try read(["Phnoe"]) }.hint?.contains("\"Phone\"") == true)
    #expect(try refusal { _ = try read(["Email"]) }.code == .usage)
  }

  @Test func `an answer of more than 5,000 characters refuses its row`() throws {
    let sheet = try ReadSheet(
      "Name,Why\nAna,\(String(repeating: "é", count: 5001))\nBela,\(String(repeating: "é", count: 5000))\n",
      SheetOptions(kept: [KeptColumn("Why")]))
    #expect(sheet.rows.map(\.signatory.name) == ["Bela"])
    #expect(sheet.refused.map(\.reason) == ["the text is longer than 5000 characters"])
  }
}
