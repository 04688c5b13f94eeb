import Campaigns
import Foundation

/// What a user says about a sheet beyond what stands in it.
public struct SheetOptions: Sendable {
  /// The character between cells; nil where it is to be found.
  public var delimiter: Delimiter?
  /// The encoding; nil where it is to be found. Windows-1252 is never found, only taken by name.
  public var encoding: SheetEncoding?
  /// Fields whose columns the user named.
  public var overrides: [FieldOverride]
  /// The source that the user says the sheet is of; nil where it is to be found.
  public var format: SourceFormat?
  /// Columns whose answers are kept besides the fields.
  public var kept: [KeptColumn]
  /// The names of the columns of a sheet without a header: fields, or anything else for columns to drop.
  public var columns: [String]?
  /// The zone of times that are written without one, and in which every time becomes a day; nil where the user did
  /// not say: then UTC.
  public var timeZone: TimeZone?
  /// Whether a row may have no address although the sheet has a column of them, as rows on paper may.
  public var addressesMayBeEmpty = false
  /// The day on which the sheet is read; a day after the next one is refused.
  public var today: CalendarDate

  /// Options with these values.
  public init(
    delimiter: Delimiter? = nil, encoding: SheetEncoding? = nil, overrides: [FieldOverride] = [],
    columns: [String]? = nil, timeZone: TimeZone? = nil, today: CalendarDate = .today, format: SourceFormat? = nil,
    kept: [KeptColumn] = []
  ) {
    self.delimiter = delimiter
    self.encoding = encoding
    self.overrides = overrides
    self.format = format
    self.kept = kept
    self.columns = columns
    self.timeZone = timeZone
    self.today = today
  }

  /// The column names that an option lists with commas.
  public static func columns(_ option: String) -> [String] {
    option.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingWhitespace() }
  }
}
