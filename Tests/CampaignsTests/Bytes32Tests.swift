import Campaigns
import Testing

@Suite("32 bytes")
struct Bytes32Tests {
  @Test("they come back in their order, from whatever they are made")
  func roundTrip() throws {
    let bytes = Array<UInt8>(0..<32)
    #expect(try #require(Bytes32(bytes)).bytes == bytes)
    #expect(try #require(bytes.withUnsafeBytes { Bytes32($0) }).bytes == bytes)
    #expect(try #require(Bytes32(bytes)).withUnsafeBytes { Array($0) } == bytes)
  }

  @Test("other counts are none", arguments: [0, 1, 31, 33, 64])
  func counts(count: Int) {
    let bytes = [UInt8](repeating: 1, count: count)
    #expect(Bytes32(bytes) == nil)
    #expect(bytes.withUnsafeBytes { Bytes32($0) } == nil)
  }

  @Test("one bit makes another value, wherever it is")
  func equality() throws {
    let bytes = [UInt8](repeating: 0xAA, count: 32)
    let value = try #require(Bytes32(bytes))
    #expect(Bytes32(bytes) == value)
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 1
      #expect(Bytes32(other) != value)
    }
  }

  @Test("those drawn by chance differ")
  func random() {
    var generator = BulkRandom()
    let drawn = (0..<1000).map { _ in Bytes32(random: &generator) }
    #expect(Set(drawn).count == 1000)
    #expect(Set(drawn.flatMap(\.bytes)).count == 256)
  }
}
