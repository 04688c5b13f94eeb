import Testing
import Text

@Suite struct NormalizationTests {
  @Test(
    "nfc composes what can be composed, and nothing else",
    arguments: [
      ("", ""), ("Ana", "Ana"), ("Jo\u{0308}rg", "Jörg"), ("Jörg", "Jörg"), ("王小明", "王小明"),
      ("\u{1112}\u{1161}\u{11AB}", "한"), ("a\u{0307}\u{0323}", "ạ\u{0307}"), ("\u{212B}", "Å"),
      ("ﬁ", "ﬁ"), ("\u{0958}", "\u{0915}\u{093C}"), ("  A  ", "  A  "), ("👩‍🏭", "👩‍🏭"),
    ])
  func nfc(text: String, expected: String) {
    // Swift holds canonically equal strings to be equal, so the bytes are compared.
    #expect(Array(Normalization.nfc(text).utf8) == Array(expected.utf8))
  }

  @Test(
    "folded texts are equal where writing is all that differs",
    arguments: [
      ("", ""), ("ana", "ana"), ("Ana LOPEZ", "ana lopez"), ("  ana\t\n lopez ", "ana lopez"),
      (" ", ""), ("\t\r\n", ""), ("ana ", "ana"), (" ana", "ana"), ("a  b", "a b"), ("A", "a"),
      ("Jo\u{0308}rg", "jörg"), ("JÖRG", "jörg"), ("Straße", "strasse"), ("STRASSE", "strasse"),
      ("ΣΊΣΥΦΟΣ", "σίσυφοσ"), ("σίσυφος", "σίσυφοσ"), ("ana\u{00A0}lopez", "ana lopez"),
      ("ana\u{3000}\u{2003}lopez", "ana lopez"), ("\u{FEFF}ana", "ana"), ("a\u{200B}na", "ana"),
      ("a\u{200D}\u{0301}", "á"), ("e\u{200B}\u{0301}", "é"), ("\u{202E}ana\u{202C}", "ana"),
      ("\u{2066}ana\u{2069}", "ana"), ("ana \u{200B} lopez", "ana lopez"), ("\u{200B}", ""), ("so\u{00AD}ft", "soft"),
      ("ǅ", "ǆ"), ("\u{01F0}", "\u{01F0}"), ("İ", "i\u{0307}"), ("ŉ", "ʼn"), ("王小明", "王小明"),
      ("ﬁn", "fin"), ("\u{1F80}", "ἀι"), ("\u{10400}", "\u{10428}"),
    ])
  func folded(text: String, expected: String) {
    #expect(Array(Normalization.folded(text).utf8) == Array(expected.utf8))
  }

  @Test("folding twice is folding once, of every character alone and after a letter")
  func foldingIsStable() {
    for value in (0x20...0x2FFF).map(UInt32.init) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(scalar), "K\(scalar)\u{0345}\u{0301} x"] {
        let once = Normalization.folded(text)
        #expect(Array(Normalization.folded(once).utf8) == Array(once.utf8), "\(value)")
        #expect(Array(Normalization.nfc(once).utf8) == Array(once.utf8), "\(value)")
      }
    }
  }

  @Test("the way without decomposing comes to the same, for every character that takes it")
  func shortCut() {
    for value in (0x80...0x2FF).map(UInt32.init) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // An ideograph makes the text take the long way.
      let short = Normalization.folded("x\(scalar)y")
      let long = Normalization.folded("x\(scalar)y明")
      #expect(Array((short + "明").utf8) == Array(long.utf8), "\(value)")
    }
  }

  @Test("what does not change comes back, long texts too")
  func unchanged() {
    let long = String(repeating: "workers of the world ", count: 5000) + "end"
    #expect(Normalization.folded(long) == long)
    #expect(Normalization.nfc(long) == long)
    let mixed = String(repeating: "Ünïcödé 王 ", count: 5000)
    #expect(Normalization.folded(mixed) == mixed.lowercased().dropLast(1))
  }
}
