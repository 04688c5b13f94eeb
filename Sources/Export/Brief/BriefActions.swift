import Campaigns

// What people do besides signing, and what they suffer for it.

extension BriefWording {
  /// The most contracts that are listed by name.
  static let mostContracts = 12

  // MARK: - Boycotts

  var boycottPoints: [[BriefPiece]] {
    brief.boycotts.map { item in
      let boycott = item.account.boycott
      return [.text(boycott.title), .words(": "), .strong("\(boycott.form.noun), \(state(of: item))"), .words(".")]
        + citations.basis("boycott \(boycott.slug)")
    }
  }

  private func state(of item: BriefBoycott) -> String {
    switch item.account.boycott.state(on: brief.asOf) {
    case .planned: "called, not yet in force"
    case .active: "in force"
    case .suspended: "suspended"
    case .ended: "ended"
    }
  }

  var boycotts: [BriefBlock] {
    guard !brief.boycotts.isEmpty else { return [] }
    var blocks: [BriefBlock] = [.heading(2, [.words("Boycotts")])]
    for item in brief.boycotts {
      let boycott = item.account.boycott
      let wording = BoycottWording(item.account, asOf: brief.asOf)
      let sources = item.account.listed.flatMap(\.notes).filter { $0.kind == .evidence }.map(\.source)
      blocks.append(.heading(3, [.text(boycott.title)]))
      blocks.append(
        .paragraph(
          [.words(wording.standing)]
            + citations.basis("boycott \(boycott.slug)", sources: sources)))
      let names = item.account.standing.map(\.target.name)
      if !names.isEmpty {
        blocks.append(
          .item(names.enumerated().flatMap { [.words($0 == 0 ? "Targets: " : ", "), .text($1)] } + [.words(".")]))
      }
      let ending = item.account.demands.map { "\($0.demand.number) (\($0.words))" }.joined(separator: ", ")
      blocks.append(.item([.words(wording.condition + (ending.isEmpty ? "" : " Demands: \(ending)."))]))
      if let pledges = item.pledges { blocks.append(.item(words(pledges))) }
    }
    return blocks
  }

  private func words(_ pledges: PublicPledges) -> [BriefPiece] {
    let (parts, others) = pledges.withoutNames
    var words = parts.map { "at least \(english($0.count.atLeast)) \($0.part.plural)" }
    if let others { words.append("at least \(english(others.atLeast)) \(words.isEmpty ? "people" : "others")") }
    let named = pledges.lines.count
    var sentence = "Bound by a pledge: "
    if named > 0 { sentence += "\(english(named)) by name" }
    if !words.isEmpty { sentence += (named > 0 ? "; without names " : "") + words.joined(separator: ", ") }
    if named == 0, words.isEmpty { sentence += "too few to be told" }
    return [.words(sentence + "."), .words(" (\(Citations.count))")]
  }

  // MARK: - Contracts

  var contractPoints: [[BriefPiece]] {
    guard let contracts = brief.contracts, !contracts.isEmpty else { return [] }
    let named = contracts.lines.count { $0.state != .rescinded }
    var words: [String] = []
    if named > 0 {
      words.append("\(english(named)) \(named == 1 ? "contract" : "contracts") ended or under notice by name")
    }
    let nameless =
      contracts.kinds.map(\.count.atLeast).reduce(0, +) + (contracts.otherKinds?.atLeast ?? 0)
      + (contracts.counted?.atLeast ?? 0)
    if nameless > 0 { words.append("at least \(english(nameless)) without names") }
    guard !words.isEmpty else { return [] }
    return [
      [.strong(words.joined(separator: ", ")), .words("."), .words(" (\(Citations.count))")]
    ]
  }

  var contracts: [BriefBlock] {
    guard let contracts = brief.contracts, !contracts.isEmpty else { return [] }
    var blocks: [BriefBlock] = [.heading(2, [.words("Contracts ended over this")])]
    for line in contracts.lines.prefix(Self.mostContracts) { blocks += items(of: line) }
    let more = contracts.lines.count - Self.mostContracts
    if more > 0 { blocks.append(.item([.words("and \(english(more)) more by name.")])) }
    for kind in contracts.kinds {
      blocks.append(own("at least \(english(kind.count.atLeast)) \(kind.kind.rawValue) contracts, without names"))
    }
    if let count = contracts.otherKinds {
      blocks.append(own("at least \(english(count.atLeast)) contracts of other kinds, without names"))
    }
    if let count = contracts.counted {
      blocks.append(own("at least \(english(count.atLeast)) more that are counted and not described"))
    }
    for total in contracts.totals.values {
      let sum = total.sum?.description ?? "more \(total.currency) than can be kept"
      let noun = total.count == 1 ? "1 contract" : "\(english(total.count)) contracts"
      blocks.append(own("\(noun) by name, worth \(sum) in all"))
    }
    return blocks
  }

  private func own(_ words: String) -> BriefBlock { .item([.words("\(words) (\(Citations.count))")]) }

  private func items(of line: TerminationLine) -> [BriefBlock] {
    var pieces: [BriefPiece] = [.text(line.by)]
    for cell in [line.jobTitle, line.affiliation, line.location].compactMap({ $0 }) {
      pieces += [.words(", "), .text(cell)]
    }
    pieces += [.words(": \(line.kind.rawValue) contract with "), .text(line.target), .words(", \(line.standing)")]
    if let value = line.value { pieces.append(.words(", worth \(value)")) }
    pieces.append(.words("."))
    var blocks: [BriefBlock] = [
      .item(pieces + citations.basis(line.subject, sources: line.evidence))
    ]
    if let statement = line.statement {
      blocks.append(.item([.words("In their words: "), .quote(Self.excerpt(statement))], level: 1))
    }
    return blocks
  }

  // MARK: - Retaliation

  var incidentPoints: [[BriefPiece]] {
    guard let total = brief.incidents.total else { return [] }
    return [
      [
        .strong("At least \(english(total.atLeast)) acts of retaliation"), .words(" are on record."),
        .words(" (\(Citations.count))"),
      ]
    ]
  }

  var retaliation: [BriefBlock] {
    guard let total = brief.incidents.total else { return [] }
    return [
      .heading(2, [.words("Retaliation")]),
      .table(
        BriefTable(
          [.words("Acts of retaliation on record (\(Citations.count))")], columns: ["Kind", "At least"],
          rows: brief.incidents.kinds.map { [[.words($0.kind.rawValue)], [.words(english($0.count.atLeast))]] }
            + [[[.words("all")], [.words(english(total.atLeast))]]])),
    ]
  }
}
