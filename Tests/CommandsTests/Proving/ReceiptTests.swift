import Foundation
import Testing

/// `picket receipt`: what a signer takes home.
struct ReceiptTests {
  private let desk: Desk
  private let id: String

  init() throws {
    desk = try ProvenPetition.desk()
    id = try desk.signature("signer2@")
  }

  @Test func `a receipt is a file of its own for the signer, names nobody and verifies`() throws {
    let outcome = try desk.succeed("receipt", "letter-1", id, "-o", "a.tlog-proof", "--json")
    #expect(try outcome.json == ["receipt": "a.tlog-proof", "opening": .null])
    #expect(desk.mode("a.tlog-proof") == 0o600)
    #expect(desk.read("a.tlog-proof").hasPrefix("c2sp.org/tlog-proof@v1\nextra "))
    let extra = try #require(desk.read("a.tlog-proof").split(separator: "\n")[1].split(separator: " ").last)
    let text = String(decoding: try #require(Data(base64Encoded: String(extra))), as: UTF8.self)
    #expect(!text.contains("Signer") && !text.contains("@"))
    let findings = try desk.verified("a.tlog-proof")
    #expect(findings.have("holds", "the leaf is that of a signature"))
    #expect(findings.have("unproven", "that the signature still stands"))
    #expect(findings.have("unproven", "who signed"))
    let table = try desk.succeed("verify", "a.tlog-proof")
    #expect(table.text.contains("not proven: a.tlog-proof: who signed"))
    #expect(table.lines.last == "Everything that was checked holds.")
  }

  @Test func `a hyphen is standard output, and no file of that name`() throws {
    let outcome = try desk.succeed("receipt", "letter-1", id, "-o", "-", "--opening", "a.json")
    #expect(outcome.text.hasPrefix("c2sp.org/tlog-proof@v1\n"))
    #expect(!FileManager.default.fileExists(atPath: desk.folder + "/-"))
    try desk.write(outcome.text, to: "piped")
    _ = try desk.verified("piped", "a.json")
    try desk.refuse(64, "receipt", "letter-1", id, "-o", "b", "--opening", "-", saying: "a file of its own")
    try desk.refuse(64, "receipt", "letter-1", id, "-o", "-", "--json", saying: "one or the other")
  }

  @Test func `it is checked without database, key and home`() throws {
    try desk.succeed("receipt", "letter-1", id, "-o", "a.tlog-proof")
    for path in [desk.database, desk.key] { try FileManager.default.removeItem(atPath: path) }
    try desk.succeed("verify", "a.tlog-proof", environment: ["PICKET_DB": "", "HOME": "", "XDG_CONFIG_HOME": ""])
  }

  @Test func `Python accepts it for its own leaf and for no other`() throws {
    try desk.succeed("receipt", "letter-1", id, "-o", "a.tlog-proof", "--opening", "a.json")
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery")
    let leaf = try JSONDecoder().decode(JSON.self, from: Data(desk.read("a.json").utf8))["leaf"]?.string ?? ""
    let key = try desk.key(of: "delivery")
    let right = try PythonLedger.run("check-proof", "a.tlog-proof", "--leaf", leaf, "--vkey", key, in: desk)
    #expect(right.code == 0, "\(right.stderr)")
    let other = desk.read("delivery/leaves").split(separator: "\n").map { $0.split(separator: " ")[0] }
      .first { $0 != leaf[...] }
    let wrong = try PythonLedger.run(
      "check-proof", "a.tlog-proof", "--leaf", String(try #require(other)), "--vkey", key, in: desk)
    #expect(wrong.code == 1)
  }

  @Test func `the opening ties the name to the leaf, with a warning, whole or in part`() throws {
    let outcome = try desk.succeed("receipt", "letter-1", id, "-o", "a", "--opening", "a.json", "--json")
    #expect(try outcome.json == ["receipt": "a", "opening": "a.json"])
    #expect(outcome.stderr.contains("whoever sees the opening can tie the name to the leaf"))
    #expect(desk.mode("a.json") == 0o600)
    let both = try desk.verified("a", "a.json")
    #expect(both.have("holds", "commits to the name \"Signer 2\"", in: "a.json"))
    #expect(both.have("holds", "it opens a leaf of a"))

    try desk.succeed("receipt", "letter-1", id, "-o", "b", "--opening", "role.json", "--open", "role")
    #expect(!desk.read("role.json").contains("Signer"))
    let role = try desk.verified("b", "role.json")
    #expect(role.have("holds", "commits to the role"))
    #expect(role.have("unproven", "the name is not opened"))
    try desk.succeed("receipt", "letter-1", id, "-o", "c", "--opening", "name.json", "--open", "identity")
    #expect(try desk.verified("c", "name.json").have("unproven", "the role is not opened"))

    // Another signer's receipt is not opened by it, and another name does not fit it.
    try desk.succeed("receipt", "letter-1", desk.signature("signer3@"), "-o", "d")
    try desk.refuted("d", "a.json", saying: "opens a leaf that is in nothing given here")
    try desk.write(desk.read("a.json").replacing("Signer 2", with: "Signer 3"), to: "forged.json")
    try desk.refuted("a", "forged.json", saying: "not those that the leaf commits to", in: "forged.json")
  }

  @Test func `nothing is written over, and neither file is left where the other cannot be`() throws {
    try desk.write("mine", to: "mine")
    try desk.refuse(73, "receipt", "letter-1", id, "-o", "mine", saying: "mine is there already")
    try desk.refuse(73, "receipt", "letter-1", id, "-o", "new", "--opening", "mine", saying: "mine is there already")
    try desk.refuse(73, "receipt", "letter-1", id, "-o", "mine", "--opening", "new", saying: "mine is there already")
    try desk.refuse(73, "receipt", "letter-1", id, "-o", "new", "--opening", "gone/new", saying: "is not there")
    try desk.refuse(64, "receipt", "letter-1", id, "-o", "new", "--opening", "new", saying: "are two files")
    #expect(desk.read("mine") == "mine")
    try desk.refuse(64, "receipt", "letter-1", id, saying: "--output")
  }

  @Test func `who is held or not there has no receipt`() throws {
    let held = try desk.sign("Other Name", "signer2@mail.example")
    try desk.refuse(65, "receipt", "letter-1", held, "-o", "a", "--opening", "b", saying: "is held")
    try desk.refuse(66, "receipt", "letter-1", "nobody", "-o", "a", saying: "has no signature")
    try desk.refuse(66, "receipt", "nothing", id, "-o", "a", saying: "no petition")
    try desk.succeed("signature", "verify", "letter-1", held)
    try desk.succeed("receipt", "letter-1", held, "-o", "a")
    try desk.verified("a")
    try FileManager.default.removeItem(atPath: desk.key)
    try desk.refuse(77, "receipt", "letter-1", held, "-o", "b", saying: "locked")
  }

  @Test func `a withdrawn signature's receipt says so, an earlier one does not know, and both hold`() throws {
    try desk.succeed("receipt", "letter-1", id, "-o", "before")
    try desk.succeed("signature", "withdraw", "letter-1", id)
    try desk.succeed("receipt", "letter-1", id, "-o", "after")
    #expect(try desk.verified("before").have("unproven", "still stands"))
    #expect(try desk.verified("after").have("holds", "the signature was withdrawn by its signer"))
    let other = try desk.signature("signer3@")
    try desk.succeed("signature", "invalidate", "letter-1", other, "--reason", "test")
    try desk.succeed("receipt", "letter-1", other, "-o", "invalidated")
    #expect(try desk.verified("invalidated").have("holds", "invalidated by the organizers"))
    // A withdrawal that belongs to another signature is not taken.
    let lines = desk.read("after").split(separator: "\n", omittingEmptySubsequences: false)
    let forged = try extra(of: "after") { $0["leaf"] = try extra(of: "invalidated") { _ in }["leaf"] }
    let data = try JSONSerialization.data(withJSONObject: forged)
    let text = ([lines[0], "extra \(data.base64EncodedString())"] + lines.dropFirst(2)).joined(separator: "\n")
    try desk.write(text, to: "forged")
    #expect(try !desk.verify("forged").holds)
  }

  /// What a receipt holds beyond its form, changed.
  @discardableResult
  private func extra(of name: String, _ change: (inout [String: Any]) throws -> Void) throws -> [String: Any] {
    let line = try #require(desk.read(name).split(separator: "\n").first { $0.hasPrefix("extra ") })
    let data = try #require(Data(base64Encoded: String(line.dropFirst(6))))
    var extra = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    try change(&extra)
    return extra
  }
}
