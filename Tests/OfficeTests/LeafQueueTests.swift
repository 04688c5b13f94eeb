import Campaigns
import Ledger
import Testing

@testable import Office

@Suite("What gets a leaf")
struct LeafQueueTests {
  private let office: TemporaryOffice

  init() throws { office = try TemporaryOffice() }

  @Test("a letter's leaf waits from the moment the petition is there, one for each version")
  func letters() throws {
    let first = try office.office.letter(nil, of: "letter")
    #expect(try office.waiting().map(\.kind) == [.letter])
    #expect(try office.waiting().map(\.letter) == [LedgerHash(first.digest)])
    let second = try office.office.addLetter(to: "letter", text: Array("We ask again.".utf8), language: nil)
    #expect(Set(try office.waiting(.letter).map(\.letter)) == [LedgerHash(first.digest), LedgerHash(second.digest)])
  }

  @Test("a signature's leaf is bound to its letter and says nothing else in the clear")
  func signature() throws {
    let id = try office.add("Ana Example", "ana@mail.example").id
    let leaf = try #require(try office.waiting(.signature).first)
    let committed = try #require(try office.office.signature(id.description, of: "letter").committed)
    #expect(leaf.commitment.bytes == committed.commitment.bytes)
    #expect(leaf.letter == LedgerHash(try office.office.letter(nil, of: "letter").digest))
    #expect(leaf.petition == (try office.office.petition("letter").petition.id))
    #expect(try office.waiting(.signature).count == 1)
  }

  @Test("two people of the same name and role have leaves that do not look alike")
  func salted() throws {
    _ = try office.add("Ana Example", "ana@mail.example")
    _ = try office.add("Ana Example", "other@mail.example")
    let leaves = try office.waiting(.signature)
    #expect(leaves.count == 2)
    #expect(Set(leaves.map(\.commitment)).count == 2)
  }

  @Test("a duplicate, an edit and a verification bring no leaf")
  func unchanged() throws {
    let id = try office.add("Ana Example", "ana@mail.example").id.description
    let before = try office.waiting()
    _ = try office.add("Ana Example", "ana@mail.example") { $0.visibility = Visibility(.counted) }
    var change = SignatureChange()
    change.name = "Anna Example"
    change.email = "anna@mail.example"
    _ = try office.office.editSignature(id, of: "letter", change)
    _ = try office.office.verifySignatures([id], of: "letter", method: .badge, by: nil)
    #expect(try office.waiting() == before)
  }

  @Test("a held signature has no leaf until it is admitted, and one then")
  func held() throws {
    _ = try office.add("Ana Example", "ana@mail.example")
    let held = try office.add("Bo Example", "ana@mail.example").id
    #expect(try office.waiting(.signature).count == 1)
    #expect(try office.leaf(of: held) == nil)
    _ = try office.office.verifySignatures([held.description], of: "letter", method: .known, by: nil)
    #expect(try office.waiting(.signature).count == 2)
    let leaf = try #require(try office.leaf(of: held))
    #expect(try office.waiting(.signature).contains(leaf))
  }

  @Test("a held signature that leaves was never in the ledger and is not now")
  func heldLeaves() throws {
    _ = try office.add("Ana Example", "ana@mail.example")
    let before = try office.waiting()
    let held = try office.add("Bo Example", "ana@mail.example").id
    try office.withdraw(held)
    let other = try office.add("Cy Example", "ana@mail.example").id
    _ = try office.office.eraseSignature(other.description, of: "letter")
    #expect(try office.waiting() == before)
  }

  @Test("every row that an import adds has a leaf; duplicates, held and refused ones have none")
  func imports() throws {
    let sheet = """
      Name,Email
      Ana Example,ana@mail.example
      Bo Example,bo@mail.example
      Ana Example,ana@mail.example
      Cy Example,ana@mail.example
      ,nobody@mail.example

      """
    _ = try office.importSheet(try office.file("sheet.csv", sheet), verified: true)
    let standing = try office.signatures().filter { $0.standing == .sole }
    #expect(standing.count == 2)
    let commitments = standing.compactMap { $0.committed?.commitment.bytes }
    #expect(Set(try office.waiting(.signature).map(\.commitment.bytes)) == Set(commitments))
    #expect(try office.waiting(.signature).count == 2)
  }

  @Test("a claim has a leaf that commits to its number and source; a response has none")
  func claims() throws {
    let claim = try office.office.addClaim(
      to: "letter", source: "Partner", count: 40, cohort: nil, evidence: "https://partner.example")
    #expect(
      try office.waiting(.claimedTally).map(\.commitment) == [
        Commitment.of(.claimedTally, Array("Partner\n40\nsupporter\nhttps://partner.example".utf8))
      ])
    #expect(try office.office.claims(for: "letter") == [claim])
    try office.sign(1)
    _ = try office.deliver()
    let before = try office.waiting()
    _ = try office.office.respond(to: "letter", on: .today, summary: "They refused.", source: nil)
    #expect(try office.waiting() == before)
  }

  @Test("a delivery's leaf commits to its manifest, and waits for the next checkpoint")
  func delivery() throws {
    try office.sign(1)
    _ = try office.deliver()
    let manifest = try SignedNote(office.bytes("SELECT manifest FROM delivery"))
    #expect(
      try office.waiting().map(\.commitment) == [Commitment.of(.delivery, Array(manifest.text.utf8))])
    #expect(try office.waiting().map(\.kind) == [.delivery])
  }

  @Test("the log's key has a leaf in its first checkpoint, and only there")
  func key() throws {
    _ = try office.checkpoint("one")
    try office.sign(1)
    _ = try office.checkpoint("two")
    let keys = try office.tree().enumerated().filter { $0.element.kind == .keyChange }
    #expect(keys.count == 1)
    #expect(keys.allSatisfy { $0.offset < 2 })
  }

  @Test("what is taken back leaves no leaf")
  func takenBack() throws {
    let id = try office.add("Ana Example", "ana@mail.example").id.description
    let before = try office.waiting()
    #expect(refusal { _ = try office.office.withdrawSignatures([id, "0000000000000"], of: "letter") } == .notFound)
    #expect(
      refusal { _ = try office.office.invalidateSignatures([id, id], of: "letter", because: "twice") } == .notAllowed)
    #expect(
      refusal {
        _ = try office.office.addClaim(to: "letter", source: "A\nB", count: 1, cohort: nil, evidence: nil)
      } == .invalidValue)
    #expect(
      refusal { _ = try office.office.addLetter(to: "letter", text: Array("We ask.".utf8), language: nil) }
        == .alreadyExists)
    #expect(try office.waiting() == before)
    #expect(try office.tally.pending == 1)
  }

  @Test("an import that breaks off after thousands of rows leaves no leaf")
  func brokenImport() throws {
    let before = try office.waiting()
    let rows = (0..<17_000).map { "Signer \($0),s\($0)@mail.example\n" }.joined()
    let path = try office.file("sheet.csv", "Name,Email\n\(rows)\"Ana Example,ana@mail.example\n")
    #expect(refusal { _ = try office.importSheet(path) } != nil)
    #expect(try office.waiting() == before)
    #expect(try office.tally == Tally())
  }
}
