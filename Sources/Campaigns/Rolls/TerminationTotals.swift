/// What contracts are worth together, each currency for itself, and how many they are of each kind. What was rescinded
/// is in no total.
public struct TerminationTotals: Hashable, Sendable {
  /// By currency, in the order of their codes.
  public let values: [Value]
  /// By kind, in their order.
  public let kinds: [KindCount]

  /// The totals of these lines.
  public init(of lines: some Sequence<TerminationLine>) {
    var sums: [Currency: (sum: Int64?, count: Int)] = [:]
    var counts: [Termination.Kind: Int] = [:]
    for line in lines where line.state != .rescinded {
      counts[line.kind, default: 0] += 1
      guard let value = line.value else { continue }
      let before = sums[value.currency] ?? (0, 0)
      let added = before.sum?.addingReportingOverflow(value.minorUnits)
      sums[value.currency] = (added.flatMap { $0.overflow ? nil : $0.partialValue }, before.count + 1)
    }
    values = sums.sorted { $0.key < $1.key }.map { currency, total in
      Value(
        currency: currency, sum: total.sum.flatMap { try? Money(minorUnits: $0, in: currency) }, count: total.count)
    }
    kinds = counts.sorted { $0.key < $1.key }.map(KindCount.init)
  }

  /// What is paid in one currency.
  public struct Value: Hashable, Sendable {
    /// The currency.
    public let currency: Currency
    /// The sum; nil where it is more than can be kept.
    public let sum: Money?
    /// How many contracts have a value in it.
    public let count: Int
  }

  /// How many contracts are of one kind.
  public struct KindCount: Hashable, Sendable {
    /// The kind.
    public let kind: Termination.Kind
    /// The number.
    public let count: Int
  }
}
