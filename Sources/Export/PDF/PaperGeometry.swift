/// Where things stand on a sheet of paper, in points.
struct PaperGeometry {
  let width: Double
  let height: Double
  /// The margin at both sides.
  let side = 68.0
  /// Where the text begins on the first page, and on all others.
  let firstTop = 84.0
  let top = 86.0
  /// The space below the text.
  let bottom = 82.0

  init(_ paper: ListLayout.Paper) {
    switch paper {
    case .a4: (width, height) = (595.276, 841.89)
    case .letter: (width, height) = (612, 792)
    }
  }

  var textWidth: Double { width - 2 * side }
  var textBottom: Double { height - bottom }

  /// The space between columns.
  static let gutter = 20.0

  /// The width of each of several columns.
  func columnWidth(of count: Int) -> Double {
    (textWidth - Double(count - 1) * PaperGeometry.gutter) / Double(count)
  }
}

extension ListLayout {
  /// Most columns of names that a page has room for.
  static let mostNameColumns = 4
}
