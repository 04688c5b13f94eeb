import ArgumentParser
import Campaigns
import Export
import Foundation
import Office

struct StatementDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what became of a statement from one revision to another.",
    discussion: """
      By paragraph and by word. On a terminal what went is red and what came is
      green; elsewhere, or with NO_COLOR, it stands as [-gone-] and {+new+}. A
      passage that had vanished and is back is named as such.

        picket statement diff contract-post
        picket statement diff contract-post --from 1 --format html -o diff.html
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, html, markdown, json
  }

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var destination: ExportDestination

  @Option(name: .customLong("from"), help: "The earlier revision; else the one before the later.")
  var old: Int?

  @Option(name: .customLong("to"), help: "The later revision; else the last.")
  var new: Int?

  @Option(help: "text, html, markdown or json.")
  var format: Format = .text

  @Argument(help: "The statement's slug.")
  var slug: String

  func run() throws {
    let office = try database.office()
    _ = try destination.write {
      try office.comparison(of: slug, from: old, to: new)
    } as: { document, sink in
      switch format {
      case .text:
        let isShown = destination.file == nil
        try document.write(
          as: .text(width: isShown ? Paper.width : 80, coloured: isShown && Paper.isColoured), to: sink)
      case .html: try document.write(as: .html, to: sink)
      case .markdown: try document.write(as: .markdown, to: sink)
      case .json:
        var text = try json(ComparisonRecord(document)) + "\n"
        try text.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
      }
    }
    if let file = destination.file { Terminal.say(Copy.wrote([file])) }
  }
}

/// What standard output is written on.
private enum Paper {
  /// Whether it is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether it takes colours, and they are wanted.
  static var isColoured: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// How many columns it has; 80 where it is no terminal.
  static var width: Int {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
    return Int(size.ws_col)
  }
}
