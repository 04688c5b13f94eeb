import Campaigns
import Foundation
import Testing

@testable import Intake

@Suite("Sheets")
struct SheetReaderTests {
  @Test("rows become signatures")
  func rows() throws {
    let sheet = try ReadSheet(
      "Timestamp,Name,Email,Job title,Team,City,Country,Sign as,Comment\n"
        + "2019-02-28T08:00:01Z,Hélène Levi,a+x@mail.example,"
        + "\"\"\"Acting\"\" Manager\",\"Legal, Compliance\",\"Washington, D.C.\",United States,named,\"x\ny\"\n"
        + "2019-02-28T08:00:05Z, 李娜 ,b@corp.example,,,,Japan,anonymous,\n"
        + "2019-02-28T08:00:06Z,Bob,c@corp.example,,,Oslo,,COUNTED\n")
    let signatory = Signatory(
      name: "Hélène Levi", email: "a+x@mail.example", jobTitle: "\"Acting\" Manager", team: "Legal, Compliance",
      location: "Washington, D.C., United States")
    #expect(sheet.rows.map(\.signatory.name) == ["Hélène Levi", "李娜", "Bob"])
    #expect(sheet.rows.first?.signatory == signatory)
    #expect(sheet.rows.map(\.signatory.location) == [signatory.location, "Japan", "Oslo"])
    #expect(sheet.rows.map(\.signatory.jobTitle) == [signatory.jobTitle, nil, nil])
    #expect(sheet.rows.map(\.visibility?.level) == [.named, .role, .counted])
    #expect(sheet.rows.map(\.signedOn) == Array(repeating: CalendarDate("2019-02-28"), count: 3))
    #expect(sheet.rows.map(\.cohort) == [nil, nil, nil])
    #expect(sheet.rows.map(\.line) == [2, 4, 5])
    #expect(sheet.refused.isEmpty)
    #expect(!sheet.reader.metZonelessTime)
    #expect(sheet.reader.hasHeader)
    #expect(sheet.reader.mapping.dropped.map(\.header) == ["Comment"])
  }

  struct Refusals: CustomTestStringConvertible, Sendable {
    var row: String
    var column: Int
    var reason: String
    var testDescription: String { row.debugDescription }

    init(_ row: String, _ column: Int, _ reason: String) {
      self.row = row
      self.column = column
      self.reason = reason
    }
  }

  static let header = "Name,Email,Job title,Sign as,Date,Cohort\n"
  static let refusals: [Refusals] = [
    Refusals(",a@example.org,,named", 1, "the name is empty"),
    Refusals("  ,a@example.org,,named", 1, "the name is empty"),
    Refusals("\u{200B}\u{2060},a@example.org,,named", 1, "the name is empty"),
    Refusals("A\0,a@example.org,,named", 1, "control character"),
    Refusals("A\tB,a@example.org,,named", 1, "control character"),
    Refusals(String(repeating: "x", count: 10_000) + ",a@example.org,,named", 1, "longer than 200 characters"),
    Refusals("A,,,named", 2, "the address is empty"),
    Refusals("A", 2, "the address is empty"),
    Refusals("A,a.example.org,,named", 2, "has no @"),
    Refusals("A,a@localhost,,named", 2, "domain has no dot"),
    Refusals("A,a b@example.org,,named", 2, "holds a space"),
    Refusals("A,a@b@example.org,,named", 2, "more than one @"),
    Refusals("A,a@example.org,\u{1B},named", 3, "control character"),
    Refusals("A,a@example.org," + String(repeating: "x", count: 501) + ",named", 3, "longer than 500 characters"),
    Refusals("A,a@example.org,,maybe", 4, "none of named, role (or anonymous), counted"),
    Refusals("A,a@example.org,,", 4, "visibility is empty"),
    Refusals("A,a@example.org,", 4, "visibility is empty"),
    Refusals("A,a@example.org,,named,30 February", 5, "no known form"),
    Refusals("A,a@example.org,,named,2019-02-30", 5, "no such day"),
    Refusals("A,a@example.org,,named,9999-01-01", 5, "in the future"),
    Refusals("A,a@example.org,,named,,robots", 6, "the cohort is none of"),
    Refusals("A,a@example.org,,named,,staff,x,", 7, "has 8 cells, the header 6: perhaps an unquoted comma"),
    Refusals("Name,Email,Job title,Sign as,Date,Cohort", 1, "repeats the header"),
  ]

