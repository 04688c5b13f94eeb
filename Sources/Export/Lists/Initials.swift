/// A name told by its initials only: "Ana Example" is "A. E.", "Jean-Paul Sample" is "J.-P. S.".
///
/// Initials are not anonymity: with a job title and a team beside them they name a person.
enum Initials {
  /// The initials of the name, as it is spelled: nothing is lowered or raised.
  ///
  /// A part is what spaces and hyphens keep apart; its initial is its first letter or digit with all marks that
  /// belong to it. A name of one character, as Chinese and Korean given names can be, would be told whole: behind
  /// another part it is left out. What has no letter at all, an emoji, stands for itself.
  static func of(_ name: String) -> String {
    var initials = ""
    for word in name.split(whereSeparator: \.isWhitespace) {
      var isWithin = false
      for part in word.split(whereSeparator: isHyphen) {
        guard let place = part.firstIndex(where: { $0.isLetter || $0.isNumber }) else { continue }
        let initial = part[place]
        if !initials.isEmpty, isWhole(initial), part.index(after: place) == part.endIndex { continue }
        if !initials.isEmpty { initials += isWithin ? "-" : " " }
        initials += "\(initial)."
        isWithin = true
      }
    }
    return initials.isEmpty ? name.first { !$0.isWhitespace }.map { String($0) } ?? "" : initials
  }

  private static func isHyphen(_ character: Character) -> Bool {
    ["-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{FE63}", "\u{FF0D}"].contains(character)
  }

  /// Whether the character is a word of its own: an ideograph, a syllable, a kana.
  private static func isWhole(_ character: Character) -> Bool {
    switch character.unicodeScalars.first?.value ?? 0 {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
