import Foundation
import Testing

@testable import Captures

@Suite("Network addresses")
struct NetworkAddressTests {
  private func address(_ text: String) throws -> NetworkAddress {
    var bytes = [UInt8](repeating: 0, count: 16)
    let isSix = text.contains(":")
    try #require(inet_pton(isSix ? AF_INET6 : AF_INET, text, &bytes) == 1)
    return try #require(NetworkAddress(Array(bytes.prefix(isSix ? 16 : 4))))
  }

  @Test(
    "that nobody else can reach",
    arguments: [
      "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.3",
      "169.254.169.254",
      "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1",
      "198.19.0.1",
      "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "::1",
      "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::10.0.0.1",
      "64:ff9b::169.254.169.254", "64:ff9b:1::1", "100::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1",
      "ff02::1",
      "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::1", "3fff::1", "5f00::1",
    ])
  func special(_ text: String) throws {
    #expect(try !address(text).isPublic)
  }

  @Test(
    "that anybody can reach",
    arguments: [
      "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.0.1", "100.128.0.1", "126.1.1.1", "128.0.0.1", "169.253.1.1",
      "172.15.0.1", "172.32.0.1", "192.0.1.1", "192.167.1.1", "198.17.0.1", "223.255.255.255", "2606:4700::1111",
      "2a00:1450:4001::1", "2001:4860::8888", "64:ff9b::1.1.1.1",
    ])
  func common(_ text: String) throws {
    #expect(try address(text).isPublic)
  }

  @Test("of no known length")
  func lengths() {
    #expect(NetworkAddress([]) == nil)
    #expect(NetworkAddress([1, 2, 3, 4, 5]) == nil)
    #expect(NetworkAddress([192, 168, 0, 1])?.description == "192.168.0.1")
  }
}
