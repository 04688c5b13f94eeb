/// Changes texts by chance, the same way for the same seed: what a parser must bear.
public struct Mutator {
  private var random: SeededRandom

  /// A mutator of this seed.
  public init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  /// The text with one to eight changes.
  public mutating func change(_ text: [UInt8]) -> [UInt8] {
    var text = text
    for _ in 0..<Int.random(in: 1...8, using: &random) { changeOnce(&text) }
    return text
  }

  /// A number below the limit.
  public mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  private mutating func changeOnce(_ text: inout [UInt8]) {
    let place = Int.random(in: 0...text.count, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0 where !text.isEmpty: text[min(place, text.count - 1)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1 where !text.isEmpty: text[min(place, text.count - 1)] = UInt8.random(in: .min ... .max, using: &random)
    case 2: text.removeSubrange(range(from: place, in: text))
    case 3: text.insert(contentsOf: Array(text[range(from: place, in: text)]), at: place)
    case 4: text.removeSubrange(place...)
    case 5:
      let piece = Array(text[range(from: place, in: text)])
      text.insert(contentsOf: piece, at: Int.random(in: 0...text.count, using: &random))
    case 6:
      let token = Mutator.tokens[Int.random(in: 0..<Mutator.tokens.count, using: &random)]
      let times = Bool.random(using: &random) ? 1 : Int.random(in: 1...300, using: &random)
      text.insert(contentsOf: Array(repeatElement(token, count: times).joined()), at: place)
    default:
      let token = Mutator.tokens[Int.random(in: 0..<Mutator.tokens.count, using: &random)]
      text.insert(contentsOf: token, at: place)
    }
  }

  private mutating func range(from place: Int, in text: [UInt8]) -> Range<Int> {
    place..<min(text.count, place + Int.random(in: 0...64, using: &random))
  }

  /// What means something in one of the forms, or in none.
  private static let tokens: [[UInt8]] =
    [
      ",", ";", "\t", "\"", "\"\"", "\"\n", "\n", "\r", "\r\n", "sep=;\n", "=1+1", " ", "\u{A0}", "\u{FEFF}",
      "{", "}", "[", "]", ":", "\\", "\\u", "\\ud800", "\\u0000", "null", "true", "-0.1e+9", "1e", "//",
      "\"_embedded\":", "\"osdi:signatures\":[", "\"given_name\":\"x\",", "\"person\":{",
      "---\n", "- ", "- - ", "? ", ": ", "|\n", ">-\n  ", "&a ", "*a", "<<: *a", "!!binary ", "!<x> ", "%YAML 1.1\n",
      "...\n",
      "'", "@", "(", ")", "](", "#", "name: ", "\n  ", "\u{202E}", "é", "👋🏽",
    ].map { Array($0.utf8) } + [
      [0], [0xFF], [0xFF, 0xFE], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5], [0x80],
    ]
}

/// A generator that gives the same numbers for the same seed (SplitMix64).
public struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// A generator of this seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