  @Test("a row that breaks a rule is refused with its cell and reason, the rest is taken", arguments: refusals)
  func refused(_ example: Refusals) throws {
    let good = "Anna,anna@example.org,,named\n"
    let sheet = try ReadSheet(Self.header + good + example.row + "\n" + good)
    #expect(sheet.rows.map(\.line) == [2, 4])
    let row = try #require(sheet.refused.first)
    #expect(sheet.refused.count == 1)
    #expect(row.line == 3)
    #expect(row.column == example.column)
    #expect(row.reason.contains(example.reason), "\(row.reason)")
    #expect(Array(row.record) == Array(example.row.utf8))
  }

  @Test("bad UTF-8 refuses its row, also in a column that is dropped")
  func badText() throws {
    for (record, column) in [
      ("Zo#,z@example.org,x", 1), ("Zoe,z@example.org,#", 3), ("\"Z\"\"\",z#@example.org,", 2),
    ] {
      let bad = record.utf8.map { $0 == UInt8(ascii: "#") ? 0xEB : $0 }
      let bytes = Array("Name,Email,Comment\nA,a@example.org,é\n".utf8) + bad + Array("\nB,b@example.org,\n".utf8)
      let sheet = try ReadSheet(bytes)
      #expect(sheet.rows.map(\.signatory.name) == ["A", "B"])
      #expect(sheet.refused.map(\.line) == [3])
      #expect(sheet.refused.map(\.column) == [column])
      #expect(sheet.refused.first?.record == bad)
      #expect(sheet.rejects.count > bad.count)
    }
  }

  @Test("zeros in a dropped column do no harm")
  func zeros() throws {
    let sheet = try ReadSheet("Name,Comment\nA,x\0y\n")
    #expect(sheet.rows.count == 1)
  }

  @Test("short rows, trailing empty columns and blank rows")
  func shapes() throws {
    let sheet = try ReadSheet("Name,Team,,\nA,B,,,,\nC\n,,,\n\n  \n\"\",\nD,E,\n")
    #expect(sheet.rows.map(\.signatory.name) == ["A", "C", "D"])
    #expect(sheet.rows.map(\.signatory.team) == ["B", nil, "E"])
    #expect(sheet.rows.map(\.line) == [2, 3, 8])
    #expect(sheet.refused.isEmpty)
    #expect(sheet.reader.mapping.dropped.isEmpty)
  }

  @Test("names in two columns, places in three")
  func parts() throws {
    let sheet = try ReadSheet(
      "First name,Surname,City,State,Country\nAnna,Smith,Kyiv,,Ukraine\n\u{200B}, Lee ,,,\nPrince,,,Ohio,\n,,Rome,,\n"
    )
    #expect(sheet.rows.map(\.signatory.name) == ["Anna Smith", "Lee", "Prince"])
    #expect(sheet.rows.map(\.signatory.location) == ["Kyiv, Ukraine", nil, "Ohio"])
    #expect(sheet.refused.map(\.reason) == ["the name is empty"])
    let long = String(repeating: "n", count: 150)
    #expect(try ReadSheet("First name,Surname\n\(long),\(long)\n").refused.map(\.column) == [2])
  }

  @Test("line breaks within cells become spaces")
  func lineBreaks() throws {
    let sheet = try ReadSheet("Name,Team\n\"Anna\nSmith\",\"Cloud,\r\n\tInfra\"\n")
    #expect(sheet.rows.first?.signatory == Signatory(name: "Anna Smith", team: "Cloud, Infra"))
  }

  @Test("the same rows come in batches of any size")
  func batches() throws {
    let text = Self.header + (0..<50).map { "P\($0),\($0 % 7 == 0 ? "" : "p@example.org"),,named\n" }.joined()
    let whole = try ReadSheet(text)
    #expect(whole.rows.count == 42 && whole.refused.count == 8)
    for size in [1, 2, 7, 1000] {
      let sheet = try ReadSheet(text, batch: size)
      #expect(sheet.rows == whole.rows && sheet.refused == whole.refused)
    }
    #expect(try whole.reader.next(10) == nil)
  }

