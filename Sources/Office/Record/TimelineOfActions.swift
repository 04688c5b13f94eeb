import Campaigns
import Export
import Ledger

extension TimelineGathering {
  /// Takes in what happened to the campaign's boycotts since they were called.
  mutating func takeBoycotts() throws {
    for boycott in try transaction.boycotts.all() where boycott.campaign == campaign.id {
      guard boycott.calledOn != nil else { continue }
      for event in try transaction.boycotts.events(of: boycott.id) {
        var text = "“\(boycott.title)” (\(boycott.form.noun)): \(event.kind.words)"
        // The terms stand in what the boycott itself exports.
        let hasWords = event.kind != .called && event.kind != .termsChanged && !event.text.isEmpty
        text += hasWords ? ": \(event.text.split(separator: "\n").joined(separator: "; "))" : "."
        add(
          TimelineEntry(
            .boycott, from: Moment(event.day), text: text,
            evidence: event.kind == .called ? evidence(for: "boycott \(boycott.slug)") : [],
            key: "boycott-\(event.id)"))
      }
    }
  }

  /// Takes in the terminations as the gate lets them through.
  mutating func take(_ terminations: [Termination]) {
    let gate = PublicTerminations(of: terminations, on: day) { name(of: $0) }
    let lines = gate.lines.sorted { left, right in
      (left.noticeDate ?? day, left.by, left.target, left.kind)
        < (right.noticeDate ?? day, right.by, right.target, right.kind)
    }
    for line in lines { take(line) }
    let kinds = gate.kinds.map { "\($0.kind.rawValue): at least \($0.count.atLeast)" }
    let others = [gate.otherKinds, gate.counted].compactMap { $0 }.map { "at least \($0.atLeast) more" }
    guard !kinds.isEmpty || !others.isEmpty else { return }
    add(
      TimelineEntry(
        .termination, from: nil,
        text: "Contracts that others ended without giving their names: \((kinds + others).joined(separator: ", ")).",
        key: "termination-others"))
  }

  private mutating func take(_ line: TerminationLine) {
    let who = [line.by, line.jobTitle, line.affiliation].compactMap { $0 }.joined(separator: ", ")
    let contract = "a contract (\(line.kind.rawValue)) with \(line.target)"
    let key = "termination-" + PublicLeaves.leaf(.termination, "\(who)\n\(contract)").commitment.hex.prefix(24)
    var details = line.value.map { " It was worth \($0)." } ?? ""
    let evidence = line.subject.map(evidence) ?? []
    if let reason = line.reason { details += " Reason: \(reason)" }
    if let statement = line.statement { details += " In their words: “\(statement)”" }
    guard let noticeDate = line.noticeDate else {
      let state = line.state == .rescinded ? "had ended \(contract) and took that back" : "ended \(contract)"
      return add(
        TimelineEntry(
          .termination, from: nil, text: "\(who) \(state).\(details)", evidence: evidence, sources: line.evidence,
          key: "\(key)"))
    }
    guard noticeDate <= day else { return }
    var text = "\(who) gave notice of the end of \(contract)."
    if line.state == .rescinded { text += " The notice was taken back later." }
    if line.state == .noticed, let end = line.effectiveDate { text += " It ends on \(end)." }
    add(
      TimelineEntry(
        .termination, from: Moment(noticeDate), text: text + details, evidence: evidence, sources: line.evidence,
        key: "\(key)-notice"))
    guard line.state == .effective, let end = line.effectiveDate else { return }
    add(
      TimelineEntry(
        .termination, from: Moment(end), text: "The end of \(contract), by \(who), took effect.", key: "\(key)-end"))
  }
}
