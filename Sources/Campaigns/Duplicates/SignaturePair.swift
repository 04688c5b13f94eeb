/// Two signatures, whichever was named first.
public struct SignaturePair: Hashable, Sendable {
  /// The one with the lesser identifier.
  public let one: Identifier<Signature>
  /// The one with the greater identifier.
  public let other: Identifier<Signature>

  /// The pair of two signatures; nil where both are the same one.
  public init?(_ one: Identifier<Signature>, _ other: Identifier<Signature>) {
    guard one != other else { return nil }
    self.one = min(one, other)
    self.other = max(one, other)
  }
}
