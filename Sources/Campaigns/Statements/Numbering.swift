/// Gives equal texts equal numbers, so that comparing is done with numbers.
///
/// Texts are equal where their bytes are. The hash is keyed anew in every process: nobody can write a page of words
/// that collide. The numbers follow the order of first appearance, so they do not depend on it.
struct Numbering {
  private var numbers: [Key: Int32] = [:]

  /// The number of this text, which gets the next one where it has none.
  mutating func number(of bytes: ArraySlice<UInt8>) -> Int32 {
    let key = Key(bytes: bytes)
    if let number = numbers[key] { return number }
    let number = Int32(truncatingIfNeeded: numbers.count)
    numbers[key] = number
    return number
  }

  /// The number of this text; nil where it has none.
  func known(_ bytes: ArraySlice<UInt8>) -> Int32? {
    numbers[Key(bytes: bytes)]
  }

  private struct Key: Hashable {
    let bytes: ArraySlice<UInt8>

    // Both would else go byte by byte.
    func hash(into hasher: inout Hasher) {
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }

    static func == (left: Key, right: Key) -> Bool {
      left.bytes.count == right.bytes.count
        && left.bytes.withUnsafeBytes { left in right.bytes.withUnsafeBytes { left.elementsEqual($0) } }
    }
  }
}
