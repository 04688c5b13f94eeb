import Campaigns

/// A text with signatures under it (C2SP signed-note). Nothing of the text is to be believed before it is verified.
public struct SignedNote: Hashable, Sendable {
  /// The text that is signed, with the line break at its end.
  public let text: String
  /// The signatures in their order: at least 1, at most 100.
  public let signatures: [NoteSignature]

  /// The note with these bytes, read strictly: there is one way to write a note.
  /// - Throws: `unusableFile` where it is no note, is cut off, has more than 1,000,000 bytes or more than 100
  ///   signatures.
  public init(_ bytes: [UInt8]) throws {
    guard bytes.count <= SignedNote.mostBytes else {
      throw Refusal(.unusableFile, "the note has more than \(SignedNote.mostBytes) bytes")
    }
    guard SignedNote.isText(bytes), let blank = SignedNote.blankLine(in: bytes),
      let text = String(validating: bytes[..<blank], as: UTF8.self)
    else { throw SignedNote.malformed }
    let lines = bytes[(blank + 1)...].dropLast()
      .split(separator: UInt8(ascii: "\n"), maxSplits: SignedNote.mostSignatures, omittingEmptySubsequences: false)
    guard lines.count <= SignedNote.mostSignatures else {
      throw Refusal(.unusableFile, "the note has more than \(SignedNote.mostSignatures) signatures")
    }
    self.text = text
    self.signatures = try lines.map { line in
      guard let signature = NoteSignature(line: line) else { throw SignedNote.malformed }
      return signature
    }
  }

  /// The text signed by one or more keys.
  /// - Throws: `invalidValue` where the text does not end with a line break or has another control character, there
  ///   are more than 100 keys or none, or the note would be too long to be read.
  public init(signing text: String, by signers: [NoteSigner]) throws {
    let signatures = try signers.map { try $0.signature(over: text) }
    guard SignedNote.isText(Array(text.utf8)) else {
      throw Refusal(
        .invalidValue, "the text cannot be signed: it has no line break at its end, or a control character before it")
    }
    guard (1...SignedNote.mostSignatures).contains(signatures.count) else {
      throw Refusal(.invalidValue, "a note is signed by 1 to \(SignedNote.mostSignatures) keys")
    }
    self.text = text
    self.signatures = signatures
    guard bytes.count <= SignedNote.mostBytes else {
      throw Refusal(.invalidValue, "the text is too long to be signed")
    }
  }

  /// The note as it is stored and sent: text, blank line, signatures.
  public var bytes: [UInt8] {
    Array(text.utf8) + [UInt8(ascii: "\n")] + signatures.flatMap { Array($0.line.utf8) }
  }

  /// Which of the given keys signed the text, in their order. Signatures of keys that are not given are ignored.
  /// - Throws: `altered` where a signature of a given key is false: then the note as a whole is worth nothing;
  ///   `wrongKey` where none of the given keys signed.
  public func verify(with verifiers: [NoteVerifier]) throws -> [NoteVerifier] {
    var verified: Set<NoteVerifier> = []
    for signature in signatures {
      let claimed = verifiers.filter { $0.claims(signature) }
      guard !claimed.isEmpty else { continue }
      let valid = claimed.filter { $0.isValid(signature, for: text) }
      guard !valid.isEmpty else {
        throw Refusal(
          .altered,
          "the signature of \(signature.name) does not fit the text: it was altered, or signed by another key",
          hint: "take a fresh copy from its source")
      }
      verified.formUnion(valid)
    }
    guard !verified.isEmpty else {
      throw Refusal(
        .wrongKey, "the note is signed by none of the given keys", hint: "check where its key was published")
    }
    return verifiers.filter(verified.contains)
  }

  /// Whether the bytes are lines of UTF-8: a line break at the end, and no other control character anywhere.
  static func isText(_ bytes: [UInt8]) -> Bool {
    bytes.last == UInt8(ascii: "\n") && bytes.allSatisfy { $0 >= 0x20 || $0 == UInt8(ascii: "\n") }
      && String(validating: bytes, as: UTF8.self) != nil
  }

  /// Where the last blank line is, before which a text ends.
  private static func blankLine(in bytes: [UInt8]) -> Int? {
    let lineBreak = UInt8(ascii: "\n")
    return bytes.indices.last { $0 > 0 && bytes[$0] == lineBreak && bytes[$0 - 1] == lineBreak }
  }

  /// Most signatures that a note may have.
  public static let mostSignatures = 100
  /// Most bytes that a note may have.
  public static let mostBytes = 1_000_000
  private static let malformed = Refusal(
    .unusableFile, "this is no signed note, or it is cut off",
    hint: "it has a text, a blank line, and signature lines that begin with a long dash")
}
