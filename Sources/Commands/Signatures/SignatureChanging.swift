import ArgumentParser
import Campaigns
import Office

struct SignatureEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change a signature, or what the public may see of it.",
    discussion: """
      Works in every state of the petition. An empty text takes a field away.

        picket signature edit letter-1 ID --visibility role --hide team
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Argument(help: "The signature's identifier.")
  var id: String

  @Option(help: "What the public may see: named, role or counted.")
  var visibility: Visibility.Level?

  @Option(help: "A field never to show: job_title, team, affiliation, location or day; may be given again.")
  var hide: [Visibility.Field] = []

  @Option(help: "A field to show again; may be given again.")
  var show: [Visibility.Field] = []

  @Option(help: "Show the signer only from so many verified signatures on; 0 takes the number away.")
  var revealAt: Int?

  @Option(help: "The signer's name.")
  var name: String?

  @Option(help: "What stands before the name, as its bearer writes it.")
  var honorific: String?

  @Option(help: "What stands behind the name, as its bearer writes it.")
  var credentials: String?

  @Option(help: "The e-mail address.")
  var email: String?

  @Option(help: "What the signer does.")
  var jobTitle: String?

  @Option(help: "The team within the target.")
  var team: String?

  @Option(help: "The site or city.")
  var location: String?

  @Option(help: "The employer, school or organization of someone outside.")
  var affiliation: String?

  @Option(help: "employee, contractor, alumni, supporter or organization.")
  var cohort: Cohort?

  func validate() throws {
    if let both = hide.first(where: show.contains) {
      throw ValidationError("\(both.rawValue) cannot be both hidden and shown")
    }
  }

  func run() throws {
    var change = SignatureChange()
    change.name = name
    change.honorific = optional(honorific)
    change.credentials = optional(credentials)
    change.email = optional(email)
    change.jobTitle = optional(jobTitle)
    change.team = optional(team)
    change.location = optional(location)
    change.affiliation = optional(affiliation)
    change.cohort = cohort
    change.level = visibility
    change.revealAt = revealAt.map { $0 == 0 ? nil : $0 }
    change.hide = Visibility.Fields(hide)
    change.show = Visibility.Fields(show)
    let signature = try vault.office().editSignature(id, of: slug, change)
    if output.json { return try printJSON(SignatureOutput(signature)) }
    Terminal.say(Copy.changed(signature))
  }

  /// An empty text takes the field away; no text leaves it.
  private func optional(_ text: String?) -> String?? {
    text.map { $0.trimmingWhitespace().isEmpty ? nil : $0 }
  }
}

struct SignatureVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Record that someone made sure who signed.",
    discussion: """
      This admits held signatures too. The proof itself is not kept.

        picket signature verify letter-1 ID --method badge --by mara
        picket signature list letter-1 --state pending --json | jq -r '.[].id' |
          picket signature verify letter-1 -
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var chosen: ChosenSignatures

  @Option(help: "invite-code, voucher, email-code, badge, known, or your own words.")
  var method = "known"

  @Option(name: .customLong("by"), help: "Which organizer verified them.")
  var organizer: String?

  func run() throws {
    let changed = try vault.office().verifySignatures(
      try chosen.resolved(), of: chosen.slug, method: try Verification.Method(method), by: organizer,
      rehearsing: chosen.dryRun)
    try chosen.report(changed, "verified", output)
  }
}

struct SignatureInvalidate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invalidate",
    abstract: "Take signatures out by the organizers' decision, with a reason.",
    discussion: "  picket signature invalidate letter-1 ID --reason \"not an employee\"")

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var chosen: ChosenSignatures

  @Option(help: "Why; it is sealed.")
  var reason: String

  func run() throws {
    let changed = try vault.office().invalidateSignatures(
      try chosen.resolved(), of: chosen.slug, because: reason, rehearsing: chosen.dryRun)
    try chosen.report(changed, "invalidated", output)
  }
}

struct SignatureWithdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Record that signers leave, by their own wish.",
    discussion: """
      Works in every state of the petition; it takes effect at the next public list
      and is counted. Their data stays sealed in the database: picket signature erase
      removes it.
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var chosen: ChosenSignatures

  func run() throws {
    let changed = try vault.office().withdrawSignatures(
      try chosen.resolved(), of: chosen.slug, rehearsing: chosen.dryRun)
    try chosen.report(changed, "withdrawn", output)
  }
}

struct SignatureErase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Delete all that identifies a signer.",
    discussion: """
      What is left is a place in the tally, as withdrawn, and a mark that keeps the
      person from being imported again. It does not reach backups and lists that are
      already out.
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Argument(help: "The signature's identifier.")
  var id: String

  func run() throws {
    let erased = try vault.office().eraseSignature(id, of: slug)
    if output.json { return try printJSON(["id": erased.description, "state": "erased"]) }
    Terminal.say(Copy.erased(erased.description))
  }
}
