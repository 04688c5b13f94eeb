import ArgumentParser
import Campaigns
import Export
import Office

struct PledgeExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write who has pledged.",
    discussion: """
      The public list is there once the pledges were revealed. It shows those that
      bind for good or were kept: named ones with what they do not hide; all others
      as numbers by cohort, in steps of five. The list for organizers holds
      everything. Keep it safe.

        picket pledge export walk-out --format csv --for public -o pledges.csv
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var destination: ExportDestination

  @Option(help: "csv, json, markdown or text.")
  var format: PlainFormat = .markdown

  @Option(
    name: .customLong("for"), help: "public: what pledgers let everybody see. organizers: everything; needs the key.")
  var audience: SignatoryList.Audience = .public

  @Argument(help: "The boycott's slug.")
  var boycott: String

  func run() throws {
    let office = try vault.office()
    let document = try destination.write {
      switch audience {
      case .public: try office.publicPledges(of: boycott)
      case .organizers: try office.organizersPledges(of: boycott)
      }
    } as: { document, sink in
      try document.write(as: format, to: sink)
    }
    if let file = destination.file { Terminal.say(Copy.wrote([file])) }
    switch audience {
    case .public:
      if let words = document.withoutNames, format == .csv || format == .json {
        Terminal.say(Copy.pledgesWithoutNames(words))
      }
    case .organizers: Terminal.warn(Copy.organizersPledges(document.rows.count))
    }
  }
}
