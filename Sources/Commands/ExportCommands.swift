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
          picket export letter-1 --format html --columns 3 -o letter.html

        csv and json have the columns and keys full_name, job_title, affiliation,
        location, cohort, visibility, signed_on; --fields chooses among them. osdi and
        yaml hold names only, in the fields that other programs expect; where a name
        would have to be split, osdi has it whole as given_name. html and pdf hold the
        letter too.

        With --since, only what is new since a delivery, and of that only groups with
        five new lines or more: names by cohort, lines without a name by what they
        show. It is worked out from the two lists alone, so it tells nothing that they
        do not.

          picket export letter-1 --format text --since 1 -o new.txt
        """)

    @OptionGroup var vault: VaultOptions
    @OptionGroup var destination: ExportDestination
    @OptionGroup var choice: ListChoice
    @OptionGroup var layout: LayoutOptions

    @Option(help: "csv, json, markdown, text, html, osdi, yaml or pdf.")
    var format: ListFormat = .markdown

    @Option(help: "Only lines that are new since the delivery of this number.")
    var since: Int?

    @Flag(inversion: .prefixedNo, help: "Whether the letter that was signed stands in it; usual in html and pdf.")
    var letter: Bool?

    @Argument(help: "The petition's slug.")
    var slug: String

    func validate() throws {
      if since != nil, choice.audience == .organizers {
        throw ValidationError("--since is for the public: organizers see each signer's day")
      }
      if letter == true, !format.canHoldLetter {
        throw ValidationError("\(format.rawValue) cannot hold the letter; markdown, text, html and pdf can")
      }
    }

    func run() throws {
      let layout = try layout.layout(for: format)
      let withLetter = letter ?? format.holdsLetter
      let office = try vault.office()
      if format == .pdf {
        try destination.requirePDFPlace()
        try PDFList.requireLibraries()
      }
      // Laid out before the list counts as published: a script without a font must not leave a list that nobody gets.
      var pages: LaidOutPDF?
      let report = try destination.write {
        switch choice.audience {
        case .public:
          try office.publicList(
            of: slug, order: choice.order, layout: layout, since: since, withLetter: withLetter
          ) { list in
            if format == .pdf { pages = try PDFList(list).laidOut() }
          }
        case .organizers:
          try office.organizersList(of: slug, order: choice.order, layout: layout, withLetter: withLetter)
        }
      } as: { report, sink in
        if let pages { try pages.write(to: sink) } else { try report.list.write(as: format, to: sink) }
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

  /// Nothing that was said.
  init() {}

  /// A place that was named otherwise.
  init(_ output: String, force: Bool) {
    self.output = output
    self.force = force
  }

  /// The file that is written; nil where it is standard output.
  var file: String? { output == "-" ? nil : output }

  /// Makes sure that a PDF does not go to a terminal.
  /// - Throws: `usage`.
  func requirePDFPlace() throws {
    guard file == nil, isatty(STDOUT_FILENO) == 1 else { return }
    throw Refusal(.usage, "a terminal cannot show a PDF", hint: "name a file: -o FILE.pdf")
  }

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
    if let letter = list.letter {
      Terminal.say(Copy.letterInside(letter))
      if !list.otherSignedLetters.isEmpty { Terminal.warn(Copy.otherLetters(list.otherSignedLetters)) }
    }
    switch list.audience {
    case .public:
      if pendingLeftOut > 0 { Terminal.say(Copy.pendingLeftOut(pendingLeftOut)) }
      if !isRevealed { Terminal.say(Copy.waitsForReveal(slug)) }
      if heldBack > 0 { Terminal.say(Copy.heldBack(heldBack)) }
      if newWaiting > 0 { Terminal.say(Copy.newWaiting(newWaiting)) }
      if !knowsNewNameless { Terminal.warn(Copy.newNamelessUnknown) }
      if list.counted > 0, !format.tellsCounted { Terminal.say(Copy.countedOnly(list.counted)) }
    case .organizers: Terminal.warn(Copy.organizersList(list))
    }
    let nameless = format.needsNames ? list.lines.count { $0.fullName == nil } : 0
    if nameless > 0 { Terminal.say(Copy.namelessLeftOut(nameless, of: format)) }
    if list.layout.showsInitialsOnly { Terminal.warn(Copy.initials) }
    if !format.tellsCounted, list.contracts?.isEmpty == false { Terminal.say(Copy.contractsElsewhere) }
  }
}

extension ListFormat: ExpressibleByArgument {}

extension PlainFormat: ExpressibleByArgument {}

extension ListOrder: ExpressibleByArgument {}

extension SignatoryList.Audience: ExpressibleByArgument {}
