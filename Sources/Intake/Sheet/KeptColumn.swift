import Campaigns

/// What `--keep Header` says: keep the answers in the column of that header, sealed, although it is no field.
public struct KeptColumn: Hashable, Sendable {
  /// The column's header as the user wrote it.
  public let header: String
  /// Where a file says so; nil for an option.
  public let place: SourcePlace?

  /// The column of this header.
  public init(_ header: String, at place: SourcePlace? = nil) {
    self.header = header
    self.place = place
  }
}
