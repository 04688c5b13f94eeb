import Campaigns
import Crypto
import Foundation

/// A public key that signs notes, under a name (C2SP signed-note). Its text form can be read out of a README:
/// `name+8 hexadecimal digits+base64 of a byte 1 and the key`.
public struct NoteVerifier: Hashable, Sendable, CustomStringConvertible {
  /// The key's name, by custom that of the log.
  public let name: String
  /// The 32 bytes of the Ed25519 key.
  public let publicKey: [UInt8]
  /// The first bytes of a hash over name and key: together with the name it says which key signed.
  public let keyID: UInt32

  /// The key under a name.
  /// - Throws: `invalidValue` where the name is empty, or has white space, a plus sign or a control character.
  public init(name: String, publicKey: Curve25519.Signing.PublicKey) throws {
    try self.init(name: name, keyBytes: Array(publicKey.rawRepresentation))
  }

  /// The key that is written in its text form.
  /// - Throws: `invalidValue` where the text is none, or its digits do not fit name and key.
  public init(_ vkey: String) throws {
    guard vkey.utf8.count <= NoteVerifier.mostBytes else { throw NoteVerifier.malformed }
    // Base64 has plus signs too, so only the first two part the text.
    let parts = vkey.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let id = Hexadecimal.bytes(of: parts[1]), id.count == 4,
      let key = Base64.bytes(of: parts[2]), key.count == 33, key[0] == NoteVerifier.ed25519
    else { throw NoteVerifier.malformed }
    try self.init(name: String(decoding: parts[0], as: UTF8.self), keyBytes: Array(key[1...]))
    guard keyID == id.reduce(0, { $0 << 8 | UInt32($1) }) else {
      throw Refusal(
        .invalidValue, "the key's digits do not fit its name and bytes", hint: "copy the whole line from its source")
    }
  }

  private init(name: String, keyBytes: [UInt8]) throws {
    guard NoteVerifier.isName(name.utf8), name.utf8.count <= NoteVerifier.mostNameBytes else {
      throw Refusal(
        .invalidValue, "the key's name is empty or has white space, a plus sign or a control character",
        hint: "use a name like example.org/campaign")
    }
    self.name = name
    self.publicKey = keyBytes
    let input = Array(name.utf8) + [UInt8(ascii: "\n"), NoteVerifier.ed25519] + keyBytes
    self.keyID = SHA256.hash(data: input).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The text form.
  public var vkey: String {
    "\(name)+\(Hexadecimal.text(of: NoteSignature.bytes(of: keyID)))+\(Base64.text(of: [NoteVerifier.ed25519] + publicKey))"
  }

  /// The text form.
  public var description: String { vkey }

  /// Whether the signature claims to be this key's: name and number are the same.
  func claims(_ signature: NoteSignature) -> Bool {
    keyID == signature.keyID && name.utf8.elementsEqual(signature.name.utf8)
  }

  /// Whether the key signed the text.
  func isValid(_ signature: NoteSignature, for text: String) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
    return key.isValidSignature(signature.signature, for: Array(text.utf8))
  }

  /// Whether the bytes can be a key's name: not empty, no white space, no plus sign, no control character.
  static func isName(_ bytes: some Collection<UInt8>) -> Bool {
    guard let name = String(validating: bytes, as: UTF8.self), !name.isEmpty else { return false }
    return name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "+" && !$0.properties.isWhitespace }
  }

  private static let ed25519: UInt8 = 1
  private static let mostNameBytes = 1000
  private static let mostBytes = 1100
  private static let malformed = Refusal(
    .invalidValue, "this is no public key of a log", hint: "it looks like name+1234abcd+base64, all in one line")
}
