import ArgumentParser
import Campaigns
import Export
import Office

struct BoycottExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a boycott for the public.",
    discussion: """
      It says what is asked of people, whom it targets with reason and evidence, what
      these hold against it, which listings were withdrawn, how it ends and how far
      the demands are, and what has happened. One that was not called is refused.

        picket boycott export no-cloud --format html -o boycott.html

      Columns of CSV, a line a target: name, status, reasons, evidence, appeals,
      answers, listed_on, withdrawn_on, withdrawn_because.
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var destination: ExportDestination

  @Option(help: "markdown, text, html, json or csv.")
  var format: BoycottFormat = .markdown

  @Argument(help: "The boycott's slug.")
  var slug: String

  func run() throws {
    let office = try database.office()
    _ = try destination.write {
      BoycottDocument(of: try office.publicBoycott(slug), asOf: .today)
    } as: { document, sink in
      try document.write(as: format, to: sink)
    }
    if let file = destination.file { Terminal.say(Copy.wrote([file])) }
  }
}

extension BoycottFormat: ExpressibleByArgument {}
