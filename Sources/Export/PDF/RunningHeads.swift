import Campaigns

/// What stands at the edges of every page: from the second on the title, everywhere the page's number, and the warning
/// of a list that is not public.
struct RunningHeads {
  private let title: StyledText
  private let day: StyledText
  private let warning: StyledText?
  private let geometry: PaperGeometry

  init(_ list: SignatoryList, _ geometry: PaperGeometry, _ typesetter: Typesetter) {
    self.geometry = geometry
    day = RunningHeads.quiet("As of \(list.asOf)")
    warning = list.audience == .organizers ? StyledText(own: ListWording.warning) : nil
    title = RunningHeads.shortened(list.subject.title, to: geometry.textWidth - 110, typesetter)
  }

  private static func quiet(_ words: String) -> StyledText {
    var text = StyledText(own: words)
    text.mark(.quiet, from: 0)
    return text
  }

  /// As much of the title as stands on one line.
  private static func shortened(_ title: String, to width: Double, _ typesetter: Typesetter) -> StyledText {
    var words = SafeText.line(title).split(separator: " ")
    var text = StyledText(words.joined(separator: " "))
    while true {
      typesetter.set(text, .small, width: width)
      guard typesetter.lineCount > 1 else { break }
      if words.count > 1 {
        words.removeLast()
      } else {
        words = [words.first?.dropLast(5) ?? ""]
      }
      text = StyledText(words.joined(separator: " ") + " …")
    }
    text.mark(.quiet, from: 0)
    return text
  }

  /// Notes what no font shows of them.
  func measure(_ typesetter: Typesetter, pages: Int) {
    _ = typesetter.measure(title, .small, width: geometry.textWidth)
  }

  /// Draws them on a page, from 0.
  func draw(in file: PDFFile, _ typesetter: Typesetter, page: Int, of count: Int) {
    let left = geometry.side
    let right = geometry.width - geometry.side
    if page > 0 {
      draw(title, at: .start, top: 42, in: file, typesetter)
      draw(day, at: .end, top: 42, in: file, typesetter)
      file.line(from: (left, 60), to: (right, 60))
    }
    let foot = geometry.height - 54
    if let warning { draw(warning, .smallBold, at: .start, top: foot, in: file, typesetter) }
    draw(RunningHeads.quiet("Page \(page + 1) of \(count)"), at: .end, top: foot, in: file, typesetter)
    if page == 0, let warning { draw(warning, .smallBold, at: .start, top: 42, in: file, typesetter) }
  }

  private func draw(
    _ text: StyledText, _ face: Typeface = .small, at alignment: Typesetter.Alignment, top: Double,
    in file: PDFFile, _ typesetter: Typesetter
  ) {
    typesetter.set(text, face, width: geometry.textWidth, alignment)
    typesetter.draw(in: file, x: geometry.side, top: top, face, lines: 0..<1)
  }
}
