/// One signature line of a note: who claims to have signed, and the signature.
public struct NoteSignature: Hashable, Sendable {
  /// The key's name, as the line has it.
  public let name: String
  /// The key's number, as the line has it.
  public let keyID: UInt32
  /// The signature itself: 64 bytes for Ed25519, of any length for kinds of keys that Picket does not know.
  public let signature: [UInt8]

  init(name: String, keyID: UInt32, signature: [UInt8]) {
    self.name = name
    self.keyID = keyID
    self.signature = signature
  }

  /// The signature of a line without its line break; nil where it is none.
  init?(line: ArraySlice<UInt8>) {
    guard line.starts(with: NoteSignature.start) else { return nil }
    let parts = line.dropFirst(NoteSignature.start.count)
      .split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 2, NoteVerifier.isName(parts[0]), let name = String(validating: parts[0], as: UTF8.self),
      let bytes = Base64.bytes(of: parts[1]), bytes.count > 4
    else { return nil }
    self.init(name: name, keyID: bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }, signature: Array(bytes[4...]))
  }

  /// The line, with its line break.
  var line: String {
    "\u{2014} \(name) \(Base64.text(of: NoteSignature.bytes(of: keyID) + signature))\n"
  }

  /// A key's number as its 4 bytes, the most significant first.
  static func bytes(of keyID: UInt32) -> [UInt8] {
    withUnsafeBytes(of: keyID.bigEndian) { Array($0) }
  }

  /// An em dash and a space.
  private static let start = Array("\u{2014} ".utf8)
}
