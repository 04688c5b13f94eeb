import Campaigns

/// The text of one line of a list: the name, and less dark behind it what is told besides.
struct EntryText {
  private let cells: ListCells
  private(set) var text = StyledText()

  /// The texts of the lines of this list.
  init(of list: SignatoryList) {
    // What stands above them need not stand in each line.
    cells = ListCells(of: list, isUnderHeading: !list.sections.isEmpty)
  }

  /// Takes a line in place of the one before.
  /// - Parameter count: how many lines that show the same it stands for; nil where it shows a name.
  mutating func take(_ line: ListLine, standingFor count: Int?) {
    var text = StyledText()
    swap(&text, &self.text)
    defer { swap(&text, &self.text) }
    text.clear()
    var quiet: Int?
    func add(_ cell: ListCells.Cell) {
      let start = text.count
      if start > 0 {
        if case .note = cell { text.append(own: " ") } else { text.append(own: ", ") }
        if quiet == nil, count == nil { quiet = start }
      }
      switch cell {
      case .text(let typed): text.append(typed)
      case .words(let words):
        // A line that begins with our own words is a sentence of ours.
        if start == 0 { text.isEnglish = true }
        text.append(own: words)
      case .note(let words): text.append(own: words)
      }
    }
    if let count { cells.forEach(of: line, standingFor: count, add) } else { cells.forEach(of: line, add) }
    if text.isEmpty { text.append(own: "—") }
    if let quiet { text.mark(.quiet, from: quiet) }
  }
}
