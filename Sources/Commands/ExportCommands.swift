import ArgumentParser
import Campaigns
import Export
import Files
import Foundation
import Office

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write signatory lists, and the letter with its list.",
    discussion:
      "picket export SLUG is short for picket export list SLUG; its options are in picket export list --help.",
    subcommands: [List.self, LetterWithList.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a petition's signatory list.",
      discussion: """
        The public list shows verified signers only, and of them no more than they
        chose: names for named ones; for role-only ones a description that at least
        five share; counted ones only in the closing sentence. A public list is a
        publication: what it shows of groups without names grows against the one before
        by five at least, so that nobody is told by the difference.
        The list for organizers holds everything, pending signers too. Keep it safe.

          picket export letter-1 --format csv --for public -o signatories.csv

        Columns and keys: full_name, job_title, affiliation, location, cohort,
        visibility, signed_on.
        """)

    @OptionGroup var vault: VaultOptions
    @OptionGroup var destination: ExportDestination
    @OptionGroup var choice: ListChoice

    @Option(help: "csv, json, markdown or text.")
    var format: ListFormat = .markdown

    @Argument(help: "The petition's slug.")
    var slug: String

    func run() throws {
      let office = try vault.office()
      let report = try destination.write {
        switch choice.audience {
        case .public: try office.publicList(of: slug, order: choice.order)
        case .organizers: try office.organizersList(of: slug, order: choice.order)
        }
      } as: { report, sink in
        try report.list.write(as: format, to: sink)
      }
      report.tell(format, of: slug, destination)
    }
  }

  struct LetterWithList: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "letter",
      abstract: "Write the letter with its signatory list as one Markdown document.",
      discussion: "  picket export letter letter-1 --for public -o letter-with-signatories.md")

    @OptionGroup var vault: VaultOptions
    @OptionGroup var destination: ExportDestination
    @OptionGroup var choice: ListChoice

    @Option(help: "Which version of the letter: LANGUAGE, LANGUAGE:VERSION or SHA-256. Else the newest.")
    var letter: String?

    @Argument(help: "The petition's slug.")
    var slug: String

    func run() throws {
      let office = try vault.office()
      let report = try destination.write {
        try office.letterDocument(of: slug, letter: letter, for: choice.audience, order: choice.order)
      } as: { report, sink in
        try report.document.write(to: sink)
      }
      if !report.document.otherSignedLetters.isEmpty {
        Terminal.warn(Copy.otherLetters(report.document.otherSignedLetters))
      }
      report.report.tell(.markdown, of: slug, destination)
    }
  }
}

/// Who a list is for, and in which order it stands.
struct ListChoice: ParsableArguments {
  @Option(
    name: .customLong("for"), help: "public: what signers let everybody see. organizers: everything; needs the key.")
  var audience: SignatoryList.Audience = .public

  @Option(name: .customLong("sort"), help: "name, shuffled, or date (for organizers only).")
  var order: ListOrder = .name
}

/// Where an export goes.
struct ExportDestination: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")], help: "The file to create; - or nothing is standard output.",
    completion: .file())
  var output: String?

  @Flag(help: "Replace the file that stands there; a symbolic link itself is replaced.")
  var force = false

  /// The file that is written; nil where it is standard output.
  var file: String? { output == "-" ? nil : output }

  /// Lets `make` make what is exported and `fill` write it into the sink; the file appears whole, when all is written.
  ///
  /// Where no file can be begun, nothing is made: a public list that nobody receives must not count as published.
  func write<Made>(
    _ make: () throws -> Made, as fill: (Made, (UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws -> Made {
    let new = try file.map { try NewFile(at: $0, replacing: force) }
    let made = try make()
    try fill(made) { bytes in
      if let new {
        try new.write(bytes)
      } else {
        try writeAll(bytes, to: STDOUT_FILENO, named: "standard output")
      }
    }
    try new?.place()
    return made
  }
}

extension ListReport {
  /// Says what was written, and what whoever passes it on has to know.
  func tell(_ format: ListFormat, of slug: String, _ destination: ExportDestination) {
    if let file = destination.file { Terminal.say(Copy.wrote([file])) }
    switch list.audience {
    case .public:
      if pendingLeftOut > 0 { Terminal.say(Copy.pendingLeftOut(pendingLeftOut)) }
      if !isRevealed { Terminal.say(Copy.waitsForReveal(slug)) }
      if heldBack > 0 { Terminal.say(Copy.heldBack(heldBack)) }
      if list.counted > 0, format == .csv || format == .json { Terminal.say(Copy.countedOnly(list.counted)) }
    case .organizers: Terminal.warn(Copy.organizersList(list))
    }
    if format == .csv || format == .json, list.contracts?.isEmpty == false { Terminal.say(Copy.contractsElsewhere) }
  }
}

extension ListFormat: ExpressibleByArgument {}

extension ListOrder: ExpressibleByArgument {}

extension SignatoryList.Audience: ExpressibleByArgument {}
