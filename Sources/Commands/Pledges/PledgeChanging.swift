import ArgumentParser
import Campaigns
import Office

struct PledgeVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Record that someone made sure who pledged.",
    discussion: """
      Only verified pledges count towards the conditions of others, and only they
      bind. The proof itself is not kept.

        picket pledge verify walk-out ID --method badge --by mara
        picket pledge list walk-out --unverified --json | jq -r '.[].id' |
          picket pledge verify walk-out - --method badge
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The boycott's slug.")
  var boycott: String

  @Argument(help: "The pledges' identifiers; - reads them from standard input, one a line.")
  var ids: [String]

  @Option(help: "invite-code, voucher, email-code, badge, known, or your own words.")
  var method: String

  @Option(name: .customLong("by"), help: "Which organizer verified them.")
  var organizer: String?

  @Flag(help: "Say which would be changed, and change nothing.")
  var dryRun = false

  func run() throws {
    let changed = try vault.office().verifyPledges(
      try identifiers(ids, of: "pledge"), of: boycott, method: try Verification.Method(method), by: organizer,
      rehearsing: dryRun)
    if output.json {
      return try printJSON(changed.map { ["id": $0.pledge.id.description, "state": $0.state.rawValue] })
    }
    Terminal.say(Copy.changed(changed, "verified", isRehearsal: dryRun))
  }
}

struct PledgeKeep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keep",
    abstract: "Record that a pledge was kept.",
    discussion: """
      A verified one counts for the conditions of others from then on, whatever it
      had asked for.

        picket pledge keep walk-out ID --on 2026-11-20 \\
          --evidence https://news.example/walk-out
      """)

  @OptionGroup var recording: PledgeRecording

  func run() throws { try recording.record(wasKept: true) }
}

struct PledgeBreak: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "break",
    abstract: "Record that a binding pledge was broken.",
    discussion: "  picket pledge break walk-out ID --on 2026-11-20")

  @OptionGroup var recording: PledgeRecording

  func run() throws { try recording.record(wasKept: false) }
}

struct PledgeEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change what the public may see of a pledge, or correct its name.",
    discussion: """
      Works in every state of the boycott, also once the pledges are revealed: the
      next public list shows less.

        picket pledge edit walk-out ID --visibility counted
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The boycott's slug.")
  var boycott: String

  @Argument(help: "The pledge's identifier.")
  var id: String

  @Option(help: "The pledger's name.")
  var name: String?

  @Option(help: "What the public may see: named, role or counted.")
  var visibility: Visibility.Level?

  @Option(help: "A field never to show: job_title, team, affiliation, location or day; may be given again.")
  var hide: [Visibility.Field] = []

  @Option(help: "A field to show again; may be given again.")
  var show: [Visibility.Field] = []

  func validate() throws {
    if let both = hide.first(where: show.contains) {
      throw ValidationError("\(both.rawValue) cannot be both hidden and shown")
    }
  }

  func run() throws {
    let report = try vault.office().editPledge(
      id, of: boycott, name: name, level: visibility, hide: Visibility.Fields(hide), show: Visibility.Fields(show))
    if output.json {
      return try printJSON(["id": report.pledge.id.description, "state": report.state.rawValue])
    }
    Terminal.say(Copy.changedPledge(report.pledge.id.description))
  }
}

/// What became of which pledge.
struct PledgeRecording: ParsableArguments {
  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The boycott's slug.")
  var boycott: String

  @Argument(help: "The pledge's identifier.")
  var id: String

  @Option(name: .customLong("on"), help: "The day, YYYY-MM-DD.")
  var day: CalendarDate

  @Option(help: "Where it can be checked; it is sealed.")
  var evidence: String?

  func record(wasKept: Bool) throws {
    let report = try vault.office().recordPledge(id, of: boycott, wasKept: wasKept, on: day, evidence: evidence)
    if output.json {
      return try printJSON(["id": report.pledge.id.description, "state": report.state.rawValue])
    }
    Terminal.say(Copy.changed([report], report.state.rawValue, isRehearsal: false))
  }
}

struct PledgeWithdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Record that a pledger takes the pledge back.",
    discussion: """
      It counts for nobody's condition any more. The data stays sealed in the
      database, unless --erase deletes all that identifies the pledger: then a mark
      is left that keeps the person from being imported again. That does not reach
      backups and lists that are already out.

        picket pledge withdraw walk-out ID --erase
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The boycott's slug.")
  var boycott: String

  @Argument(help: "The pledge's identifier.")
  var id: String

  @Flag(help: "Delete all that identifies the pledger; one that was withdrawn before too.")
  var erase = false

  func run() throws {
    let office = try vault.office()
    if erase {
      let erased = try office.erasePledge(id, of: boycott).description
      if output.json { return try printJSON(["id": erased, "state": "erased"]) }
      return Terminal.say(Copy.erasedPledge(erased))
    }
    let report = try office.withdrawPledge(id, of: boycott)
    if output.json {
      return try printJSON(["id": report.pledge.id.description, "state": report.state.rawValue])
    }
    Terminal.say(Copy.changed([report], "withdrawn", isRehearsal: false))
  }
}
