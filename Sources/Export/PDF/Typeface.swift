import Campaigns

/// The fonts of a document, by what they are used for.
enum Typeface: Hashable {
  case title(size: Double)
  case heading(level: Int)
  case body
  case entry
  case group
  /// Running heads, labels, what stands in tables.
  case small
  case smallBold
  /// What stands in the heads of tables and at the foot of sheets.
  case tiny

  /// The size in points.
  var size: Double {
    switch self {
    case .title(let size): size
    case .heading(let level): level <= 1 ? 15 : level == 2 ? 13 : 11.5
    case .body: 11
    case .entry: 9.5
    case .group: 10
    case .small, .smallBold: 8.5
    case .tiny: 7
    }
  }

  /// From one baseline to the next, in points.
  var leading: Double {
    switch self {
    case .title(let size): (size * 1.28).rounded()
    case .heading(let level): level <= 1 ? 20 : level == 2 ? 18 : 16
    case .body: 16
    case .entry: 13.5
    case .group: 14
    case .small, .smallBold: 12
    case .tiny: 9.5
    }
  }

  /// How far below the top of its line the baseline lies.
  var rise: Double { leading * 0.74 }

  var weight: Int32 {
    switch self {
    case .title, .heading, .group, .smallBold: 700
    case .body, .entry, .small, .tiny: 400
    }
  }

  private var isSans: Bool {
    switch self {
    case .small, .smallBold, .tiny, .group: true
    default: false
    }
  }

  /// The families that are looked through for each character, in this order.
  ///
  /// The same ideograph has another shape in each country, so whose comes first depends on the text.
  func families(_ ideographs: Ideographs) -> String {
    let (latin, others, kind) =
      isSans
      ? ("Noto Sans", Typeface.sansScripts, "Sans") : ("Noto Serif", Typeface.serifScripts, "Serif")
    let countries = [ideographs] + Ideographs.allCases.filter { $0 != ideographs }
    let eastern = countries.map { "Noto \(kind) CJK \($0.rawValue)" }
    // A machine with the one kind only still has to show them.
    let inNeed = countries.map { "Noto \(kind == "Sans" ? "Serif" : "Sans") CJK \($0.rawValue)" }
    return ([latin] + others + eastern + inNeed + Typeface.fallbacks).joined(separator: ",")
  }

  private static let serifScripts = [
    "Noto Naskh Arabic", "Noto Serif Hebrew", "Noto Serif Devanagari", "Noto Serif Thai", "Noto Serif Bengali",
    "Noto Serif Tamil", "Noto Serif Georgian", "Noto Serif Armenian", "Noto Serif Ethiopic", "Noto Serif Gujarati",
    "Noto Serif Gurmukhi", "Noto Serif Kannada", "Noto Serif Khmer", "Noto Serif Lao", "Noto Serif Malayalam",
    "Noto Serif Myanmar", "Noto Serif Sinhala", "Noto Serif Telugu", "Noto Serif Tibetan",
  ]

  private static let sansScripts = [
    "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai", "Noto Sans Bengali",
    "Noto Sans Tamil", "Noto Sans Georgian", "Noto Sans Armenian", "Noto Sans Ethiopic",
  ]

  private static let fallbacks = ["DejaVu Sans", "serif", "sans-serif"]
}

/// Whose shapes of ideographs come first, by the letters at the end of their fonts' names.
enum Ideographs: String, CaseIterable {
  case simplified = "SC"
  case japanese = "JP"
  case korean = "KR"
  case traditional = "TC"

  /// Those of a language.
  init(of language: Language) {
    let tag = language.description.lowercased()
    let first = tag.prefix { $0 != "-" }
    switch first {
    case "ja": self = .japanese
    case "ko": self = .korean
    case "zh" where ["tw", "hk", "mo", "hant"].contains { tag.hasSuffix("-\($0)") || tag.contains("-\($0)-") }:
      self = .traditional
    default: self = .simplified
    }
  }

  /// Those of a text that shows by its own letters whose they are; else these.
  static func of(_ text: [UInt8], else usual: Ideographs) -> Ideographs {
    for place in text.indices.dropLast(2) where text[place] >= 0xE3 {
      switch (text[place], text[place + 1]) {
      // Hiragana and katakana.
      case (0xE3, 0x81...0x83): return .japanese
      // Hangul.
      case (0xEA, 0xB0...), (0xEB...0xEC, _), (0xED, ...0x9E): return .korean
      default: continue
      }
    }
    return usual
  }
}
