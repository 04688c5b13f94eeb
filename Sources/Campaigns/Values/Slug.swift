/// The name of a campaign, a target or a petition in commands and addresses: unique among its kind in a database.
///
/// 1 to 64 lower-case letters a to z, digits and single hyphens, beginning and ending with a letter or digit.
public struct Slug: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The slug as it is written.
  public let description: String

  /// The slug written like this.
  /// - Throws: `invalidValue` where the text is not a slug; the hint proposes one.
  public init(_ text: String) throws {
    guard Slug.isWellFormed(text) else {
      let proposal = Slug.proposal(for: text)
      throw Refusal(
        .invalidValue, "\"\(text.prefix(80))\" is no slug",
        hint: "use a to z, digits and hyphens, at most 64"
          + (proposal.isEmpty ? "" : ", for example \(proposal)"))
    }
    self.description = text
  }

  /// Whether the left slug sorts first.
  public static func < (left: Slug, right: Slug) -> Bool {
    left.description < right.description
  }

  /// Those of the slugs that a person who typed `text` may have meant, nearest first, at most three.
  public static func near(_ text: String, among slugs: some Sequence<Slug>) -> [Slug] {
    let typed = Array(text.lowercased())
    let ranked = slugs.compactMap { slug -> (distance: Int, slug: Slug)? in
      let distance = editDistance(typed, Array(slug.description))
      let holds = typed.count >= 3 && slug.description.contains(text.lowercased())
      guard holds || distance <= max(2, typed.count / 3) else { return nil }
      return (holds ? min(distance, 1) : distance, slug)
    }
    return ranked.sorted { ($0.distance, $0.slug) < ($1.distance, $1.slug) }.prefix(3).map(\.slug)
  }

  private static func isWellFormed(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (1...64).contains(bytes.count), bytes.first != hyphen, bytes.last != hyphen else { return false }
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      case hyphen where bytes[place - 1] != hyphen: continue
      default: return false
      }
    }
    return true
  }

  /// The slug that a text suggests; empty where it has neither letters a to z nor digits.
  public static func proposal(for text: String) -> String {
    let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    var proposal = words.joined(separator: "-").prefix(64)
    while proposal.last == "-" { proposal.removeLast() }
    return String(proposal)
  }

  /// The fewest insertions, deletions, replacements and swaps of neighbours that turn one into the other.
  private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
        var best = min(substitution, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}

private let hyphen = UInt8(ascii: "-")
