import Campaigns
import Foundation

/// Slugs that are proposed for names, each once.
struct ProposedSlugs {
  private var taken: Set<Slug>

  init(besides taken: [Slug]) {
    self.taken = Set(taken)
  }

  /// A slug for the name, with a number behind it where it is taken; nil where none can be made.
  mutating func next(for name: String) -> Slug? {
    // A letter is kept without the marks above and below it.
    let letters = name.decomposedStringWithCanonicalMapping.unicodeScalars.filter { scalar in
      scalar.properties.canonicalCombiningClass == .notReordered
    }
    let proposal = Slug.proposal(for: String(String.UnicodeScalarView(letters)))
    let base = proposal.isEmpty ? "target" : proposal
    for number in 1...100_000 {
      let end = number == 1 ? "" : "-\(number)"
      var stem = base.prefix(64 - end.count)
      while stem.last == "-" { stem.removeLast() }
      if let slug = try? Slug(stem + end), taken.insert(slug).inserted { return slug }
    }
    return nil
  }
}
