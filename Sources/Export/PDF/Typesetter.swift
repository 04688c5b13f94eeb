import Campaigns
import Pango

/// Breaks texts into lines and draws them: one layout, used again for each text.
final class Typesetter {
  /// Whether the document runs from right to left.
  let isRightToLeft: Bool
  private let context: OpaquePointer
  private let layout: OpaquePointer
  private let ideographs: Ideographs
  private var fonts: [Key: OpaquePointer] = [:]
  private var current: Key?
  private var hasRuns = false
  /// Characters that no font shows.
  private(set) var missing = MissingCharacters()

  private struct Key: Hashable {
    let face: Typeface
    let ideographs: Ideographs
  }

  /// Where the lines of a text stand within its width.
  enum Alignment {
    case start
    case end
    case left
    case right
  }

  /// A typesetter of a document in this language.
  /// - Throws: `inputOutput` where the libraries are missing.
  init(_ language: Language) throws {
    try LoadedPango.require()
    isRightToLeft = language.isRightToLeft
    ideographs = Ideographs(of: language)
    guard let context = picket_context_open(language.description, isRightToLeft ? 1 : 0),
      let layout = picket_layout_open(context)
    else { throw PDFFile.noMemory }
    self.context = context
    self.layout = layout
  }

  deinit {
    picket_layout_close(layout)
    picket_context_close(context)
    for font in fonts.values { picket_font_close(font) }
  }

  /// Takes a text and breaks it at this width.
  /// - Parameter hanging: by how much all lines but the first are set in.
  func set(_ text: StyledText, _ face: Typeface, width: Double, hanging: Double = 0, _ alignment: Alignment = .start)
  {
    use(Key(face: face, ideographs: Ideographs.of(text.bytes, else: ideographs)))
    picket_layout_width(layout, width, hanging)
    switch alignment {
    case .start: picket_layout_align(layout, isRightToLeft ? 2 : 0)
    case .end: picket_layout_align(layout, isRightToLeft ? 0 : 2)
    case .left: picket_layout_align(layout, 0)
    case .right: picket_layout_align(layout, 2)
    }
    // Our own sentences run from left to right, and stand at the side where the document's lines begin.
    let isTurned = isRightToLeft && text.isEnglish
    let bytes = isTurned ? Array("\u{2066}".utf8) + text.bytes + Array("\u{2069}".utf8) : text.bytes
    bytes.withUnsafeBytes { bytes in
      picket_layout_text(layout, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
    }
    setRuns(of: text, from: isTurned ? 3 : 0)
  }

  /// How many lines the text has.
  var lineCount: Int { Int(picket_layout_line_count(layout)) }

  /// How wide the longest of them is.
  var width: Double { picket_layout_natural_width(layout) }

  /// Draws some of the lines, the first with its top here.
  func draw(in file: PDFFile, x: Double, top: Double, _ face: Typeface, lines: Range<Int>) {
    picket_layout_draw(
      file.cairo, layout, x, top + face.rise, face.leading, Int32(lines.lowerBound), Int32(lines.count))
  }

  /// How many lines a text has; what no font shows of it is noted in `missing`.
  func measure(_ text: StyledText, _ face: Typeface, width: Double, hanging: Double = 0) -> Int {
    set(text, face, width: width, hanging: hanging)
    let count = lineCount
    if picket_layout_unknown_count(layout) > 0 { findMissing(in: text, face) }
    return count
  }

  /// Looks at each character for itself.
  private func findMissing(in text: StyledText, _ face: Typeface) {
    picket_layout_runs(layout, nil)
    hasRuns = false
    missing.texts += 1
    for scalar in String(decoding: text.bytes, as: UTF8.self).unicodeScalars where missing.isNew(scalar) {
      var character = String(scalar)
      let isUnknown = character.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { picket_layout_text(layout, $0.baseAddress, Int32($0.count)) }
        return picket_layout_unknown_count(layout) > 0
      }
      if isUnknown { missing.add(scalar) }
    }
  }

  private func use(_ key: Key) {
    guard key != current else { return }
    current = key
    if let font = fonts[key] { return picket_layout_font(layout, font) }
    let font = picket_font_open(key.face.families(key.ideographs), key.face.size, key.face.weight, 0)
    fonts[key] = font
    picket_layout_font(layout, font)
  }

  private func setRuns(of text: StyledText, from offset: Int) {
    guard !text.runs.isEmpty, let runs = picket_runs_open() else {
      if hasRuns { picket_layout_runs(layout, nil) }
      hasRuns = false
      return
    }
    for run in text.runs {
      let start = UInt32(run.place.lowerBound + offset)
      let end = UInt32(run.place.upperBound + offset)
      switch run.look {
      case .bold: picket_runs_weight(runs, 700, start, end)
      case .italic: picket_runs_italic(runs, start, end)
      case .code: picket_runs_family(runs, "Noto Sans Mono,Noto Sans,Noto Sans Mono CJK SC", start, end)
      case .underlined: picket_runs_underline(runs, start, end)
      case .quiet: picket_runs_gray(runs, 0.36, start, end)
      }
    }
    picket_layout_runs(layout, runs)
    picket_runs_close(runs)
    hasRuns = true
  }
}
