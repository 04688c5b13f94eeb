import Campaigns
import Crypto
import Foundation

/// A random key in a file that is kept apart from the database it opens.
///
/// Whoever has the file and the database reads everything; either alone tells nothing.
public struct KeyFile: Sendable, Confidential {
  /// The vault that the file was made for.
  public let vaultID: [UInt8]
  let key: SymmetricKey

  /// A new key for the vault with this identity.
  public init(forVault id: [UInt8]) {
    self.vaultID = id
    self.key = SymmetricKey(size: .bits256)
  }

  /// The key file with these bytes. Line ends of any system and space around the lines are forgiven.
  /// - Throws: `unusableFile` where it is no key file, is incomplete or its checksum does not fit.
  public init(contents: [UInt8]) throws {
    guard contents.count <= KeyFile.maximumByteCount, let text = String(validating: contents, as: UTF8.self),
      text.hasPrefix(KeyFile.firstWords) || text.hasPrefix("\u{FEFF}" + KeyFile.firstWords)
    else {
      throw Refusal(
        .unusableFile, "this is no Picket key file", hint: "its first line begins with \"\(KeyFile.firstWords)\"")
    }
    var values: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let name = words.first else { continue }
      guard words.count == 2, values.updateValue(String(words[1]), forKey: String(name)) == nil else {
        throw KeyFile.damaged
      }
    }
    guard let id = values["vault"].flatMap(bytes(hexadecimal:)), id.count == Vault.idByteCount,
      let key = values["key"].flatMap({ CrockfordBase32.digits(typed: $0) })
        .flatMap(CrockfordBase32.bytes(of:)), key.count == Vault.keyByteCount,
      let check = values["check"].flatMap(bytes(hexadecimal:)), check == KeyFile.checksum(vault: id, key: key)
    else { throw KeyFile.damaged }
    self.vaultID = id
    self.key = SymmetricKey(data: key)
  }

  /// The file's bytes: text, with a first line that says what it is.
  public var contents: [UInt8] {
    let bytes = key.withUnsafeBytes { Array($0) }
    let text = """
      \(KeyFile.firstWords) Whoever has it and the database reads everything. Keep it apart.
      vault \(hexadecimal(vaultID))
      key   \(CrockfordBase32.text(of: bytes))
      check \(hexadecimal(KeyFile.checksum(vault: vaultID, key: bytes)))

      """
    return Array(text.utf8)
  }

  private static let firstWords = "Picket key file."
  private static let maximumByteCount = 4096
  private static let damaged = Refusal(
    .unusableFile, "the key file is damaged or incomplete",
    hint: "take another copy of it, or use the passphrase or the recovery code")

  /// The first 4 bytes of a hash: enough to tell a damaged file from a wrong one.
  private static func checksum(vault: [UInt8], key: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: joined(Array("picket key file".utf8), vault, key)).prefix(4))
  }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

private func bytes(hexadecimal text: String) -> [UInt8]? {
  let digits = text.utf8.compactMap { byte in Character(Unicode.Scalar(byte)).hexDigitValue }
  guard digits.count == text.utf8.count, digits.count % 2 == 0 else { return nil }
  return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
