import Campaigns
import Testing

@testable import Intake

/// Numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("CSV round trip")
struct CSVRoundTripTests {
  static let pieces = [
    "a", "Zoë", "李娜", "👩‍🚀", " ", ",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", "\0", "x\"y", "=1+1",
    "long text here",
    "e\u{301}",
  ]

  /// Writes cells as the naive reference does: quotes wherever it cannot be sure, sometimes without need.
  static func write(
    _ records: [[String]], _ delimiter: Delimiter, _ lineEnd: String, _ numbers: inout SeededNumbers
  ) -> String {
    let mark = String(decoding: [delimiter.rawValue], as: UTF8.self)
    return records.map { record in
      record.map { cell in
        let plain = !cell.utf8.contains { [0x22, 0x0A, 0x0D, delimiter.rawValue].contains($0) }
        if plain, !cell.isEmpty, Bool.random(using: &numbers) { return cell }
        let doubled = cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
        return "\"\(doubled)\""
      }.joined(separator: mark) + lineEnd
    }.joined()
  }

  @Test("what a plain writer writes is read as it was", arguments: 0..<150)
  func roundTrip(_ seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let delimiter = Delimiter.allCases.randomElement(using: &numbers) ?? .comma
    let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &numbers) ?? "\n"
    let records = (0..<Int.random(in: 1...12, using: &numbers)).map { _ in
      (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
        (0..<Int.random(in: 0...5, using: &numbers)).map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }
          .joined()
      }
    }
    let text = Self.write(records, delimiter, lineEnd, &numbers)
    let window = Int.random(in: 1...64, using: &numbers)
    let found = try IntakeTests.records(of: MemorySource(text), delimiter: delimiter, window: window)
    // Compared by bytes: a line end and a combining mark can melt into one character.
    #expect(found.map { $0.cells.map { Array($0.utf8) } } == records.map { $0.map { Array($0.utf8) } })
    #expect(Array(found.map { $0.raw + lineEnd }.joined().utf8) == Array(text.utf8))
  }

  @Test("so is the same text in UTF-16", arguments: 0..<40)
  func roundTripUTF16(_ seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed &+ 1000)
    let records = (0..<5).map { _ in
      (0..<4).map { _ in Self.pieces.randomElement(using: &numbers) ?? "" } + ["end"]
    }
    let text = Self.write(records, .comma, "\r\n", &numbers)
    let isBigEndian = Bool.random(using: &numbers)
    let bytes = utf16("\u{FEFF}" + text, bigEndian: isBigEndian)
    let source = MemorySource(bytes, stride: Int.random(in: 1...9, using: &numbers))
    let found = try IntakeTests.records(of: source, delimiter: .comma)
    #expect(found.map { $0.cells.map { Array($0.utf8) } } == records.map { $0.map { Array($0.utf8) } })
  }

  static let noise: [[UInt8]] =
    ["\"", "\"", ",", ",", "\n", "\r", "a", "Zoë", "@x.example", "2019-02-30", "\u{200B}", "\0", " "].map {
      Array($0.utf8)
    }
    + [[0xC3], [0xE2, 0x80], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xF0, 0x9F]]

  @Test("any bytes are read or refused, and always in the same way", arguments: 0..<200)
  func noise(_ seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed &+ 5000)
    var bytes = Array("Name,Email,Team,Date\n".utf8)
    for _ in 0..<Int.random(in: 0...120, using: &numbers) {
      bytes += Self.noise.randomElement(using: &numbers) ?? []
    }
    let whole = Result { try IntakeTests.records(of: MemorySource(bytes)) }
    for window in 1...17 {
      let pieces = Result { try IntakeTests.records(of: MemorySource(bytes), window: window) }
      switch (whole, pieces) {
      case (.success(let left), .success(let right)): #expect(left == right)
      case (.failure(let left), .failure(let right)): #expect(left as? Refusal == right as? Refusal)
      default: Issue.record("a window of \(window) bytes changes what is read")
      }
    }
    guard case .success(let records) = whole else { return }
    let sheet = try ReadSheet(bytes)
    #expect(sheet.rows.count + sheet.refused.count < records.count)
    let again = try ReadSheet(sheet.rejects)
    #expect(again.rows.isEmpty)
    #expect(again.refused.map(\.record) == sheet.refused.map(\.record))
  }
}
