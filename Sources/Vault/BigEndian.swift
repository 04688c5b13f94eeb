extension FixedWidthInteger {
  /// The number's bytes, the most significant first.
  var bigEndianBytes: [UInt8] {
    withUnsafeBytes(of: bigEndian) { Array($0) }
  }

  /// The number that these bytes are, the most significant first; of more bytes than it has, the last ones.
  init(bigEndian bytes: ArraySlice<UInt8>) {
    self = bytes.reduce(0) { $0 << 8 | Self(truncatingIfNeeded: $1) }
  }
}

/// The fields one after the other, each after its length in 4 bytes: no two lists of fields make the same bytes.
func joined(_ fields: [UInt8]...) -> [UInt8] {
  fields.flatMap { UInt32(truncatingIfNeeded: $0.count).bigEndianBytes + $0 }
}
