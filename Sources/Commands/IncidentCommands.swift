import ArgumentParser
import Campaigns
import Export
import Foundation
import Office

struct IncidentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incident", abstract: "Acts of retaliation: sealed, and shown elsewhere by number and kind only.",
    subcommands: [Add.self, List.self, ExportAll.self, Erase.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record an act of retaliation.",
      discussion: """
        Options can be read in the shell's history and by whoever is on the computer.
        From standard input, as JSON, nothing stays there; type it and end with Ctrl-D:

          picket incident add --campaign no-contract -
          {"kind": "questioning", "on": "2026-11-20", "account": "Called in by ..."}

        Keys: kind, on, account, person, by, reported_by, evidence (a list).
        Kinds: questioning, surveillance, threat, warning, reassignment, pay,
        suspension, dismissal, legal, harassment, other.
        """, aliases: ["create"])

    @OptionGroup var vault: VaultOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "The campaign's slug.")
    var campaign: String

    @Option(help: "What was done; see above.")
    var kind: Incident.Kind?

    @Option(name: .customLong("on"), help: "The day on which it was done, YYYY-MM-DD; else today.")
    var day: CalendarDate?

    @Option(help: "What happened, in a few sentences.")
    var account: String?

    @Option(help: "Whom it was done to.")
    var person: String?

    @Option(help: "Who did it, or had it done.")
    var by: String?

    @Option(help: "Who told you.")
    var reportedBy: String?

    @Option(help: "Where it can be checked; may be given again.")
    var evidence: [String] = []

    @Argument(help: "- reads the incident as JSON from standard input.")
    var source: String?

    func validate() throws {
      if let source {
        guard source == "-" else { throw ValidationError("the argument can only be -, for standard input") }
        guard kind == nil, account == nil else {
          throw ValidationError("give the incident with options or on standard input, not both")
        }
      }
    }

    func run() throws {
      let incident = try vault.office().addIncident(
        source == nil ? typed() : IncidentJSON.read().entry(), to: campaign)
      if output.json { return try printJSON(["id": incident.id.description]) }
      Terminal.say(Copy.recorded(incident))
      try Terminal.print(incident.id.description)
    }

    private func typed() throws -> IncidentEntry {
      guard let kind, let account else {
        throw Refusal(
          .usage, "nothing was said of what happened",
          hint: "give --kind and --account, or - with JSON on standard input")
      }
      var entry = IncidentEntry(kind, on: day ?? .today, account: account)
      entry.person = person
      entry.by = by
      entry.reportedBy = reportedBy
      entry.evidence = evidence
      return entry
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List a campaign's incidents; for organizers only.")

    @OptionGroup var vault: VaultOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "The campaign's slug.")
    var campaign: String

    func run() throws {
      let incidents = try vault.office().incidents(of: campaign)
      if output.json { return try printJSON(incidents.map(IncidentOutput.init)) }
      var table = Table(["ID", "ON", "KIND", "PERSON", "ACCOUNT"])
      for incident in incidents {
        table.add([
          incident.id.description, incident.happenedOn.description, incident.kind.rawValue, incident.person ?? "",
          incident.account,
        ])
      }
      try Terminal.write(table.text)
    }
  }

  struct ExportAll: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write a campaign's incidents.",
      discussion: """
        For the public only how many there are of which kind, from five on and in steps
        of five. For organizers everything: keep it safe.

          picket incident export no-contract --for public --format markdown
        """)

    @OptionGroup var vault: VaultOptions
    @OptionGroup var destination: ExportDestination

    @Option(name: .customLong("for"), help: "public: numbers only. organizers: everything.")
    var audience: SignatoryList.Audience = .public

    @Option(help: "csv, json, markdown or text.")
    var format: PlainFormat = .markdown

    @Argument(help: "The campaign's slug.")
    var campaign: String

    func run() throws {
      let office = try vault.office()
      let incidents = try destination.write {
        try office.incidents(of: campaign)
      } as: { incidents, sink in
        let text =
          switch audience {
          case .public: IncidentReport.text(of: PublicIncidents(of: incidents), as: format)
          case .organizers: IncidentReport.text(of: incidents, as: format)
          }
        try Array(text.utf8).withUnsafeBytes { try sink($0) }
      }
      if let file = destination.file { Terminal.say(Copy.wrote([file])) }
      if audience == .organizers { Terminal.warn(Copy.organizersIncidents(incidents.count)) }
    }
  }

  struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Delete an incident, without a trace in the database.",
      discussion: "It does not reach backups and exports that are already out.")

    @OptionGroup var vault: VaultOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "The campaign's slug.")
    var campaign: String

    @Argument(help: "The incident's identifier.")
    var id: String

    func run() throws {
      let erased = try vault.office().eraseIncident(id, of: campaign)
      if output.json { return try printJSON(["id": erased.description, "state": "erased"]) }
      Terminal.say(Copy.erasedIncident(erased.description))
    }
  }
}

private struct IncidentOutput: Encodable {
  let id, on, kind, account: String
  let person, by, reportedBy: String?
  let evidence: [String]

  init(_ incident: Incident) {
    id = incident.id.description
    on = incident.happenedOn.description
    kind = incident.kind.rawValue
    account = incident.account
    person = incident.person
    by = incident.by
    reportedBy = incident.reportedBy
    evidence = incident.evidence.map(\.source)
  }
}

extension Incident.Kind: ExpressibleByArgument {}

/// One incident as JSON on standard input.
private struct IncidentJSON: Decodable {
  var kind: String
  var on: String?
  var account: String
  var person: String?
  var by: String?
  var reported_by: String?
  var evidence: [String]?

  /// The incident on standard input.
  /// - Throws: `invalidValue`; it never says what was read.
  static func read() throws -> IncidentJSON {
    let keys: Set = ["kind", "on", "account", "person", "by", "reported_by", "evidence"]
    return try objectOnStandardInput(keys: keys, what: "one incident", help: "picket incident add --help")
  }

  func entry() throws -> IncidentEntry {
    guard let kind = Incident.Kind(rawValue: kind) else {
      throw Refusal(.invalidValue, "there is no such kind of incident", hint: "see picket incident add --help")
    }
    let day = try on.map { text in
      guard let day = CalendarDate(text) else {
        throw Refusal(.invalidValue, "the day is none that the calendar has", hint: "write it as YYYY-MM-DD")
      }
      return day
    }
    var entry = IncidentEntry(kind, on: day ?? .today, account: account)
    entry.person = person
    entry.by = by
    entry.reportedBy = reported_by
    entry.evidence = evidence ?? []
    return entry
  }
}
