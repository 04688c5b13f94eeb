import Campaigns

/// Draws how many had signed by which day, as SVG within a page: steps that rise, with no script and nothing fetched.
///
/// Places along the days are percentages and all else is in pixels, so that its words stay readable on a phone.
struct DaysChart {
  private let points: [PublicDays.Point]
  private let title: String

  /// A chart of these days.
  init(_ days: PublicDays, of title: String) {
    points = days.points
    self.title = title
  }

  private static let top = 30
  private static let floor = 220
  private static let height = 250

  /// The chart; its number keeps its names apart from another's on the page.
  func svg(number: Int) -> String {
    guard let first = points.first, let last = points.last else { return "" }
    let step = DaysChart.step(for: last.count.atLeast)
    let most = (last.count.atLeast + step - 1) / step * step
    let (start, end) = (first.day.daysSinceEpoch, last.day.daysSinceEpoch + 1)
    func height(_ count: Int) -> Int { (DaysChart.floor - DaysChart.top) * count / most }
    func place(_ day: Int) -> String { DaysChart.percent(day - start, of: end - start) }
    var svg = """
      <svg class="chart" role="img" aria-labelledby="chart-\(number)-title chart-\(number)-desc" width="100%" \
      height="\(DaysChart.height)" xmlns="http://www.w3.org/2000/svg">
      <title id="chart-\(number)-title">Verified signatures by day of signing, summed up: \
      \(HTMLText.escaped(title))</title>
      <desc id="chart-\(number)-desc">From at least \(english(first.count.atLeast)) by the end of \(first.day) to at \
      least \(english(last.count.atLeast)) by the end of \(last.day). The table below has every step.</desc>

      """
    for (index, point) in points.enumerated() {
      let from = point.day.daysSinceEpoch
      let to = index + 1 < points.count ? points[index + 1].day.daysSinceEpoch : end
      let rise = height(point.count.atLeast)
      svg += """
        <rect class="bar" x="\(place(from))" y="\(DaysChart.floor - rise)" \
        width="\(DaysChart.percent(to - from, of: end - start))" height="\(rise)"/>

        """
    }
    for count in stride(from: 0, through: most, by: step) {
      let y = DaysChart.floor - height(count)
      svg += "<line class=\"\(count == 0 ? "axis" : "grid")\" x1=\"0\" x2=\"100%\" y1=\"\(y)\" y2=\"\(y)\"/>\n"
      if count > 0 { svg += "<text x=\"2\" y=\"\(y - 5)\">\(english(count))</text>\n" }
    }
    svg += """
      <text class="end" x="100%" y="\(DaysChart.floor - height(last.count.atLeast) - 7)">at least \
      \(english(last.count.atLeast))</text>
      <text x="0" y="\(DaysChart.floor + 20)">\(first.day)</text>
      <text class="end" x="100%" y="\(DaysChart.floor + 20)">\(last.day)</text>
      </svg>

      """
    return svg
  }

  /// The distance between lines: a round number of which at most four make the largest one.
  private static func step(for most: Int) -> Int {
    var unit = 1
    while true {
      for factor in [1, 2, 5] where (most + factor * unit - 1) / (factor * unit) <= 4 { return factor * unit }
      unit *= 10
    }
  }

  /// The share in percent, with two digits behind the point.
  private static func percent(_ part: Int, of whole: Int) -> String {
    let hundredths = whole == 0 ? 0 : part * 10_000 / whole
    let digits = hundredths % 100
    return "\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)%"
  }
}
