import Foundation
import Testing

/// Sheets that nobody should have to open: refused by place, or row by row.
struct BadSheetTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  private func names() throws -> [String] { try desk.signatures().compactMap { $0["name"]?.string }.sorted() }

  @Test func `a quotation mark that is never closed at the end of 100 MB`() throws {
    let comment = String(repeating: "x", count: 99_950)
    var text = "Name,Email,Comment\n"
    for number in 1...1000 { text += "Signer \(number),signer\(number)@mail.example,\(comment)\n" }
    text += "Last,last@mail.example,\"never closed\nand on\n"
    try desk.write(text, to: "sheet.csv")
    try desk.refuse(
      65, "signature", "import", "letter-1", "sheet.csv", saying: "sheet.csv:1002:3: a quotation mark opens here")
    #expect(try desk.tally()["gross"] == 0)
  }

  @Test func `a quotation mark that is never closed, with 80 MB behind it`() throws {
    let text = "Name,Email,Comment\nAna Example,ana@mail.example,\"" + String(repeating: "x\n", count: 40_000_000)
    try desk.write(text, to: "sheet.csv")
    try desk.refuse(65, "signature", "import", "letter-1", "sheet.csv", saying: "sheet.csv:2:3: ")
  }

  @Test func `a field of 20 MB refuses its row, and the rest is in`() throws {
    let long = String(repeating: "x", count: 20_000_000)
    let counts = try desk.importSheet(
      "Name,Email,Comment\nAna Example,ana@mail.example,\(long)\nBen Example,ben@mail.example,\"\(long)\"\n"
        + "Cem Example,cem@mail.example,x\n")
    #expect(counts["added"] == 1)
    #expect(counts["rejected"] == 2)
    #expect(try names() == ["Cem Example"])
    #expect((desk.contents(desk.folder + "/sheet.rejects.csv")?.count ?? 0) > 40_000_000)
  }

  @Test func `NUL bytes refuse their row`() throws {
    let counts = try desk.importSheet(
      "Name,Email\nAna\0Example,ana@mail.example\nBen Example,b\0@mail.example\nCem Example,cem@mail.example\n")
    #expect(counts["rejected"] == 2)
    #expect(try names() == ["Cem Example"])
    #expect(desk.read("sheet.rejects.csv").contains("Ana\0Example"))
  }

  @Test func `a sheet of NUL bytes alone`() throws {
    try desk.write([UInt8](repeating: 0, count: 100_000), to: "sheet.csv")
    try desk.refuse(65, "signature", "import", "letter-1", "sheet.csv", saying: "sheet.csv")
  }

  @Test func `bad UTF-8 in one cell refuses that row, byte for byte in the file of refused rows`() throws {
    let bad: [UInt8] = Array("Jos".utf8) + [0xE9] + Array(" Example,jose@mail.example".utf8)
    try desk.write(
      Array("Name,Email\nAna Example,ana@mail.example\n".utf8) + bad + Array("\nCem Example,cem@mail.example\n".utf8),
      to: "sheet.csv")
    let counts = try desk.importFile("sheet.csv")
    #expect(counts["added"] == 2)
    #expect(counts["rejected"] == 1)
    let rejects = Data(try #require(desk.contents(desk.folder + "/sheet.rejects.csv")))
    #expect(rejects.range(of: Data(bad)) != nil)
    #expect(rejects.range(of: Data("\u{FFFD}".utf8)) == nil)
  }

  @Test func `a header that is missing, or there twice`() throws {
    try desk.write("Ana Example,ana@mail.example\nBen Example,ben@mail.example\n", to: "sheet.csv")
    let outcome = try desk.refuse(
      65, "signature", "import", "letter-1", "sheet.csv", saying: "sheet.csv:1: no column")
    #expect(outcome.stderr.contains("--columns"))
    try desk.write("Name,Email,Email\nAna Example,ana@mail.example,x@mail.example\n", to: "sheet.csv")
    try desk.refuse(
      65, "signature", "import", "letter-1", "sheet.csv", saying: "columns 2 (\"Email\") and 3 (\"Email\")")
    let repeated = try desk.importSheet(
      "Name,Email\nAna Example,ana@mail.example\nName,Email\nBen Example,ben@mail.example\n")
    #expect(repeated["added"] == 2)
    #expect(repeated["rejected"] == 1)
  }

  @Test func `only a header is no failure, nothing at all is one`() throws {
    try desk.write("Name,Email\n", to: "sheet.csv")
    let outcome = try desk.succeed("signature", "import", "letter-1", "sheet.csv", "--json")
    #expect(try outcome.json["rows"] == 0)
    #expect(outcome.stderr.contains("there is nothing to add"))
    for text in ["", "\n\n\r\n", "\u{FEFF}"] {
      try desk.write(text, to: "sheet.csv")
      try desk.refuse(65, "signature", "import", "letter-1", "sheet.csv", saying: "sheet.csv")
    }
  }

  @Test func `a folder, a file that is not there, a workbook`() throws {
    try desk.refuse(65, "signature", "import", "letter-1", ".", saying: "this is a folder")
    try desk.refuse(66, "signature", "import", "letter-1", "absent.csv", saying: "absent.csv: there is no such file")
    try desk.write([0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 1, count: 100), to: "sheet.xlsx")
    try desk.refuse(65, "signature", "import", "letter-1", "sheet.xlsx", saying: "save it as CSV")
    let folder = try desk.shell("picket signature import letter-1 - < .")
    #expect(folder.code == 65)
  }

  @Test func `names that are none`() throws {
    let long = String(repeating: "A", count: 10_000)
    let wide = String(repeating: "é", count: 201)
    let counts = try desk.importSheet(
      """
      Name,Email
      \(long),a@mail.example
      \(wide),b@mail.example
      \u{200B}\u{200D}\u{FEFF},c@mail.example
      \u{2800}\u{3164},d@mail.example
       ,e@mail.example
      \(String(repeating: "é", count: 200)),f@mail.example

      """)
    #expect(counts["rejected"] == 5)
    #expect(counts["added"] == 1)
    let reasons = desk.read("sheet.rejects.csv")
    #expect(reasons.contains("2,1,the name is longer than 200 characters,"))
    #expect(reasons.contains("4,1,the name is empty,"))
  }

  @Test func `addresses that are none`() throws {
    let counts = try desk.importSheet(
      """
      Name,Email
      A Example,
      B Example,b.mail.example
      C Example,c@localhost
      D Example,d@mail..example
      E Example,e @mail.example
      F Example,f@@mail.example
      G Example,@mail.example
      H Example,\(String(repeating: "h", count: 65))@mail.example
      I Example,i@mail.example

      """)
    #expect(counts["rejected"] == 8)
    #expect(try names() == ["I Example"])
  }

  @Test func `rows that are shorter or longer than the header`() throws {
    let counts = try desk.importSheet(
      "Name,Email,Team\nAna Example,ana@mail.example\nBen Example,ben@mail.example,Maps,,,\n"
        + "Cem Example,cem@mail.example,Legal, Compliance\n")
    #expect(counts["added"] == 2)
    #expect(counts["rejected"] == 1)
    #expect(desk.read("sheet.rejects.csv").contains("perhaps an unquoted comma"))
  }
}
