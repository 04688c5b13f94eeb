import ArgumentParser
import Intake

/// How a command reads a list as CSV.
struct ListReadingOptions: ParsableArguments {
  @Option(help: "comma, semicolon or tab; else it is found.")
  var delimiter: Delimiter?

  @Option(help: "utf-8, utf-16le, utf-16be or windows-1252; else it is found, but for windows-1252.")
  var encoding: SheetEncoding?
}
