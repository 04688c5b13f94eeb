import ArgumentParser
import Campaigns
import Foundation
import Office

struct SignatureAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add one signature; or, on a terminal, one after another from paper sheets.",
    discussion: """
      Three ways. With options: they can be read in the shell's history and by
      whoever is on the computer. From standard input, one signer as JSON: type it
      and end with Ctrl-D, or give a file, so that nothing stays in the history:

        picket signature add letter-1 -
        {"name": "Ana Example", "email": "ana@mail.example"}

      Keys: name, honorific, credentials, email, job_title, team, location,
      affiliation, cohort, visibility, hide (a list), reveal_at, verified, signed_on.
      On a terminal, without --name: each field is asked, one signer after another,
      until an empty name.
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Argument(help: "- reads one signer as JSON from standard input.")
  var source: String?

  @Option(help: "The signer's name.")
  var name: String?

  @Option(help: "What stands before the name, as its bearer writes it: Dr.")
  var honorific: String?

  @Option(help: "What stands behind the name, as its bearer writes it: PhD, RN.")
  var credentials: String?

  @Option(help: "The e-mail address; a paper sheet may have none.")
  var email: String?

  @Option(help: "What the signer does.")
  var jobTitle: String?

  @Option(help: "The team within the target.")
  var team: String?

  @Option(help: "The site or city.")
  var location: String?

  @Option(help: "The employer, school or organization of someone outside.")
  var affiliation: String?

  @Option(help: "employee, contractor, alumni, supporter or organization; else the petition's own.")
  var cohort: Cohort?

  @Option(help: "What the public may see: named, role or counted.")
  var visibility: Visibility.Level = .named

  @Option(help: "A field never to show: job_title, team, affiliation, location or day; may be given again.")
  var hide: [Visibility.Field] = []

  @Option(help: "Show the signer only from so many verified signatures on; see picket petition reveal.")
  var revealAt: Int?

  @Option(
    name: .customLong("verified"),
    help: "How the signer was verified: invite-code, voucher, email-code, badge, known, or your own words.")
  var method: String?

  @Option(name: .customLong("by"), help: "Which organizer verified the signer.")
  var organizer: String?

  @Option(help: "The day of signing, YYYY-MM-DD; else today.")
  var signedOn: CalendarDate?

  @Option(help: "The letter version that was shown: LANGUAGE, LANGUAGE:VERSION or SHA-256. Else the newest.")
  var letter: String?

  @Option(help: "The channel that it came through, which has to be open; see picket channel.")
  var channel: String?

  @Flag(help: "A signer who had left, or was taken out or erased, signs again by an act of their own.")
  var returning = false

  func validate() throws {
    if let source {
      guard source == "-" else { throw ValidationError("the second argument can only be -, for standard input") }
      guard name == nil else { throw ValidationError("give the signer with --name or on standard input, not both") }
    }
  }

  func run() throws {
    let office = try vault.office()
    if source == "-" {
      return try report(try office.addSignature(try entry(of: try SignerJSON.read()), to: slug))
    }
    if let name {
      return try report(try office.addSignature(try entry(of: SignerJSON(name: name)), to: slug))
    }
    guard isatty(STDIN_FILENO) == 1, let questions = Questions() else {
      throw Refusal(
        .usage, "nobody was named", hint: "give --name, or - with JSON on standard input, or run it on a terminal")
    }
    defer { questions.close() }
    try office.prepareSigning(of: slug, cohort: cohort)
    try enterSheet(office, questions)
  }

  /// Asks for one signer after another until an empty name.
  private func enterSheet(_ office: Office, _ questions: Questions) throws {
    Terminal.say(Copy.enterSheet)
    var count = 0
    while let name = questions.ask("Name: "), !name.trimmingWhitespace().isEmpty {
      guard let signer = askFields(of: name, questions) else {
        Terminal.say(Copy.droppedUnfinished)
        break
      }
      do {
        try report(try office.addSignature(try entry(of: signer), to: slug))
        count += 1
      } catch let refusal as Refusal where refusal.code == .invalidValue || refusal.code == .notAllowed {
        // One line that was misread must not end the sheet.
        Terminal.tell(refusal)
      }
    }
    Terminal.say(Copy.entered(count))
  }

  /// The signer's other fields; nil where the input ends among them.
  private func askFields(of name: String, _ questions: Questions) -> SignerJSON? {
    var signer = SignerJSON(name: name)
    guard let email = questions.ask("E-mail: "), let jobTitle = questions.ask("Job title: "),
      let team = questions.ask("Team: "), let location = questions.ask("Location: "),
      let level = questions.ask("Visibility, named, role or counted [\(visibility.rawValue)]: ")
    else { return nil }
    signer.email = email
    signer.job_title = jobTitle
    signer.team = team
    signer.location = location
    signer.visibility = level.isEmpty ? nil : level
    return signer
  }

  /// The entry: what the signer's own record says, else what the options say.
  private func entry(of signer: SignerJSON) throws -> SignatureEntry {
    var entry = SignatureEntry(
      Signatory(
        name: signer.name, email: signer.email ?? email, jobTitle: signer.job_title ?? jobTitle,
        team: signer.team ?? team, location: signer.location ?? location,
        affiliation: signer.affiliation ?? affiliation, honorific: signer.honorific ?? honorific,
        credentials: signer.credentials ?? credentials),
      visibility: Visibility(visibility, hiding: Visibility.Fields(hide)))
    entry.cohort = try signer.value(signer.cohort, "cohort", Cohort.init(named:)) ?? cohort
    if let level = try signer.value(signer.visibility, "visibility", Visibility.Level.init(named:)) {
      entry.visibility.level = level
    }
    for field in signer.hide ?? [] {
      if let field = try signer.value(field, "hide", Visibility.Field.init(named:)) {
        entry.visibility.hidden.insert(field)
      }
    }
    entry.visibility.revealAt = try Visibility.threshold(signer.reveal_at ?? revealAt)
    entry.verification = try (signer.verified ?? method).map { try Verification.Method($0) }
    entry.verifiedBy = organizer
    entry.signedOn =
      try signer.value(signer.signed_on, "signed_on", { CalendarDate($0) }) ?? signedOn ?? .today
    entry.letter = letter
    entry.channel = channel
    entry.returning = returning
    return entry
  }

  private func report(_ outcome: SignatureOutcome) throws {
    let id = outcome.id.description
    if outcome.isTargetAddress {
      Terminal.warn(Copy.targetAddress)
    }
    if let channel = outcome.newChannel { Terminal.say(Copy.opened(channel, of: slug)) }
    let word: String
    switch outcome.kind {
    case .added:
      word = "added"
      if !output.json { Terminal.say(Copy.added(id)) }
    case .returned:
      word = "returned"
      if !output.json { Terminal.say(Copy.returned(id)) }
    case .held:
      word = "held"
      Terminal.warn(Copy.held(id, slug))
    case .duplicate(let stricter):
      word = "duplicate"
      Terminal.warn(Copy.duplicate(id, isStricter: stricter))
    }
    if output.json {
      try printJSON(["id": id, "outcome": word])
    } else {
      try Terminal.print(id)
    }
  }
}

/// One signer as JSON on standard input; the keys are the columns of lists.
private struct SignerJSON: Decodable {
  var name: String
  var honorific: String?
  var credentials: String?
  var email: String?
  var job_title: String?
  var team: String?
  var location: String?
  var affiliation: String?
  var cohort: String?
  var visibility: String?
  var hide: [String]?
  var reveal_at: Int?
  var verified: String?
  var signed_on: String?

  init(name: String) {
    self.name = name
  }

  /// The signer on standard input.
  /// - Throws: `invalidValue`; it never says what was read.
  static func read() throws -> SignerJSON {
    try objectOnStandardInput(keys: known, what: "one signer", help: "picket signature add --help")
  }

  private static let known: Set = [
    "name", "honorific", "credentials", "email", "job_title", "team", "location", "affiliation", "cohort",
    "visibility", "hide", "reveal_at", "verified", "signed_on",
  ]

  func value<Value>(_ text: String?, _ key: String, _ parse: (String) -> Value?) throws -> Value? {
    guard let text else { return nil }
    guard let value = parse(text) else {
      throw Refusal(
        .invalidValue, "the value of \(key) is none that it can have", hint: "see picket signature add --help")
    }
    return value
  }
}
