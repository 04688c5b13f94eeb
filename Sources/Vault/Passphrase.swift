import Campaigns
import Text

/// Words that a person remembers, the same however the keyboard composes its accents.
public struct Passphrase: Sendable, Confidential {
  let text: String

  /// The passphrase that a person typed. Spaces count; a line break at the end is the caller's to take off.
  public init(_ text: String) {
    self.text = Normalization.nfc(text)
  }

  /// The fewest characters of a passphrase for which a slot is made.
  public static let minimumLength = 10

  /// Checks that a slot may be made for it.
  /// - Throws: `invalidValue` where it is blank or has fewer than 10 characters.
  public func requireStrength() throws {
    let hint = "take six or more unrelated words"
    guard !text.trimmingWhitespace().isEmpty else {
      throw Refusal(.invalidValue, "the passphrase is empty", hint: hint)
    }
    guard text.count >= Passphrase.minimumLength else {
      throw Refusal(
        .invalidValue, "the passphrase has fewer than \(Passphrase.minimumLength) characters", hint: hint)
    }
  }
}
