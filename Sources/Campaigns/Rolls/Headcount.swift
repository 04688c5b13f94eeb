/// How many colleagues who have not signed fit a description: the people behind whom the signers of a line can stand.
///
/// Rules:
/// - Texts are compared in one folded form.
/// - A cohort that is not on the roster is not judged. Of a cohort that is, a field that no entry has is not compared;
///   a value that nobody has is that of nobody.
/// - Whoever may have signed is no cover.
/// - Whoever fits a finer description that is shown is no cover for a coarser one: a signer like them would stand under
///   the finer one. Where the roster lacks a field of the finer one, it does not know who fits.
public struct Headcount: Sendable {
  /// What a description says of somebody, and what the roster says of a colleague; a field that is nil fits all.
  private struct Pattern: Hashable {
    var cohort: Cohort
    var jobTitle: String?
    var team: String?
    var site: String?
  }

  /// Colleagues who are alike and have not signed, and how many they are.
  private var colleagues: [Pattern: Int] = [:]
  /// Which fields the roster has of each cohort that is on it, with a text in each that it has.
  private var known: [Cohort: Pattern] = [:]
  private let fold: @Sendable (String) -> String

  /// The headcount of an empty roster.
  /// - Parameter fold: brings texts that are equal but for their writing into one form.
  public init(folding fold: @escaping @Sendable (String) -> String) {
    self.fold = fold
  }

  /// Takes in a colleague.
  public mutating func add(_ entry: RosterEntry, mayHaveSigned: Bool) {
    let colleague = Pattern(
      cohort: entry.cohort, jobTitle: entry.jobTitle.map(fold), team: entry.team.map(fold),
      site: entry.site.map(fold))
    let fields = known[entry.cohort]
    known[entry.cohort] = Pattern(
      cohort: entry.cohort, jobTitle: fields?.jobTitle ?? colleague.jobTitle, team: fields?.team ?? colleague.team,
      site: fields?.site ?? colleague.site)
    if !mayHaveSigned { colleagues[colleague, default: 0] += 1 }
  }

  /// Leaves out the colleagues who fit one of these groups, as far as the roster has all that their descriptions say.
  mutating func leaveOut(fitting groups: some Sequence<Publication.Group>) {
    let patterns = Set(groups.filter(isKnown).compactMap(pattern))
    guard !patterns.isEmpty else { return }
    colleagues = colleagues.filter { colleague, _ in
      !Headcount.patterns(fitting: colleague).contains(where: patterns.contains)
    }
  }

  /// Those of the groups that at least `PublicRoll.k` colleagues fit, and those that the roster says nothing of.
  func covered(_ groups: some Sequence<Publication.Group>) -> Set<Publication.Group> {
    let patterns = groups.map { (group: $0, pattern: pattern(of: $0)) }
    var counts = Dictionary(patterns.compactMap { $0.pattern.map { ($0, 0) } }) { first, _ in first }
    for (colleague, count) in colleagues {
      for pattern in Headcount.patterns(fitting: colleague) where counts[pattern] != nil {
        counts[pattern, default: 0] += count
      }
    }
    return Set(patterns.filter { $0.pattern.map { counts[$0] ?? 0 >= PublicRoll.k } ?? true }.map(\.group))
  }

  /// What the group's description says that the roster can be asked for; nil where it cannot be asked for anything.
  private func pattern(of group: Publication.Group) -> Pattern? {
    guard let fields = known[group.cohort] else { return nil }
    var pattern = Pattern(cohort: group.cohort)
    switch group.description {
    case .work(let jobTitle, let affiliation):
      if fields.jobTitle != nil { pattern.jobTitle = jobTitle.map(fold) }
      if fields.team != nil { pattern.team = affiliation.map(fold) }
    case .team(let team):
      if fields.team != nil { pattern.team = fold(team) }
    case .site(let site):
      if fields.site != nil { pattern.site = fold(site) }
    case .cohort: break
    case .counted: return nil
    }
    return pattern
  }

  /// Whether the roster has every field that the group's description says something of.
  private func isKnown(_ group: Publication.Group) -> Bool {
    guard let fields = known[group.cohort] else { return false }
    switch group.description {
    case .work(let jobTitle, let affiliation):
      return (jobTitle == nil || fields.jobTitle != nil) && (affiliation == nil || fields.team != nil)
    case .team: return fields.team != nil
    case .site: return fields.site != nil
    case .cohort, .counted: return true
    }
  }

  /// Every pattern of a rung of the ladder that the colleague fits.
  private static func patterns(fitting colleague: Pattern) -> Set<Pattern> {
    let cohort = colleague.cohort
    return [
      Pattern(cohort: cohort, jobTitle: colleague.jobTitle, team: colleague.team),
      Pattern(cohort: cohort, jobTitle: colleague.jobTitle), Pattern(cohort: cohort, team: colleague.team),
      Pattern(cohort: cohort, site: colleague.site), Pattern(cohort: cohort),
    ]
  }
}
