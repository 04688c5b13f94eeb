import Testing
import Text

@Suite struct CollatorTests {
  @Test(
    "names stand in the order that the language's readers expect",
    arguments: [
      ("de", ["Adler", "Ähre", "Azur", "Strasse", "Straße", "Zebra"]),
      ("sv", ["Adam", "Zeta", "Åberg", "Ängel", "Öberg"]),
      ("es", ["nube", "Núñez", "ñandú", "ola"]),
      ("de-u-co-phonebk", ["Adler", "Ähre", "Afrika"]),
      ("zh", ["李娜", "王小明", "张伟"]),
      ("cs", ["cibule", "hora", "chata", "ironie"]),
      ("en", ["a", "A", "b", "B"]),
      ("en", ["de Souza", "De Souza", "deSouza"]),
    ])
  func order(language: String, names: [String]) {
    let collator = Collator(language: language)
    for shuffled in [Array(names.reversed()), names.sorted()] {
      #expect(shuffled.sorted { lists($0, before: $1, by: collator) } == names)
    }
  }

  @Test("scripts stand one after the other: digits, Latin, Greek, Cyrillic, Arabic, Han")
  func mixedScripts() {
    let names = ["3 workers", "Ana", "Ωμέγα", "Яна", "سارة", "王小明"]
    let collator = Collator(language: "en")
    #expect(names.reversed().sorted { lists($0, before: $1, by: collator) } == names)
  }

  @Test("a language decides where a letter stands")
  func languagesDiffer() {
    #expect(lists("Ähre", before: "Zebra", by: Collator(language: "de")))
    #expect(lists("Zebra", before: "Ähre", by: Collator(language: "sv")))
  }

  @Test(
    "what is no known language has the root order",
    arguments: ["qx", "zz-ZZ", "", "not a tag!", "x", "root", String(repeating: "ab-", count: 200)])
  func unknownLanguage(tag: String) {
    let collator = Collator(language: tag)
    let root = Collator(language: "und")
    for name in ["Ana", "Ähre", "Zebra", "王小明", ""] {
      #expect(collator.key(for: name) == root.key(for: name))
    }
    // Not the order of the language that the machine is set to, which may be Swedish.
    #expect(lists("Ähre", before: "Zebra", by: collator))
  }

  @Test("equal texts have equal keys, however they are composed")
  func composition() {
    let collator = Collator(language: "vi")
    #expect(collator.key(for: "Nguyễn") == collator.key(for: "Nguye\u{0302}\u{0303}n"))
    #expect(collator.key(for: "a\u{0323}\u{0307}") == collator.key(for: "a\u{0307}\u{0323}"))
  }

  @Test("a key holds no zero and is appended to what is there")
  func keys() {
    let collator = Collator(language: "en")
    for name in ["Ana", "Ähre", "王小明", "a b-c", String(repeating: "ño漢", count: 3000)] {
      let key = collator.key(for: name)
      #expect(!key.isEmpty)
      #expect(!key.contains(0))
      var appended: [UInt8] = [7]
      collator.appendKey(for: name, to: &appended)
      #expect(appended == [7] + key)
    }
  }

  @Test("an empty text comes first, and so does one of control characters only")
  func empty() {
    let collator = Collator(language: "en")
    #expect(!collator.key(for: "").contains(0))
    #expect(lists("", before: "a", by: collator))
    #expect(collator.key(for: "\u{0}\u{1}") == collator.key(for: ""))
  }

  @Test("several threads share a collator")
  func threads() async {
    let collator = Collator(language: "de")
    let names = (0..<500).map { "Müller \($0) Straße \($0 % 7)" }
    let expected = names.map(collator.key(for:))
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { names.map(collator.key(for:)) == expected } }
      for await same in group { #expect(same) }
    }
  }

  private func lists(_ left: String, before right: String, by collator: Collator) -> Bool {
    collator.key(for: left).lexicographicallyPrecedes(collator.key(for: right))
  }
}
