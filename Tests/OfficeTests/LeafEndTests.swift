import Campaigns
import Ledger
import Testing

@testable import Office

@Suite("What ends a leaf")
struct LeafEndTests {
  private let office: TemporaryOffice

  init() throws { office = try TemporaryOffice() }

  /// The leaves that end another one, as kind and what they end.
  private func endings() throws -> [Ending] {
    try (office.tree() + office.waiting())
      .filter { $0.kind == .withdrawal || $0.kind == .invalidation }
      .map { Ending(kind: $0.kind, of: $0.commitment) }
  }

  private struct Ending: Hashable {
    let kind: LedgerLeaf.Kind
    let of: LedgerHash
  }

  @Test("a withdrawal ends the signer's own leaf, once")
  func withdrawal() throws {
    let ids = try office.sign(3)
    let leaf = try #require(try office.leaf(of: ids[1]))
    try office.withdraw(ids[1])
    #expect(try endings() == [Ending(kind: .withdrawal, of: leaf.hash)])
    #expect(refusal { try office.withdraw(ids[1]) } == .notAllowed)
    #expect(try endings().count == 1)
  }

  @Test("an invalidation ends the leaf too, under its own name")
  func invalidation() throws {
    let ids = try office.sign(2)
    let leaf = try #require(try office.leaf(of: ids[0]))
    _ = try office.office.invalidateSignatures([ids[0].description], of: "letter", because: "left long ago")
    #expect(try endings() == [Ending(kind: .invalidation, of: leaf.hash)])
  }

  @Test("the end of a leaf says which letter it was bound to, and no more")
  func letter() throws {
    let id = try office.sign(1)[0]
    let leaf = try #require(try office.leaf(of: id))
    try office.withdraw(id)
    let ending = try #require(try office.waiting(.withdrawal).first)
    #expect(ending.petition == leaf.petition)
    #expect(ending.letter == leaf.letter)
  }

  @Test("an erasure ends the leaf of who stood, and not once more that of who had left", arguments: [false, true])
  func erasure(hasLeft: Bool) throws {
    let id = try office.sign(2)[0]
    let leaf = try #require(try office.leaf(of: id))
    if hasLeft { try office.withdraw(id) }
    _ = try office.office.eraseSignature(id.description, of: "letter")
    #expect(try endings() == [Ending(kind: .withdrawal, of: leaf.hash)])
  }

  @Test("who was invalidated and is erased then keeps the one end")
  func erasedInvalidated() throws {
    let id = try office.sign(1)[0]
    let leaf = try #require(try office.leaf(of: id))
    _ = try office.office.invalidateSignatures([id.description], of: "letter", because: "left long ago")
    _ = try office.office.eraseSignature(id.description, of: "letter")
    #expect(try endings() == [Ending(kind: .invalidation, of: leaf.hash)])
  }

  @Test("an undone import ends the leaves of those who stood, each once, and of nobody else")
  func undo() throws {
    let stays = try office.sign(1)[0]
    let sheet = "Name,Email\nAna Example,ana@mail.example\nBo Example,bo@mail.example\nCy Example,ana@mail.example\n"
    let id = try #require(try office.importSheet(try office.file("sheet.csv", sheet)).id).description
    let imported = try office.signatures().filter { $0.origin != nil && $0.standing == .sole }
    let leaves = try imported.map { try #require(try office.leaf(of: $0.id)) }
    try office.withdraw(imported[0].id)
    _ = try office.office.undoImport(id, of: "letter", rehearsing: false)
    #expect(
      Set(try endings()) == [
        Ending(kind: .withdrawal, of: leaves[0].hash), Ending(kind: .invalidation, of: leaves[1].hash),
      ])
    #expect(try endings().count == 2)
    #expect(try office.office.signature(stays.description, of: "letter").state == .verified)
  }

  @Test("a rehearsed undo ends nothing")
  func rehearsedUndo() throws {
    let path = try office.file("sheet.csv", "Name,Email\nAna Example,ana@mail.example\n")
    let id = try #require(try office.importSheet(path).id).description
    _ = try office.office.undoImport(id, of: "letter", rehearsing: true)
    #expect(try endings().isEmpty)
  }

  @Test("who comes back has a new leaf, and the old one stays ended", arguments: [false, true])
  func returning(afterCheckpoint: Bool) throws {
    let id = try office.add("Ana Example", "ana@mail.example").id
    let old = try #require(try office.leaf(of: id))
    try office.withdraw(id)
    if afterCheckpoint { _ = try office.checkpoint() }
    _ = try office.add("Ana Example", "ana@mail.example") { $0.returning = true }
    let new = try #require(try office.leaf(of: id))
    #expect(new.commitment != old.commitment)
    #expect(try endings().map(\.of) == [old.hash])
    #expect(Set(try (office.tree() + office.waiting()).filter { $0.kind == .signature }) == [old, new])
    try office.withdraw(id)
    #expect(Set(try endings().map(\.of)) == [old.hash, new.hash])
  }
}
