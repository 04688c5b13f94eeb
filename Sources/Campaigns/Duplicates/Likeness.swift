/// Why two signatures may be one person's. It is never more than a reason to look.
public struct Likeness: Hashable, Sendable {
  /// How near the names are.
  public let name: Names
  /// Whether both name the same place.
  public let sharesPlace: Bool
  /// Whether both name the same employer or team.
  public let sharesWork: Bool
  /// How near the addresses are; nil where they are not.
  public let address: Addresses?

  /// How near two names are.
  public enum Names: Hashable, Sendable {
    /// Written the same but for case and spaces.
    case same
    /// The same in plain Latin letters: Müller and Mueller, Ирина and Irina.
    case otherWriting
    /// The same words in another order.
    case swapped
    /// So many slips of the hand apart.
    case slips(Int)
  }

  /// How near two addresses are.
  public enum Addresses: Hashable, Sendable {
    /// The same one.
    case same
    /// One letter apart at the same provider, or the same before the @.
    case near
  }

  /// The likeness of two signers; nil where nothing suggests that they are one person.
  ///
  /// The same name needs the same place, the same work or a near address beside it. Slips in a name need the same
  /// place or the same address. A name alone is never enough.
  public init?(_ one: SignerTraits, _ other: SignerTraits) {
    guard !one.name.isEmpty, !other.name.isEmpty else { return nil }
    sharesPlace = one.place != 0 && one.place == other.place
    sharesWork = one.work != 0 && one.work == other.work
    if one.words == other.words {
      address = Likeness.addresses(one, other)
      guard sharesPlace || sharesWork || address != nil else { return nil }
      name = one.writing == other.writing ? .same : one.name == other.name ? .otherWriting : .swapped
      return
    }
    let hasSameAddress = one.domain != 0 && one.domain == other.domain && one.local == other.local
    guard sharesPlace || hasSameAddress, let slips = Likeness.slips(one.name, other.name) else { return nil }
    name = .slips(slips)
    address = Likeness.addresses(one, other)
  }

  /// How much suggests that both are one person: for sorting.
  public var strength: Int {
    let ofName =
      switch name {
      case .same: 6
      case .otherWriting, .swapped: 5
      case .slips(let count): count == 1 ? 3 : 2
      }
    let ofAddress =
      switch address {
      case .same: 5
      case .near: 4
      case nil: 0
      }
    return ofName + ofAddress + (sharesPlace ? 1 : 0) + (sharesWork ? 2 : 0)
  }

  /// How many slips of the hand lie between two names; nil where they are too many for their length, or where digits
  /// differ: local 12 and local 13 are two.
  private static func slips(_ one: String, _ other: String) -> Int? {
    let length = min(one.utf8.count, other.utf8.count)
    let allowed = length < 6 ? 0 : length < 11 ? 1 : 2
    guard allowed > 0, let slips = EditDistance.between(one, other, atMost: allowed) else { return nil }
    return digits(one) == digits(other) ? slips : nil
  }

  private static func digits(_ text: String) -> [UInt8] {
    text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func addresses(_ one: SignerTraits, _ other: SignerTraits) -> Addresses? {
    guard one.domain != 0, other.domain != 0 else { return nil }
    if one.local == other.local {
      if one.domain == other.domain { return .same }
      return one.local.utf8.count >= shortestTelling ? .near : nil
    }
    guard one.domain == other.domain, min(one.local.utf8.count, other.local.utf8.count) >= shortestTelling,
      EditDistance.between(one.local, other.local, atMost: 1) != nil, digits(one.local) == digits(other.local)
    else { return nil }
    return .near
  }
}

/// Below this many letters an address tells nothing by being near another.
let shortestTelling = 5
