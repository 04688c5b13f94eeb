import Foundation
import Testing

/// `picket letter`: versions of the text, never changed under a signature.
struct LetterTests {
  @Test func `versions and languages are added, listed and shown`() throws {
    let desk = try Desk.withDatabase()
    try desk.createPetition("letter-1")
    try desk.write("# Zweite Fassung\n", to: "brief.md")
    let german = try desk.succeed("letter", "add", "letter-1", "brief.md", "--language", "de", "--json").json
    #expect(german.keys == ["language", "version", "addedOn", "sha256"])
    #expect(german["version"] == 1)
    let second = try desk.succeed("letter", "add", "letter-1", "-", "--json", input: "# Second\n").json
    #expect(second["language"] == "en")
    #expect(second["version"] == 2)

    let list = try desk.succeed("letter", "list", "letter-1", "--json").json.elements
    #expect(Set(list.compactMap { $0["sha256"]?.string }).count == 3)
    #expect(try desk.succeed("letter", "list", "letter-1").lines.count == 4)
    #expect(try desk.succeed("letter", "show", "letter-1").text == "# Second\n")
    #expect(try desk.succeed("letter", "show", "letter-1", "de").text == "# Zweite Fassung\n")
    #expect(try desk.succeed("letter", "show", "letter-1", "en:1").text.hasPrefix("# An open letter"))
    let digest = try #require(german["sha256"]?.string)
    #expect(
      try desk.succeed("letter", "show", "letter-1", String(digest.prefix(8)), "--json").json["text"]
        == "# Zweite Fassung\n")
  }

  @Test func `the text comes back byte for byte`() throws {
    let desk = try Desk.withDatabase()
    try desk.createPetition("letter-1")
    let text = "\u{FEFF}# Título\r\n\r\nÀ tous — “quotes”, <b>tags</b>, 東京.\r\n"
    try desk.write(text, to: "other.md")
    try desk.succeed("letter", "add", "letter-1", "other.md")
    let shown = try desk.succeed("letter", "show", "letter-1").stdout
    #expect(shown == Array(text.utf8) || shown == Array(text.utf8.dropFirst(3)))
  }

  @Test func `the same text is no new version`() throws {
    let desk = try Desk.withDatabase()
    try desk.createPetition("letter-1")
    try desk.refuse(65, "letter", "add", "letter-1", "letter.md", saying: "error")
  }

  @Test func `a letter that is empty, too long or no text is refused`() throws {
    let desk = try Desk.withDatabase()
    try desk.createPetition("letter-1")
    try desk.refuse(65, "letter", "add", "letter-1", "-", saying: "letter", input: " \n")
    try desk.refuse(65, "letter", "add", "letter-1", "-", saying: "letter", raw: [0x23, 0x20, 0xFF, 0xFE, 0x41])
    try desk.refuse(
      65, "letter", "add", "letter-1", "-", saying: "longer", input: String(repeating: "a", count: 5_000_000))
    try desk.refuse(66, "letter", "show", "letter-1", "fr", saying: "no letter \"fr\"")
  }

  @Test func `a signature stays bound to the version that it names`() throws {
    let desk = try Desk.withPetition()
    try desk.sign("Ana Example", "ana@mail.example")
    try desk.succeed("letter", "add", "letter-1", "-", input: "# Second\n")
    try desk.sign("Ben Example", "ben@mail.example")
    try desk.sign("Cem Example", "cem@mail.example", "--letter", "en:1")
    let bound = try desk.sqlite(
      "SELECT group_concat(n) FROM (SELECT letter.version || ':' || count(*) AS n FROM signature JOIN letter ON letter.id = signature.letter GROUP BY letter.version ORDER BY 1)"
    )
    #expect(bound == "1:2,2:1")
    try desk.refuse(66, "signature", "add", "letter-1", "--name", "Dee Example", "--letter", "en:9", saying: "en:9")
  }
}
