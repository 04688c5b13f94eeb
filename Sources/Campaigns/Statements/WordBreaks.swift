/// Where a paragraph is parted into words.
///
/// A word has the punctuation and the space that follow it, and what stands before it up to the space before:
/// `(we `, `don't `, `1,000 `, `well-` and `known `. Where a script is written without spaces, each character is a
/// word. Nothing is parted that shows as one character: letters keep their marks, emoji their parts.
enum WordBreaks {
  /// Hands over the paragraph's words, which together are the paragraph.
  static func forEach(in paragraph: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
    var start = paragraph.startIndex
    var place = start
    var state = State.open
    func take(_ kind: Kind, _ count: Int) {
      let next = state.following(kind)
      if next.beginsWord {
        body(paragraph[start..<place])
        start = place
      }
      state = next.state
      place += count
    }
    while place < paragraph.endIndex {
      var end = place + 1
      if paragraph[place] < 0x80, end == paragraph.endIndex || paragraph[end] < 0x80 {
        take(Kind(ascii: paragraph[place]), 1)
        continue
      }
      // What may show as one character: up to where two of ASCII meet, which never do. A paragraph has no line breaks.
      while end < paragraph.endIndex, paragraph[end - 1] >= 0x80 || paragraph[end] >= 0x80 { end += 1 }
      for character in String(decoding: paragraph[place..<end], as: UTF8.self) {
        take(Kind(character), character.utf8.count)
      }
    }
    if start < paragraph.endIndex { body(paragraph[start...]) }
  }

  /// The word without the space that follows it.
  static func bare(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    word.last == UInt8(ascii: " ") ? word.dropLast() : word
  }

  /// Whether the word is a character of a script that is written without spaces.
  static func isUnit(_ word: ArraySlice<UInt8>) -> Bool {
    // All of them lie at or above U+0E00.
    guard word.contains(where: { $0 >= 0xE0 }) else { return false }
    return String(decoding: word, as: UTF8.self).unicodeScalars.contains(where: isUnit)
  }

  private enum Kind {
    case space
    case letter
    /// A word by itself.
    case unit
    /// What may stand within a word or a number.
    case joiner
    case other

    /// The kind of a character of ASCII.
    init(ascii byte: UInt8) {
      switch byte {
      case UInt8(ascii: " "): self = .space
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        self = .letter
      case UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "_"),
        UInt8(ascii: "@"):
        self = .joiner
      default: self = .other
      }
    }

    init(_ character: Character) {
      guard let scalar = character.unicodeScalars.first else {
        self = .other
        return
      }
      switch scalar {
      case "\0"..."\u{7F}": self.init(ascii: UInt8(truncatingIfNeeded: scalar.value))
      case "\u{2019}": self = .joiner
      case _ where WordBreaks.isUnit(scalar): self = .unit
      case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil: self = .letter
      default: self = .other
      }
    }
  }

  /// How far a word has come.
  private enum State {
    /// It has no letter yet.
    case open
    /// It ends in a letter.
    case letter
    /// It ends in a letter and a joiner.
    case joined
    /// It has a letter, and another would be the next word's.
    case full
    /// It ends in a space.
    case spaced

    func following(_ kind: Kind) -> (state: State, beginsWord: Bool) {
      switch (self, kind) {
      case (_, .space): (.spaced, false)
      case (.spaced, _): (State.open.following(kind).state, true)
      case (.full, .letter): (.letter, true)
      case (_, .letter): (.letter, false)
      case (_, .unit): (.full, self != .open)
      case (.letter, .joiner): (.joined, false)
      case (.open, _): (.open, false)
      default: (.full, false)
      }
    }
  }

  /// Whether the character belongs to a script that is written without spaces between words.
  private static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Thai and Lao; Burmese; Khmer.
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0xA9E0...0xA9FF, 0xAA60...0xAA7F, 0x1780...0x17FF: true
    // Chinese and Japanese, without their punctuation.
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    case 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x1B000...0x1B16F, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
