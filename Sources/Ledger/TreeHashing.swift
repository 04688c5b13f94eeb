import Crypto

// A first byte tells leaves from nodes, so that no node can pass for a leaf (RFC 9162 §2.1.1).
extension LedgerHash {
  /// The root of the tree without leaves: the hash of nothing.
  public static let empty = LedgerHash(SHA256().finalize())

  /// The hash of a leaf: SHA-256 over a byte 0 and the data.
  public static func leaf(_ data: UnsafeRawBufferPointer) -> LedgerHash {
    prefixed(0, data)
  }

  /// The hash of a leaf: SHA-256 over a byte 0 and the data.
  public static func leaf(_ data: [UInt8]) -> LedgerHash {
    data.withUnsafeBytes { leaf($0) }
  }

  /// The hash of a node over its two children: SHA-256 over a byte 1 and both.
  public static func node(_ left: LedgerHash, _ right: LedgerHash) -> LedgerHash {
    marked(1, left, right)
  }

  /// The hashes of many leaves of one width that stand one after the other, in their order.
  ///
  /// Works on all cores where there is much to hash. An incomplete leaf at the end is left out.
  public static func leaves(in data: UnsafeRawBufferPointer, each width: Int) -> [LedgerHash] {
    guard width > 0 else { return [] }
    return concurrentMap(data.count / width, grain: 512) { index in
      leaf(UnsafeRawBufferPointer(rebasing: data[index * width..<(index + 1) * width]))
    }
  }

  /// SHA-256 over one byte and two hashes, which is what nodes and commitments are.
  static func marked(_ mark: UInt8, _ first: LedgerHash, _ second: LedgerHash) -> LedgerHash {
    withUnsafeTemporaryAllocation(byteCount: 1 + 2 * byteCount, alignment: 8) { buffer in
      buffer[0] = mark
      first.store(in: buffer, at: 1)
      second.store(in: buffer, at: 1 + byteCount)
      var hasher = SHA256()
      hasher.update(bufferPointer: UnsafeRawBufferPointer(buffer))
      return LedgerHash(hasher.finalize())
    }
  }

  /// SHA-256 over one byte and the data.
  static func prefixed(_ mark: UInt8, _ data: UnsafeRawBufferPointer) -> LedgerHash {
    var hasher = SHA256()
    Swift.withUnsafeBytes(of: mark) { hasher.update(bufferPointer: $0) }
    hasher.update(bufferPointer: data)
    return LedgerHash(hasher.finalize())
  }

  /// The root of the full subtree over these hashes, of which there are a power of two.
  static func root(ofFull hashes: UnsafeBufferPointer<LedgerHash>) -> LedgerHash {
    guard hashes.count > 1 else { return hashes.first ?? empty }
    return withUnsafeTemporaryAllocation(of: LedgerHash.self, capacity: hashes.count / 2) { row in
      for place in row.indices {
        row.initializeElement(at: place, to: node(hashes[2 * place], hashes[2 * place + 1]))
      }
      var count = row.count
      while count > 1 {
        count /= 2
        for place in 0..<count { row[place] = node(row[2 * place], row[2 * place + 1]) }
      }
      return row[0]
    }
  }
}
