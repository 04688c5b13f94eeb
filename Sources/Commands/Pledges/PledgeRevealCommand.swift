import ArgumentParser
import Campaigns
import Office

struct PledgeRevealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reveal",
    abstract: "Let the pledges that bind be known; from then on they bind for good.",
    discussion: """
      Before it nothing of a pledge is public. A handful of false pledges must not
      unmask real people: look at how those that bind were verified, then confirm
      their number, on a terminal by typing it. It can be done again for those that
      bind since, and is never taken back.

        picket pledge reveal walk-out --dry-run
        picket pledge reveal walk-out --confirm 201
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The boycott's slug.")
  var boycott: String

  @Option(help: "The number of binding pledges that become known; where no terminal is there to ask on.")
  var confirm: Int?

  @Flag(help: "Show how many would become known, and change nothing.")
  var dryRun = false

  func run() throws {
    let office = try vault.office()
    let plan = try office.revealPlan(of: boycott)
    if dryRun {
      Terminal.warn(Copy.beforeReveal)
      return try tell(plan, isRevealed: false)
    }
    let number = try confirm ?? answer(plan)
    guard number == plan.count else { throw Refusal.otherNumber(plan.count, number) }
    let reveal = try office.revealPledges(of: boycott, confirming: number)
    try tell(reveal, isRevealed: true)
    if !output.json { Terminal.say(Copy.revealed(reveal, of: boycott)) }
  }

  /// The number that the person at the terminal types.
  private func answer(_ plan: PledgeReveal) throws -> Int {
    guard let questions = Questions() else {
      throw Refusal(
        .usage, "nobody is there to confirm the reveal: nothing was revealed",
        hint: "look at it with --dry-run, then give the number with --confirm")
    }
    defer { questions.close() }
    Terminal.say(Copy.wouldReveal(plan))
    for (method, count) in plan.methods { Terminal.say(Copy.revealPart(count, "verified by \(method)")) }
    for (cohort, count) in plan.cohorts { Terminal.say(Copy.revealPart(count, cohort.plural)) }
    Terminal.warn(Copy.beforeReveal)
    guard let typed = questions.ask(Copy.confirmReveal(plan.count)), let number = Int(typed.trimmingWhitespace())
    else {
      throw Refusal(.usage, "no number was typed: nothing was revealed", hint: "try again")
    }
    return number
  }

  private func tell(_ reveal: PledgeReveal, isRevealed: Bool) throws {
    if output.json { return try printJSON(Output(boycott, reveal, isRevealed)) }
    var table = Table(["PLEDGES", isRevealed ? "REVEALED" : "WOULD BE REVEALED"], numbers: [1])
    for (method, count) in reveal.methods { table.add(["verified by \(method)", grouped(count)]) }
    for (cohort, count) in reveal.cohorts { table.add([cohort.plural, grouped(count)]) }
    table.add(["total", grouped(reveal.count)])
    try Terminal.write(table.text)
  }

  private struct Output: Encodable {
    let boycott: String
    let binding: Int
    let byMethod: [String: Int]
    let byCohort: [String: Int]
    let before: Int
    let revealed: Bool
    let revealedOn: String?

    init(_ boycott: String, _ reveal: PledgeReveal, _ isRevealed: Bool) {
      self.boycott = boycott
      binding = reveal.count
      byMethod = reveal.byMethod
      byCohort = Dictionary(uniqueKeysWithValues: reveal.byCohort.map { ($0.key.rawValue, $0.value) })
      before = reveal.before
      revealed = isRevealed
      revealedOn = reveal.revealedOn?.description
    }
  }
}

extension PledgeReveal {
  fileprivate var methods: [(String, Int)] {
    byMethod.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  fileprivate var cohorts: [(Cohort, Int)] {
    byCohort.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
