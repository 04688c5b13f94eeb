import Campaigns
import Foundation

/// What a file says about how a partner's sheets are read and what their rows are, so that nobody has to say it again.
///
/// TOML or YAML, by the name's ending. Its keys are the fields, each with the header of its column; `cohort-column` and
/// `visibility-column` for those two, since `cohort` and `visibility` are of the rows that say nothing else; and the
/// options of an import by their names.
public struct MappingFile: Sendable {
  /// Fields and the headers of their columns.
  public private(set) var overrides: [FieldOverride] = []
  /// The source of the sheets; nil where it is to be found.
  public private(set) var format: SourceFormat?
  /// The character between cells; nil where it is to be found.
  public private(set) var delimiter: Delimiter?
  /// The encoding; nil where it is to be found.
  public private(set) var encoding: SheetEncoding?
  /// The zone of times that carry none.
  public private(set) var timeZone: TimeZone?
  /// The columns of sheets without a header.
  public private(set) var columns: [String]?
  /// Columns whose answers are kept besides the fields.
  public private(set) var kept: [KeptColumn] = []
  /// The partner who collected the rows.
  public private(set) var partner: String?
  /// The channel through which the rows came.
  public private(set) var channel: String?
  /// The cohort of rows that say nothing else.
  public private(set) var cohort: Cohort?
  /// What the public may see of rows that do not say it.
  public private(set) var visibility: Visibility.Level?
  /// How the rows were verified.
  public private(set) var verification: Verification.Method?

  /// A mapping in more bytes is refused.
  public static let mostBytes = 64 << 10

  /// The mapping in these bytes.
  ///
  /// - Parameter name: the file's name, whose ending says whether it is TOML or YAML.
  /// - Throws: `unusableFile` with the line where the text cannot be read, a key is unknown or stands twice, or a value
  ///   is none that its key can have.
  public init(_ bytes: [UInt8], named name: String) throws {
    let place = SourcePlace(file: name)
    guard bytes.count <= MappingFile.mostBytes else {
      throw Refusal(.unusableFile, "a mapping is no longer than 64 KiB", hint: "name the mapping's file", at: place)
    }
    guard bytes.withUnsafeBytes(UTF8Check.isValid) else {
      throw Refusal(.unusableFile, "the mapping is not UTF-8", hint: "save it as UTF-8", at: place)
    }
    let entries: [MappingEntry]
    switch (name as NSString).pathExtension.lowercased() {
    case "toml": entries = try MappingEntry.ofTOML(String(decoding: bytes, as: UTF8.self), named: name)
    case "yml", "yaml": entries = try MappingEntry.ofYAML(bytes, named: name)
    default:
      throw Refusal(
        .unusableFile, "a mapping is TOML or YAML, and the name does not say which",
        hint: "let it end with .toml, .yaml or .yml", at: place)
    }
    var seen: Set<String> = []
    for entry in entries {
      guard seen.insert(HeaderKey(entry.key).text).inserted else {
        throw entry.refusal("the key \"\(entry.key.prefix(40))\" stands twice", hint: "leave one of them out")
      }
      try take(entry)
    }
  }

  private mutating func take(_ entry: MappingEntry) throws {
    switch entry.key {
    case "from":
      format = try entry.value(SourceFormat.init(rawValue:), SourceFormat.allCases.map(\.rawValue))
    case "delimiter":
      delimiter = try entry.value({ Delimiter(named: $0) }, Delimiter.allCases.map(\.description))
    case "encoding":
      encoding = try entry.value({ SheetEncoding(named: $0) }, SheetEncoding.allCases.map(\.rawValue))
    case "time-zone", "time_zone":
      timeZone = try entry.value({ TimeZone(identifier: $0) }, ["Europe/Berlin", "UTC"])
    case "columns": columns = entry.texts.count == 1 ? SheetOptions.columns(entry.texts[0]) : entry.texts
    case "keep": kept = entry.texts.map { KeptColumn($0, at: entry.place) }
    case "partner": partner = try entry.text()
    case "channel": channel = try entry.text()
    case "cohort":
      cohort = try entry.value({ Cohort(named: $0) }, Cohort.allCases.map(\.rawValue), orColumn: "cohort-column")
    case "visibility":
      visibility = try entry.value(
        { Visibility.Level(named: $0) }, Visibility.Level.allCases.map(\.rawValue), orColumn: "visibility-column")
    case "verified": verification = try entry.value({ try? Verification.Method($0) }, ["email-code", "badge"])
    case "cohort-column", "cohort_column":
      overrides.append(FieldOverride(.cohort, from: try entry.header(), at: entry.place))
    case "visibility-column", "visibility_column":
      overrides.append(FieldOverride(.visibility, from: try entry.header(), at: entry.place))
    default:
      guard let field = SheetField(named: entry.key) else {
        throw entry.refusal("there is no key \"\(entry.key.prefix(40))\"", hint: "keys: \(MappingFile.keys)")
      }
      overrides.append(FieldOverride(field, from: try entry.header(), at: entry.place))
    }
  }

  private static let keys =
    (SheetField.allCases.filter { $0 != .cohort && $0 != .visibility }.map(\.rawValue) + [
      "cohort-column", "visibility-column", "from", "delimiter", "encoding", "time-zone", "columns", "keep",
      "partner", "channel", "cohort", "visibility", "verified",
    ]).joined(separator: ", ")
}
