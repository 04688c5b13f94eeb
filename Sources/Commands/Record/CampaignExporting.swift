import ArgumentParser
import Export
import Office

struct CampaignExporting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a campaign as a row for a collection of campaigns.",
    discussion: """
      What is public of it: the day on which it began, its sources, what was done,
      the targets, and how many employees signed at least, in steps of five.

        picket campaign export no-contract --format collective-action -o row.csv
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case collectiveAction = "collective-action"
  }

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var destination: ExportDestination

  @Option(help: "collective-action: CSV of the collective-action data set.")
  var format: Format = .collectiveAction

  @Argument(help: "The campaign's slug.")
  var slug: String

  func run() throws {
    let office = try database.office()
    _ = try destination.write {
      try office.collectiveAction(of: slug)
    } as: { row, sink in
      try row.write(to: sink)
    }
    if let file = destination.file { Terminal.say(Copy.wrote([file])) }
  }
}
