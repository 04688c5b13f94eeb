import Testing

/// `picket termination edit`, `give-notice`, `rescind`, `publish` and `erase`.
struct TerminationChangeTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  @Test func `an edit changes what is said, and an empty text takes a field away`() throws {
    let slug = try desk.terminate(
      "Ana Quill", "--email", "ana@mail.example", "--reference", "K-1", "--value", "5", "--currency", "EUR",
      "--signed-on", "2018-01-01", "--reason", "Old.", "--evidence", "one", "--hide", "day")
    try desk.succeed(
      "termination", "edit", slug, "--by", "Anna Quill", "--organization", "--kind", "supply", "--reason", "New.",
      "--evidence", "two", "--evidence", "three", "--hide", "reason", "--show", "day", "--location", "Bonn")
    var shown = try desk.termination(slug)
    #expect(shown["by"] == "Anna Quill" && shown["organization"] == true && shown["kind"] == "supply")
    #expect(shown["reason"] == "New." && shown["evidence"] == ["two", "three"] && shown["hidden"] == ["reason"])
    #expect(shown["reference"] == "K-1" && shown["value"] == "5.00" && shown["location"] == "Bonn")
    try desk.succeed(
      "termination", "edit", slug, "--reference", "", "--value", "", "--signed-on", "", "--reason", "", "--email",
      "", "--evidence", "", "--no-organization")
    shown = try desk.termination(slug)
    for key in ["reference", "value", "valueMinor", "currency", "signedOn", "reason", "email"] {
      #expect(shown[key] == nil, "\(key)")
    }
    #expect(shown["evidence"] == [] && shown["organization"] == false)
    try desk.refuse(64, "termination", "edit", slug, "--hide", "day", "--show", "day", saying: "both")
    try desk.refuse(64, "termination", "edit", slug, "--value", "5", saying: "--currency")
  }

  @Test func `an edit of the days works out the end anew`() throws {
    let slug = try desk.terminate("Ana Quill", "--notice-date", "2018-06-18", "--notice-period", "2 weeks")
    #expect(try desk.termination(slug)["effectiveDate"] == "2018-07-02")
    try desk.succeed("termination", "edit", slug, "--notice-date", "2018-06-20")
    #expect(try desk.termination(slug)["effectiveDate"] == "2018-07-04")
    try desk.succeed("termination", "edit", slug, "--effective-date", "2018-07-31")
    #expect(try desk.termination(slug)["effectiveDate"] == "2018-07-31")
    #expect(try desk.termination(slug)["noticePeriod"] == "2 weeks")
    try desk.succeed("termination", "edit", slug, "--notice-period", "none")
    #expect(try desk.termination(slug)["effectiveDate"] == "2018-06-20")
    try desk.refuse(65, "termination", "edit", slug, "--notice-date", day(3), saying: "still to come")
    try desk.refuse(65, "termination", "edit", slug, "--notice-date", "", saying: "not taken away")
    try desk.refuse(65, "termination", "edit", slug, "--signed-on", "2018-06-21", saying: "after the notice")
  }

  @Test func `notice is given on the day that is named, that was planned, or today`() throws {
    let named = try desk.terminate("Ana Quill")
    let given = try desk.succeed(
      "termination", "give-notice", named, "--on", "2018-06-18", "--notice-period", "1 month", "--json"
    ).json
    #expect(
      given == [
        "slug": .string(named), "state": "effective", "noticeDate": "2018-06-18", "effectiveDate": "2018-07-18",
      ])
    try desk.refuse(65, "termination", "give-notice", named, saying: "cannot be given again")
    let today = try desk.terminate("Bo Quill")
    try desk.succeed("termination", "give-notice", today)
    #expect(try desk.termination(today)["noticeDate"]?.string == day(0))
    let planned = try desk.terminate("Cy Quill", "--notice-date", day(5), "--notice-period", "10 days")
    try desk.refuse(65, "termination", "give-notice", planned, saying: "still to come")
    try desk.succeed("termination", "give-notice", planned, "--on", day(-1))
    #expect(try desk.termination(planned)["effectiveDate"]?.string == day(9))
    #expect(try desk.termination(planned)["state"] == "noticed")
  }

  @Test func `it is taken back with a day and a reason, once`() throws {
    let slug = try desk.terminate("Ana Quill", "--notice-date", "2018-06-18")
    try desk.refuse(65, "termination", "rescind", slug, "--on", "2018-06-17", saying: "before the notice")
    try desk.refuse(65, "termination", "rescind", slug, "--on", day(3), saying: "still to come")
    try desk.succeed("termination", "rescind", slug, "--on", "2018-07-01", "--because", "They gave in.")
    let shown = try desk.termination(slug)
    #expect(shown["state"] == "rescinded" && shown["rescindedOn"] == "2018-07-01")
    #expect(shown["rescindedBecause"] == "They gave in.")
    try desk.refuse(65, "termination", "rescind", slug, saying: "rescinded already")
    try desk.refuse(65, "termination", "give-notice", slug, saying: "cannot be given again")
    #expect(try desk.sqlite("SELECT stage FROM termination") == "rescinded")
  }

  @Test func `it is published with consent, which stays on record, and then the slug may name who it is`() throws {
    let considered = try desk.terminate("Bo Wren")
    try desk.refuse(65, "termination", "publish", considered, "--consent", saying: "only considered")
    let slug = try desk.terminate("Ana Quill", "--notice-date", "2018-06-18")
    try desk.refuse(
      65, "termination", "publish", slug, "--statement", "Not in my name.", saying: "no consent on record")
    #expect(try desk.termination(slug)["statement"] == nil)
    let published = try desk.succeed(
      "termination", "publish", slug, "--statement", "Not in my name.", "--consent", "--slug", "ana-quill", "--json"
    ).json
    #expect(published["slug"] == "ana-quill" && published["publishedOn"]?.string == day(0))
    let shown = try desk.termination("ana-quill")
    #expect(shown["consentedOn"]?.string == day(0) && shown["statement"] == "Not in my name.")
    try desk.refuse(66, "termination", "show", slug, saying: "no termination")
    try desk.succeed("termination", "publish", "ana-quill", "--statement", "Still not.")
    // Hidden again, its slug must not tell any more.
    try desk.refuse(
      65, "termination", "edit", "ana-quill", "--visibility", "counted", saying: "the slug holds a word")
    try desk.succeed("termination", "edit", "ana-quill", "--visibility", "counted", "--slug", "c-1")
    let role = try desk.terminate("Cy Wren", "--notice-date", "2018-06-18", "--visibility", "role")
    try desk.refuse(
      65, "termination", "publish", role, "--consent", "--slug", "cy-wren", saying: "the slug holds a word")
  }

  @Test func `whatever changes the public text gets one leaf, and nothing else does`() throws {
    let slug = try desk.terminate("Ana Quill", "--notice-date", "2018-06-18", "--reason", "Old.", "--hide", "reason")
    var leaves = try desk.waitingLeaves()
    func expect(_ new: Int, after arguments: String..., at location: SourceLocation = #_sourceLocation) throws {
      let outcome = try Program.picket.run(
        ["termination"] + arguments, in: desk.folder, environment: desk.environment)
      #expect(outcome.code == 0, "\(outcome.stderr)", sourceLocation: location)
      #expect(try desk.waitingLeaves() == leaves + new, "\(arguments)", sourceLocation: location)
      leaves += new
    }
    try expect(0, after: "edit", slug, "--reason", "Older.")
    try expect(1, after: "publish", slug, "--consent")
    try expect(0, after: "publish", slug)
    try expect(0, after: "edit", slug, "--reason", "Hidden.")
    try expect(0, after: "edit", slug, "--email", "ana@mail.example")
    try expect(1, after: "edit", slug, "--show", "reason", "--consent")
    try expect(1, after: "edit", slug, "--effective-date", "2018-07-01", "--consent")
    try expect(1, after: "publish", slug, "--statement", "Not in my name.")
    try expect(1, after: "rescind", slug)
    try expect(1, after: "edit", slug, "--visibility", "role")
    try expect(0, after: "edit", slug, "--reason", "Whatever.")
    let quiet = try desk.terminate("Bo Wren", "--notice-date", "2018-06-18", "--visibility", "counted")
    try expect(0, after: "publish", quiet, "--consent", "--statement", "Not in my name.")
    try expect(0, after: "erase", quiet)
    try desk.succeed("checkpoint", "letter-1", "-o", "checkpoint")
    #expect(try desk.waitingLeaves() == 0)
    #expect(try desk.doctor().holds)
  }

  @Test func `erasing leaves nothing that is sealed, and its leaves`() throws {
    let slug = try desk.terminate("Ana Quill", "--notice-date", "2018-06-18")
    try desk.succeed("termination", "publish", slug, "--consent")
    let leaves = try desk.waitingLeaves()
    let outcome = try desk.succeed("termination", "erase", slug)
    #expect(outcome.stderr.contains("already out still hold it"))
    #expect(try desk.sqlite("SELECT count(*) FROM termination") == "0")
    #expect(try desk.waitingLeaves() == leaves)
    #expect(try desk.succeed("termination", "list", "--json").json["terminations"] == [])
    try desk.refuse(66, "termination", "erase", slug, saying: "no termination")
  }
}
