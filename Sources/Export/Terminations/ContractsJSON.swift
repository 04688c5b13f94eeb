import Campaigns

/// Contracts as JSON: those with a line under the names of the columns, and the numbers beside them.
struct ContractsJSON: Encodable {
  let terminations: [Line]
  let withoutNames: [Number]
  let atLeastOfOtherKinds: Int?
  let atLeastCounted: Int?
  let totals: [Total]
  let byKind: [String: Int]

  init(_ contracts: EndedContracts) {
    terminations = contracts.lines.map { Line(cells: $0.cells) }
    withoutNames = contracts.kinds.map { Number(kind: $0.kind.rawValue, atLeast: $0.count.atLeast) }
    atLeastOfOtherKinds = contracts.otherKinds?.atLeast
    atLeastCounted = contracts.counted?.atLeast
    totals = contracts.totals.values.map { total in
      Total(currency: total.currency.code, valueMinor: total.sum?.minorUnits, count: total.count)
    }
    byKind = Dictionary(contracts.totals.kinds.map { ($0.kind.rawValue, $0.count) }) { first, _ in first }
  }

  /// How many at least are of a kind, without a name.
  struct Number: Encodable {
    let kind: String
    let atLeast: Int
  }

  /// What is paid in a currency, in its minor units; nil where it is more than can be kept.
  struct Total: Encodable {
    let currency: String
    let valueMinor: Int64?
    let count: Int
  }

  /// One contract; an empty cell is null.
  struct Line: Encodable {
    let cells: [String?]

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Column.self)
      for (name, cell) in zip(EndedContracts.columns, cells) {
        try container.encode(cell.map(SafeText.line), forKey: Column(stringValue: name))
      }
    }
  }

  private struct Column: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
