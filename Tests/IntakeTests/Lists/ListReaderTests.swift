import Campaigns
import Testing

@testable import Intake

@Suite("Lists")
struct ListReaderTests {
  static let columns = [
    ListColumn("name", ["Full name"], kind: .name, isRequired: true),
    ListColumn("if_others", ["If others"]),
    ListColumn("reason", kind: .longText),
  ]

  @Test("rows have their line, their cells and their record")
  func rows() throws {
    let reader = try ListReader(
      "Full name,Comment,REASON,if others\n Anna ,x,\"so\nthat\",\u{200B}5\n\nBo,y,\" \",\nCy\n", Self.columns)
    let rows = try reader.readAll().rows
    #expect(rows.map(\.line) == [2, 5, 6])
    #expect(rows.map { $0.cell("name") } == ["Anna", "Bo", "Cy"])
    #expect(rows.map { $0.cell("if_others") } == ["5", nil, nil])
    #expect(rows.map { $0.cell("reason") } == ["so that", nil, nil])
    #expect(rows.map { $0.cell("comment") } == [nil, nil, nil])
    let records = [" Anna ,x,\"so\nthat\",\u{200B}5", "Bo,y,\" \",", "Cy"]
    #expect(rows.map { String(decoding: $0.record, as: UTF8.self) } == records)
    #expect(reader.mapping.dropped.map(\.header) == ["Comment"])
    #expect(reader.mapping.mapped.map(\.column.header) == ["Full name", "REASON", "if others"])
    #expect(reader.name == "list.csv")
    #expect(try reader.next() == nil)
  }

  @Test("a column that the sheet does not have is empty")
  func absent() throws {
    let rows = try ListReader("name\nAnna\n", Self.columns).readAll().rows
    #expect(rows.map { $0.cell("reason") } == [nil])
  }

  @Test("rows without anything in their cells are passed")
  func blank() throws {
    let read = try ListReader("name,reason,,\n,,,\n\n  \n\"\",\nA,B,,,,\n , \n", Self.columns).readAll()
    #expect(read.rows.map(\.line) == [6])
    #expect(read.refused.isEmpty)
  }

