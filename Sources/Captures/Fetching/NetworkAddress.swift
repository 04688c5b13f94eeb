/// The address of a machine in a network.
struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
  /// 4 bytes or 16, the highest first.
  let bytes: [UInt8]

  /// Nil where these are neither 4 nor 16 bytes.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Whether anybody on the Internet can reach it, by the registries of special addresses (RFC 6890 and later).
  ///
  /// None are the addresses of private networks, of the machine itself, of the link, of a provider's own network, of
  /// many machines at once, those of examples and tests, the one at which clouds hand out keys (169.254.169.254), and
  /// every address in which an IPv4 address is written as IPv6, but for those by which an IPv6 network reaches public
  /// IPv4 addresses.
  var isPublic: Bool {
    bytes.count == 4 ? Self.isPublic(four: bytes) : isPublicSix
  }

  /// As it is usually written, though with all zeros.
  var description: String {
    if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
    return stride(from: 0, to: 16, by: 2).map { place in
      String(UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1]), radix: 16)
    }.joined(separator: ":")
  }

  private static func isPublic(four bytes: [UInt8]) -> Bool {
    switch (bytes[0], bytes[1], bytes[2]) {
    // This network, private, shared by a provider's customers, this machine.
    case (0, _, _), (10, _, _), (100, 64...127, _), (127, _, _): false
    // This link, private, protocols, examples, relays, private, measurements.
    case (169, 254, _), (172, 16...31, _), (192, 0, 0), (192, 0, 2), (192, 88, 99), (192, 168, _), (198, 18...19, _):
      false
    // Examples, many machines, not assigned, everybody.
    case (198, 51, 100), (203, 0, 113), (224..., _, _): false
    default: true
    }
  }

  private var isPublicSix: Bool {
    // 64:ff9b::/96, by which an IPv6 network reaches IPv4.
    if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
      return Self.isPublic(four: Array(bytes[12...]))
    }
    // Only 2000::/3 is given out; the rest is this machine, this link, private, mapped IPv4, or many machines.
    guard bytes[0] & 0xE0 == 0x20 else { return false }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    // Protocols, tunnels through IPv4 among them; examples; 6to4, which holds an IPv4 address; examples again.
    case (0x20, 0x01, 0x00...0x01, _), (0x20, 0x01, 0x0D, 0xB8), (0x20, 0x02, _, _), (0x3F, 0xFF, 0x00...0x0F, _):
      return false
    default: return true
    }
  }
}
