import ArgumentParser
import Campaigns
import Office

struct BoycottCall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Call a boycott: from then on all of it is public.",
    discussion: """
      Shows first what to think of, and what the call promises. On a terminal it asks
      before it calls; --yes answers.

        picket boycott call no-cloud --on 2026-11-24
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The boycott's slug.")
  var slug: String

  @Option(name: .customLong("on"), help: "The day on which it was called, YYYY-MM-DD; else today.")
  var day: CalendarDate?

  @Flag(help: "Call it without asking.")
  var yes = false

  func run() throws {
    let office = try database.office()
    let day = day ?? .today
    let account = try office.rehearseCall(slug, on: day)
    for line in Copy.beforeTheCall(of: account) { Terminal.say(line) }
    if !yes, let questions = Questions() {
      defer { questions.close() }
      let answer = questions.ask(Copy.callQuestion(slug))?.trimmingWhitespace().lowercased()
      guard answer == "y" || answer == "yes" else {
        Terminal.say(Copy.notCalled(slug))
        throw ExitCode(1)
      }
    }
    try office.callBoycott(slug, on: day).report(Copy.called(slug), output)
  }
}

struct BoycottSuspend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspend",
    abstract: "Let a boycott not hold for a while.",
    discussion: "  picket boycott suspend no-cloud --because \"They have agreed to talk.\"")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var decision: BoycottDecision

  @Option(help: "Why; the public reads it.")
  var because: String?

  func run() throws {
    let account = try database.office().suspendBoycott(decision.slug, on: decision.day, because: because)
    try account.report(Copy.suspended(decision.slug), output)
  }
}

struct BoycottResume: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Let a suspended boycott go on.",
    discussion: "  picket boycott resume no-cloud")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var decision: BoycottDecision

  func run() throws {
    let account = try database.office().resumeBoycott(decision.slug, on: decision.day)
    try account.report(Copy.resumed(decision.slug), output)
  }
}

struct BoycottEnd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: "End a boycott for good.",
    discussion: """
      One that is tied to demands that are not met ends only with a reason, which the
      public reads; on a terminal it is asked for.

        picket boycott end no-cloud --because "The company was sold."
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var decision: BoycottDecision

  @Option(help: "Why; the public reads it.")
  var because: String?

  func run() throws {
    let office = try database.office()
    let reason = try because ?? askedReason(try office.boycott(decision.slug))
    let account = try office.endBoycott(decision.slug, on: decision.day, because: reason)
    try account.report(Copy.ended(decision.slug), output)
  }

  /// Why it ends although it could not without a reason, where somebody is there to ask; nil for no reason.
  private func askedReason(_ account: BoycottAccount) throws -> String? {
    guard account.boycott.stage != .ended, (try? account.requireEndable(because: nil)) == nil,
      let questions = Questions()
    else { return nil }
    defer { questions.close() }
    Terminal.say(Copy.demandsAreOpen(decision.slug))
    let answer = questions.ask(Copy.endQuestion)?.trimmingWhitespace() ?? ""
    return answer.isEmpty ? nil : answer
  }
}

/// A boycott about which something is decided, and when.
struct BoycottDecision: ParsableArguments {
  @Argument(help: "The boycott's slug.")
  var slug: String

  @Option(name: .customLong("on"), help: "The day of the decision, YYYY-MM-DD; else today.")
  var given: CalendarDate?

  var day: CalendarDate { given ?? .today }
}
