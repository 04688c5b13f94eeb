/// The identifier of a `Subject`: the day it was entered and 47 random bits, nothing finer.
///
/// A finer time could be matched with a server's log, and a counter would show who came first.
/// Written as 13 characters of Crockford's base 32 (no i, l, o, u), so that it can be read out and typed.
public struct Identifier<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Day, group and random bits in a positive number: 16 bits of days since 1970, 16 of group, 31 of chance.
  public let rawValue: Int64

  /// The identifier that a repository stored under this number.
  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// A new identifier for what is entered on the day.
  public init(on day: CalendarDate) {
    var generator = SystemRandomNumberGenerator()
    self.init(rawValue: Self.base(of: day) | Int64.random(in: 0..<(1 << 47), using: &generator))
  }

  /// The day on which what it names was entered.
  public var day: CalendarDate { CalendarDate(daysSinceEpoch: Int(rawValue >> 47)) }

  /// The identifier that a person typed; nil where it is not one. Upper case, hyphens and the letters
  /// that look like digits are forgiven.
  public init?(_ text: some StringProtocol) {
    var value: UInt64 = 0
    var digits = 0
    for byte in text.utf8 where byte != UInt8(ascii: "-") {
      guard let digit = Self.value(ofDigit: byte), digits < 13, value >> 59 == 0 else { return nil }
      value = value << 5 | digit
      digits += 1
    }
    guard digits == 13, value >> 63 == 0 else { return nil }
    self.init(rawValue: Int64(value))
  }

  /// The 13 characters.
  public var description: String {
    var characters = [UInt8](repeating: 0, count: 13)
    var rest = UInt64(bitPattern: rawValue)
    for place in stride(from: 12, through: 0, by: -1) {
      characters[place] = identifierAlphabet[Int(rest & 31)]
      rest >>= 5
    }
    return String(decoding: characters, as: UTF8.self)
  }

  /// Whether the left identifier sorts first; within a day the order is chance.
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }

  private static func base(of day: CalendarDate) -> Int64 {
    Int64(day.daysSinceEpoch & 0xFFFF) << 47
  }

  private static func value(ofDigit byte: UInt8) -> UInt64? {
    let lower = byte | (byte >= 65 && byte <= 90 ? 32 : 0)
    switch lower {
    case UInt8(ascii: "o"): return 0
    case UInt8(ascii: "i"), UInt8(ascii: "l"): return 1
    default: return identifierAlphabet.firstIndex(of: lower).map(UInt64.init)
    }
  }
}

private let identifierAlphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

extension Identifier {
  /// All identifiers of one day and group, in order; a batch takes its identifiers from one such range.
  ///
  /// Groups let a large import insert its batches in ascending order although each batch is shuffled.
  public static func range(on day: CalendarDate, group: UInt16) -> ClosedRange<Self> {
    let low = base(of: day) | Int64(group) << 31
    return Self(rawValue: low)...Self(rawValue: low | (1 << 31 - 1))
  }

  /// The given number of new identifiers from one range, ascending and none of them in `taken`.
  ///
  /// Give them to the members of a batch in shuffled order and insert in ascending order:
  /// then the rows say nothing about who came first. `taken` holds what the range has already.
  public static func batch(of count: Int, in range: ClosedRange<Self>, besides taken: Set<Self>) -> [Self] {
    var generator = BulkRandom()
    var drawn: [Int64] = []
    drawn.reserveCapacity(count)
    while drawn.count < count {
      for _ in drawn.count..<count {
        drawn.append(Int64.random(in: range.lowerBound.rawValue...range.upperBound.rawValue, using: &generator))
      }
      drawn.sort()
      var previous: Int64?
      drawn.removeAll { value in
        defer { previous = value }
        return value == previous || taken.contains(Self(rawValue: value))
      }
    }
    return drawn.map(Self.init(rawValue:))
  }
}
