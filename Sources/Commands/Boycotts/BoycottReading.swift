import ArgumentParser
import Campaigns
import Export
import Office

struct BoycottList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the boycotts, and how far the demands are that end them.",
    discussion: "  picket boycott list --campaign no-contract")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The slug of the campaign whose boycotts are listed; else all are.")
  var campaign: String?

  func run() throws {
    let accounts = try database.office().boycotts(of: campaign)
    if output.json { return try printJSON(accounts.map { BoycottRecord($0, asOf: .today) }) }
    var table = Table(["SLUG", "STATE", "CALLED ON", "TARGETS", "DEMANDS", "TITLE"], numbers: [3])
    for account in accounts {
      let boycott = account.boycott
      table.add([
        boycott.slug.description, boycott.state(on: .today).rawValue, boycott.calledOn?.description ?? "",
        grouped(account.standing.count), account.condition.words, boycott.title,
      ])
    }
    try Terminal.write(table.text)
    for account in accounts where account.proposesEnd { Terminal.say(Copy.proposesEnd(account.boycott)) }
  }
}

struct BoycottShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a boycott with its targets, its demands and its history.",
    discussion: "  picket boycott show no-cloud --json")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The boycott's slug.")
  var slug: String

  func run() throws {
    let account = try database.office().boycott(slug)
    if output.json { return try printJSON(BoycottRecord(account, asOf: .today)) }
    try Terminal.write(facts(of: account).text)
    if account.proposesEnd { Terminal.say(Copy.proposesEnd(account.boycott)) }
  }

  private func facts(of account: BoycottAccount) -> Facts {
    let boycott = account.boycott
    var facts = Facts()
    facts.add("boycott", boycott.slug.description)
    facts.add("title", boycott.title)
    facts.add("form", boycott.form.rawValue)
    facts.add("state", boycott.state(on: .today).rawValue)
    facts.add("campaign", "\(account.campaign.title) (\(account.campaign.slug))")
    facts.add("called", boycott.calledOn?.description)
    facts.add("starts", boycott.startsOn?.description)
    facts.add("refuses", boycott.scopes.sorted().map(\.words).joined(separator: "; "))
    for listed in account.listed { facts.add(listed) }
    for text in boycott.exceptions { facts.add("exception", text) }
    for text in boycott.alternatives { facts.add("alternative", text) }
    for tied in account.demands {
      facts.add("until demand \(tied.demand.number)", "\(tied.demand.text) (\(tied.words))")
    }
    if account.condition != .none { facts.add("demands", account.condition.words) }
    facts.add("pledges lapse", boycott.pledgesLapseOn?.description)
    facts.add("terms", String(boycott.terms))
    for event in account.events {
      let text = event.text.contains("\n") || event.text.isEmpty ? "" : ": \(event.text)"
      facts.add("event", "\(event.day): \(event.kind.words)\(text)")
    }
    return facts
  }
}

extension Facts {
  /// Appends a listing with what is noted of it.
  mutating func add(_ listed: BoycottAccount.Listed) {
    let listing = listed.listing
    let reason = listing.reason.map { ": \($0)" } ?? ""
    let name = "\(listed.target.name) (\(listed.target.slug))"
    if let day = listing.withdrawnOn {
      add(
        "withdrawn", "\(name), on \(day): \(listing.withdrawnBecause ?? ""); listed on \(listing.listedOn)\(reason)")
    } else {
      add("target", "\(name), listed on \(listing.listedOn)\(reason)")
    }
    for note in listed.notes {
      let source = note.source.map { " (\($0))" } ?? ""
      add("  \(note.kind.rawValue)", "\(note.day): \(note.text)\(source)")
    }
  }
}

extension EndingCondition {
  /// How far the demands are, in a word or two; empty where there are none.
  var words: String {
    switch self {
    case .none: ""
    case .open: "open"
    case .partlyMet: "partly met"
    case .met: "met"
    }
  }
}
