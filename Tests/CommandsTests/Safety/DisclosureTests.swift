import Foundation
import Testing

/// Nothing is shown beyond what somebody agreed to, whichever way it is asked for.
struct DisclosureTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  private func leaving(_ options: String...) throws -> String {
    let outcome = try Program.picket.run(
      [
        "termination", "add", "--campaign", "justice", "--target", "nimbus", "--by", "Ana Example", "--notice-date",
        "2025-06-18", "--value", "777.00", "--currency", "EUR", "--reason", "A secret reason", "--evidence",
        "/home/ana/payslip.pdf",
      ] + options, in: desk.folder, environment: desk.environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return outcome.lines.first ?? ""
  }

  private func contracts() throws -> String { try desk.succeed("termination", "export", "justice").text }

  // MARK: - Terminations

  @Test func `a consent to be counted is none to be named, and a consent to some lines none to others`() throws {
    let slug = try leaving("--visibility", "counted", "--hide", "evidence", "--hide", "value")
    try desk.succeed("termination", "publish", slug, "--consent")
    try desk.refuse(65, "termination", "edit", slug, "--visibility", "named", saying: "more of it than was agreed to")
    #expect(try !contracts().contains("Ana Example"))
    try desk.succeed("termination", "edit", slug, "--visibility", "named", "--consent")
    #expect(try contracts().contains("Ana Example"))
    #expect(try !contracts().contains("payslip"))
    #expect(try !contracts().contains("777"))
    try desk.refuse(65, "termination", "edit", slug, "--show", "value", saying: "more of it than was agreed to")
    try desk.refuse(65, "termination", "edit", slug, "--by", "Bo Example", saying: "more of it than was agreed to")
    // Less needs no consent.
    try desk.succeed("termination", "edit", slug, "--hide", "reason")
    #expect(try !contracts().contains("A secret reason"))
  }

  @Test func `a plan of which nothing came is never published`() throws {
    let slug = try desk.succeed(
      "termination", "add", "--campaign", "justice", "--target", "nimbus", "--by", "Bea Example", "--notice-date",
      "2126-06-18"
    ).lines[0]
    try desk.succeed("termination", "rescind", slug)
    try desk.refuse(65, "termination", "publish", slug, "--consent", saying: "notice was never given")
    try desk.refuse(65, "termination", "edit", slug, "--notice-date", "2126-06-19", saying: "is rescinded")
    #expect(try !contracts().contains("Bea Example"))
  }