  @Test("rows have their record, and those that are refused later take it along")
  func records() throws {
    let sheet = try ReadSheet("Name;Team\r\nA;\"x;\"\"y\"\r\n\"A\"; x\r\n")
    #expect(sheet.rows.map { String(decoding: $0.record, as: UTF8.self) } == ["A;\"x;\"\"y\"", "\"A\"; x"])
    let later = sheet.rows[1].refused(column: 1, reason: "why")
    #expect(later == RefusedRow(line: 3, column: 1, reason: "why", record: Array("\"A\"; x".utf8)))
  }

  @Test("an empty sheet is refused, one with only a header is not")
  func empty() throws {
    for text in ["", "\n\r\n", "\u{FEFF}", "sep=;\n"] {
      let refusal = try refusal { _ = try ReadSheet(text) }
      #expect(refusal.code == .unusableFile && refusal.place == SourcePlace(file: "sheet.csv"))
    }
    let sheet = try ReadSheet("Name,Email")
    #expect(sheet.rows.isEmpty && sheet.refused.isEmpty)
  }

  @Test("a header that is not UTF-8 is refused")
  func badHeader() throws {
    let refusal = try refusal { _ = try ReadSheet([0x4E, 0xEB] + Array(",Name\nA,B\n".utf8)) }
    #expect(refusal.code == .unusableFile && refusal.hint?.contains("windows-1252") == true)
  }

  @Test("the line that names the separator is passed")
  func separatorLine() throws {
    let sheet = try ReadSheet("sep=;\r\nName;Team\r\nA, B;C\r\n")
    #expect(sheet.rows.first?.signatory == Signatory(name: "A, B", team: "C"))
    #expect(sheet.rows.first?.line == 3)
  }

  @Test("sheets without a header")
  func noHeader() throws {
    let columns = SheetOptions.columns("name, occupation_title,affiliation,_")
    let sheet = try ReadSheet("Anna;Engineer;Acme;x\nBob;;\n;a;b;c;d\n", SheetOptions(columns: columns))
    #expect(
      sheet.rows.map(\.signatory) == [
        Signatory(name: "Anna", jobTitle: "Engineer", affiliation: "Acme"), Signatory(name: "Bob"),
      ])
    #expect(sheet.rows.map(\.line) == [1, 2])
    #expect(sheet.refused.map(\.reason) == ["has 5 cells, --columns 4: perhaps an unquoted semicolon"])
    #expect(!sheet.reader.hasHeader)
    #expect(sheet.reader.mapping.dropped.map(\.header) == ["_"])
    let refusal = try refusal { _ = try ReadSheet("x\n", SheetOptions(columns: ["email"])) }
    #expect(refusal.code == .unusableFile)
  }

  @Test("times without a zone are noticed unless the zone is given")
  func zones() throws {
    let text = "Name,Timestamp\nA,2/28/2019 8:00:01\n"
    #expect(try ReadSheet(text).reader.metZonelessTime)
    let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
    #expect(try !ReadSheet(text, SheetOptions(timeZone: zone)).reader.metZonelessTime)
    let instant = try ReadSheet("Name,Timestamp\nA,2019-02-28T23:30:00Z\n", SheetOptions(timeZone: zone))
    #expect(instant.rows.first?.signedOn == CalendarDate("2019-03-01"))
    #expect(!instant.reader.metZonelessTime)
  }

  @Test("a column that asks for anonymity may say yes or no")
  func anonymity() throws {
    let sheet = try ReadSheet("Name,Would you like to stay anonymous?\nA,Yes\nB,No\nC,\nD,perhaps\n")
    #expect(sheet.rows.map(\.visibility?.level) == [.role, nil, nil])
    #expect(sheet.refused.map(\.column) == [2])
  }

  @Test("cohorts")
  func cohorts() throws {
    let sheet = try ReadSheet("Name,Cohort\nA,Contractors\nB,\nC,alumni \nD,supporter\n")
    #expect(sheet.rows.map(\.cohort) == [.contractor, nil, .alumni, .supporter])
  }
}
