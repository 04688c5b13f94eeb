import ArgumentParser
import Campaigns
import Export
import Office

struct BoycottTarget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "target", abstract: "Whom a boycott targets, why, and what these hold against it.",
    subcommands: [
      Add.self, Evidence.self, Appeal.self, Answer.self, Withdraw.self, List.self, BoycottTargetImporting.self,
    ])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List a target.",
      discussion: """
        That asks more of people than before: whoever has pledged is to be asked again.

          picket boycott target add no-cloud stratus --reason "Sells it on." \\
            --evidence https://news.example/stratus
        """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var place: ListedTarget
    @OptionGroup var listing: ListingProperties

    func run() throws {
      let changed = try database.office().listTarget(place.target, in: place.slug, listing.draft)
      try changed.report(Copy.listed(place.target, in: place.slug), output)
    }
  }

  struct Evidence: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Note evidence for a listing.",
      discussion: """
          picket boycott target evidence no-cloud nimbus "The contract of May." \\
            --source https://news.example/contract --on 2026-05-12
        """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var place: ListedTarget

    @Argument(help: "What it shows.")
    var text: String

    @Option(help: "Where it can be read.")
    var source: String

    @Option(name: .customLong("on"), help: "The day of what it shows, YYYY-MM-DD; else today.")
    var day: CalendarDate?

    func run() throws {
      let account = try database.office().noteListing(
        of: place.target, in: place.slug, NoteDraft(.evidence, on: day ?? .today, text, source: source))
      try account.report(Copy.noted(.evidence, place.target), output)
    }
  }

  struct Appeal: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Note what a target holds against being listed.",
      discussion: """
        The public reads it beside the reason.

          picket boycott target appeal no-cloud stratus "We ended that in May." \\
            --source https://stratus.example/answer --on 2026-11-20
        """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var place: ListedTarget
    @OptionGroup var note: AppealText

    func run() throws {
      try note.run(.appeal, place, database, output)
    }
  }

  struct Answer: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Note what was answered to an appeal.",
      discussion: """
          picket boycott target answer no-cloud stratus "The contract is in force." \\
            --source https://news.example/contract --on 2026-11-22
        """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var place: ListedTarget
    @OptionGroup var note: AppealText

    func run() throws {
      try note.run(.answer, place, database, output)
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Withdraw a wrong listing, at once and where everybody sees it.",
      discussion: """
        It stays shown everywhere as withdrawn, with the day and the reason.

          picket boycott target withdraw no-cloud stratus \\
            --because "It had ended the contract in May; we did not know."
        """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var place: ListedTarget

    @Option(help: "Why; the public reads it.")
    var because: String

    func run() throws {
      let account = try database.office().withdrawListing(of: place.target, in: place.slug, because: because)
      if account.targetsNobody { Terminal.warn(Copy.targetsNobody(account.boycott)) }
      try account.report(Copy.withdrew(place.target, from: place.slug), output)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List whom a boycott targets, withdrawn listings too.",
      discussion: "  picket boycott target list no-cloud")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The boycott's slug.")
    var slug: String

    func run() throws {
      let account = try database.office().boycott(slug)
      if output.json { return try printJSON(BoycottRecord(account, asOf: .today).targets) }
      var table = Table(["TARGET", "LISTED ON", "WITHDRAWN", "NOTES", "NAME", "REASON"], numbers: [3])
      for listed in account.listed {
        table.add([
          listed.target.slug.description, listed.listing.listedOn.description,
          listed.listing.withdrawnOn?.description ?? "", grouped(listed.notes.count), listed.target.name,
          listed.listing.reason ?? "",
        ])
      }
      try Terminal.write(table.text)
    }
  }
}

/// A target in a boycott.
struct ListedTarget: ParsableArguments {
  @Argument(help: "The boycott's slug.")
  var slug: String

  @Argument(help: "The target's slug.")
  var target: String
}

/// An appeal, or the answer to one.
struct AppealText: ParsableArguments {
  @Argument(help: "What was said.")
  var text: String

  @Option(help: "Where it can be read.")
  var source: String?

  @Option(name: .customLong("on"), help: "The day on which it was said, YYYY-MM-DD; else today.")
  var day: CalendarDate?

  func run(
    _ kind: ListingNote.Kind, _ place: ListedTarget, _ database: DatabaseOptions, _ output: OutputOptions
  ) throws {
    let account = try database.office().noteListing(
      of: place.target, in: place.slug, NoteDraft(kind, on: day ?? .today, text, source: source))
    try account.report(Copy.noted(kind, place.target), output)
  }
}

extension BoycottAccount {
  /// Whether it goes on although no listing stands any more.
  fileprivate var targetsNobody: Bool {
    standing.isEmpty && (boycott.stage == .active || boycott.stage == .suspended)
  }
}
