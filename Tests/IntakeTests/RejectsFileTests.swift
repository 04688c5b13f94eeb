import Campaigns
import Foundation
import Testing

@testable import Intake

@Suite("REJECTS")
struct RejectsFileTests {
  @Test("names line, column and reason beside the untouched row")
  func form() throws {
    let sheet = try ReadSheet(
      "Name;\"Email\"\r\n\"Anna \"\"A\"\"\"; anna.example.org\r\nBob;b@example.org\r\n;x;y\r\n")
    #expect(
      String(decoding: sheet.rejects, as: UTF8.self)
        == "picket_line;picket_column;picket_reason;Name;\"Email\"\r\n"
        + "2;2;the address has no @;\"Anna \"\"A\"\"\"; anna.example.org\r\n"
        + "4;3;has 3 cells, the header 2: perhaps an unquoted semicolon;;x;y\r\n")
  }

  @Test("a reason that holds the delimiter is quoted")
  func quoted() throws {
    let sheet = try ReadSheet("Name,Email,x\nA,a@b.example,y,z\n")
    #expect(
      String(decoding: sheet.rejects, as: UTF8.self).hasSuffix(
        "\n2,4,\"has 4 cells, the header 3: perhaps an unquoted comma\",A,a@b.example,y,z\n"))
  }

  @Test("no reason says what stands in the cell")
  func secrecy() throws {
    let row = "canary-name\0,canary-address,canary-visibility,canary-date\n"
    let sheet = try ReadSheet(
      "Name,Email,Sign as,Date\n" + row + "A" + row.dropFirst(13) + "A,canary @x.y,canary,z\n")
    #expect(sheet.refused.count == 3)
    #expect(!sheet.refused.contains { $0.reason.contains("canary") })
  }

  struct Input: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    var options = SheetOptions()
  }

  static let plain =
    "Name,Email,Comment\nAnna,annaAT,\"line\nbreak \"\"q\"\"\"\nBo,bo@example.org,\nCy,cyAT,\"x, \"\"y\"\"\"\n"

  static var inputs: [Input] {
    var inputs: [Input] = []
    for (name, lineEnd) in [("LF", "\n"), ("CR LF", "\r\n"), ("CR", "\r")] {
      let text = plain.replacingOccurrences(of: "\n", with: lineEnd)
      inputs.append(Input(testDescription: name, bytes: Array(text.utf8)))
      inputs.append(Input(testDescription: "\(name), no end", bytes: Array(text.utf8.dropLast(lineEnd.utf8.count))))
      let marked = [0xFF, 0xFE] + utf16(text, bigEndian: false)
      inputs.append(Input(testDescription: "\(name), UTF-16", bytes: marked))
    }
    for (name, mark) in [("semicolons", ";"), ("tabs", "\t")] {
      let text = plain.replacingOccurrences(of: ",", with: mark)
      inputs.append(Input(testDescription: name, bytes: Array(text.utf8)))
    }
    let headless = Array(plain.utf8.drop { $0 != lineFeed }.dropFirst())
    inputs.append(
      Input(testDescription: "no header", bytes: headless, options: SheetOptions(columns: ["name", "email", "_"])))
    inputs.append(
      Input(
        testDescription: "Windows-1252", bytes: plain.utf8.map { $0 == UInt8(ascii: "x") ? 0xE9 : $0 },
        options: SheetOptions(encoding: .windows1252)))
    return inputs
  }

  @Test("mended and imported again, the rows are taken", arguments: inputs)
  func mended(_ input: Input) throws {
    let first = try ReadSheet(input.bytes, input.options)
    #expect(first.rows.map(\.signatory.name) == ["Bo"])
    #expect(first.refused.count == 2)
    let rejects = String(decoding: first.rejects, as: UTF8.self)
    let mended = rejects.replacingOccurrences(of: "AT", with: "@example.org")
    // The same options may be given again; windows-1252 came out as UTF-8.
    for columns in [nil, input.options.columns] {
      let second = try ReadSheet(mended, SheetOptions(columns: columns))
      #expect(second.refused.isEmpty)
      #expect(second.rows.map(\.signatory.name) == ["Anna", "Cy"])
      #expect(second.reader.delimiter == first.reader.delimiter)
      #expect(second.reader.mapping.dropped.count == 1)
      #expect(second.rows.map(\.record.count).allSatisfy { $0 > 0 })
    }
  }

  @Test("refused again, the rows stand under the same header once")
  func again() throws {
    for input in Self.inputs {
      let first = try ReadSheet(input.bytes, input.options)
      let second = try ReadSheet(first.rejects)
      let third = try ReadSheet(second.rejects)
      #expect(second.reader.rejects.header == first.reader.rejects.header)
      #expect(second.refused.map(\.record) == first.refused.map(\.record))
      #expect(third.refused.map(\.record) == first.refused.map(\.record))
    }
  }

  @Test("rows without an address keep the record that they had in the first sheet")
  func sameRecord() throws {
    let first = try ReadSheet("Name,Date\nAnna,2019-02-30\n")
    let second = try ReadSheet(
      String(decoding: first.rejects, as: UTF8.self).replacingOccurrences(of: "30\n", with: "28\n"))
    #expect(second.rows.map(\.record) == [Array("Anna,2019-02-28".utf8)])
  }

  @Test("bytes that are no text stay as they are")
  func badBytes() throws {
    let bytes = Array("Name,Team\nZo".utf8) + [0xEB, 0x2C, 0xFF, 0x0A]
    let sheet = try ReadSheet(bytes)
    #expect(Array(sheet.rejects.suffix(6)) == [0x5A, 0x6F, 0xEB, 0x2C, 0xFF, 0x0A])
    let again = try ReadSheet(sheet.rejects)
    #expect(again.refused.map(\.record) == sheet.refused.map(\.record))
  }
}
