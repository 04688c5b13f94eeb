import Crypto
import Foundation

/// One immutable version of a petition's text in one language. Signatures are bound to the version that was shown.
public struct Letter: Hashable, Sendable {
  /// The letter's identifier in the database.
  public let id: Identifier<Letter>
  /// The petition that it is the text of.
  public let petition: Identifier<Petition>
  /// The language that it is written in.
  public let language: Language
  /// The version's number within its petition and language, from 1.
  public let version: Int
  /// The text in Markdown, exactly as it is signed.
  public let text: String
  /// The day on which it was added.
  public let addedOn: CalendarDate

  /// A letter as a repository keeps it.
  public init(
    id: Identifier<Letter>, petition: Identifier<Petition>, language: Language, version: Int, text: String,
    addedOn: CalendarDate
  ) {
    self.id = id
    self.petition = petition
    self.language = language
    self.version = version
    self.text = text
    self.addedOn = addedOn
  }

  /// SHA-256 of the text in UTF-8: what identifies the letter anywhere.
  public var digest: [UInt8] {
    Array(SHA256.hash(data: Data(text.utf8)))
  }

  /// The digest in 64 hexadecimal digits.
  public var hexDigest: String {
    digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Most bytes that a letter may have.
  public static let mostBytes = 1_000_000

  /// The text of a letter from the bytes of its file.
  /// - Throws: `invalidValue` where the bytes are no UTF-8, hold a NUL, are only white space, or are more than a megabyte.
  public static func text(from bytes: [UInt8]) throws -> String {
    guard bytes.count <= mostBytes else {
      throw Refusal(.invalidValue, "the letter is longer than a megabyte", hint: "link to long annexes instead")
    }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw Refusal(.invalidValue, "the letter is no UTF-8 text", hint: "save it as plain text or Markdown in UTF-8")
    }
    guard !text.trimmingWhitespace().isEmpty else {
      throw Refusal(.invalidValue, "the letter is empty", hint: "write what signers shall agree to")
    }
    return text
  }
}
