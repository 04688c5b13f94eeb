import Foundation

// A slug is kept in the clear, so it must not tell whose termination it names.

extension Slug {
  /// Whether the slug holds a word of the name, the address, the job title or the affiliation, in whatever spelling, of 3
  /// letters or more.
  public func tells(of party: Signatory) -> Bool {
    let letters = description.replacing("-", with: "")
    return party.tellingWords.contains { letters.contains($0) }
  }

  /// A slug that says nothing: a letter for the noun, and five signs of chance.
  /// - Throws: `invalidValue` where the letter is none that a slug can begin with.
  public static func drawn(_ letter: Character) throws -> Slug {
    var generator = SystemRandomNumberGenerator()
    let signs = (0..<5).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] }
    return try Slug("\(letter)-" + String(signs))
  }

  // Without the letters that are taken for digits, and without vowels: no word comes about by chance.
  private static let alphabet = Array("23456789bcdfghjkmnpqrstvwxz")
}

extension Signatory {
  /// The words that tell who this is, as a slug could spell them.
  fileprivate var tellingWords: Set<String> {
    // The last part of a domain says little, and a short slug would often hold it by chance.
    let address = (email ?? "").split(separator: "@").enumerated().map { place, part in
      place == 0 ? part : part.prefix(upTo: part.lastIndex(of: ".") ?? part.endIndex)
    }
    var words: Set<String> = []
    for text in [name] + address.map(String.init) + [jobTitle, affiliation].compactMap({ $0 }) {
      for spelling in Signatory.spellings(of: text) {
        let parts = spelling.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        words.formUnion(parts + [parts.joined()])
      }
    }
    return words.filter { $0.count >= 3 }
  }

  /// The text in the Latin letters of a slug: with what its marks stand for, and without them.
  private static func spellings(of text: String) -> [String] {
    let lower = text.lowercased()
    let spelledOut = lower.precomposedStringWithCanonicalMapping
      .replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue")
      .replacing("å", with: "aa").replacing("ø", with: "oe").replacing("æ", with: "ae").replacing("ß", with: "ss")
    return [lower, spelledOut].map { text in
      let latin = text.applyingTransform(StringTransform("Any-Latin; Latin-ASCII"), reverse: false) ?? text
      return latin.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
    }
  }
}
