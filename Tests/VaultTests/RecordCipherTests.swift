import Campaigns
import Crypto
import Testing

@testable import Vault

@Suite struct RecordCipherTests {
  private let cipher = knownVault.cipher(for: .signature, petition: knownPetition)
  private let row = Array("row 1".utf8)

  @Test("a record that another implementation sealed opens")
  func known() throws {
    let record = bytes(
      "01000102030405060708090a0bc4c930848b8edd458b27b94c9a45e2dbc206cc2ed29da7bedc1feddcb8f54ebd"
        + "678cf4f4922379e9e2b35bde49745ab142e6ce0bdc4406d2927412d40cb304294dfa202e8bc08ef2580ffdec"
        + "8b802c6b813b68ff3794bbae0211de32fee67d3cf9f5efdeb2345e63ac3b3d4a08027b526a20cb2fc491d5ab"
        + "6332f55caba6fb18c63f4312d6398ad7cccc432c9805a87c")
    #expect(try cipher.open(record, boundTo: row) == Array("Ana".utf8))
    let ofNoPetition = bytes(
      "01000102030405060708090a0b750eff7ee5d93a3055d09dbb12ddef8e38e6c85ce84845fb4bb3ffb0d2e5e5ee"
        + "b321e590a1ab5eef003c10f78bcaba03fbfd8f6b729136a4b7fb24c6f37b512d5a0db452c13968132313fece"
        + "91760f83ef5a15c0a57772d8a2e150335b2d6be52a8a4ea0461bb32a75f11a4676453d96d28ffedfb0c304cd"
        + "a6ac437bdb31eb52d494aa87231b2e3675a939e9b8cbc280")
    let imports = knownVault.cipher(for: .importReport, petition: nil)
    #expect(try imports.open(ofNoPetition, boundTo: []) == [])
  }

  @Test("lengths are hidden in steps of 128 bytes, and every plaintext comes back")
  func padding() throws {
    var sealer = RecordSealer(cipher)
    for count in 0...300 {
      // Plaintexts that look like padding, too.
      for filling: UInt8 in [0x80, 0x00, 0x41] {
        let plaintext = [UInt8](repeating: filling, count: count)
        for sealed in [
          try cipher.seal(plaintext, boundTo: row), try sealer.seal(plaintext, boundTo: row),
        ] {
          #expect(sealed.count == 29 + (count / 128 + 1) * 128)
          #expect(sealed[0] == 1)
          #expect(try cipher.open(sealed, boundTo: row) == plaintext)
        }
      }
    }
  }

  @Test("padding that nobody wrote is refused, even where it was sealed with the key")
  func malformedPadding() throws {
    let nonce = try AES.GCM.Nonce(data: [UInt8](repeating: 3, count: 12))
    for padded in [
      [UInt8](repeating: 0, count: 128), [UInt8](repeating: 0x41, count: 128),
      [0x80] + [UInt8](repeating: 0, count: 255),
      [UInt8](repeating: 0x41, count: 126) + [0x80], [],
    ] {
      let box = try AES.GCM.seal(
        padded, using: cipher.key, nonce: nonce, authenticating: knownVault.id + row)
      let sealed = [1] + Array(try #require(box.combined))
      #expect(code { try cipher.open(sealed, boundTo: row) } == .altered)
    }
  }

  @Test("any byte changed, cut off or added is noticed")
  func altered() throws {
    let sealed = try cipher.seal(Array("Ana".utf8), boundTo: row)
    for place in sealed.indices {
      var damaged = sealed
      damaged[place] ^= 1
      #expect(code { try cipher.open(damaged, boundTo: row) } == .altered, "byte \(place)")
    }
    for count in 0..<sealed.count {
      #expect(code { try cipher.open(Array(sealed.prefix(count)), boundTo: row) } == .altered)
    }
    #expect(code { try cipher.open(sealed + [0], boundTo: row) } == .altered)
    #expect(code { try cipher.open([UInt8](repeating: 0, count: 128) + sealed, boundTo: row) } == .altered)
  }

  @Test("a record opens in its place only")
  func bound() throws {
    let plaintext = Array("Ana".utf8)
    let sealed = try cipher.seal(plaintext, boundTo: row)
    for other in [[], Array("row 2".utf8), row + [0], Array(row.dropLast())] {
      #expect(code { try cipher.open(sealed, boundTo: other) } == .altered)
    }
    let twin = Vault(id: Array(1...16), key: knownVault.key)
    let others = [
      knownVault.cipher(for: .signature, petition: otherPetition), knownVault.cipher(for: .signature, petition: nil),
      knownVault.cipher(for: .importReport, petition: knownPetition),
      twin.cipher(for: .signature, petition: knownPetition),
      Vault.create().cipher(for: .signature, petition: knownPetition),
    ]
    for other in others {
      #expect(code { try other.open(sealed, boundTo: row) } == .altered)
    }
    #expect(try cipher.open(sealed, boundTo: row) == plaintext)
  }

  @Test("no two records have the same nonce, whoever seals them")
  func nonces() throws {
    var nonces: Set<[UInt8]> = []
    var first = RecordSealer(cipher)
    var second = RecordSealer(cipher)
    for _ in 0..<1000 {
      nonces.insert(Array(try first.seal([], boundTo: row)[1..<13]))
      nonces.insert(Array(try second.seal([], boundTo: row)[1..<13]))
      nonces.insert(Array(try cipher.seal([], boundTo: row)[1..<13]))
    }
    #expect(nonces.count == 3000)
  }

  @Test("a sealer appends to what is there")
  func appending() throws {
    var sealer = RecordSealer(cipher)
    var target: [UInt8] = [7]
    let plaintext = Array("Ana".utf8)
    try plaintext.withUnsafeBytes { plaintext in
      try row.withUnsafeBytes { try sealer.seal(plaintext, boundTo: $0, into: &target) }
    }
    #expect(target[0] == 7)
    #expect(try cipher.open(Array(target.dropFirst()), boundTo: row) == plaintext)
  }

  @Test("a long record is sealed like a short one")
  func long() throws {
    let plaintext = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
    let sealed = try cipher.seal(plaintext, boundTo: plaintext)
    #expect(try cipher.open(sealed, boundTo: plaintext) == plaintext)
  }

  @Test("every purpose has its own name, which does not change")
  func purposes() {
    #expect(
      Purpose.allCases.map(\.rawValue) == [
        "signature", "import", "publication", "delivery", "termination", "pledge", "incident", "capture", "roster",
      ])
  }
}
