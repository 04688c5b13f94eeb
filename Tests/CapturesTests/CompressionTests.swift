import Campaigns
import Testing

@testable import Captures

@Suite("Compression")
struct CompressionTests {
  @Test("what was deflated comes back", arguments: [0, 1, 100, 65_535, 65_536, 65_537, 1_000_000])
  func roundTrip(_ count: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(count))
    let random = (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
    for bytes in [random, [UInt8](repeating: 7, count: count), random.map { $0 & 3 }] {
      let deflated = try Compression.deflated(bytes)
      #expect(try Compression.inflated(deflated) == bytes)
      #expect(try Compression.inflated(deflated, most: count) == bytes)
    }
    #expect(try Compression.deflated([UInt8](repeating: 7, count: 1_000_000)).count < 2000)
  }

  @Test("bytes that hold more than they may are refused")
  func bomb() throws {
    let bomb = try Compression.deflated([UInt8](repeating: 0, count: CaptureSize.most + 1))
    let refusal = try refusal { _ = try Compression.inflated(bomb) }
    #expect(refusal.code == .unusableFile)
    let small = try Compression.deflated([1, 2, 3])
    #expect(throws: Refusal.self) { try Compression.inflated(small, most: 2) }
  }

  @Test("bytes that were cut, changed or added to are refused")
  func damaged() throws {
    let bytes = try Compression.deflated(Array(statement.utf8))
    for length in 0..<bytes.count {
      #expect(throws: Refusal.self) { try Compression.inflated(Array(bytes.prefix(length))) }
    }
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0x10
      #expect((try? Compression.inflated(changed)) != Array(statement.utf8) || place == 0 || place == 1)
    }
    #expect(throws: Refusal.self) { try Compression.inflated(bytes + [0]) }
    #expect(throws: Refusal.self) { try Compression.inflated(Array("no zlib".utf8)) }
  }
}
