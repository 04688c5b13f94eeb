import Campaigns
import Export
import Foundation

/// Coverage as a table with bars, in lines of at most 80 columns.
struct CoverageChart {
  private let coverage: Coverage
  private let characters: Characters

  /// What bars are drawn with.
  enum Characters {
    case blocks
    case ascii

    /// What the terminal of this process can show, as far as its locale says.
    static var here: Characters {
      let environment = ProcessInfo.processInfo.environment
      let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
      let encoding = locale.lowercased().filter { $0 != "-" }
      return encoding.contains("utf8") ? .blocks : .ascii
    }
  }

  /// The chart of this coverage.
  init(_ coverage: Coverage, in characters: Characters) {
    self.coverage = coverage
    self.characters = characters
  }

  /// The lines.
  var text: String {
    let rows = coverage.groups.map { cells(of: $0, named: $0.name ?? Copy.notSaid) }
    let sum = cells(of: coverage.total, named: "all")
    let others = headings.indices.dropFirst().map { column in
      ([headings] + rows + [sum]).map { Table.width($0[column]) }.max() ?? 0
    }
    let room = max(8, 80 - others.reduce(0) { $0 + $1 + 2 })
    var table = Table(headings, numbers: numbers)
    for row in rows + [sum] { table.add([cut(SafeText.line(row[0]), to: room)] + row.dropFirst()) }
    return table.text + besides
  }

  private static let barWidth = 20

  private var countsGrowth: Bool { coverage.total.since != nil }

  private var headings: [String] {
    [coverage.grouping.rawValue.uppercased(), "SIGNED"] + (coverage.hasRoster ? ["OF", "%"] : []) + [""]
      + (countsGrowth ? ["SINCE"] : []) + (coverage.hasRoster ? ["TO GO"] : [])
  }

  private var numbers: Set<Int> {
    let bar = coverage.hasRoster ? 4 : 2
    return Set(1..<bar).union(countsGrowth ? [bar + 1] : [])
  }

  private func cells(of group: Coverage.Group, named name: String) -> [String] {
    let shares = [group.headcount.map(grouped) ?? "", group.percent.map { "\($0)%" } ?? ""]
    let missing = group.missingToMajority.map { $0 == 0 ? "majority" : grouped($0) } ?? ""
    return [name, grouped(group.signed)] + (coverage.hasRoster ? shares : []) + [bar(of: group)]
      + (countsGrowth ? ["+\(grouped(group.since ?? 0))"] : []) + (coverage.hasRoster ? [missing] : [])
  }

  /// A bar of the share; without a roster, of the share in the largest group.
  private func bar(of group: Coverage.Group) -> String {
    let whole = group.headcount ?? coverage.groups.map(\.signed).max() ?? 0
    let share = whole > 0 ? min(1, Double(group.signed) / Double(whole)) : 0
    let width = CoverageChart.barWidth
    switch characters {
    case .ascii:
      let filled = share > 0 ? max(1, Int(share * Double(width))) : 0
      return String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    case .blocks:
      // A block has eight parts.
      let parts = share > 0 ? max(1, Int(share * Double(width * 8))) : 0
      let rest = parts % 8 == 0 ? "" : String(["▏", "▎", "▍", "▌", "▋", "▊", "▉"][parts % 8 - 1])
      let filled = String(repeating: "█", count: parts / 8) + rest
      return filled + String(repeating: "░", count: width - filled.count)
    }
  }

  private func cut(_ name: String, to width: Int) -> String {
    guard Table.width(name) > width else { return name }
    let end = characters == .ascii ? "..." : "…"
    var cut = name
    while !cut.isEmpty, Table.width(cut) + end.count > width { cut.removeLast() }
    return cut + end
  }

  /// Who is in no group.
  private var besides: String {
    guard coverage.hasRoster, coverage.unmatched + coverage.ambiguous > 0 else { return "" }
    var facts = Facts()
    facts.add("signatures of nobody on the roster", grouped(coverage.unmatched))
    if coverage.ambiguous > 0 { facts.add("of a name that is not clear", grouped(coverage.ambiguous)) }
    return "\n" + facts.text
  }
}
