import Foundation
import Testing

/// `picket sheet enter` on a terminal.
struct SheetTypingTests {
  private typealias Answer = Terminal.Answer
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
    try desk.succeed("sheet", "print", "letter-1", "--rows", "4", "-o", "sheets.pdf")
  }

  private func row(
    _ number: Int, _ name: String, _ job: String = "", _ team: String = "", _ email: String = "",
    _ visibility: String = ""
  ) -> [Answer] {
    [
      Answer("Row \(number), name: ", name), Answer("Job title: ", job), Answer("Team: ", team),
      Answer("E-mail: ", email), Answer("[counted]: ", visibility),
    ]
  }

  private func names() throws -> [String] {
    try desk.signatures().compactMap { $0["name"]?.string }.sorted()
  }

  private func enter(_ answers: [Answer]) throws -> Outcome {
    try desk.converse("sheet", "enter", "letter-1", "1", answering: answers)
  }

  @Test func `rows are asked one by one until an empty name`() throws {
    let outcome = try enter(
      row(1, "Ana Example", "Engineer", "Search", "ana@mail.example", "named") + row(2, "Ben Example")
        + [Answer("Row 3, name: ", "")])
    #expect(outcome.code == 0)
    #expect(try names() == ["Ana Example", "Ben Example"])
    let visible = try desk.signatures().filter { $0["visibility"] == "named" }
    #expect(visible.map { $0["name"] } == ["Ana Example"])
  }

  @Test func `the last row of the sheet ends it`() throws {
    let outcome = try enter((1...4).flatMap { row($0, "Signer \($0)") })
    #expect(outcome.code == 0)
    #expect(try names().count == 4)
  }

  @Test func `a row that cannot be read is passed, and keeps its number`() throws {
    try #require(
      try enter([Answer("Row 1, name: ", "-")] + row(2, "Ben Example") + [Answer("Row 3, name: ", "")]).code == 0)
    let again = try desk.succeed("sheet", "enter", "letter-1", "1", "-", "--json", input: "row,name\n2,Ben Example\n")
      .json
    #expect(again["duplicates"] == 1)
  }

  @Test func `a mistake is taken back, within a row and after it`() throws {
    let outcome = try enter(
      row(1, "Ana Example") + row(2, "Mistake")
        + [Answer("Row 3, name: ", "<"), Answer("Row 2, name: ", "Typo"), Answer("Job title: ", "<")]
        + row(2, "Ben Example") + [Answer("Row 3, name: ", "")])
    #expect(outcome.code == 0)
    #expect(try names() == ["Ana Example", "Ben Example"])
  }

  @Test func `what breaks a rule is asked again at once`() throws {
    let outcome = try enter(
      row(1, "Ana Example", "", "", "no-address") + row(1, "Ana Example", "", "", "ana@mail.example")
        + [Answer("Row 2, name: ", "")])
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("row 1 cannot be entered: the address has no @"))
    #expect(try names() == ["Ana Example"])
  }

  @Test func `whom the petition refuses is asked again at the end, and the others stay typed`() throws {
    let id = try desk.sign("Erased Example", "erased@mail.example")
    try desk.succeed("signature", "erase", "letter-1", id)
    let outcome = try enter(
      row(1, "Ana Example") + row(2, "Erased Example", "", "", "erased@mail.example")
        + [Answer("Row 3, name: ", ""), Answer("Row 2, name: ", "-")])
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("asked to be erased"))
    #expect(try names() == ["Ana Example"])
  }

  @Test func `nothing typed is nothing entered`() throws {
    let outcome = try enter([Answer("Row 1, name: ", "")])
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("Nothing was entered."))
    #expect(try names() == [])
  }
}
