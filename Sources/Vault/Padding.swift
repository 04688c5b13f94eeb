/// What hides a record's length: the byte 0x80, then zeros up to the next multiple of 128.
///
/// There is always at least the one byte, so every plaintext, an empty one too, can be told from its padding.
enum Padding {
  /// Padded lengths are multiples of this.
  static let unit = 128

  /// The length in bytes of a padded plaintext.
  static func paddedCount(of count: Int) -> Int {
    (count / unit + 1) * unit
  }

  /// Writes the plaintext and its padding; the room is exactly as long as both.
  static func write(_ plaintext: UnsafeRawBufferPointer, to room: UnsafeMutableRawBufferPointer) {
    room.copyMemory(from: plaintext)
    room[plaintext.count...].initializeMemory(as: UInt8.self, repeating: 0)
    room[plaintext.count] = mark
  }

  /// The length of the plaintext before its padding; nil where there is none.
  static func plaintextCount(of padded: UnsafeRawBufferPointer) -> Int? {
    guard let end = padded.lastIndex(where: { $0 != 0 }), padded[end] == mark,
      paddedCount(of: end) == padded.count
    else { return nil }
    return end
  }

  private static let mark: UInt8 = 0x80
}