  @Test func `whoever has the file cannot try names on the leaf of a termination`() throws {
    let slug = try leaving()
    try desk.succeed("termination", "publish", slug, "--consent")
    let id = try #require(Int64(desk.sqlite("SELECT id FROM termination")))
    let guess = """
      import hashlib, sqlite3, sys
      alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
      number, text = \(id), ""
      for _ in range(13): number, text = number >> 5, alphabet[number & 31] + text
      told = "by: Ana Example\\nkind: consulting\\ntarget: Nimbus Cloud\\nnotice_date: 2025-06-18\\nstage: noticed\\n" \\
          "value: 777.00\\ncurrency: EUR\\nreason: A secret reason\\nevidence: /home/ana/payslip.pdf"
      day = sys.argv[2]
      digest = hashlib.sha256(b"\\x09" + f"{text}\\n{day}\\n{told}".encode()).digest()
      leaves = [row[0] for row in sqlite3.connect(sys.argv[1]).execute("SELECT leaf FROM ledger_queue")]
      assert any(leaf[1] == 9 for leaf in leaves)
      sys.exit(1 if any(leaf.endswith(digest) for leaf in leaves) else 0)
      """
    try desk.write(guess, to: "guess.py")
    let python = try #require(Program.tool("python3"), "Debian's package python3 has it")
    let day = Date().formatted(.iso8601.year().month().day())
    let outcome = try python.run(
      [desk.folder + "/guess.py", desk.database, day], in: desk.folder, environment: desk.environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
  }

  @Test func `a slug does not tell who it is by the job or the employer either`() throws {
    try desk.refuse(
      65, "termination", "add", "head-of-maps", "--campaign", "justice", "--target", "nimbus", "--by", "Al Vi",
      "--job-title", "Head of maps", "--notice-date", "2025-06-18", saying: "the slug holds a word")
  }

  @Test func `a namesake, or the same person with another wish, is not taken for a duplicate`() throws {
    let header = "by,target,kind,notice_date,value,currency,visibility\n"
    try desk.write(header + "Ana Example,nimbus,job,2025-01-01,10,EUR,named\n", to: "a.csv")
    try desk.write(header + "Ana Example,nimbus,job,2025-01-01,99,USD,counted\n", to: "b.csv")
    try desk.succeed("termination", "import", "justice", "a.csv")
    let again = try desk.succeed("termination", "import", "justice", "a.csv", "--json").json
    #expect(again["duplicates"] == 1)
    let other = try desk.picket("termination", "import", "justice", "b.csv", "--json")
    #expect(other.stderr.contains("b.csv:2:1: one of this name, contract and day stands already"))
    #expect(desk.read("b.rejects.csv").contains("99,USD,counted"))
  }

  // MARK: - Thresholds

  @Test func `a threshold on which people signed is not lowered or taken away, nor set once lists are out`() throws {
    try desk.succeed("petition", "edit", "letter-1", "--reveal-threshold", "200")
    try desk.sign("Cy Example", "cy@mail.example", "--verified", "badge")
    try desk.refuse(65, "petition", "edit", "letter-1", "--no-reveal-threshold", saying: "cannot be lowered")
    try desk.refuse(65, "petition", "edit", "letter-1", "--reveal-threshold", "1", saying: "cannot be lowered")
    try desk.succeed("petition", "edit", "letter-1", "--reveal-threshold", "300")
    #expect(try desk.publicList() == [])

    try desk.createPetition("letter-2")
    try desk.succeed("petition", "open", "letter-2")
    try desk.sign("Di Example", "di@mail.example", "--verified", "badge", to: "letter-2")
    #expect(try desk.publicList("letter-2").count == 1)
    try desk.refuse(
      65, "petition", "edit", "letter-2", "--reveal-threshold", "50", saying: "lists of letter-2 are out")
  }

  // MARK: - Pledges

  private func boycott() throws {
    try desk.succeed(
      "boycott", "create", "no-cloud", "--campaign", "justice", "--target", "nimbus", "--scope", "buying")
  }

  private func pledge(_ name: String, _ options: String...) throws -> String {
    let outcome = try Program.picket.run(
      ["pledge", "add", "no-cloud", "--name", name, "--email", name.replacing(" ", with: "") + "@mail.example"]
        + options,
      in: desk.folder, environment: desk.environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return outcome.lines.first ?? ""
  }

  private func figure(_ name: String) throws -> JSON? {
    try desk.succeed("pledge", "tally", "no-cloud", "--json").json[name]
  }

  @Test func `a promise that nobody made sure of does not bind a verified person anew`() throws {
    try boycott()
    try desk.succeed("boycott", "call", "no-cloud")
    _ = try pledge("Lea Example", "--verified", "badge", "--lapses", "2020-01-01")
    _ = try pledge("Mo Example", "--verified", "badge")
    #expect(try figure("lapsed") == 1)
    try desk.succeed("boycott", "edit", "no-cloud", "--scope", "buying,recruiting")
    #expect(try figure("askedAgain") == 1)
    // Anybody could have filled in this form.
    try desk.write(
      "name,email,if_others\nLea Example,LeaExample@mail.example,\nMo Example,MoExample@mail.example,\n",
      to: "form.csv")
    try desk.succeed("pledge", "import", "no-cloud", "form.csv")
    #expect(try figure("binding") == 0)
    #expect(try figure("verified") == 0)
    try desk.refuse(65, "pledge", "reveal", "no-cloud", "--confirm", "2", saying: "no pledge of no-cloud binds yet")
  }

  @Test func `what does not bind is not kept, and so makes no other bind`() throws {
    try boycott()
    try desk.succeed("boycott", "call", "no-cloud")
    let waiting = try pledge("Lea Example", "--verified", "badge", "--if-others", "200")
    _ = try pledge("Mo Example", "--verified", "badge", "--if-others", "1")
    try desk.refuse(65, "pledge", "keep", "no-cloud", waiting, "--on", "2026-01-01", saying: "cannot be kept")
    #expect(try figure("binding") == 0)
  }

  @Test func `only a called boycott is revealed, and the history tells no number`() throws {
    try boycott()
    for number in 1...4 { _ = try pledge("Named \(number)", "--verified", "badge") }
    let last = try pledge("Hidden Example", "--verified", "badge", "--visibility", "counted")
    try desk.refuse(65, "pledge", "reveal", "no-cloud", "--confirm", "5", saying: "nothing of it is public yet")
    try desk.succeed("boycott", "call", "no-cloud")
    try desk.succeed("pledge", "reveal", "no-cloud", "--confirm", "5")
    let history = try desk.succeed("boycott", "export", "no-cloud").text
    #expect(history.contains("The pledges that bind are known."))
    #expect(!history.contains("At least"))
    // Whoever is out can still ask for less, also after the end.
    try desk.succeed("boycott", "end", "no-cloud")
    let named = try #require(
      desk.succeed("pledge", "list", "no-cloud", "--json").json.elements.first { $0["name"] == "Named 1" }?["id"]?
        .string)
    try desk.succeed("pledge", "edit", "no-cloud", named, "--visibility", "counted")
    #expect(try !desk.succeed("pledge", "export", "no-cloud").text.contains("Named 1"))
    try desk.succeed("pledge", "withdraw", "no-cloud", last)
    try desk.refuse(65, "pledge", "edit", "no-cloud", last, "--name", "Somebody", saying: "is withdrawn")
  }

  // MARK: - Boycotts

  @Test func `what the public reads of a called boycott does not change without a word`() throws {
    try desk.succeed("demand", "add", "--campaign", "justice", "--target", "nimbus", "Cancel it.")
    try desk.succeed(
      "boycott", "create", "no-cloud", "--campaign", "justice", "--target", "nimbus", "--scope", "buying",
      "--until-demands", "1")
    try desk.succeed("boycott", "call", "no-cloud")
    try desk.succeed("boycott", "edit", "no-cloud", "--alternative", "Buy from a cooperative.")
    let shown = try desk.succeed("boycott", "show", "no-cloud", "--json").json
    #expect(shown["events"]?.elements.map { $0["kind"] } == ["called", "terms-changed"])
    #expect(shown["terms"] == 1)
    try desk.refuse(
      65, "demand", "edit", "1", "--campaign", "justice", "--text", "Something else.", saying: "in these words")
    try desk.succeed("demand", "edit", "1", "--campaign", "justice", "--state", "withdrawn", "--on", "2026-01-01")
    try desk.refuse(65, "boycott", "end", "no-cloud", saying: "demands that are not met: 1")
    try desk.succeed("boycott", "end", "no-cloud", "--because", "We have given it up.")
  }
}
