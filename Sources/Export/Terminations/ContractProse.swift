import Campaigns

// Contracts as people read them: a line each, what is said about it below, the numbers at the end.

extension ProseWriter {
  private static let heading: StaticString = "Contracts ended over this"

  /// Writes the contracts as a document of its own.
  mutating func write(
    _ contracts: EndedContracts, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    writeWarning(for: contracts.audience)
    writeTitle(contracts.campaign)
    pieces.append(ProseWriter.heading)
    pieces.append(", as of " as StaticString)
    pieces.append(contracts.asOf)
    pieces.append("\n\n" as StaticString)
    if contracts.isEmpty { return pieces.append("No contract is listed yet.\n" as StaticString) }
    try writeBody(of: contracts, to: sink)
  }

  /// Writes the contracts as a section behind something else.
  mutating func writeSection(
    of contracts: EndedContracts, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    pieces.append(markup == .markdown ? "\n## " : "\n")
    pieces.append(ProseWriter.heading)
    if markup == .text {
      pieces.append("\n" + String(repeating: "-", count: ProseWriter.heading.utf8CodeUnitCount))
    }
    pieces.append("\n\n" as StaticString)
    try writeBody(of: contracts, to: sink)
  }

  private mutating func writeBody(
    of contracts: EndedContracts, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    for line in contracts.lines {
      write(line, for: contracts.audience)
      try pieces.endLine(to: sink)
    }
    for (kind, count) in contracts.kinds.map({ ($0.kind, $0.count) }) {
      pieces.append("- at least \(english(count.atLeast)) \(kind.rawValue) contracts, without names\n")
    }
    if let count = contracts.otherKinds {
      pieces.append("- at least \(english(count.atLeast)) contracts of other kinds, without names\n")
    }
    let isListed = !contracts.lines.isEmpty || !contracts.kinds.isEmpty || contracts.otherKinds != nil
    if let count = contracts.counted {
      pieces.append(
        isListed
          ? "\nand at least \(english(count.atLeast)) more who are counted but not listed.\n"
          : "At least \(english(count.atLeast)) have ended their contracts and are not listed.\n")
    }
    writeTotals(contracts.totals)
  }

  private mutating func write(_ line: TerminationLine, for audience: SignatoryList.Audience) {
    pieces.append("- " as StaticString)
    write(line.by)
    for cell in [line.jobTitle, line.affiliation, line.location].compactMap({ $0 }) {
      pieces.append(", " as StaticString)
      write(cell)
    }
    pieces.append(": \(line.kind.rawValue) contract with ")
    write(line.target)
    pieces.append(", \(line.standing)")
    if audience == .organizers, line.visibility != .named {
      pieces.append(line.visibility == .role ? " (role only)" : " (counted only)")
    }
    pieces.append(UInt8(ascii: "\n"))
    writeUnder("Reference", line.reference)
    writeUnder("Signed on", own: line.signedOn?.description)
    writeUnder("Notice period", own: line.noticePeriod?.description)
    writeUnder("Worth", own: line.value?.description)
    writeUnder("Why", line.reason)
    writeUnder("Answers demand", own: line.demand.map(String.init))
    writeUnder("In their words", line.statement)
    for source in line.evidence { writeUnder("See", source) }
  }

  /// Writes a fact in Picket's own words, in an item below the contract's line.
  private mutating func writeUnder(_ name: String, own text: String?) {
    if let text { pieces.append("  - \(name): \(text)\n") }
  }

  /// Writes what somebody said about a contract, in an item below its line.
  private mutating func writeUnder(_ name: String, _ text: String?) {
    guard let text else { return }
    let before = pieces.count
    pieces.append("  - \(name): ")
    let start = pieces.count
    write(text)
    // What shows nothing has no item.
    if pieces.count == start { return pieces.cut(to: before) }
    pieces.append(UInt8(ascii: "\n"))
  }

  private mutating func writeTotals(_ totals: TerminationTotals) {
    guard !totals.kinds.isEmpty else { return }
    let kinds = totals.kinds.map { "\(english($0.count)) \($0.kind.rawValue)" }.joined(separator: ", ")
    pieces.append("\nOf those with a line, by kind: \(kinds).\n")
    for total in totals.values {
      let contracts = total.count == 1 ? "1 contract" : "\(english(total.count)) contracts"
      let sum = total.sum?.description ?? "more \(total.currency) than can be kept"
      pieces.append("\nIn \(total.currency), \(contracts) worth \(sum).\n")
    }
  }
}

extension TerminationLine {
  /// Where the contract stands, with the days that are shown.
  var standing: String {
    switch state {
    case .considering:
      return noticeDate.map { "being considered, notice planned for \($0)" } ?? "being considered"
    case .rescinded: return "rescinded"
    case .noticed, .effective:
      let given = noticeDate.map { "notice given on \($0)" } ?? "notice given"
      guard let effectiveDate else { return given }
      return "\(given), \(state == .effective ? "ended" : "ends") on \(effectiveDate)"
    }
  }
}
