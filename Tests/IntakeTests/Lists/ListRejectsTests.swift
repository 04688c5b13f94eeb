import Campaigns
import Testing

@testable import Intake

@Suite("REJECTS of lists")
struct ListRejectsTests {
  static let plain =
    "Full name,E-Mail,N,Comment\nAnna,annaAT,3,\"line\nbreak \"\"q\"\"\"\n"
    + "Bo,bo@example.org,4,\nCy,cyAT,\"5\",\"x, y\""

  struct Input: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    var encoding: SheetEncoding?
  }

  static var inputs: [Input] {
    let windowsBytes = plain.utf8.map { $0 == UInt8(ascii: "q") ? 0xE9 : $0 }
    let crlf = plain.replacing("\n", with: "\r\n")
    return [
      Input(testDescription: "LF", bytes: Array(plain.utf8)),
      Input(testDescription: "CR LF", bytes: Array(crlf.utf8)),
      Input(testDescription: "semicolons", bytes: Array(plain.replacing(",", with: ";").utf8)),
      Input(testDescription: "UTF-16", bytes: [0xFF, 0xFE] + utf16(crlf, bigEndian: false)),
      Input(testDescription: "Windows-1252", bytes: windowsBytes, encoding: .windows1252),
    ]
  }

  @Test("names line, column and reason beside the untouched row")
  func form() throws {
    let list = try PledgeList("Email;Name;N\r\na@b.example;\" \";\r\n\"a@b.example\"; Bo;0\r\n")
    #expect(
      try list.readAll().rejects
        == "picket_line;picket_column;picket_reason;Email;Name;N\r\n"
        + "2;2;the name is empty;a@b.example;\" \";\r\n"
        + "3;3;\"a condition is at least 1; leave it empty for none\";\"a@b.example\"; Bo;0\r\n")
  }

  @Test("mended and read again, the rows are taken", arguments: inputs)
  func mended(_ input: Input) throws {
    let first = try PledgeList(MemorySource(input.bytes), encoding: input.encoding)
    let (rows, refused, rejects) = try first.readAll()
    #expect(rows.map(\.signatory.name) == ["Bo"])
    #expect(refused.map(\.column) == [2, 2])
    let second = try PledgeList(rejects.replacing("AT", with: "@example.org"))
    let again = try second.readAll()
    #expect(again.refused.isEmpty)
    #expect(again.rows.map(\.signatory.name) == ["Anna", "Cy"])
    #expect(again.rows.map(\.ifOthers) == [3, 5])
    #expect(second.reader.delimiter == first.reader.delimiter)
    #expect(second.reader.mapping.dropped.map(\.header) == ["Comment"])
  }

  @Test("refused again, the rows stand under the same header once", arguments: inputs)
  func again(_ input: Input) throws {
    let first = try PledgeList(MemorySource(input.bytes), encoding: input.encoding)
    let (_, refused, rejects) = try first.readAll()
    let second = try PledgeList(rejects)
    let again = try second.readAll()
    #expect(again.refused.map(\.record) == refused.map(\.record))
    #expect(second.reader.rejects.header == first.reader.rejects.header)
    #expect(again.refused.map(\.column) == [5, 5])
  }

  @Test("bytes that are no text stay as they are")
  func badBytes() throws {
    let bytes = Array("name,email,N\nZo".utf8) + [0xEB, 0x2C, 0xFF, 0x0A]
    let first = try PledgeList(MemorySource(bytes))
    let refused = try first.readAll().refused
    let rejects = first.reader.rejectsBytes(refused)
    #expect(Array(rejects.suffix(6)) == [0x5A, 0x6F, 0xEB, 0x2C, 0xFF, 0x0A])
    let again = try PledgeList(MemorySource(rejects)).readAll()
    #expect(again.refused.map(\.record) == refused.map(\.record))
  }
}
