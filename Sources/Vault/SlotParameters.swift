/// What a slot's own key is derived with, besides the secret: a salt and, for a passphrase, the cost.
///
/// As bytes: the version 1; for a passphrase N in 8 bytes, r and p in 4 bytes each, the most significant first;
/// the salt.
struct SlotParameters: Hashable, Sendable {
  /// The cost of a passphrase; nil where the secret is random and needs none.
  let cost: PassphraseCost?
  /// 16 random bytes.
  let salt: [UInt8]

  static let version: UInt8 = 1
  static let saltByteCount = 16

  /// Parameters with a new salt.
  init(cost: PassphraseCost?) {
    self.cost = cost
    self.salt = randomBytes(count: SlotParameters.saltByteCount)
  }

  /// The parameters that a slot was stored with; nil where they are not of this version or absurd.
  init?(_ bytes: [UInt8], withCost: Bool) {
    let saltStart = withCost ? 17 : 1
    guard bytes.count == saltStart + SlotParameters.saltByteCount, bytes[0] == SlotParameters.version else {
      return nil
    }
    if withCost {
      let cost = PassphraseCost(
        rounds: UInt64(bigEndian: bytes[1..<9]), blockSize: UInt32(bigEndian: bytes[9..<13]),
        parallelism: UInt32(bigEndian: bytes[13..<17]))
      guard let cost else { return nil }
      self.cost = cost
    } else {
      self.cost = nil
    }
    self.salt = Array(bytes[saltStart...])
  }

  /// The parameters as a slot stores them.
  var bytes: [UInt8] {
    var bytes = [SlotParameters.version]
    if let cost {
      bytes.append(contentsOf: UInt64(cost.rounds).bigEndianBytes)
      bytes.append(contentsOf: UInt32(cost.blockSize).bigEndianBytes)
      bytes.append(contentsOf: UInt32(cost.parallelism).bigEndianBytes)
    }
    return bytes + salt
  }
}
