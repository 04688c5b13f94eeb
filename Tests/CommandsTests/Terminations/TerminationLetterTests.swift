import Testing

/// `picket termination letter` and `picket termination template`.
struct TerminationLetterTests {
  private let desk: Desk
  private let slug: String

  init() throws {
    desk = try Desk.withPetition()
    try desk.succeed("demand", "add", "--campaign", "justice", "--target", "nimbus", "Cancel the contract.")
    slug = try desk.terminate(
      "Ana *Quill*", "--kind", "employment", "--reference", "K-1", "--notice-date", "2018-05-31", "--notice-period",
      "1 month", "--reason", "Not for this.", "--demand", "1")
  }

  @Test func `the notice has the facts, and what to look up is asked on standard error`() throws {
    let outcome = try desk.succeed("termination", "letter", slug)
    for text in [
      "Ana \\*Quill\\*", "To Nimbus Cloud", "employment contract with Nimbus Cloud, reference K", "2018-06-30",
      "Not for this", "Cancel the contract", "Justice at Nimbus",
    ] { #expect(outcome.text.contains(text), "\(text)") }
    #expect(outcome.stderr.contains("In which form does the contract ask for notice"))
    #expect(outcome.stderr.contains("works council"))
    #expect(!outcome.stderr.contains("Quill"))
  }

  @Test func `it is written in other forms, into a file of its owner's`() throws {
    try desk.succeed("termination", "letter", slug, "--format", "html", "-o", "notice.html")
    #expect(desk.read("notice.html").contains("<html") && desk.read("notice.html").contains("Ana *Quill*"))
    #expect(desk.mode("notice.html") == 0o600)
    #expect(try desk.succeed("termination", "letter", slug, "--format", "text").text.contains("Ana *Quill*"))
    try desk.refuse(73, "termination", "letter", slug, "-o", "notice.html", saying: "is there already")
    try desk.refuse(64, "termination", "letter", slug, "--format", "pdf", saying: "pdf")
  }

  @Test func `the built-in template is one to start from`() throws {
    let template = try desk.succeed("termination", "template").text
    #expect(template.contains("{{notice_date}}"))
    try desk.write(template, to: "notice.md")
    let own = try desk.succeed("termination", "letter", slug, "--template", "notice.md").text
    #expect(own == (try desk.succeed("termination", "letter", slug).text))
    try desk.write("Dear {{target}}, no. {{by}}\n", to: "short.md")
    #expect(
      try desk.succeed("termination", "letter", slug, "--template", "short.md").text
        == "Dear Nimbus Cloud, no. Ana \\*Quill\\*\n")
  }

  @Test func `templates that cannot be used`() throws {
    try desk.write("Dear {{boss}}\n", to: "bad.md")
    try desk.refuse(65, "termination", "letter", slug, "--template", "bad.md", saying: "bad.md:1:")
    try desk.write([0xFF, 0xFE, 0xFD], to: "bad.md")
    try desk.refuse(65, "termination", "letter", slug, "--template", "bad.md", saying: "no UTF-8")
    try desk.write("\n", to: "bad.md")
    try desk.refuse(65, "termination", "letter", slug, "--template", "bad.md", saying: "empty")
    try desk.refuse(66, "termination", "letter", slug, "--template", "none.md", saying: "none.md")
    try desk.refuse(65, "termination", "letter", slug, "--language", "english!", saying: "language tag")
  }
}
