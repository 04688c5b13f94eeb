import Campaigns
import Testing

@testable import Intake

@Suite("CSV")
struct CSVReaderTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var expected: [[String]]
    var delimiter: Delimiter?
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ expected: [[String]], _ delimiter: Delimiter? = nil) {
      self.text = text
      self.expected = expected
      self.delimiter = delimiter
    }
  }

  static let cases: [Case] = [
    // RFC 4180
    Case("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    Case("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    Case("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    Case("\"aaa\",\"b \r\nbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "b \r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    Case("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
    Case("a, b ,c", [["a", " b ", "c"]]),
    // Line ends
    Case("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    Case("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    Case("a,b\rc,d\ne,f\r\ng,h", [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]]),
    Case("a\n\nb\r\n\r\nc\r\rd", [["a"], ["b"], ["c"], ["d"]]),
    Case("\n\r\n\ra", [["a"]]),
    Case("a\n\r\n\r", [["a"]]),
    Case("", []),
    Case("\n\n", []),
    Case("a", [["a"]]),
    // Empty cells
    Case(",", [["", ""]]),
    Case("a,", [["a", ""]]),
    Case("a,\n", [["a", ""]]),
    Case("a,,\nb,,", [["a", "", ""], ["b", "", ""]]),
    Case(",,\n", [["", "", ""]]),
    Case("\"\",\"\"\n\"\"", [["", ""], [""]]),
    Case("a,b,c\nd\ne,f,g,h", [["a", "b", "c"], ["d"], ["e", "f", "g", "h"]]),
    // Quotes
    Case("\"\"\"\"", [["\""]]),
    Case("\"\"\"a\"\"\"", [["\"a\""]]),
    Case("\"\"\"\"\"\",x", [["\"\"", "x"]]),
    Case("\"a,b\";c", [["a,b", "c"]], .semicolon),
    Case("\"a\nb\",\"c\rd\",\"e\r\nf\"\ng", [["a\nb", "c\rd", "e\r\nf"], ["g"]]),
    Case("5\" disk,a\"b\"c\n1", [["5\" disk", "a\"b\"c"], ["1"]]),
    Case("a \"b, c\"", [["a \"b", " c\""]]),
    Case("\"a\"b,c", [["ab", "c"]]),
    Case("\"a\" ,\"b\"\"\"c\"d,e", [["a ", "b\"c\"d", "e"]]),
    Case("\"a\"", [["a"]]),
    Case("x,\"a\"\r\n", [["x", "a"]]),
    // Delimiters
    Case("a;b\nc,d;e", [["a", "b"], ["c,d", "e"]]),
    Case("a\tb\nc,d\te", [["a", "b"], ["c,d", "e"]]),
    Case("\"a;b;c;d\",e\nf,g", [["a;b;c;d", "e"], ["f", "g"]]),
    Case("a;b,c;d\n", [["a", "b,c", "d"]]),
    Case("a,b;c\n", [["a", "b;c"]]),
    Case("\n\na;b\n", [["a", "b"]]),
    Case("\"a\"\"\n;\",b\n", [["a\"\n;", "b"]]),
    Case("5\";6\";7,8\n", [["5\"", "6\"", "7,8"]]),
    Case("a,b\n", [["a,b"]], .semicolon),
    Case("a;b\n", [["a;b"]], .comma),
    Case("a,b\t\tc\n", [["a,b", "", "c"]], .tab),
    // Bytes that mean something elsewhere
    Case("a\0b,c\u{1}\n", [["a\0b", "c\u{1}"]]),
    Case("\u{FEFF}a,b", [["a", "b"]]),
    Case("\u{FEFF}\"a\",b", [["a", "b"]]),
    Case("a,\u{FEFF}b", [["a", "\u{FEFF}b"]]),
    Case("ä,e\u{301},\u{1F469}\u{200D}\u{1F680}\n,\u{301}x", [["ä", "e\u{301}", "👩‍🚀"], ["", "\u{301}x"]]),
  ]

  @Test("reads", arguments: cases)
  func conformance(_ example: Case) throws {
    #expect(try cells(of: example.text, delimiter: example.delimiter) == example.expected)
  }

  @Test("does not depend on where pieces of the text end", arguments: cases)
  func pieces(_ example: Case) throws {
    let whole = try records(of: MemorySource(example.text), delimiter: example.delimiter)
    for size in 1...17 {
      let source = MemorySource(example.text, stride: size)
      // Small windows are full again and again in the middle of cells, quotes and line ends.
      let pieces = try records(of: source, delimiter: example.delimiter, window: size)
      #expect(pieces == whole, "pieces of \(size)")
    }
  }

  @Test("counts the lines of the file, also within quotes")
  func lines() throws {
    let text = "h1,h2\r\n\r\n\"a\nb\r\nc\rd\",x\n\n\ny,\"\n\"\rz\n"
    let found = try records(of: MemorySource(text))
    #expect(found.map(\.line) == [1, 3, 9, 11])
    for size in 1...17 {
      #expect(try records(of: MemorySource(text), window: size).map(\.line) == [1, 3, 9, 11])
    }
  }

  @Test("keeps the record as it stands in the file")
  func raw() throws {
    let text = "a;\"b \"\"c\"\"\r\nd\"; e\r\n\r\n\"x\"y;z"
    #expect(try records(of: MemorySource(text)).map(\.raw) == ["a;\"b \"\"c\"\"\r\nd\"; e", "\"x\"y;z"])
  }

  @Test("hands out a record without its first cells")
  func rest() throws {
    var csv = try CSVReader(MemorySource("\"a,\"\"1\"\"\",b,\"c\"d,e,f\n"))
    #expect(try csv.next())
    let rests = (0...6).map { String(decoding: csv.record(fromCell: $0), as: UTF8.self) }
    #expect(rests == ["\"a,\"\"1\"\"\",b,\"c\"d,e,f", "b,\"c\"d,e,f", "\"c\"d,e,f", "e,f", "f", "", ""])
  }

  @Test("finds the delimiter, or takes the one that is given")
  func delimiters() throws {
    func found(_ text: String, _ given: Delimiter? = nil) throws -> Delimiter {
      let csv = try CSVReader(MemorySource(text), delimiter: given)
      return csv.delimiter
    }
    #expect(try found("Name\n") == .comma)
    #expect(try found("") == .comma)
    #expect(try found("Name;Email\n") == .semicolon)
    #expect(try found("Name\tEmail\n") == .tab)
    #expect(try found("\"Name; first, last\"\tEmail\n") == .tab)
    #expect(try found("Name;Email\n", .comma) == .comma)
    #expect(Delimiter(named: ";") == .semicolon)
    #expect(Delimiter(named: "TAB") == .tab)
    #expect(Delimiter(named: "\\t") == .tab)
    #expect(Delimiter(named: "|") == nil)
  }

  @Test("an unclosed quotation mark is refused where it stands")
  func unclosed() throws {
    let text = "a,b\n\"x\ny\",z\nc,\"d\ne,f\n"
    for size in [1, 5, 17, 1000] {
      let refusal = try refusal { _ = try records(of: MemorySource(text, name: "s.csv"), window: size) }
      #expect(refusal.code == .unusableFile)
      #expect(refusal.place == SourcePlace(file: "s.csv", line: 4, column: 2))
      #expect(refusal.hint != nil)
    }
  }

  @Test("a quotation mark that opens after line breaks within the same record is found on its own line")
  func unclosedLater() throws {
    let refusal = try refusal { _ = try cells(of: "a,b\n\"x\r\ny\rz\",\"open\n") }
    #expect(refusal.place == SourcePlace(file: "memory", line: 4, column: 2))
  }
}
