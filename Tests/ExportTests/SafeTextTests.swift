import Campaigns
import Testing

@testable import Export

@Suite struct SafeTextTests {
  private func cleaned(_ text: String) -> String {
    var safe = SafeText()
    text.withBytes { safe.take($0) }
    return String(decoding: safe.bytes, as: UTF8.self)
  }

  @Test func everyControlCharacterBecomesASpace() {
    for number in Array(0...0x1F) + Array(0x7F...0x9F) + [0x2028, 0x2029] {
      guard let scalar = Unicode.Scalar(UInt32(number)) else { continue }
      #expect(cleaned("a\(scalar)b") == "a b", "U+\(String(number, radix: 16))")
    }
  }

  @Test func aRunBecomesOneSpaceAndNoneStandsAtTheEnds() {
    #expect(cleaned("\r\na\r\n\t\u{2028}b\u{85}") == "a b")
    #expect(cleaned("\u{1B}]0;x\u{7}") == "]0;x")
    #expect(cleaned("\n\u{200B}\n") == "")
  }

  @Test(
    arguments: [
      0x202A...0x202E, 0x2066...0x2069, 0x200E...0x200F, 0x061C...0x061C, 0x200B...0x200B, 0xFEFF...0xFEFF,
      0x2060...0x2064, 0x206A...0x206F, 0x00AD...0x00AD, 0x180E...0x180E, 0xFFF9...0xFFFB, 0xE0000...0xE007F,
    ] as [ClosedRange<UInt32>])
  func whatTurnsOrHidesGoes(range: ClosedRange<UInt32>) {
    for number in range {
      guard let scalar = Unicode.Scalar(number) else { continue }
      #expect(cleaned("a\(scalar)b") == "ab", "U+\(String(number, radix: 16))")
    }
  }

  @Test(arguments: [
    "می‌خواهم", "क्‍ष", "👩🏽‍🏭", "❤️", "葛\u{E0100}", "Zoë", "e\u{301}", "Ọlá", "Nguyễn", "ไทย", "\u{10FFFF}", "𠮷野",
  ])
  func scriptsAreKept(text: String) {
    #expect(Array(cleaned(text).utf8) == Array(text.utf8))
  }

  @Test func scriptsFromRightToLeftAreSeen() {
    for text in ["א", "ع", "ܐ", "ހ", "ߊ", "ࠀ", "ﷺ", "ﻻ", "𐤀", "𞤀"] {
      var safe = SafeText()
      text.withBytes { safe.take($0) }
      #expect(safe.hasRightToLeft, "\(text)")
    }
    var safe = SafeText()
    "Zoë 王 👩🏽‍🏭\u{FEFF}\u{200F}".withBytes { safe.take($0) }
    #expect(!safe.hasRightToLeft)
  }

  @Test(arguments: Sample.texts) func noFormatLetsAControlOrADirectionThrough(format: ListFormat) throws {
    for cell in Sample.hostile {
      let lines = [
        ListLine(
          fullName: cell, jobTitle: cell, affiliation: cell, location: cell, cohort: .employee, visibility: .named),
        ListLine(jobTitle: cell, affiliation: cell, cohort: .employee, visibility: .role),
      ]
      var depth = 0
      for scalar in try written(try Sample.list(lines, title: cell), as: format).unicodeScalars {
        switch scalar.value {
        case 0x0A: #expect(depth == 0)
        case 0x2068 where format == .markdown || format == .text: depth += 1
        case 0x2069 where format == .markdown || format == .text: depth -= 1
        default: #expect(SafeText.fate(of: scalar.value) == .stays, "\(cell.debugDescription) as \(format)")
        }
        #expect((0...1).contains(depth))
      }
    }
  }
}
