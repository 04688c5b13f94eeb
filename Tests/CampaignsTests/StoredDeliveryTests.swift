import Campaigns
import Testing

@Suite("The counted leaves of a delivery")
struct StoredDeliveryTests {
  private func delivery(_ size: Int, _ counted: [UInt8]) -> StoredDelivery {
    StoredDelivery(
      id: Identifier(rawValue: 1), petition: Sample.petition, number: 1, deliveredOn: Sample.day, size: size,
      manifest: [], counted: counted)
  }

  @Test("the lowest bit of the first byte is the first leaf")
  func order() {
    let delivery = delivery(12, [0b1000_0101, 0b0000_0110])
    #expect((0..<12).filter(delivery.counts) == [0, 2, 7, 9, 10])
  }

  @Test("a leaf that came after the delivery is not counted, whatever the bits say")
  func later() {
    let delivery = delivery(9, [0xFF, 0xFF])
    #expect((0..<40).filter(delivery.counts) == Array(0..<9))
  }

  @Test("bits that are missing count nothing")
  func missing() {
    #expect((0..<20).filter(delivery(20, [0xFF]).counts) == Array(0..<8))
    #expect((0..<20).filter(delivery(20, []).counts) == [])
  }
}
