import Campaigns
import Pango

/// The characters of a document that no installed font shows: it is refused rather than made with boxes in them.
struct MissingCharacters {
  /// How many texts have some.
  var texts = 0
  private var seen: Set<Unicode.Scalar> = []
  private var scripts: Set<String> = []
  private var hasUnassigned = false

  var isEmpty: Bool { texts == 0 }

  /// Whether the character was not looked at before; once only.
  mutating func isNew(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && seen.insert(scalar).inserted
  }

  /// Notes a character that no font shows.
  mutating func add(_ scalar: Unicode.Scalar) {
    guard picket_is_assigned(scalar.value) != 0 else { return hasUnassigned = true }
    let code = picket_script(scalar.value)
    let letters = stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: code >> UInt32($0)) }
    scripts.insert(String(decoding: letters, as: UTF8.self))
  }

  /// Says which scripts no font shows, and which packages bring them. It never says what was written.
  /// - Throws: `notAllowed` where there are such.
  func requireNone() throws {
    guard !isEmpty else { return }
    let count = texts == 1 ? "1 text" : "\(english(texts)) texts"
    let names = Set(scripts.map { MissingCharacters.names[$0] ?? $0 }).sorted()
    guard !names.isEmpty else {
      throw Refusal(
        .notAllowed,
        "nothing was written: \(count) of the document hold characters that no font can show: private or not assigned",
        hint: "correct them where they were typed; the lines show them in --format json")
    }
    throw Refusal(
      .notAllowed,
      "nothing was written: no installed font shows \(names.joined(separator: ", ")), which \(count) of the document hold",
      hint: "apt-get install \(packages.joined(separator: " "))")
  }

  private var packages: [String] {
    let needed = scripts.map { script in
      switch script {
      case "Hani", "Hira", "Kana", "Hang", "Bopo": "fonts-noto-cjk"
      case "Zyyy", "Zinh": "fonts-noto-color-emoji"
      default: "fonts-noto-core"
      }
    }
    return Set(needed).sorted()
  }

  /// How the scripts of ISO 15924 are called that people write names in.
  private static let names = [
    "Arab": "Arabic", "Armn": "Armenian", "Beng": "Bengali", "Bopo": "Bopomofo", "Cher": "Cherokee",
    "Copt": "Coptic", "Cyrl": "Cyrillic", "Deva": "Devanagari", "Ethi": "Ethiopic", "Geor": "Georgian",
    "Grek": "Greek", "Gujr": "Gujarati", "Guru": "Gurmukhi", "Hang": "Hangul", "Hani": "Han", "Hebr": "Hebrew",
    "Hira": "Hiragana", "Kana": "Katakana", "Khmr": "Khmer", "Knda": "Kannada", "Laoo": "Lao", "Latn": "Latin",
    "Mlym": "Malayalam", "Mong": "Mongolian", "Mymr": "Myanmar", "Nkoo": "N'Ko", "Olck": "Ol Chiki",
    "Orya": "Odia", "Sinh": "Sinhala", "Syrc": "Syriac", "Taml": "Tamil", "Telu": "Telugu", "Tfng": "Tifinagh",
    "Thaa": "Thaana", "Thai": "Thai", "Tibt": "Tibetan", "Vaii": "Vai", "Yiii": "Yi", "Zinh": "symbols and emoji",
    "Zyyy": "symbols and emoji",
  ]
}
