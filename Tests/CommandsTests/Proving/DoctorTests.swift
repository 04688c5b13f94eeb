import Foundation
import Testing

/// `picket doctor`: rows that were deleted, altered or swapped by hand are named, and nothing is repaired.
struct DoctorTests {
  private let desk: Desk
  private let ids: [String]

  init() throws {
    desk = try ProvenPetition.desk()
    try desk.succeed("claim", "add", "letter-1", "--source", "Partner", "--count", "300")
    ids = try desk.signatures().compactMap { $0["id"]?.string }
  }

  /// The condition that picks a signature by its place in the list, which is the order of the identifiers.
  private func row(_ place: Int) -> String { "id = (SELECT id FROM signature ORDER BY id LIMIT 1 OFFSET \(place))" }

  /// The doctor finds something to be false, in these words, of this row.
  private func ill(_ words: String, _ subject: String = "", at location: SourceLocation = #_sourceLocation) throws {
    let findings = try desk.doctor(at: location)
    #expect(
      findings.have("false", words, in: subject), "\(findings.falsehoods) lack \(words)", sourceLocation: location)
  }

  private func hand(_ statement: String) throws {
    try desk.sqlite("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; " + statement)
  }

  @Test func `what holds, and that nothing else does, is said in plain words`() throws {
    let findings = try desk.doctor()
    #expect(findings.holds)
    #expect(findings.have("holds", "16 rows are the ones that were sealed", in: "letter-1"))
    #expect(findings.have("holds", "its tally is the count of its rows", in: "letter-1"))
    let outcome = try desk.succeed("doctor")
    #expect(outcome.lines.last == "Everything that was checked holds.")
    try hand("UPDATE tally SET verified = verified + 1")
    let ill = try desk.picket("doctor")
    #expect(ill.code == 1)
    #expect(ill.text.contains("FALSE: letter-1: its tally of employees is not the count of its rows"))
    #expect(ill.lines.last == "Not everything holds.")
    try FileManager.default.removeItem(atPath: desk.key)
    try desk.refuse(77, "doctor", saying: "locked")
  }

  @Test(arguments: [
    "state = 0", "state = 2", "cohort = 3", "signed_on = signed_on + 1", "origin = NULL", "tag = zeroblob(16)",
    "contents = zeroblob(length(contents))", "commitment = zeroblob(32)", "commitment = NULL",
  ])
  func `a row that was altered`(change: String) throws {
    for isInTree in [false, true] {
      if isInTree { try desk.succeed("checkpoint", "justice", "-o", "kept") }
      try hand("CREATE TABLE IF NOT EXISTS old AS SELECT * FROM signature WHERE \(row(2))")
      try hand("UPDATE signature SET \(change) WHERE \(row(2))")
      try ill("its row is not the one that was sealed", "signature \(ids[2]) of letter-1")
      try hand("DELETE FROM signature WHERE id = (SELECT id FROM old); INSERT INTO signature SELECT * FROM old")
      try hand("DROP TABLE old")
      #expect(try desk.doctor().holds)
    }
  }

  @Test func `two rows whose contents were swapped`() throws {
    try hand(
      """
      CREATE TEMP TABLE two AS SELECT id, contents FROM signature ORDER BY id LIMIT 2;
      UPDATE signature SET contents = (SELECT contents FROM two WHERE two.id <> signature.id)
        WHERE id IN (SELECT id FROM two);
      """)
    for id in ids[..<2] { try ill("swapped with another", "signature \(id)") }
  }

  @Test func `a row that was deleted, with and without its count`() throws {
    try desk.succeed("checkpoint", "justice", "-o", "kept")
    try hand("DELETE FROM signature WHERE \(row(4))")
    try ill("its row is gone: it was deleted by hand", "letter-1")
    try ill("is not the count of its rows", "letter-1")
    try hand("UPDATE tally SET verified = verified - 1")
    try ill("its row is gone: it was deleted by hand", "letter-1")
    #expect(try desk.doctor().falsehoods.count == 1)
  }

  @Test func `a row that was put in from another file`() throws {
    try desk.write(try #require(desk.contents(desk.database)), to: "fork.db")
    try desk.succeed(
      "signature", "add", "letter-1", "--name", "Other Side", "--verified", "badge", "--db", "fork.db")
    try hand(
      """
      ATTACH '\(desk.folder)/fork.db' AS fork;
      INSERT INTO main.signature SELECT * FROM fork.signature WHERE id NOT IN (SELECT id FROM main.signature);
      UPDATE tally SET verified = verified + 1;
      """)
    try ill("its leaf is not in the ledger", "signature ")
    #expect(try desk.doctor().falsehoods.count == 1)
  }

  @Test func `a signer who left, and whose row was put back`() throws {
    try hand(
      "CREATE TABLE old AS SELECT * FROM signature WHERE \(row(5)); CREATE TABLE tallies AS SELECT * FROM tally")
    try desk.succeed("signature", "withdraw", "letter-1", ids[5])
    #expect(try desk.doctor().holds)
    try hand(
      """
      DELETE FROM signature WHERE id = (SELECT id FROM old); INSERT INTO signature SELECT * FROM old;
      DELETE FROM tally; INSERT INTO tally SELECT * FROM tallies
      """)
    try ill("the row was restored from an older file. Withdraw it again", "signature \(ids[5])")
    try desk.succeed("checkpoint", "justice", "-o", "kept")
    try ill("the row was restored from an older file", "signature \(ids[5])")
  }

  @Test func `a withdrawal whose leaf was taken from the queue`() throws {
    try desk.succeed("checkpoint", "justice", "-o", "kept")
    try desk.succeed("signature", "withdraw", "letter-1", ids[1])
    try hand("DELETE FROM ledger_queue")
    try ill("the ledger does not know it", "signature \(ids[1])")
  }

  @Test func `signatures whose leaves were taken from the queue`() throws {
    try hand("DELETE FROM ledger_queue")
    let findings = try desk.doctor()
    for id in ids { #expect(findings.have("false", "its leaf is not in the ledger", in: "signature \(id)")) }
  }

  @Test(arguments: [
    "UPDATE ledger_bundle SET leaves = CAST(substr(leaves, 1, 59) || CASE WHEN substr(leaves, 60, 1) = X'00' "
      + "THEN X'01' ELSE X'00' END || substr(leaves, 61) AS BLOB)",
    "UPDATE ledger_bundle SET leaves = CAST(substr(leaves, 75) || substr(leaves, 1, 74) AS BLOB)",
    "UPDATE ledger_bundle SET leaves = substr(leaves, 75)",
    "DELETE FROM ledger_bundle",
    "UPDATE ledger_tile SET hashes = zeroblob(length(hashes))",
    "DELETE FROM ledger_tile",
    "UPDATE ledger SET size = size - 1",
    "UPDATE ledger SET size = size + 1",
    "UPDATE ledger_checkpoint SET size = size - 1",
    "UPDATE ledger_checkpoint SET note = CAST(replace(CAST(note AS TEXT), char(10) || '19', char(10) || '18') AS BLOB)",
    "UPDATE ledger_checkpoint SET note = X'00'",
    "DELETE FROM ledger_checkpoint",
  ])
  func `a ledger that was altered`(statement: String) throws {
    try desk.succeed("checkpoint", "justice", "-o", "kept")
    try hand(statement)
    try ill("", "ledger of justice")
    #expect(try !desk.doctor("--checkpoint", "kept").holds)
  }

  @Test(arguments: [
    ("UPDATE claim SET count = 300000", "claim"), ("UPDATE claim SET source = 'Somebody else'", "claim"),
    ("UPDATE claim SET cohort = 0", "claim"), ("DELETE FROM claim", "claim"),
    ("DROP TRIGGER letter_stays; UPDATE letter SET text = 'We ask for nothing.'", "letter"),
    ("DROP TRIGGER letter_stays; UPDATE letter SET version = 2", "letter"),
  ])
  func `a claim or a letter that was altered`(statement: String, what: String) throws {
    try hand(statement)
    try ill(what, "letter-1")
  }

  @Test(arguments: [
    "UPDATE delivery SET manifest = CAST(replace(CAST(manifest AS TEXT), 'total 16', 'total 17') AS BLOB)",
    "UPDATE delivery SET counted = X'FFFFFF'",
    "UPDATE delivery_line SET hash = zeroblob(32) WHERE number = 3",
    "UPDATE delivery_line SET contents = zeroblob(length(contents)) WHERE number = 3",
    """
    CREATE TEMP TABLE two AS SELECT number, contents FROM delivery_line WHERE number < 3;
    UPDATE delivery_line SET contents = (SELECT contents FROM two WHERE two.number <> delivery_line.number)
      WHERE number < 3
    """,
    "DELETE FROM delivery_line WHERE number = 3",
  ])
  func `a delivery that was altered`(statement: String) throws {
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery")
    #expect(try desk.doctor().holds)
    try hand(statement)
    try ill("", "delivery 1 of letter-1")
  }

  @Test func `a delivery that is gone`() throws {
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery")
    try desk.succeed("checkpoint", "justice", "-o", "kept")
    try hand("DELETE FROM delivery_line; DELETE FROM delivery")
    try ill("deliveries", "letter-1")
  }

  @Test func `an old database under a newer checkpoint`() throws {
    try desk.succeed("backup", "old.db")
    try desk.sign("Later Signer", "later@mail.example")
    try desk.succeed("checkpoint", "justice", "-o", "kept")
    #expect(try desk.doctor("--checkpoint", "kept").holds)
    let findings = try desk.doctor("--db", "old.db", "--checkpoint", "kept")
    let sentence = try #require(findings.falsehoods.first)
    #expect(findings.falsehoods.count == 1)
    #expect(sentence.contains("restored from an older file, or rolled back"))
    let honest = try #require(sentence.range(of: "If you went back to a backup"))
    let hostile = try #require(sentence.range(of: "somebody changed the file"))
    #expect(honest.lowerBound < hostile.lowerBound)
    // Each file for itself is sound.
    #expect(try desk.doctor("--db", "old.db").holds)
  }

  @Test func `a database that grew in other ways than the checkpoint`() throws {
    try desk.succeed("backup", "old.db")
    try desk.sign("Later Signer", "later@mail.example")
    try desk.succeed("checkpoint", "justice", "-o", "kept")
    for number in 1...3 {
      try desk.succeed("signature", "add", "letter-1", "--name", "Other \(number)", "--db", "old.db")
      try desk.succeed("checkpoint", "justice", "-o", "other-\(number)", "--db", "old.db")
    }
    #expect(try desk.doctor("--db", "old.db", "--checkpoint", "kept").have("false", "it was rewritten"))
  }

  @Test func `what people do to signatures leaves everything whole`() throws {
    let held = try desk.sign("Other Name", "signer1@mail.example")
    try desk.sign("Pending Signer", "pending@mail.example")
    #expect(try desk.doctor().holds)
    try desk.succeed("signature", "verify", "letter-1", held)
    try desk.succeed("signature", "withdraw", "letter-1", ids[0])
    try desk.succeed("signature", "invalidate", "letter-1", ids[1], "--reason", "test")
    try desk.succeed("signature", "erase", "letter-1", ids[2])
    try desk.succeed("checkpoint", "justice", "-o", "kept")
    for id in [ids[0], ids[1], ids[3]] { try desk.succeed("signature", "erase", "letter-1", id) }
    try desk.importSheet(Sheet(50...60).text, named: "more.csv")
    let undone = try desk.succeed("import", "list", "letter-1", "--json").json.elements.compactMap {
      $0["id"]?.string
    }
    try desk.succeed("import", "undo", "letter-1", try #require(undone.last))
    let findings = try desk.doctor("--checkpoint", "kept")
    #expect(findings.falsehoods == [])
  }
}
