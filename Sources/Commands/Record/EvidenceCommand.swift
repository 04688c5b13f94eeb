import ArgumentParser
import Campaigns
import Export
import Office

struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "The sources that a campaign's public record rests on.",
    subcommands: [EvidenceAdd.self, EvidenceList.self, EvidenceShow.self, EvidenceCopy.self])
}

struct EvidenceAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a source under the campaign's next number.",
    discussion: """
      Evidence is public, with all that is said of it. Times are written no finer
      than they are known: 2018, 2018-06, 2018-06-18, 2018-06-18T09:50-07:00, and
      "about" before them where it is so.

        picket evidence add --campaign no-contract \\
          --title "Employees ask to cancel it" --publisher "Daily Example" \\
          --url https://news.example/nimbus --published 2018-06-19 \\
          --quote "over 150 employees" --place "paragraph 3" \\
          --copy article.html --for "demand 1"

      What it can be for: demand NUMBER, statement SLUG, petition SLUG,
      delivery PETITION NUMBER, boycott SLUG, termination SLUG where that is
      published, claim ID, event ID; else it is the campaign's.
      """, aliases: ["create"])

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The campaign's slug.")
  var campaign: String

  @Option(help: "What it is called.")
  var title: String

  @Option(help: "Its address on the web.")
  var url: String?

  @Option(help: "Who published it.")
  var publisher: String?

  @Option(help: "Who wrote it.")
  var author: String?

  @Option(help: "When it was published; see above.")
  var published: String?

  @Option(help: "When it was looked at; see above.")
  var accessed: String?

  @Option(help: "Words taken from it.")
  var quote: String?

  @Option(help: "Where in it they stand: a page, a paragraph, a minute.")
  var place: String?

  @Option(name: .customLong("copy"), help: "The file of a copy, at most 32 MiB; it is kept.", completion: .file())
  var file: String?

  @Option(name: .customLong("for"), help: "What it is evidence for; see above.")
  var subject: String?

  func run() throws {
    var draft = EvidenceDraft(title)
    draft.url = url
    draft.publisher = publisher
    draft.author = author
    draft.published = published
    draft.accessed = accessed
    draft.quote = quote
    draft.place = place
    draft.copy = try file.map { try contents(of: $0, what: "the copy", atMost: 32 << 20) }
    draft.subject = subject
    let evidence = try database.office().addEvidence(draft, to: campaign)
    if output.json { return try printJSON(["number": evidence.number]) }
    Terminal.say(Copy.added(evidence, to: campaign))
  }
}

struct EvidenceList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List a campaign's evidence.",
    discussion: "  picket evidence list --campaign no-contract")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The campaign's slug.")
  var campaign: String

  func run() throws {
    let all = try database.office().evidence(of: campaign)
    if output.json { return try printJSON(all.map(SourceRecord.init)) }
    var table = Table(["NO", "PUBLISHED", "FOR", "PUBLISHER", "TITLE"], numbers: [0])
    for evidence in all {
      table.add([
        String(evidence.number), evidence.publishedAt?.description ?? "", evidence.subject ?? "",
        evidence.publisher ?? "", evidence.title,
      ])
    }
    try Terminal.write(table.text)
  }
}

struct EvidenceShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show all that is said of a source.",
    discussion: "  picket evidence show 1 --campaign no-contract")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The campaign's slug.")
  var campaign: String

  @Argument(help: "The evidence's number.")
  var number: Int

  func run() throws {
    let evidence = try database.office().evidence(number, of: campaign)
    if output.json { return try printJSON(SourceRecord(evidence)) }
    var facts = Facts()
    facts.add("evidence", String(evidence.number))
    facts.add("title", evidence.title)
    facts.add("url", evidence.url)
    facts.add("publisher", evidence.publisher)
    facts.add("author", evidence.author)
    facts.add("published", evidence.publishedAt?.description)
    facts.add("accessed", evidence.accessedAt?.description)
    facts.add("quote", evidence.quote)
    facts.add("place", evidence.place)
    facts.add("for", evidence.subject)
    facts.add("copy", evidence.copy == nil ? nil : "kept: picket evidence copy \(number) writes it")
    try Terminal.write(facts.text)
  }
}

struct EvidenceCopy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "Write the copy that is kept of a source, byte for byte.",
    discussion: "  picket evidence copy 1 --campaign no-contract -o article.html")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var destination: ExportDestination

  @Option(help: "The campaign's slug.")
  var campaign: String

  @Argument(help: "The evidence's number.")
  var number: Int

  func run() throws {
    let office = try database.office()
    _ = try destination.write {
      try office.copy(ofEvidence: number, of: campaign)
    } as: { bytes, sink in
      try bytes.withUnsafeBytes(sink)
    }
    if let file = destination.file { Terminal.say(Copy.wrote([file])) }
  }
}
