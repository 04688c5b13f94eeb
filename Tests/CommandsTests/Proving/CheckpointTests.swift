import Foundation
import Testing

/// `picket checkpoint`: what somebody outside keeps.
struct CheckpointTests {
  private let desk: Desk

  init() throws { desk = try ProvenPetition.desk() }

  @Test func `the first checkpoint is a note of three lines, a blank one and a signature, and nothing else`() throws {
    let outcome = try desk.succeed("checkpoint", "letter-1")
    let lines = outcome.text.split(separator: "\n", omittingEmptySubsequences: false)
    try #require(lines.count == 6)
    #expect(lines[0].hasPrefix("picket/"))
    // The letter, sixteen signatures and the log's key.
    #expect(lines[1] == "18")
    #expect(Data(base64Encoded: String(lines[2]))?.count == 32)
    #expect(lines[3] == "")
    #expect(lines[4].hasPrefix("— \(lines[0]) "))
    #expect(lines[5] == "")
    #expect(outcome.stderr == "")
    // The campaign's slug names the same log, and nothing new makes no new tree.
    #expect(try desk.succeed("checkpoint", "justice").text == outcome.text)
    try desk.succeed("checkpoint", "letter-1", "-o", "kept")
    #expect(desk.read("kept") == outcome.text)
    #expect(desk.mode("kept") == 0o600)
  }

  @Test func `what a program is told`() throws {
    let json = try desk.succeed("checkpoint", "justice", "-o", "kept", "--json").json
    #expect(json.keys == ["file", "size", "key"])
    #expect(json["file"] == "kept")
    #expect(json["size"] == 18)
    let key = try #require(json["key"]?.string)
    let right = try PythonLedger.run("check-checkpoint", "kept", "--vkey", key, in: desk)
    #expect(right.code == 0, "\(right.stderr)")
  }

  @Test func `refusals`() throws {
    try desk.succeed("campaign", "create", "empty", "--title", "Nothing yet")
    try desk.refuse(65, "checkpoint", "empty", saying: "nothing has happened")
    try desk.refuse(66, "checkpoint", "nowhere", saying: "there is no")
    try desk.write("mine", to: "kept")
    try desk.refuse(73, "checkpoint", "letter-1", "-o", "kept", saying: "kept is there already")
    try FileManager.default.removeItem(atPath: desk.key)
    try desk.refuse(77, "checkpoint", "letter-1", saying: "locked")
  }

  @Test func `the delivery's leaves make the checkpoint's root in Python too`() throws {
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery")
    let key = try desk.key(of: "delivery")
    let root = try PythonLedger.run("root", "delivery/leaves", in: desk)
    let checkpoint = desk.read("delivery/checkpoint").split(separator: "\n")
    #expect(root.text == "\(checkpoint[1]) \(checkpoint[2])\n")
    #expect(try PythonLedger.run("check-checkpoint", "delivery/checkpoint", "--vkey", key, in: desk).code == 0)
    // Later ones bring their proofs along, as lines of the same note.
    try desk.succeed("checkpoint", "letter-1", "-o", "later")
    #expect(desk.read("later").contains("\nconsistency 18 "))
    #expect(try PythonLedger.run("check-checkpoint", "later", "--vkey", key, in: desk).code == 0)
  }

  @Test func `checkpoints of a log that grows belong together, whatever their order`() throws {
    for number in 1...5 {
      try desk.succeed("checkpoint", "justice", "-o", "c\(number)")
      try desk.sign("Grown \(number)", "grown\(number)@mail.example")
    }
    let findings = try desk.verified("c3", "c1", "c5", "c2", "c4")
    #expect(findings.all.count { $0["text"]?.string?.contains("nothing before was changed") == true } == 10)
    #expect(try desk.verified("c2", "--checkpoint", "c1").have("unproven", "who signed it"))
  }

  @Test func `a receipt and an old checkpoint are tied by a newer checkpoint`() throws {
    try desk.succeed("checkpoint", "justice", "-o", "old")
    let id = try desk.sign("Late Signer", "late@mail.example")
    try desk.succeed("receipt", "letter-1", id, "-o", "receipt")
    try desk.refuted("receipt", "--checkpoint", "old", saying: "ask for a new checkpoint")
    try desk.succeed("checkpoint", "justice", "-o", "new")
    try desk.verified("receipt", "new", "--checkpoint", "old")
    try desk.verified("new", "receipt", "old")
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery")
    let later = try desk.sign("Later Signer", "later@mail.example", "--signed-on", "2026-03-01", to: second())
    try desk.succeed("receipt", "letter-2", later, "-o", "later")
    try desk.succeed("checkpoint", "justice", "-o", "newest")
    try desk.verified("later", "newest", "delivery", "--checkpoint", "old")
  }

