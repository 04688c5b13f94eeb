/// How much of a signature the signer lets the public see. Nothing is ever shown beyond it.
public struct Visibility: Hashable, Sendable {
  /// What the public sees at most.
  public var level: Level
  /// The fields that the public never sees, whatever the level.
  public var hidden: Fields
  /// Until so many are verified and the organizers have confirmed it, the signer is counted; nil for no such number.
  public var revealAt: Int?

  /// A visibility of this level with these fields hidden.
  public init(_ level: Level, hiding hidden: Fields = [], revealAt: Int? = nil) {
    self.level = level
    self.hidden = hidden
    self.revealAt = revealAt
  }

  /// A number of verified signatures as a signer can wait for it.
  /// - Throws: `invalidValue` where it is below one, or above what can ever be.
  public static func threshold(_ count: Int?) throws -> Int? {
    guard let count else { return nil }
    guard (1...1_000_000_000).contains(count) else {
      throw Refusal(.invalidValue, "a signer can wait for 1 to 1,000,000,000 verified signatures, not for \(count)")
    }
    return count
  }

  /// From the most open to the strictest.
  public enum Level: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The name stands in the public list.
    case named
    /// A description without a name, where enough others share it: "senior engineer".
    case role
    /// No line: only part of the number.
    case counted

    /// The level that a person or a sheet names, in any case; nil where there is none such.
    public init?(named text: some StringProtocol) {
      switch text.lowercased() {
      case "named", "name", "public": self = .named
      case "role", "role-only", "role only", "anonymous": self = .role
      case "counted", "count", "count only", "counted only", "private": self = .counted
      default: return nil
      }
    }

    /// Whether the left level shows more.
    public static func < (left: Level, right: Level) -> Bool {
      left.strictness < right.strictness
    }

    private var strictness: Int { Level.allCases.firstIndex(of: self) ?? 0 }
  }

  /// What a signer can hide one by one.
  public enum Field: String, Hashable, Sendable, CaseIterable, Comparable {
    /// What the person does.
    case jobTitle = "job_title"
    /// The team within the target.
    case team
    /// The employer, school or organization.
    case affiliation
    /// The site or city.
    case location
    /// The day of signing.
    case day

    /// The field that a person names; hyphens, spaces and case do not matter, and "employer" is the affiliation.
    public init?(named text: some StringProtocol) {
      switch text.lowercased().filter({ $0.isLetter }) {
      case "jobtitle", "title", "job": self = .jobTitle
      case "team", "department": self = .team
      case "affiliation", "employer", "organization": self = .affiliation
      case "location", "site", "city": self = .location
      case "day", "date", "signedon": self = .day
      default: return nil
      }
    }

    /// The order in which reports list the fields.
    public static func < (left: Field, right: Field) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The stricter choice of both, field by field: what stands when a person signs twice.
  public func stricter(with other: Visibility) -> Visibility {
    Visibility(
      max(level, other.level), hiding: hidden.union(other.hidden),
      revealAt: [revealAt, other.revealAt].compactMap { $0 }.max())
  }
}
