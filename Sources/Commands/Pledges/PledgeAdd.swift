import ArgumentParser
import Campaigns
import Foundation
import Office

struct PledgeAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add one pledge, or renew the one that has its address.",
    discussion: """
      With options: they can be read in the shell's history and by whoever is on the
      computer. From standard input, one pledger as JSON: type it and end with
      Ctrl-D, or give a file, so that nothing stays in the history:

        picket pledge add walk-out -
        {"name": "Ana Example", "email": "ana@mail.example", "if_others": 200}

      Keys: name, email, if_others, job_title, team, location, affiliation, cohort,
      visibility, hide (a list), lapses_on, verified. Without --if-others a pledge
      binds as soon as somebody verified it. Who pledges again stands under the terms
      of now, on the stricter of both conditions and visibilities.
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The boycott's slug.")
  var boycott: String

  @Argument(help: "- reads one pledger as JSON from standard input.")
  var source: String?

  @Option(help: "The pledger's name.")
  var name: String?

  @Option(help: "The e-mail address; needed, for it tells one pledge from another.")
  var email: String?

  @Option(help: "How many other verified pledges have to bind first; else it binds at once.")
  var ifOthers: Int?

  @Option(help: "employee, contractor, alumni, supporter or organization.")
  var cohort: Cohort = .employee

  @Option(help: "What the pledger does.")
  var jobTitle: String?

  @Option(help: "The team within the target.")
  var team: String?

  @Option(help: "The site or city.")
  var location: String?

  @Option(help: "The employer, school or organization of someone outside.")
  var affiliation: String?

  @Option(help: "What the public may see once the pledges are revealed: named, role or counted.")
  var visibility: Visibility.Level = .named

  @Option(help: "A field never to show: job_title, team, affiliation or location; may be given again.")
  var hide: [Visibility.Field] = []

  @Option(name: .customLong("lapses"), help: "The day by which it lapses unless it binds; else the boycott's.")
  var lapsesOn: CalendarDate?

  @Option(
    name: .customLong("verified"),
    help: "How the pledger was verified: invite-code, voucher, email-code, badge, known, or your own words.")
  var method: String?

  @Option(name: .customLong("by"), help: "Which organizer verified the pledger.")
  var organizer: String?

  @Flag(help: "A pledger who had taken the pledge back, or was erased, pledges again by an act of their own.")
  var returning = false

  func validate() throws {
    if let source {
      guard source == "-" else { throw ValidationError("the second argument can only be -, for standard input") }
      guard name == nil, email == nil else {
        throw ValidationError("give the pledger with options or on standard input, not both")
      }
    } else {
      guard name != nil else { throw ValidationError("nobody was named: give --name, or - with JSON") }
      guard email != nil else { throw ValidationError("a pledge needs an address: give --email") }
    }
  }

  func run() throws {
    let entry = try source == nil ? entry(of: PledgerJSON(name: name ?? "")) : entry(of: PledgerJSON.read())
    let outcome = try vault.office().addPledge(entry, to: boycott)
    if outcome.isTargetAddress { Terminal.warn(Copy.targetAddress) }
    if output.json {
      return try printJSON(Output(id: outcome.id.description, outcome: outcome.kind.rawValue, binds: outcome.binds))
    }
    Terminal.say(Copy.entered(outcome))
    Terminal.say(outcome.binds ? Copy.binds : Copy.doesNotBind)
    try Terminal.print(outcome.id.description)
  }

  private struct Output: Encodable {
    let id, outcome: String
    let binds: Bool
  }

  /// The entry: what the pledger's own record says, else what the options say.
  private func entry(of pledger: PledgerJSON) throws -> PledgeEntry {
    var entry = PledgeEntry(
      Signatory(
        name: pledger.name, email: pledger.email ?? email, jobTitle: pledger.job_title ?? jobTitle,
        team: pledger.team ?? team, location: pledger.location ?? location,
        affiliation: pledger.affiliation ?? affiliation))
    entry.cohort = try pledger.value(pledger.cohort, "cohort", Cohort.init(named:)) ?? cohort
    entry.visibility = Visibility(
      try pledger.value(pledger.visibility, "visibility", Visibility.Level.init(named:)) ?? visibility,
      hiding: Visibility.Fields(hide))
    for field in pledger.hide ?? [] {
      if let field = try pledger.value(field, "hide", Visibility.Field.init(named:)) {
        entry.visibility.hidden.insert(field)
      }
    }
    entry.ifOthers = pledger.if_others ?? ifOthers
    entry.lapsesOn = try pledger.value(pledger.lapses_on, "lapses_on", { CalendarDate($0) }) ?? lapsesOn
    entry.verification = try (pledger.verified ?? method).map { try Verification.Method($0) }
    entry.verifiedBy = organizer
    entry.returning = returning
    return entry
  }
}

/// One pledger as JSON on standard input; the keys are the columns of lists.
private struct PledgerJSON: Decodable {
  var name: String
  var email: String?
  var if_others: Int?
  var job_title: String?
  var team: String?
  var location: String?
  var affiliation: String?
  var cohort: String?
  var visibility: String?
  var hide: [String]?
  var lapses_on: String?
  var verified: String?

  init(name: String) {
    self.name = name
  }

  /// The pledger on standard input.
  /// - Throws: `invalidValue`; it never says what was read.
  static func read() throws -> PledgerJSON {
    let bytes = try contents(of: "-", what: "the pledger", atMost: 1 << 20)
    let place = SourcePlace(file: "-")
    do {
      let keys = try JSONDecoder().decode([String: Ignored].self, from: Data(bytes)).keys
      guard keys.allSatisfy(known.contains) else {
        throw Refusal(
          .invalidValue, "there is a key that no pledger has", hint: "keys: \(known.joined(separator: ", "))",
          at: place)
      }
      return try JSONDecoder().decode(PledgerJSON.self, from: Data(bytes))
    } catch is DecodingError {
      throw Refusal(
        .invalidValue, "this is not one pledger as JSON",
        hint: "write one object with \"name\" and \"email\"; see picket pledge add --help", at: place)
    }
  }

  private struct Ignored: Decodable {
    init(from decoder: any Decoder) {}
  }

  private static let known = [
    "name", "email", "if_others", "job_title", "team", "location", "affiliation", "cohort", "visibility", "hide",
    "lapses_on", "verified",
  ]

  func value<Value>(_ text: String?, _ key: String, _ parse: (String) -> Value?) throws -> Value? {
    guard let text else { return nil }
    guard let value = parse(text) else {
      throw Refusal(
        .invalidValue, "the value of \(key) is none that it can have", hint: "see picket pledge add --help")
    }
    return value
  }
}
