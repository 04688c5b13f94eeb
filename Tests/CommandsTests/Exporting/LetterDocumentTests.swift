import Testing

/// `picket export letter`: the letter with its list.
struct LetterDocumentTests {
  @Test func `the letter, the demands and the signatories stand in one document`() throws {
    let desk = try SamplePetition.desk()
    let text = try desk.succeed("export", "letter", "letter-1", "--for", "public", "-o", "letter-out.md").text
    #expect(text == "")
    let document = desk.read("letter-out.md")
    for words in [
      "# An open letter", "We ask you to listen", "Cancel the contract", "Publish a policy", "Åsa Example",
    ] {
      #expect(document.contains(words))
    }
    #expect(!document.contains("Pending Person"))
    #expect(desk.mode("letter-out.md") == 0o600)
  }

  @Test func `another version or language is chosen`() throws {
    let desk = try SamplePetition.desk()
    try desk.succeed("letter", "add", "letter-1", "-", "--language", "de", input: "# Ein offener Brief\n")
    #expect(try desk.succeed("export", "letter", "letter-1", "--letter", "de").text.contains("Ein offener Brief"))
    #expect(try desk.succeed("export", "letter", "letter-1").text.contains("An open letter"))
    try desk.refuse(66, "export", "letter", "letter-1", "--letter", "fr", "-o", "x.md", saying: "no letter \"fr\"")
  }

  @Test func `for organizers it warns`() throws {
    let desk = try SamplePetition.desk()
    let outcome = try desk.succeed("export", "letter", "letter-1", "--for", "organizers")
    #expect(outcome.stderr.contains("warning"))
    #expect(outcome.text.contains("Pending Person"))
  }
}
