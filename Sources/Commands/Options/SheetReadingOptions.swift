import ArgumentParser
import Campaigns
import Foundation
import Intake

extension SourceFormat: ExpressibleByArgument {
  /// The words that a command line can use.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

/// How a command reads a sheet of signatures. What stands on the command line goes before what a mapping's file says.
struct SheetReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("The source of the file; else it is found.", valueName: "source"))
  var formats: [SourceFormat] = []

  @Option(
    name: .customLong("mapping"),
    help: "A file, .toml or .yaml, that says the columns and further options.", completion: .file())
  var mappingNames: [String] = []

  @Option(
    name: .customLong("map"), help: "Take a field from the column of this header: field=Header. May be given again.")
  var mappings: [String] = []

  @Option(
    name: .customLong("keep"),
    help: ArgumentHelp(
      "Keep the answers of this column too, sealed. May be given again.", valueName: "header"))
  var kept: [String] = []

  @Option(help: "The columns of a sheet without a header, by field, with commas: name,email,_,team.")
  var columns: String?

  @Option(help: "comma, semicolon or tab; else it is found.")
  var delimiter: Delimiter?

  @Option(help: "utf-8, utf-16le, utf-16be or windows-1252; else it is found, but for windows-1252.")
  var encoding: SheetEncoding?

  @Option(help: "The zone of times that carry none, and in which times become days, like Europe/Berlin; else UTC.")
  var timeZone: String?

  /// What the mappings' files say.
  /// - Throws: as `MappingFile`, and what reading a file throws.
  func mappingFiles() throws -> [MappingFile] {
    try mappingNames.map { name in
      try MappingFile(
        try contents(of: name, what: "the mapping", atMost: MappingFile.mostBytes), named: name)
    }
  }

  /// The options of a sheet's reader.
  /// - Throws: `usage` where a mapping or the zone is none.
  func options(_ file: MappingFile?, from format: SourceFormat?) throws -> SheetOptions {
    let own = try mappings.map { try FieldOverride($0) }
    return SheetOptions(
      delimiter: delimiter ?? file?.delimiter, encoding: encoding ?? file?.encoding,
      overrides: own + (file?.overrides ?? []).filter { !$0.isDecided(by: own) },
      columns: columns.map(SheetOptions.columns) ?? file?.columns, timeZone: try zone() ?? file?.timeZone,
      format: format ?? file?.format,
      kept: kept.isEmpty ? file?.kept ?? [] : kept.map { KeptColumn($0) })
  }

  private func zone() throws -> TimeZone? {
    try timeZone.map { name in
      guard let zone = TimeZone(identifier: name) else {
        throw Refusal(
          .usage, "there is no time zone \"\(name.prefix(40))\"", hint: "write it like Europe/Berlin or UTC")
      }
      return zone
    }
  }
}
