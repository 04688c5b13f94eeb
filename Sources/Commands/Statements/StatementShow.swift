import ArgumentParser
import Campaigns
import Export
import Office

struct StatementShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a statement's history, and what others report of it.",
    discussion: """
      What happened lies between two observations, and no closer is claimed:
      published when it was seen for the first time, edited when its text is another
      one, removed when it was captured as --gone, restored when it is back, or when
      a paragraph or four words in a row are back that had gone from its text.
      What sources report stands beside it, each with whose explanation it is.

        picket statement show contract-post
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Show who made each capture; this needs the key.")
  var observers = false

  @Argument(help: "The statement's slug.")
  var slug: String

  func run() throws {
    let office = try vault.office()
    let account = try office.statement(slug)
    let observers = self.observers ? try office.observers(of: slug) : [:]
    if output.json { return try printJSON(StatementRecord(account, observers: observers)) }
    var parts = [facts(account), events(account.history), captures(account, observers)]
    if !account.accounts.isEmpty { parts.append(accounts(account)) }
    if account.captures.contains(where: { !$0.wasGone }) {
      parts.append(
        "The bytes are kept in the database, as they were:\n"
          + "  picket statement export \(account.statement.slug) --revision NUMBER --raw -o FILE\n")
    }
    try Terminal.write(parts.joined(separator: "\n"))
  }

  private func facts(_ account: StatementAccount) -> String {
    let statement = account.statement
    var facts = Facts()
    facts.add("statement", statement.slug.description)
    facts.add("title", statement.title)
    facts.add("of", "\(account.target.name) (\(account.target.slug))")
    facts.add("speaker", statement.speaker)
    facts.add("channel", statement.channel.rawValue)
    facts.add("url", statement.url)
    facts.add("campaign", account.campaign.slug.description)
    return facts.text
  }

  private func events(_ history: RevisionHistory) -> String {
    guard !history.events.isEmpty else { return "Nothing was observed yet.\n" }
    var table = Table(["REVISION", "OBSERVED"], numbers: [0])
    for event in history.events {
      table.add([event.revision.map(String.init) ?? "", StatementWording.words(event)])
    }
    return table.text
  }

  private func captures(_ account: StatementAccount, _ observers: [Identifier<Capture>: String]) -> String {
    var table = Table(
      ["CAPTURE", "SEEN", "BYTES", "TYPE", "SHA-256"] + (self.observers ? ["BY"] : []), numbers: [2])
    for capture in account.captures {
      let content = capture.content
      table.add(
        [
          capture.id.description, capture.observedAt.description, content.map { grouped($0.byteCount) } ?? "",
          content?.mediaType ?? "gone", content.map { String($0.raw.hexadecimal.prefix(16)) + "…" } ?? "",
        ] + (self.observers ? [observers[capture.id] ?? ""] : []))
    }
    return table.text
  }

  /// What sources report, side by side.
  private func accounts(_ account: StatementAccount) -> String {
    var table = Table(["SOURCE", "REPORTS", "WHEN", "BESIDE THE CAPTURES", "EXPLANATION"])
    let conflicts = account.conflicts
    for reported in account.accounts {
      table.add([
        reported.source, reported.kind.rawValue, reported.at?.description ?? "",
        StatementWording.agreement(reported, conflicts), StatementWording.explanation(reported) ?? "",
      ])
    }
    let conflict = StatementWording.conflict(account.accounts, conflicts)
    return table.text + (conflict.map { $0 + "\n" } ?? "")
  }
}
