import Campaigns
import Foundation

/// Contracts that were ended over an issue, ready to be written in any `PlainFormat`.
///
/// The list shows what it is given, in the order in which it is given: `PublicTerminations` decides what the public
/// sees, the caller sorts.
public struct EndedContracts: Sendable {
  /// The title of the campaign.
  public let campaign: String
  /// Who may read the list.
  public let audience: SignatoryList.Audience
  /// The contracts with a line, in their final order.
  public let lines: [TerminationLine]
  /// The kinds of which there are enough without a name, and how many at least.
  public let kinds: [PublicTerminations.KindCount]
  /// How many at least are of other kinds, without a name.
  public let otherKinds: PublicCount?
  /// How many more at least are counted.
  public let counted: PublicCount?
  /// What the lines are worth together.
  public let totals: TerminationTotals
  /// The day on which this was the list.
  public let asOf: CalendarDate

  /// Whether there is nothing to tell.
  public var isEmpty: Bool { lines.isEmpty && !hasNumbers }

  /// Whether there are some without a name of whom a number is told.
  public var hasNumbers: Bool { !kinds.isEmpty || otherKinds != nil || counted != nil }

  /// A public list.
  /// - Parameter lines: those of the gate, in their final order.
  public init(
    public gate: PublicTerminations, lines: [TerminationLine], of campaign: String, asOf day: CalendarDate
  ) {
    self.campaign = campaign
    audience = .public
    self.lines = lines
    kinds = gate.kinds
    otherKinds = gate.otherKinds
    counted = gate.counted
    totals = gate.totals
    asOf = day
  }

  /// A list for organizers, of whole terminations: it holds what was not made public.
  public init(forOrganizers lines: [TerminationLine], of campaign: String, asOf day: CalendarDate) {
    self.campaign = campaign
    audience = .organizers
    self.lines = lines
    kinds = []
    otherKinds = nil
    counted = nil
    totals = TerminationTotals(of: lines)
    asOf = day
  }

  /// The columns of CSV and the keys of a contract in JSON. Other programs lean on them: they never change.
  public static let columns = [
    "by", "kind", "target", "reference", "signed_on", "notice_date", "notice_period", "effective_date", "state",
    "value", "currency", "reason", "demand", "statement", "evidence",
  ]

  /// Hands the list in this form to the sink, as UTF-8. CSV has the lines only; the others have the numbers too.
  /// - Throws: what the sink throws, at once.
  public func write(as format: PlainFormat, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    switch format {
    case .csv:
      var writer = CSVWriter()
      try writer.write(lines.map(\.cells), under: EndedContracts.columns, to: sink)
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      var bytes = Array(try encoder.encode(ContractsJSON(self)))
      bytes.append(UInt8(ascii: "\n"))
      try bytes.withUnsafeBytes(sink)
    case .markdown, .text:
      var writer = ProseWriter(format == .markdown ? .markdown : .text)
      try writer.write(self, to: sink)
      try writer.pieces.finish(to: sink)
    }
  }
}

extension TerminationLine {
  /// What stands in the columns, in their order; nil in an empty one.
  var cells: [String?] {
    [
      by, kind.rawValue, target, reference, signedOn?.description, noticeDate?.description,
      noticePeriod?.description, effectiveDate?.description, state.rawValue, value?.plainAmount, value?.currency.code,
      reason, demand.map(String.init), statement, evidence.isEmpty ? nil : evidence.joined(separator: " "),
    ]
  }
}