  static let texts: [(String, Delimiter, SheetEncoding, [UInt8])] = {
    let text = "name,reason\r\nZoë,\"a, b; c\"\r\n李娜,\r\n"
    let named = "sep=;\nname;reason\nZoë;\"a, b; c\"\n李娜;\n"
    return [
      ("plain", .comma, .utf8, Array(text.utf8)),
      ("marked", .comma, .utf8, [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
      ("semicolons", .semicolon, .utf8, Array(named.utf8)),
      ("tabs", .tab, .utf8, Array("name\treason\rZoë\ta, b; c\r李娜".utf8)),
      ("UTF-16", .comma, .utf16LittleEndian, [0xFF, 0xFE] + utf16(text, bigEndian: false)),
      ("UTF-16, the high byte first", .semicolon, .utf16BigEndian, utf16(named, bigEndian: true)),
    ]
  }()

  @Test("any delimiter, encoding and line end", arguments: texts)
  func tolerance(_ name: String, _ delimiter: Delimiter, _ encoding: SheetEncoding, _ bytes: [UInt8]) throws {
    let reader = try ListReader(MemorySource(bytes, stride: 3), columns: Self.columns)
    let read = try reader.readAll()
    #expect(read.rows.map { $0.cell("name") } == ["Zoë", "李娜"])
    #expect(read.rows.map { $0.cell("reason") } == ["a, b; c", nil])
    #expect(read.refused.isEmpty)
    #expect(reader.delimiter == delimiter && reader.encoding == encoding)
  }

  @Test("a delimiter and an encoding that are given stand")
  func given() throws {
    let bytes = Array("name;reason\nZo".utf8) + [0xEB] + Array(";a,b,c,d\n".utf8)
    let reader = try ListReader(
      MemorySource(bytes), columns: Self.columns, delimiter: .semicolon, encoding: .windows1252)
    #expect(try reader.readAll().rows.map { $0.cell("name") } == ["Zoë"])
  }

  struct Refusals: CustomTestStringConvertible, Sendable {
    var row: String
    var column: Int
    var reason: String
    var testDescription: String { String(row.debugDescription.prefix(60)) }

    init(_ row: String, _ column: Int, _ reason: String) {
      self.row = row
      self.column = column
      self.reason = reason
    }
  }

  static let refusals = [
    Refusals("A\0,5,", 1, "holds a control character"),
    Refusals("A\tB,5,", 1, "holds a control character"),
    Refusals("A,\u{1B}[31m,", 2, "holds a control character"),
    Refusals("A,,ok\u{9B}", 3, "holds a control character"),
    Refusals("A\0,\0,", 1, "holds a control character"),
    Refusals(String(repeating: "x", count: 201) + ",5,", 1, "the name is longer than 200 characters"),
    Refusals("A," + String(repeating: "娜", count: 501) + ",", 2, "the text is longer than 500 characters"),
    Refusals("A,," + String(repeating: "x", count: 2001), 3, "the text is longer than 2000 characters"),
    Refusals("A,5,,x,", 4, "has 5 cells, the header 3: perhaps an unquoted comma"),
    Refusals("name,if_others,reason", 1, "repeats the header"),
    Refusals(
      "A,5," + String(repeating: "x", count: 1 << 20), 3,
      "the row is longer than 1 MiB: perhaps a quotation mark is missing"),
  ]

  @Test("a row that cannot be read is refused with its cell and reason, the rest is taken", arguments: refusals)
  func refused(_ example: Refusals) throws {
    let read = try ListReader("name,if_others,reason\nA,,\n\(example.row)\nB,,\n", Self.columns).readAll()
    #expect(read.rows.map(\.line) == [2, 4])
    let row = RefusedRow(line: 3, column: example.column, reason: example.reason, record: Array(example.row.utf8))
    #expect(read.refused == [row])
  }

  @Test("texts as long as they may be, a tabulator in one")
  func longest() throws {
    let name = String(repeating: "🚀", count: 200)
    let text = String(repeating: "x", count: 500)
    let long = String(repeating: "é", count: 2000)
    let list = "name,if_others,reason\n\(name),\(text),\(long)\nB,a\tb,\n"
    let rows = try ListReader(list, Self.columns).readAll().rows
    #expect(rows.map { $0.cell("name") } == [name, "B"])
    #expect(rows.map { $0.cell("if_others") } == [text, "a b"])
    #expect(rows.map { $0.cell("reason") } == [long, nil])
  }

  @Test("bad UTF-8 refuses its row, also in a column that is dropped; zeros there do no harm")
  func badText() throws {
    let bytes = Array("name,Comment\nA,\0\nB,".utf8) + [0xEB] + Array("\nZo".utf8) + [0xEB, 0x0A]
    let reader = try ListReader(MemorySource(bytes), columns: Self.columns)
    let read = try reader.readAll()
    #expect(read.rows.map { $0.cell("name") } == ["A"])
    #expect(read.refused.map(\.line) == [3, 4])
    #expect(read.refused.map(\.column) == [2, 1])
    #expect(read.refused.map(\.record) == [[0x42, 0x2C, 0xEB], [0x5A, 0x6F, 0xEB]])
  }

  @Test("the first cell at fault in the sheet is named, whatever the order of the list's columns")
  func firstAtFault() throws {
    let read = try ListReader("reason,if_others,name\n\0,\0,\0\n", Self.columns).readAll()
    #expect(read.refused.map(\.column) == [1])
  }

  @Test("whoever judges a row refuses it by the name of a column")
  func judged() throws {
    let reader = try ListReader("Comment;if_others;name\nx;five;Anna\n", Self.columns)
    let row = try #require(try reader.next()).get()
    let record = Array("x;five;Anna".utf8)
    #expect(row.refused("if_others", "why") == RefusedRow(line: 2, column: 2, reason: "why", record: record))
    #expect(row.refused("reason", "why").column == 1)
    #expect(try row.needed("name", else: "why") == "Anna")
    #expect(throws: row.refused("reason", "why")) { try row.needed("reason", else: "why") }
    #expect(try row.value("reason", else: "why") { Int($0) } == nil)
    #expect(throws: row.refused("if_others", "why")) { try row.value("if_others", else: "why") { Int($0) } }
    #expect(throws: row.refused("if_others", badDay)) { try row.day("if_others") }
  }

  @Test("files that are no list are refused")
  func unusable() throws {
    for text in ["", "\n\r\n", "sep=;\n", "PK\u{3}\u{4}xl/workbook.xml", "%PDF-1.7\n", "name\n\"never closed\n"] {
      let refusal = try refusal { _ = try ListReader(text, Self.columns).readAll() }
      #expect(refusal.code == .unusableFile && refusal.place?.file == "list.csv", "\(text)")
      #expect(refusal.hint != nil)
    }
    let refusal = try refusal {
      _ = try ListReader(MemorySource([0x4E, 0xEB, 0x0A]), columns: Self.columns)
    }
    #expect(refusal.code == .unusableFile && refusal.hint?.contains("windows-1252") == true)
    #expect(try ListReader("name", Self.columns).readAll().rows.isEmpty)
  }

  @Test("the header's line is the place of its refusal")
  func place() throws {
    let refusal = try refusal { _ = try ListReader("sep=,\nreason\n", Self.columns) }
    #expect(refusal.place == SourcePlace(file: "list.csv", line: 2))
  }

  @Test("every beginning of a list is read or refused, whatever it holds")
  func beginnings() throws {
    let text =
      "picket_line,picket_column,picket_reason,name,reason\r\n1,2,x,\"Zoë \"\"\0\"\"\",a\tb\r\n,,,\u{202E},\n1\r"
    let utf8 = Array(text.utf8)
    for bytes in [utf8, utf8.map { $0 | 0x80 }, [0xFE, 0xFF] + utf16(text, bigEndian: true)] {
      for length in 0...bytes.count {
        let source = MemorySource(Array(bytes.prefix(length)), stride: 5)
        do {
          let read = try ListReader(source, columns: Self.columns).readAll()
          #expect(read.rows.count + read.refused.count <= 3)
        } catch let refusal as Refusal {
          #expect(refusal.code == .unusableFile)
        }
      }
    }
  }

  @Test("100,000 rows are read as they are asked for")
  func bounded() throws {
    let row = "Anna Example,5,\"" + String(repeating: "words ", count: 50) + "\"\n"
    let count = CountedSource.Count()
    let rows = 100_000
    let source = GeneratedSource("name,if_others,reason\n", repeating: row, times: rows)
    let reader = try ListReader(CountedSource(source, count), columns: Self.columns)
    var seen = 0
    var farthest = 0
    while let row = try reader.next() {
      let record = try row.get().record
      seen += record.count + 1
      farthest = max(farthest, count.taken - seen)
    }
    #expect(seen == rows * row.utf8.count)
    #expect(farthest <= 1 << 19)
  }
}

/// Why a day is refused.
let badDay = "the date is not written YYYY-MM-DD, or the calendar has no such day"
