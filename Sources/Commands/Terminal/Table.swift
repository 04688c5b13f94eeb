import Export
import Foundation

/// Rows of cells in aligned columns, for people; programs take `--json`.
struct Table {
  private var rows: [[String]]
  private let rightAligned: Set<Int>

  /// A table with these headings; the columns named hold numbers and are aligned to the right.
  init(_ headings: [String], numbers: Set<Int> = []) {
    rows = [headings]
    rightAligned = numbers
  }

  /// Appends a row. Whatever stands in a cell becomes one safe line.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map(SafeText.line))
  }

  /// The table. On a terminal its last column is cut so that lines do not wrap.
  var text: String {
    let widths = rows[0].indices.map { column in rows.map { Table.width($0[column]) }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: max(0, widths[column] - Table.width(cell)))
        let isLast = column == row.count - 1
        line += rightAligned.contains(column) ? padding + cell : isLast ? cell : cell + padding
        if !isLast { line += "  " }
      }
      return Table.fitted(line) + "\n"
    }.joined()
  }

  /// How many places a text takes on a terminal: East Asian characters and emoji take two, combining marks none.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return width
      default: break
      }
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        return width + 2
      default: return width + 1
      }
    }
  }

  private static func fitted(_ line: String) -> String {
    guard let columns = terminalWidth, width(line) > columns else { return line }
    var fitted = line
    while !fitted.isEmpty, width(fitted) > columns - 1 { fitted.removeLast() }
    return fitted + "…"
  }

  private static let terminalWidth: Int? = {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return nil }
    return Int(size.ws_col)
  }()
}
