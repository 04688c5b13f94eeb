import Campaigns
import Testing

@testable import Ledger

@Suite struct LeafTests {
  static let letter = LedgerHash(Array<UInt8>(0x20..<0x40))
  static let identity = Opening.of(salt: 0..<32, "Ada Lovelace")
  static let role = Opening.of(salt: 32..<64, "engineer")

  static var leaf: LedgerLeaf? {
    guard let identity, let role else { return nil }
    return LedgerLeaf(
      kind: .signature, petition: Identifier(rawValue: 0x0102_0304_0506_0708), letter: letter,
      commitment: Commitment.signature(identity: identity.inner, role: role.inner))
  }

  @Test("leaves and commitments are those that another implementation made")
  func known() throws {
    let leaf = try #require(LeafTests.leaf)
    #expect(LeafTests.identity?.inner.hex == "59af269ca64ec7a253d4b959af644f3e3f274fca7a0ff8021171fcdb4fc7f4ff")
    #expect(LeafTests.role?.inner.hex == "3f5d8fb21978d8514833c7ecc3defd4bf1ab7f09c6b01041664411cbe6345456")
    #expect(leaf.commitment.hex == "c6585c3e856c33b79a30759f53c98c9be61ffd138802368a9043fd324bac543d")
    #expect(
      leaf.bytes
        == bytes(
          "01020102030405060708202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"
            + "c6585c3e856c33b79a30759f53c98c9be61ffd138802368a9043fd324bac543d"))
    #expect(leaf.hash.hex == "57f0868a6f1ac8391fcdb04d68d135abeda7a23801f2eb9f5d76bc05af77487e")
    #expect(
      leaf.text
        == "AQIBAgMEBQYHCCAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8PT4/xlhcPoVsM7eaMHWfU8mMm+Yf/ROIAjaKkEP9MkusVD0=")
    let claim = Commitment.of(.claimedTally, Array("claim 1200".utf8))
    #expect(claim.hex == "42c8211d055f95059e5b1afa47a42a3e17ba63b98864e1990f07156b15dd3904")
    let withdrawal = LedgerLeaf(
      kind: .withdrawal, petition: leaf.petition, letter: leaf.letter, commitment: Commitment.ending(leaf))
    #expect(withdrawal.hash.hex == "9cd953d940e35cfc97b9c34f5c77eb1ef9a8cbd4f017f5341ba16b6ba7c803b0")
  }

  @Test("a leaf comes back from its bytes and its text")
  func roundTrip() {
    var numbers = SeededNumbers(seed: 2)
    for kind in LedgerLeaf.Kind.allCases {
      for petition in [nil, 1, Int64.max, Int64.random(in: 1...Int64.max, using: &numbers)] as [Int64?] {
        for letter in [nil, LeafTests.letter] {
          let leaf = LedgerLeaf(
            kind: kind, petition: petition.map { Identifier(rawValue: $0) }, letter: letter,
            commitment: KnownTree.roots[3])
          #expect(leaf.bytes.count == LedgerLeaf.byteCount)
          #expect(LedgerLeaf(bytes: leaf.bytes) == leaf)
          #expect(LedgerLeaf(text: leaf.text) == leaf)
          #expect(leaf.hash == LedgerHash.leaf(leaf.bytes))
        }
      }
    }
    #expect(LedgerLeaf.Kind.allCases.map(\.rawValue) == Array(1...13))
  }

  @Test("none is none, however it is given")
  func none() {
    let zero = LedgerLeaf(kind: .keyChange, petition: Identifier(rawValue: 0), letter: .zero, commitment: .empty)
    let none = LedgerLeaf(kind: .keyChange, petition: nil, letter: nil, commitment: .empty)
    #expect(zero == none && zero.petition == nil && zero.letter == nil)
    #expect(zero.bytes[2..<42].allSatisfy { $0 == 0 })
  }

  @Test("what is no leaf is refused")
  func malformed() throws {
    let leaf = try #require(LeafTests.leaf)
    for version in [0, 2, 255] as [UInt8] { #expect(LedgerLeaf(bytes: [version] + leaf.bytes[1...]) == nil) }
    for kind in [0, 14, 255] as [UInt8] { #expect(LedgerLeaf(bytes: [1, kind] + leaf.bytes[2...]) == nil) }
    for count in [0, 1, 73] { #expect(LedgerLeaf(bytes: Array(leaf.bytes[..<count])) == nil) }
    #expect(LedgerLeaf(bytes: leaf.bytes + [0]) == nil)
    #expect(LedgerLeaf(bytes: Array(repeating: 1, count: 1_000_000)) == nil)
    for wrong in [
      "", leaf.text + "\n", " " + leaf.text, String(leaf.text.dropLast()), leaf.text.replacing("=", with: ""),
      String(leaf.text.dropLast(2)) + "1=", String(repeating: "A", count: 100),
      String(repeating: "A", count: 1_000_000),
    ] {
      #expect(LedgerLeaf(text: wrong) == nil, "\(wrong.prefix(120))")
    }
  }

  @Test("many leaves at once have the hashes that each has alone")
  func batch() {
    let leaves = (0..<1_500).map {
      LedgerLeaf(kind: .delivery, petition: Identifier(rawValue: Int64($0)), letter: nil, commitment: .empty)
    }
    #expect(LedgerLeaf.hashes(of: leaves) == leaves.map(\.hash))
  }

  @Test("identity and role are opened apart: the other's hash is enough")
  func openings() throws {
    let leaf = try #require(LeafTests.leaf)
    let (identity, role) = (try #require(LeafTests.identity), try #require(LeafTests.role))
    for shownIdentity in [SignatureOpening.Part.opened(identity), .hidden(identity.inner)] {
      for shownRole in [SignatureOpening.Part.opened(role), .hidden(role.inner)] {
        #expect(SignatureOpening(identity: shownIdentity, role: shownRole).opens(leaf))
        #expect(!SignatureOpening(identity: shownRole, role: shownIdentity).opens(leaf))
      }
    }
    #expect(identity.opens(identity.inner) && !identity.opens(role.inner))
    let other = Opening(salt: identity.salt, field: Array("Ada Lovelacf".utf8))
    #expect(!SignatureOpening(identity: .opened(other), role: .opened(role)).opens(leaf))
    let resalted = Opening(salt: role.salt, field: identity.field)
    #expect(!SignatureOpening(identity: .opened(resalted), role: .hidden(role.inner)).opens(leaf))
    let withdrawn = LedgerLeaf(
      kind: .withdrawal, petition: leaf.petition, letter: leaf.letter, commitment: leaf.commitment)
    #expect(!SignatureOpening(identity: .opened(identity), role: .opened(role)).opens(withdrawn))
  }

  @Test("the commitments of two kinds over the same bytes differ")
  func kindsApart() {
    let commitments = LedgerLeaf.Kind.allCases.map { Commitment.of($0, [1, 2, 3]) }
    #expect(Set(commitments).count == 13)
    #expect(Commitment.of(.delivery, []) != Commitment.of(.delivery, [0]))
  }

  @Test("neither a salt nor an opening shows itself")
  func confidential() throws {
    let identity = try #require(LeafTests.identity)
    var dumped = ""
    dump(SignatureOpening(identity: .opened(identity), role: .hidden(.empty)), to: &dumped)
    let base64 = identity.salt.value.base64
    for shown in ["\(identity)", "\(identity.salt)", String(reflecting: identity), dumped] {
      #expect(!shown.contains(base64) && !shown.contains("Ada") && !shown.contains("65, 100, 97"))
    }
    #expect(Salt([1, 2]) == nil && Salt(identity.salt.bytes) == identity.salt)
  }
}

extension Opening {
  fileprivate static func of(salt: Range<UInt8>, _ field: String) -> Opening? {
    Salt(Array(salt)).map { Opening(salt: $0, field: Array(field.utf8)) }
  }
}
