import Testing

/// `picket doctor` on what is kept besides petitions.
struct ActionDoctorTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withDatabase()
    try desk.succeed("campaign", "create", "justice", "--title", "Justice at Nimbus")
    try desk.succeed("target", "add", "nimbus", "--name", "Nimbus Cloud")
    try desk.succeed("demand", "add", "--campaign", "justice", "--target", "nimbus", "Cancel the contract.")
  }

  private func act() throws {
    try desk.succeed(
      "termination", "add", "leaving", "--campaign", "justice", "--target", "nimbus", "--by", "Ana Example",
      "--notice-date", "2018-06-18", "--notice-period", "1 month")
    try desk.succeed("termination", "publish", "leaving", "--statement", "Not in my name.", "--consent")
    try desk.succeed(
      "boycott", "create", "no-cloud", "--campaign", "justice", "--target", "nimbus", "--scope", "buying")
    try desk.succeed("boycott", "call", "no-cloud")
    try desk.succeed("pledge", "add", "no-cloud", "--name", "Bo Example", "--email", "bo@mail.example")
    try desk.succeed(
      "demand", "respond", "1", "--campaign", "justice", "--outcome", "rejected", "--on", "2018-06-19")
    try desk.succeed("incident", "add", "--campaign", "justice", "--kind", "threat", "--account", "Threatened.")
  }

  @Test func `all of it fits, before and after a checkpoint, in a campaign without a petition`() throws {
    #expect(try desk.doctor().holds)
    try act()
    let findings = try desk.doctor()
    #expect(findings.holds)
    #expect(findings.have("holds", "3 terminations, pledges and incidents are the ones that were sealed"))
    try desk.succeed("checkpoint", "justice", "-o", "kept")
    #expect(try desk.doctor("--checkpoint", "kept").holds)
  }

  @Test(arguments: [
    ("UPDATE termination SET stage = 'considering'", "termination leaving"),
    ("UPDATE termination SET is_published = 0", "termination leaving"),
    ("UPDATE pledge SET if_others = 3", "pledge"), ("UPDATE pledge SET stage = 2", "pledge"),
    ("UPDATE incident SET contents = zeroblob(200)", "incident"),
    ("UPDATE demand_response SET outcome = 'met'", "demand 1 of justice"),
    ("DROP TRIGGER boycott_event_stays; UPDATE boycott_event SET text = 'Never mind.'", "no-cloud"),
    ("DELETE FROM demand_response", "justice"),
    ("DROP TRIGGER boycott_event_is_kept; DELETE FROM boycott_event", "justice"),
    ("DELETE FROM ledger_queue", ""),
  ])
  func `what was changed by hand is named`(statement: String, subject: String) throws {
    try act()
    try desk.sqlite(statement)
    let findings = try desk.doctor()
    #expect(!findings.holds)
    #expect(findings.have("false", "", in: subject))
  }
}
