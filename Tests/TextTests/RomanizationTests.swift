import Testing

@testable import Text

@Suite struct RomanizationTests {
  @Test(
    "names of any script become plain Latin letters",
    arguments: [
      ("Ана  Example", "ana example"), ("Müller", "muller"), ("Søren Ærø", "soren aero"),
      ("Łukasz Žižek", "lukasz zizek"),
      ("Ирина Петрова", "irina petrova"), ("Ελένη", "elene"), ("李娜", "li na"), ("さくら", "sakura"),
      ("STRASSE", "strasse"),
      ("Straße", "strasse"), ("", ""), ("Ｍｉａ", "mia"),
    ])
  func latin(text: String, expected: String) {
    let romanization = Romanization()
    #expect(romanization.latin(text) == expected)
    #expect(romanization.latin(text) == expected, "and once more from memory")
  }

  @Test("what is in Latin letters stays as it is, and twice is once")
  func stable() {
    let romanization = Romanization()
    for text in ["ana example", "محمد", "דוד", "अमित", "ธนา", "김민준", "✊🏽", "e\u{301}"] {
      let once = romanization.latin(text)
      #expect(romanization.latin(once) == once)
    }
  }

  @Test("a long text of a script that grows comes back, whole or as it was")
  func long() {
    let romanization = Romanization()
    #expect(!romanization.latin(String(repeating: "ﷺ", count: 5_000)).isEmpty)
  }
}
