import ArgumentParser
import Campaigns
import Export
import Foundation
import Office

struct TerminationExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a campaign's terminations as a list.",
    discussion: """
      The public list shows what was published: a named one with what it does not
      hide; role-only ones as "at least 5 employment contracts", in steps of five;
      counted ones only in the closing sentence, in the same steps. What was
      rescinded stays listed as such. The list for organizers holds everything. Keep
      it safe.

        picket termination export no-contract --for public -o contracts.md

      Columns of CSV: by, kind, target, reference, signed_on, notice_date,
      notice_period, effective_date, state, value, currency, reason, demand,
      statement, evidence. JSON has them too, and the numbers beside them.
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var destination: ExportDestination

  @Argument(help: "The campaign's slug.")
  var campaign: String

  @Option(help: "csv, json, markdown or text.")
  var format: PlainFormat = .markdown

  @Option(
    name: .customLong("for"), help: "public: what was published, as far as it may be seen. organizers: everything.")
  var audience: SignatoryList.Audience = .public

  func run() throws {
    let office = try vault.office()
    let contracts = try destination.write {
      try office.endedContracts(of: campaign, for: audience)
    } as: { contracts, sink in
      try contracts.write(as: format, to: sink)
    }
    if let file = destination.file { Terminal.say(Copy.wrote([file])) }
    switch audience {
    case .public:
      if format == .csv, contracts.hasNumbers { Terminal.say(Copy.contractsWithoutLines) }
    case .organizers: Terminal.warn(Copy.organizersContracts(contracts.lines.count))
    }
  }
}

struct TerminationLetter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter",
    abstract: "Write the notice by which a contract is ended.",
    discussion: """
      What to look up before it is sent is asked on standard error. A template of
      your own is Markdown with the fields of picket termination template.

        picket termination letter t-7k3fq --format html -o notice.html
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var destination: ExportDestination

  @Argument(help: "The termination's slug.")
  var slug: String

  @Option(help: "A template to fill, Markdown in UTF-8; - is standard input. Else Picket's own.", completion: .file())
  var template: String?

  @Option(help: "markdown, html or text.")
  var format: LetterFormat = .markdown

  @Option(help: "The language that the template is written in.")
  var language = "en"

  func run() throws {
    let template = try template.map(readTemplate) ?? .standard()
    let language = try Language(language)
    let office = try vault.office()
    let (_, kind) = try destination.write {
      try office.noticeLetter(of: slug, template: template, language: language)
    } as: { notice, sink in
      var text = notice.letter.written(as: format)
      try text.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
    }
    if let file = destination.file { Terminal.say(Copy.wrote([file])) }
    for line in Copy.checklist(for: kind) { Terminal.say(line) }
  }

  private func readTemplate(_ file: String) throws -> NoticeTemplate {
    let bytes = try contents(of: file, what: "the template", atMost: NoticeTemplate.mostBytes)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(
        .unusableFile, "the template is no UTF-8 text", hint: "save it as Markdown in UTF-8",
        at: SourcePlace(file: file))
    }
    return try NoticeTemplate(text, file: file)
  }
}

struct TerminationTemplate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Print Picket's own template of a notice, to start from.",
    discussion: """
        picket termination template > notice.md
        picket termination letter t-7k3fq --template notice.md
      """)

  func run() throws { try Terminal.write(DefaultNoticeTemplate.text) }
}

extension LetterFormat: ExpressibleByArgument {}
