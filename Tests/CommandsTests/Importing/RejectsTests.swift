import Foundation
import Testing

/// The file of refused rows: nothing that was entered is lost.
struct RejectsTests {
  private let desk: Desk
  private static let sheet = #"""
    Name,Email,Comment,Sign as
    Ana Example,ana@mail.example,fine,named
    Ben Example,nowhere,"two
    lines, ""quoted""",named
    ,cem@mail.example,no name,named
    Dee Example,dee@mail.example,,maybe

    """#

  init() throws { desk = try Desk.withPetition() }

  @Test func `every refused row comes back with its line, its column, its reason and its own cells`() throws {
    try desk.write(Self.sheet, to: "sheet.csv")
    let outcome = try desk.succeed("signature", "import", "letter-1", "sheet.csv", "--json")
    #expect(try outcome.json["rejected"] == 3)
    #expect(try outcome.json["rejectsFile"] == "sheet.rejects.csv")
    #expect(
      desk.read("sheet.rejects.csv") == #"""
        picket_line,picket_column,picket_reason,Name,Email,Comment,Sign as
        3,2,the address has no @,Ben Example,nowhere,"two
        lines, ""quoted""",named
        5,1,the name is empty,,cem@mail.example,no name,named
        6,4,"the visibility is none of named, role (or anonymous), counted",Dee Example,dee@mail.example,,maybe

        """#)
    #expect(desk.mode("sheet.rejects.csv") == 0o600)
  }

  @Test func `the file is announced with the advice to delete it, and names nobody`() throws {
    try desk.write(Self.sheet, to: "sheet.csv")
    let stderr = try desk.succeed("signature", "import", "letter-1", "sheet.csv").stderr
    #expect(stderr.contains("sheet.rejects.csv, in the clear"))
    #expect(stderr.contains("delete it"))
    #expect(stderr.contains("sheet.csv:3:2: the address has no @"))
    for words in ["Ben", "nowhere", "Dee", "dee@"] { #expect(!stderr.contains(words)) }
  }

  @Test func `mended and imported again, the rest is in`() throws {
    try desk.importSheet(Self.sheet)
    let mended = desk.read("sheet.rejects.csv").replacing("nowhere", with: "ben@mail.example")
      .replacing(",,cem", with: ",Cem Example,cem").replacing(",maybe", with: ",anonymous")
    try desk.write(mended, to: "sheet.rejects.csv")
    let counts = try desk.importFile("sheet.rejects.csv")
    #expect(counts["added"] == 3)
    #expect(counts["rejected"] == 0)
    #expect(counts["dropped"] == ["Comment"])
    #expect(try desk.tally()["gross"] == 4)
  }

  @Test func `mended in part, the rest comes back once more beside it`() throws {
    try desk.importSheet(Self.sheet)
    try desk.write(
      desk.read("sheet.rejects.csv").replacing("nowhere", with: "ben@mail.example"), to: "sheet.rejects.csv")
    let counts = try desk.importFile("sheet.rejects.csv")
    #expect(counts["added"] == 1)
    #expect(counts["rejectsFile"] == "sheet.rejects-2.csv")
    let header = desk.read("sheet.rejects-2.csv").prefix { $0 != "\n" }
    #expect(header == "picket_line,picket_column,picket_reason,Name,Email,Comment,Sign as")
  }

  @Test func `what stands there already is never replaced`() throws {
    try desk.write("precious", to: "sheet.rejects.csv")
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder + "/sheet.rejects-2.csv", withDestinationPath: "nowhere")
    #expect(try desk.importSheet(Self.sheet)["rejectsFile"] == "sheet.rejects-3.csv")
    #expect(desk.read("sheet.rejects.csv") == "precious")
    #expect(!desk.names().contains("nowhere"))
  }

  @Test func `for standard input it lies in the working folder, for another folder beside the sheet`() throws {
    let outcome = try desk.succeed("signature", "import", "letter-1", "-", "--json", input: Self.sheet)
    #expect(try outcome.json["rejectsFile"] == "standard-input.rejects.csv")
    #expect(desk.mode("standard-input.rejects.csv") == 0o600)
    try FileManager.default.createDirectory(atPath: desk.folder + "/in box", withIntermediateDirectories: false)
    #expect(try desk.importSheet(Self.sheet, named: "in box/sheet.csv")["rejectsFile"] == "in box/sheet.rejects.csv")
  }

  @Test func `where every row is refused the exit code says so, and the rows are kept`() throws {
    try desk.write("Name,Email\nAna Example,nowhere\nBen Example,\n", to: "sheet.csv")
    let outcome = try desk.picket("signature", "import", "letter-1", "sheet.csv", "--json")
    #expect(outcome.code == 65)
    #expect(try outcome.json["added"] == 0)
    #expect(try outcome.json["rejected"] == 2)
    #expect(desk.read("sheet.rejects.csv").contains("Ana Example,nowhere"))
    #expect(try desk.tally()["gross"] == 0)
  }

  @Test func `duplicates alone are no failure`() throws {
    try desk.importSheet(Sheet(1...3).text)
    let again = try desk.importSheet(Sheet(1...3).text)
    #expect(again["duplicates"] == 3)
    #expect(again["added"] == 0)
  }
}
