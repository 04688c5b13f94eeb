import ArgumentParser
import Campaigns
import Office

struct PledgeList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List a boycott's pledges, for organizers.",
    discussion: """
        picket pledge list walk-out --state conditional
        picket pledge list walk-out --unverified --json | jq -r '.[].id'
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The boycott's slug.")
  var boycott: String

  @Option(help: "Those that are binding, conditional, kept, broken, withdrawn, lapsed or asked-again.")
  var state: PledgeState?

  @Flag(help: "Those that nobody has verified.")
  var unverified = false

  func run() throws {
    let office = try vault.office()
    if output.json {
      var array = JSONArrayOutput()
      try forEach(office) { try array.append(PledgeOutput($0)) }
      return try array.end()
    }
    var table = Table(["ID", "STATE", "VERIFIED", "IF OTHERS", "COHORT", "NAME", "E-MAIL"], numbers: [3])
    try forEach(office) { report in
      let pledge = report.pledge
      table.add([
        pledge.id.description, report.state.rawValue, pledge.verification?.method.description ?? "",
        pledge.ifOthers.map(grouped) ?? "", pledge.cohort.rawValue, pledge.signatory.name,
        pledge.signatory.email ?? "",
      ])
    }
    try Terminal.write(table.text)
  }

  private func forEach(_ office: Office, _ body: (PledgeReport) throws -> Void) throws {
    try office.forEachPledge(of: boycott, in: state) { report in
      if !unverified || !report.pledge.isVerified { try body(report) }
    }
  }
}

struct PledgeShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one pledge, whole.", discussion: "  picket pledge show walk-out ID")

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The boycott's slug.")
  var boycott: String

  @Argument(help: "The pledge's identifier.")
  var id: String

  func run() throws {
    let report = try vault.office().pledge(id, of: boycott)
    if output.json { return try printJSON(PledgeOutput(report)) }
    let pledge = report.pledge
    var facts = Facts()
    facts.add("pledge", pledge.id.description)
    facts.add("state", report.state.rawValue)
    facts.add("if others", pledge.ifOthers.map(grouped))
    facts.add("name", pledge.signatory.name)
    facts.add("e-mail", pledge.signatory.email)
    facts.add("job title", pledge.signatory.jobTitle)
    facts.add("team", pledge.signatory.team)
    facts.add("location", pledge.signatory.location)
    facts.add("affiliation", pledge.signatory.affiliation)
    facts.add("cohort", pledge.cohort.rawValue)
    facts.add("visibility", pledge.visibility.level.rawValue)
    let hidden = pledge.visibility.hidden.sorted().map(\.rawValue)
    if !hidden.isEmpty { facts.add("hides", hidden.joined(separator: ", ")) }
    facts.add("revealed", pledge.isRevealed ? "yes" : "no")
    facts.add("terms", String(pledge.terms))
    facts.add("lapses on", pledge.lapsesOn?.description)
    if let verification = pledge.verification {
      let by = verification.by.map { " by \($0)" } ?? ""
      facts.add("verified", "\(verification.method) on \(verification.day)\(by)")
    }
    for outcome in pledge.outcomes {
      let evidence = outcome.evidence.map { ", \($0)" } ?? ""
      facts.add(outcome.wasKept ? "kept" : "broken", "on \(outcome.day)\(evidence)")
    }
    try Terminal.write(facts.text)
  }
}

struct PledgeTallyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "How many have pledged, and how many of the pledges bind.",
    discussion: """
      Each pledge is in exactly one of binding, conditional, kept, broken, withdrawn,
      lapsed and asked again (given under older terms). Pledged is all but withdrawn
      and lapsed ones; verified is those of them whom somebody verified: only these
      count towards a condition. No key is needed.

        picket pledge tally walk-out
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The boycott's slug.")
  var boycott: String

  func run() throws {
    let (found, tally) = try database.office().pledgeTally(of: boycott)
    if output.json {
      try printJSON(Output(found, tally))
    } else {
      try Terminal.write(text(found, tally))
    }
    if tally.unrevealed > 0 { Terminal.say(Copy.pendingReveal(tally.unrevealed, boycott)) }
  }

  private func text(_ boycott: Boycott, _ tally: PledgeTally) -> String {
    // A column for each cohort: the figures beside each other would not fit a terminal.
    let cohorts = tally.byCohort.sorted { $0.key < $1.key }
    var table = Table(
      ["", "TOTAL"] + cohorts.map { $0.key.plural.uppercased() }, numbers: Set(1...(cohorts.count + 1)))
    func add(_ name: String, _ figure: KeyPath<PledgeTally.Figures, Int>) {
      table.add([name] + ([tally.total] + cohorts.map(\.value)).map { grouped($0[keyPath: figure]) })
    }
    add("pledged", \.pledged)
    add("verified", \.verified)
    add("binding", \.binding)
    add("conditional", \.conditional)
    add("kept", \.kept)
    add("broken", \.broken)
    add("asked again", \.askedAgain)
    add("lapsed", \.lapsed)
    add("withdrawn", \.withdrawn)
    var text = table.text
    if let next = tally.nextThreshold {
      text += "\(grouped(next)) more that \(next == 1 ? "binds" : "bind") at once would make a waiting one bind\n"
    }
    return text + (boycott.revealedOn.map { "revealed on \($0)\n" } ?? "not revealed\n")
  }

  private struct Output: Encodable {
    let boycott: String
    let pledged, verified, binding, conditional, kept, broken, withdrawn, lapsed, askedAgain: Int
    let revealed: Bool
    let revealedOn: String?
    let unrevealed: Int
    let nextThreshold: Int?
    let byCohort: [String: Figures]

    init(_ boycott: Boycott, _ tally: PledgeTally) {
      self.boycott = boycott.slug.description
      let total = Figures(tally.total)
      pledged = total.pledged
      verified = total.verified
      binding = total.binding
      conditional = total.conditional
      kept = total.kept
      broken = total.broken
      withdrawn = total.withdrawn
      lapsed = total.lapsed
      askedAgain = total.askedAgain
      revealed = boycott.revealedOn != nil
      revealedOn = boycott.revealedOn?.description
      unrevealed = tally.unrevealed
      nextThreshold = tally.nextThreshold
      byCohort = Dictionary(uniqueKeysWithValues: tally.byCohort.map { ($0.key.rawValue, Figures($0.value)) })
    }
  }

  private struct Figures: Encodable {
    let pledged, verified, binding, conditional, kept, broken, withdrawn, lapsed, askedAgain: Int

    init(_ figures: PledgeTally.Figures) {
      pledged = figures.pledged
      verified = figures.verified
      binding = figures.binding
      conditional = figures.conditional
      kept = figures.kept
      broken = figures.broken
      withdrawn = figures.withdrawn
      lapsed = figures.lapsed
      askedAgain = figures.askedAgain
    }
  }
}
