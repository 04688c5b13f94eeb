import Campaigns
import Crypto
import Foundation

/// A private key that signs notes under a name (C2SP signed-note, Ed25519).
public struct NoteSigner: Sendable, CustomStringConvertible, CustomReflectable {
  /// The public half.
  public let verifier: NoteVerifier
  private let privateKey: Curve25519.Signing.PrivateKey

  /// The key under a name.
  /// - Throws: `invalidValue` where the name is empty, or has white space, a plus sign or a control character.
  public init(name: String, privateKey: Curve25519.Signing.PrivateKey) throws {
    self.verifier = try NoteVerifier(name: name, publicKey: privateKey.publicKey)
    self.privateKey = privateKey
  }

  /// The key's name.
  public var name: String { verifier.name }

  /// The signature over a text.
  func signature(over text: String) throws -> NoteSignature {
    NoteSignature(
      name: name, keyID: verifier.keyID, signature: Array(try privateKey.signature(for: Array(text.utf8))))
  }

  /// The public half: the private one is never shown.
  public var description: String { "NoteSigner \(verifier.vkey)" }

  /// Nothing, for the same reason.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
