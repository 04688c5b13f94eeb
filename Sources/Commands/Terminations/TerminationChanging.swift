import ArgumentParser
import Campaigns
import Office

struct TerminationEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change what is recorded of a termination.",
    discussion: """
      An empty text takes a field away; --evidence replaces all that is there. What
      changes of a published one in public gets a new leaf in the ledger; where the
      public would be told more, whoever ends the contract has to agree: --consent.

        picket termination edit t-7k3fq --value 12500.00 --currency EUR --hide value
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The termination's slug.")
  var slug: String

  @Option(name: .customLong("slug"), help: "Its slug from now on, which is not sealed.")
  var newSlug: String?

  @OptionGroup var options: TerminationOptions

  @Option(help: "Something hidden to show again; may be given again.")
  var show: [TerminationField] = []

  @Flag(help: "Whoever ends the contract agreed to what the public is told anew.")
  var consent = false

  func validate() throws {
    try options.validate()
    let words = show.map(\.word)
    if let both = options.hide.map(\.word).first(where: words.contains) {
      throw ValidationError("\(both) cannot be both hidden and shown")
    }
  }

  func run() throws {
    var record = options.record
    record.slug = newSlug
    var draft = try record.draft(holidays: options.knownHolidays())
    for field in show {
      switch field {
      case .party(let field): draft.show.insert(field)
      case .detail(let detail): draft.tell.insert(detail)
      }
    }
    let details = try vault.office().editTermination(slug, draft, consents: consent)
    if output.json { return try printJSON(TerminationChangeOutput(details)) }
    Terminal.say(Copy.changed(details.termination))
  }
}

struct TerminationGiveNotice: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "give-notice",
    abstract: "Record that notice was given.",
    discussion: """
      Without --on: on the day that was planned, else today.

        picket termination give-notice t-7k3fq --notice-period "4 weeks"
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The termination's slug.")
  var slug: String

  @Option(name: .customLong("on"), help: "The day of the notice, YYYY-MM-DD.", transform: dayText)
  var day: String?

  @Option(help: "Like 1 month, 30 days, 10 working days, 6 weeks to the end of the quarter, or none.")
  var noticePeriod: String?

  @Option(help: "The day on which it ends, where it is named and not counted.", transform: dayText)
  var effectiveDate: String?

  @Option(help: "A file with the days on which nobody works, one a line; for working days.", completion: .file())
  var holidays: String?

  func run() throws {
    var record = TerminationRecord()
    record.notice_date = day.flatMap { $0.isEmpty ? nil : $0 }
    record.notice_period = noticePeriod
    record.effective_date = effectiveDate
    let draft = try record.draft(holidays: try holidays.map(readHolidays) ?? .none)
    let details = try vault.office().giveNotice(of: slug, draft)
    if output.json { return try printJSON(TerminationChangeOutput(details)) }
    Terminal.say(Copy.recorded(details.termination))
  }
}

struct TerminationRescind: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescind",
    abstract: "Record that a notice was taken back, or that nothing came of the plan.",
    discussion: """
      A published one stays listed, as rescinded. Why is sealed and for organizers
      only.

        picket termination rescind t-7k3fq --on 2026-07-01 --because "They gave in."
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The termination's slug.")
  var slug: String

  @Option(name: .customLong("on"), help: "The day, YYYY-MM-DD; else today.", transform: dayText)
  var day: String?

  @Option(help: "Why.")
  var because: String?

  func run() throws {
    let details = try vault.office().rescindTermination(
      slug, on: day.flatMap { CalendarDate($0) } ?? .today, because: because)
    if output.json { return try printJSON(TerminationChangeOutput(details)) }
    Terminal.say(Copy.recorded(details.termination))
  }
}

struct TerminationPublish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Let the public see a termination, as far as its visibility goes.",
    discussion: """
      It takes the consent of whoever ends the contract: --consent records that they
      gave it. What the public sees of a named one gets a leaf in the ledger.

        picket termination publish t-7k3fq --consent --statement "Not in my name." \\
          --slug ana-example
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The termination's slug.")
  var slug: String

  @Option(help: "What whoever ends the contract says in public.")
  var statement: String?

  @Flag(help: "Whoever ends the contract has agreed to its publication.")
  var consent = false

  @Option(name: .customLong("slug"), help: "Its slug from now on; of a named one it may name who it is.")
  var newSlug: String?

  func run() throws {
    var record = TerminationRecord()
    record.statement = statement
    record.slug = newSlug
    let details = try vault.office().publishTermination(slug, try record.draft(), consents: consent)
    if output.json { return try printJSON(TerminationChangeOutput(details)) }
    Terminal.say(Copy.published(details.termination))
  }
}

struct TerminationErase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Delete all that is sealed of a termination, without a trace.",
    discussion: """
      What the ledger knows of it stays: it names nobody. It does not reach backups
      and exports that are already out.

        picket termination erase t-7k3fq
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The termination's slug.")
  var slug: String

  func run() throws {
    try vault.office().eraseTermination(slug)
    if output.json { return try printJSON(["slug": slug, "state": "erased"]) }
    Terminal.say(Copy.erasedTermination(slug))
  }
}
