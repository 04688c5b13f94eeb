import Campaigns

/// What a word in a column about the signer's visibility asks for.
enum VisibilityWord {
  /// What the word asks for: the outer nil where it means nothing, the inner where it asks for nothing special.
  ///
  /// A column that asks "anonymous?" may say yes or no. Yes hides the name; no leaves the choice to the import.
  static func visibility(_ word: String, asksForAnonymity: Bool) -> Visibility?? {
    if let level = Visibility.Level(named: word) { return .some(Visibility(level)) }
    guard asksForAnonymity else { return nil }
    switch word.lowercased() {
    case "yes", "y", "true", "1", "x", "on": return .some(Visibility(.role))
    case "no", "n", "false", "0", "off", "": return .some(nil)
    default: return nil
    }
  }
}
