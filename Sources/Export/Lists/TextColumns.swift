/// Sets entries of a text beside each other, in rows that are read from left to right, so that nobody has to turn
/// back a page for the next name. An entry that is wider than its column goes on below, set in.
struct TextColumns {
  private static let gap = 2
  private static let indent = 2

  private let count: Int
  private let width: Int
  private var cells: [[String]] = []

  init(_ count: Int) {
    self.count = count
    width = (ListLayout.textWidth - TextColumns.gap * (count - 1)) / count
  }

  /// Adds an entry, which may hold isolated texts.
  mutating func append(_ entry: String) {
    var scalars = entry.unicodeScalars
    scalars.removeAll { $0 == "\u{2068}" || $0 == "\u{2069}" }
    cells.append(broken(String(scalars)))
  }

  /// The row of the entries that were added, once there are enough.
  mutating func row() -> String? { cells.count == count ? lastRow() : nil }

  /// The row of the entries that were added; nil where there are none.
  mutating func lastRow() -> String? {
    guard !cells.isEmpty else { return nil }
    defer { cells.removeAll(keepingCapacity: true) }
    var row = ""
    for number in 0..<(cells.map(\.count).max() ?? 0) {
      var line = ""
      var owed = 0
      for cell in cells {
        if cell.indices.contains(number) {
          line += String(repeating: " ", count: owed) + isolated(cell[number])
          owed = width - TerminalColumns.width(of: cell[number]) + TextColumns.gap
        } else {
          owed += width + TextColumns.gap
        }
      }
      row += line + "\n"
    }
    return row
  }

  /// The entry in lines that fit the column; broken at spaces, and within a word that is longer than a line.
  private func broken(_ entry: String) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    func begin() {
      lines.append(line)
      line = String(repeating: " ", count: TextColumns.indent)
      used = TextColumns.indent
    }
    for word in entry.split(separator: " ") {
      let wordWidth = TerminalColumns.width(of: word)
      let isAtStart = line.allSatisfy { $0 == " " }
      if !isAtStart, used + 1 + wordWidth > width {
        begin()
      } else if !isAtStart {
        line += " "
        used += 1
      }
      for character in word {
        let needed = TerminalColumns.width(of: String(character))
        if used + needed > width { begin() }
        line.append(character)
        used += needed
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// What is written from right to left does not reorder the entries beside it.
  private func isolated(_ line: String) -> String {
    line.unicodeScalars.contains { SafeText.isRightToLeft($0.value) } ? "\u{2068}\(line)\u{2069}" : line
  }
}
