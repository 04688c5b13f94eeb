import Testing

@testable import Ledger

@Suite struct LedgerHashTests {
  @Test("the hash of nothing, of a leaf and of a node are those of SHA-256")
  func known() {
    #expect(LedgerHash.empty.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(LedgerHash.leaf([]).hex == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
    #expect(LedgerHash.node(KnownTree.hashes[0], KnownTree.hashes[1]) == KnownTree.roots[1])
    #expect(LedgerHash.node(KnownTree.hashes[1], KnownTree.hashes[0]) != KnownTree.roots[1])
  }

  @Test("a node never passes for a leaf over the same bytes")
  func apart() {
    let (left, right) = (KnownTree.hashes[0], KnownTree.hashes[1])
    #expect(LedgerHash.leaf(left.bytes + right.bytes) != LedgerHash.node(left, right))
  }

  @Test("a hash comes back from its bytes and its texts")
  func roundTrip() {
    for hash in sampleHashes(200) {
      #expect(LedgerHash(hash.bytes) == hash)
      #expect(LedgerHash(base64: hash.base64) == hash)
      #expect(LedgerHash(hex: hash.hex) == hash)
      #expect(LedgerHash(hex: hash.hex.uppercased()) == hash)
      #expect("\(hash)" == hash.base64)
    }
    let hashes = sampleHashes(10)
    #expect(LedgerHash.split(LedgerHash.joined(hashes)) == hashes)
    #expect(LedgerHash.split([]) == [])
    #expect(LedgerHash.split(Array(repeating: 0, count: 33)) == nil)
  }

  @Test("what is no hash is refused")
  func refused() {
    let text = KnownTree.roots[0].base64
    for wrong in [
      "", "=", "AAAA", String(text.dropLast()), text + "=", text + "\n", " " + text.dropFirst(),
      text.replacing("=", with: "A"), String(text.dropLast(2)) + "1=", String(text.dropLast(2)) + "==",
      String(repeating: "A", count: 100_000), "é" + text.dropFirst(2),
    ] {
      #expect(LedgerHash(base64: wrong) == nil, "\(wrong.prefix(60))")
    }
    for wrong in ["", "00", String(repeating: "0", count: 63), String(repeating: "g", count: 64)] {
      #expect(LedgerHash(hex: wrong) == nil)
    }
    for count in [0, 31, 33, 64] { #expect(LedgerHash(Array(repeating: UInt8(0), count: count)) == nil) }
  }

  @Test("hashes sort by their bytes")
  func order() {
    let hashes = sampleHashes(100)
    #expect(hashes.sorted().map(\.bytes) == hashes.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) })
    for byte in 0..<32 {
      var (low, high) = (Array(repeating: UInt8(9), count: 32), Array(repeating: UInt8(9), count: 32))
      (low[byte], high[byte]) = (1, 200)
      if byte < 31 { (low[31], high[31]) = (255, 0) }
      guard let low = LedgerHash(low), let high = LedgerHash(high) else { continue }
      #expect(low < high && !(high < low) && !(low < low))
    }
  }

  @Test("many leaves at once have the hashes that each has alone")
  func batch() {
    for count in [0, 1, 511, 512, 513, 2_000] {
      let data = (0..<count * 3).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let hashes = data.withUnsafeBytes { LedgerHash.leaves(in: $0, each: 3) }
      #expect(hashes == (0..<count).map { LedgerHash.leaf(Array(data[$0 * 3..<$0 * 3 + 3])) })
    }
    #expect([1, 2].withUnsafeBytes { LedgerHash.leaves(in: $0, each: 0) }.isEmpty)
    #expect([UInt8(1), 2].withUnsafeBytes { LedgerHash.leaves(in: $0, each: 3) }.isEmpty)
  }

  @Test("base64 is read in its one form")
  func base64() {
    for (text, expected) in [("", ""), ("AA==", "00"), ("AAE=", "0001"), ("+/+/", "fbffbf"), ("AAEC", "000102")] {
      #expect(Base64.bytes(of: text.utf8) == bytes(expected))
      #expect(Base64.text(of: bytes(expected)) == text)
    }
    for wrong in ["A", "AA", "AAA", "AB==", "AAB=", "====", "A===", "AA=A", "AA==AA==", "-_-_", "AA\n=", "AAAA="] {
      #expect(Base64.bytes(of: wrong.utf8) == nil, "\(wrong)")
    }
  }

  @Test("numbers are read in their one form")
  func decimal() {
    for (text, value) in [("0", 0), ("7", 7), ("20852163", 20_852_163), ("9223372036854775807", Int.max)] {
      #expect(DecimalNumber.value(of: text.utf8) == value)
    }
    for wrong in [
      "", "00", "01", "-1", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "١", "9223372036854775808",
      "18446744073709551615", "18446744073709551616", String(repeating: "9", count: 100_000),
    ] {
      #expect(DecimalNumber.value(of: wrong.utf8) == nil, "\(wrong.prefix(40))")
    }
  }
}
