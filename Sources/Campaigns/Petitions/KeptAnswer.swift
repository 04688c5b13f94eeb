/// An answer that is none of a signatory's fields, kept because the organizers asked for its column. Always sealed.
public struct KeptAnswer: Hashable, Sendable {
  /// The header of its column.
  public var column: String
  /// What the signer answered.
  public var text: String

  /// An answer under this header.
  public init(column: String, text: String) {
    self.column = column
    self.text = text
  }
}
