extension Visibility {
  /// Some of the fields that a signer can hide.
  public struct Fields: Hashable, Sendable, SetAlgebra, Sequence {
    // One bit each: millions of signatures carry such a set, most of them an empty one.
    private var bits: UInt8

    private init(bits: UInt8) { self.bits = bits }

    /// No fields.
    public init() { bits = 0 }

    /// Whether the field is one of them.
    public func contains(_ field: Field) -> Bool { bits & field.bit != 0 }

    /// Whether there is none.
    public var isEmpty: Bool { bits == 0 }

    /// The fields, in the order of `Field.allCases`.
    public func makeIterator() -> IndexingIterator<[Field]> { Field.allCases.filter(contains).makeIterator() }

    /// Adds a field.
    @discardableResult
    public mutating func insert(_ field: Field) -> (inserted: Bool, memberAfterInsert: Field) {
      defer { bits |= field.bit }
      return (!contains(field), field)
    }

    /// Adds a field.
    @discardableResult
    public mutating func update(with field: Field) -> Field? { insert(field).inserted ? nil : field }

    /// Takes a field out.
    @discardableResult
    public mutating func remove(_ field: Field) -> Field? {
      defer { bits &= ~field.bit }
      return contains(field) ? field : nil
    }

    /// The fields of either.
    public func union(_ other: Fields) -> Fields { Fields(bits: bits | other.bits) }

    /// The fields of both.
    public func intersection(_ other: Fields) -> Fields { Fields(bits: bits & other.bits) }

    /// The fields of one and not of the other.
    public func symmetricDifference(_ other: Fields) -> Fields { Fields(bits: bits ^ other.bits) }

    /// Adds the fields of the other.
    public mutating func formUnion(_ other: Fields) { bits |= other.bits }

    /// Leaves only the fields of both.
    public mutating func formIntersection(_ other: Fields) { bits &= other.bits }

    /// Leaves the fields of one and not of the other.
    public mutating func formSymmetricDifference(_ other: Fields) { bits ^= other.bits }
  }
}

extension Visibility.Field {
  fileprivate var bit: UInt8 {
    switch self {
    case .jobTitle: 1
    case .team: 2
    case .affiliation: 4
    case .location: 8
    case .day: 16
    }
  }
}
