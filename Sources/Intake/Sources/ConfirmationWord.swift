import Campaigns

/// What a word in a column says about whether the signer confirmed the address.
enum ConfirmationWord {
  /// How the signer is verified by it: the outer nil where the word means nothing, the inner where nobody confirmed.
  static func verification(_ word: String) -> Verification.Method?? {
    switch word.lowercased() {
    case "yes", "y", "true", "t", "1", "x", "on", "confirmed": return .some(.emailCode)
    case "no", "n", "false", "f", "0", "off", "unconfirmed", "not confirmed", "pending", "...", "…", "-", "":
      return .some(nil)
    default: return nil
    }
  }
}
