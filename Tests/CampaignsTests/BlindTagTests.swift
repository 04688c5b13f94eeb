import Campaigns
import Testing

@Suite("Blind tags")
struct BlindTagTests {
  @Test("a tag keeps its 16 bytes in their order")
  func roundTrip() throws {
    let bytes = (0..<16).map { UInt8($0 * 16 + 1) }
    let tag = try #require(BlindTag(bytes))
    #expect(tag.bytes == bytes)
    #expect(tag.withUnsafeBytes { Array($0) } == bytes)
  }

  @Test("more or fewer than 16 bytes are no tag", arguments: [0, 1, 15, 17, 32])
  func otherLengths(count: Int) {
    #expect(BlindTag([UInt8](repeating: 1, count: count)) == nil)
  }

  @Test("tags differ where any of their bytes does", arguments: 0..<16)
  func everyByteCounts(place: Int) throws {
    var bytes = [UInt8](repeating: 9, count: 16)
    let tag = try #require(BlindTag(bytes))
    bytes[place] = 8
    let other = try #require(BlindTag(bytes))
    #expect(tag != other)
    #expect(Set([tag, other, tag]).count == 2)
  }
}
