/// A text with runs that look different from the rest.
struct StyledText {
  /// How a run looks.
  enum Look {
    case bold
    case italic
    case code
    case underlined
    /// Less dark than the rest.
    case quiet
  }

  /// A part of the text.
  struct Run {
    let look: Look
    /// The places of its bytes.
    let place: Range<Int>
  }

  /// The text in UTF-8.
  private(set) var bytes: [UInt8] = []
  private(set) var runs: [Run] = []
  /// Whether it is a sentence in English, whatever the direction of the document.
  var isEnglish = false
  private var safe = SafeText()

  init() {}

  /// A text of somebody else's, shown as what it is.
  init(_ cell: String) {
    append(cell)
  }

  /// One of our own words.
  init(own words: String) {
    append(own: words)
    isEnglish = true
  }

  var isEmpty: Bool { bytes.isEmpty }
  var count: Int { bytes.count }

  /// The text is empty again.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    isEnglish = false
  }

  /// Appends one of our own words.
  mutating func append(own words: String) {
    words.withBytes { bytes.append(contentsOf: $0) }
  }

  /// Appends a text of somebody else's: it neither steers anything nor reorders what stands beside it.
  mutating func append(_ cell: String) {
    cell.withBytes { safe.take($0) }
    guard !safe.bytes.isEmpty else { return }
    if safe.hasRightToLeft { append(own: "\u{2068}") }
    bytes.append(contentsOf: safe.bytes)
    if safe.hasRightToLeft { append(own: "\u{2069}") }
  }

  /// Appends a part of a text as it is, but for control characters.
  mutating func append(part: String) {
    var scalars = String.UnicodeScalarView()
    for scalar in part.unicodeScalars {
      switch SafeText.fate(of: scalar.value) {
      case .becomesSpace: scalars.append(" ")
      // Isolates may be the document's own, around names.
      case .goes where scalar != "\u{2068}" && scalar != "\u{2069}": break
      default: scalars.append(scalar)
      }
    }
    append(own: String(scalars))
  }

  /// Breaks the line here.
  mutating func breakLine() {
    // U+2028, which stays in the paragraph.
    append(own: "\u{2028}")
  }

  /// Lets what was appended since the text had this many bytes look so.
  mutating func mark(_ look: Look, from start: Int) {
    guard bytes.count > start else { return }
    runs.append(Run(look: look, place: start..<bytes.count))
  }

  /// Takes back what was appended since the text had this many bytes.
  mutating func cut(to count: Int) {
    bytes.removeLast(bytes.count - count)
    runs.removeAll { $0.place.upperBound > count }
  }
}