  /// A second petition of the same campaign, since one that was delivered may take no more.
  private func second() throws -> String {
    try desk.createPetition("letter-2")
    try desk.succeed("petition", "open", "letter-2")
    return "letter-2"
  }

  // MARK: - Falsehoods

  /// A copy of the database, key and all, that goes its own way.
  private func fork() throws {
    try desk.write(try #require(desk.contents(desk.database)), to: "fork.db")
    try desk.sign("One Side", "one@mail.example", "--verified", "badge")
    try desk.succeed(
      "signature", "add", "letter-1", "--name", "Other Side", "--email", "other@mail.example", "--verified", "badge",
      "--db", "fork.db")
  }

  @Test func `two trees of one size are a split view`() throws {
    try desk.succeed("checkpoint", "justice", "-o", "before")
    try fork()
    try desk.succeed("checkpoint", "justice", "-o", "one")
    try desk.succeed("checkpoint", "justice", "-o", "other", "--db", "fork.db")
    try desk.refuted("one", "other", saying: "split view", in: "one, other")
    try desk.refuted("one", "--checkpoint", "other", saying: "split view")
    // Each of them grew from what was before.
    try desk.verified("before", "one")
    try desk.verified("before", "other")
    #expect(try desk.doctor("--checkpoint", "one").holds)
    #expect(try desk.doctor("--checkpoint", "other").have("false", "it was rewritten", in: "checkpoint of justice"))
  }

  @Test func `two deliveries of one size are a split view`() throws {
    try fork()
    try desk.succeed("petition", "deliver", "letter-1", "-o", "one")
    try desk.succeed("petition", "deliver", "letter-1", "-o", "other", "--db", "fork.db")
    try desk.verified("one")
    try desk.verified("other")
    try desk.refuted("one", "other", saying: "split view")
    try desk.succeed("checkpoint", "justice", "-o", "outside", "--db", "fork.db")
    try desk.refuted("one", "--checkpoint", "outside", saying: "rewritten")
  }

  @Test func `a larger tree that does not hold the smaller one`() throws {
    try fork()
    try desk.succeed("checkpoint", "justice", "-o", "one")
    try desk.sign("Third", "third@mail.example")
    try desk.succeed("checkpoint", "justice", "-o", "two")
    try desk.succeed("checkpoint", "justice", "-o", "other", "--db", "fork.db")
    try desk.refuted("two", "other", saying: "the log was rewritten")
    #expect(try desk.doctor("--checkpoint", "other").have("false", "it was rewritten"))
  }

  @Test func `a checkpoint that is signed by another key`() throws {
    // A second vault whose campaign bears the first one's identifier: the same log by name, with another key.
    let other = try Desk.withDatabase()
    try other.succeed("campaign", "create", "justice", "--title", "Justice at Nimbus")
    try other.sqlite("UPDATE campaign SET id = \(try desk.sqlite("SELECT id FROM campaign"))")
    try other.succeed("target", "add", "nimbus", "--name", "Nimbus Cloud")
    try other.write("# Another letter\n", to: "letter.md")
    try other.createPetition("letter-1")
    let forged = try other.succeed("checkpoint", "justice").stdout
    try desk.write(forged, to: "forged")
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery")
    #expect(
      desk.read("forged").split(separator: "\n")[0] == desk.read("delivery/checkpoint").split(separator: "\n")[0])
    try desk.refuted("delivery", "--checkpoint", "forged", saying: "not signed by the log's key", in: "forged")
    #expect(try !desk.doctor("--checkpoint", "forged").holds)
    // Another log altogether is not mistaken for this one.
    let stranger = try Desk.withDatabase()
    try stranger.createPetition("letter-1")
    try desk.write(try stranger.succeed("checkpoint", "justice").stdout, to: "stranger")
    try desk.refuted("delivery", "--checkpoint", "stranger", saying: "two different logs")
    #expect(try desk.doctor("--checkpoint", "stranger").have("false", "another log"))
  }

  @Test(arguments: ["", "no note\n", "picket/x\n1\nAAAA\n\n— x AAAA\n", "{}", "c2sp.org/tlog-proof@v1\n"])
  func `what is no checkpoint`(text: String) throws {
    try desk.write(text, to: "nothing")
    #expect(try !desk.verify("nothing").holds)
    try desk.refuse(66, "verify", "gone", saying: "gone cannot be read")
    try desk.refuse(64, "verify", saying: "paths")
    try desk.refuse(66, "doctor", "--checkpoint", "gone", saying: "gone cannot be read")
  }
}
