import ArgumentParser
import Campaigns
import Export
import Foundation
import Office

struct StatementExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a statement's record, the bytes of a capture, or its text.",
    discussion: """
      The record holds what was observed, what others report, and the digests of all
      captures; never who observed. --raw writes the bytes as they were captured, of
      the first capture of the revision; they are checked against their SHA-256.

        picket statement export contract-post --format markdown -o record.md
        picket statement export contract-post --revision 1 --raw -o first.html
        picket statement export contract-post --revision 1 --text
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, markdown
  }

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var destination: ExportDestination

  @Option(help: "The whole record: json or markdown; else markdown.")
  var format: Format?

  @Flag(help: "Write the bytes of a capture as they were.")
  var raw = false

  @Flag(help: "Write what can be read in a revision.")
  var text = false

  @Option(help: "Of which revision, with --raw or --text; else the last.")
  var revision: Int?

  @Option(help: "Of which capture, with --raw: its identifier.")
  var capture: String?

  @Argument(help: "The statement's slug.")
  var slug: String

  func validate() throws {
    guard [raw, text, format != nil].filter(\.self).count <= 1 else {
      throw ValidationError("--raw, --text and --format exclude one another")
    }
    guard revision == nil || raw || text else { throw ValidationError("--revision goes with --raw or --text") }
    guard capture == nil || raw && revision == nil else {
      throw ValidationError("--capture goes with --raw, and without --revision")
    }
  }

  func run() throws {
    let office = try database.office()
    if raw, destination.file == nil, isatty(STDOUT_FILENO) == 1 {
      throw Refusal(
        .usage, "bytes that somebody else wrote could steer the terminal", hint: "name a file with -o FILE")
    }
    _ = try destination.write {
      try made(by: office)
    } as: { write, sink in
      try write(sink)
    }
    if let file = destination.file { Terminal.say(Copy.wrote([file])) }
  }

  private typealias Writing = ((UnsafeRawBufferPointer) throws -> Void) throws -> Void

  private func made(by office: Office) throws -> Writing {
    if raw { return writing(try office.capturedBytes(of: slug, revision: revision, capture: capture)) }
    if text {
      // Paragraph by paragraph, since it may be shown on a terminal.
      let paragraphs = try office.statementText(of: slug, revision: revision).split(separator: "\n")
      return writing(Array(paragraphs.map { SafeText.line(String($0)) + "\n" }.joined(separator: "\n").utf8))
    }
    let account = try office.statement(slug)
    if format == .json { return writing(Array((try json(StatementRecord(account)) + "\n").utf8)) }
    let document = StatementDocument(
      account.statement, target: account.target.name, captures: account.captures, history: account.history,
      accounts: account.accounts)
    return { try document.writeMarkdown(to: $0) }
  }

  private func writing(_ bytes: [UInt8]) -> Writing {
    { sink in try bytes.withUnsafeBytes { try sink($0) } }
  }
}
