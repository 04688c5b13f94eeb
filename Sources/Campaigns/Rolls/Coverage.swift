/// How many of a workplace have signed a petition, group by group: for organizers only, since a small group tells on
/// the people in it.
///
/// Rules:
/// - One person on the roster counts once, with the day of the first of their signatures.
/// - Groups are those of the roster; what differs in case and spaces only is one group, written as most have it.
/// - The lowest share comes first. Without a roster there are no shares: the fewest come first.
/// - A share is rounded down: nobody is told that all have signed while somebody is missing.
public struct Coverage: Sendable {
  /// By what the people are grouped.
  public let grouping: Grouping
  /// The groups, gaps first.
  public let groups: [Group]
  /// All groups together.
  public let total: Group
  /// How many signatures are of nobody on the roster.
  public let unmatched: Int
  /// How many signatures have a name that the roster has, and are of nobody who could be told for sure.
  public let ambiguous: Int
  /// Whether there is a roster to hold the signatures against.
  public let hasRoster: Bool

  /// By what people are grouped.
  public enum Grouping: String, Hashable, Sendable, CaseIterable {
    case team, site, shift, cohort, title
  }

  /// Some people of one workplace.
  public struct Group: Hashable, Sendable {
    /// What they share; nil where the list does not say it of them.
    public let name: String?
    /// How many they are; nil without a roster.
    public let headcount: Int?
    /// How many of them have signed.
    public let signed: Int
    /// How many of those signed on the day that was asked for or later; nil where none was.
    public let since: Int?

    /// How many in a hundred have signed, rounded down; nil where that cannot be known.
    public var percent: Int? { headcount.flatMap { $0 > 0 ? signed * 100 / $0 : nil } }

    /// How many have to sign yet until more than half have; 0 where they have, nil where that cannot be known.
    public var missingToMajority: Int? { headcount.map { max(0, $0 / 2 + 1 - signed) } }
  }

  /// A signature as coverage looks at it.
  public struct Signer: Sendable {
    /// Whose it is.
    public let person: RosterMatching.Person
    /// The day of signing.
    public let signedOn: CalendarDate
    /// What the signature itself says in the place of each grouping; needed where there is no roster.
    public let group: String?

    /// A signature of this person.
    public init(_ person: RosterMatching.Person, signedOn: CalendarDate, group: String? = nil) {
      self.person = person
      self.signedOn = signedOn
      self.group = group
    }
  }

  /// The coverage of a roster.
  /// - Parameter people: the same entries at the same places, by what is compared.
  /// - Parameter day: from when on growth is counted; nil where it is not.
  /// - Parameter fold: brings texts that are equal but for their writing into one form.
  public init(
    of entries: [RosterEntry], _ people: [RosterMatching.Person], signedBy signers: [Signer], by grouping: Grouping,
    since day: CalendarDate?, folding fold: (String) -> String
  ) {
    self.grouping = grouping
    hasRoster = true
    let matching = RosterMatching(of: signers.map(\.person), with: people)
    var days = [CalendarDate?](repeating: nil, count: entries.count)
    var (unmatched, ambiguous) = (0, 0)
    for (signer, match) in zip(signers, matching.matches) {
      switch match {
      case .entry(let place): days[place] = min(days[place] ?? signer.signedOn, signer.signedOn)
      case .ambiguous: ambiguous += 1
      case .none: unmatched += 1
      }
    }
    (self.unmatched, self.ambiguous) = (unmatched, ambiguous)
    var counts = Counts()
    for (entry, signedOn) in zip(entries, days) {
      counts.add(Coverage.text(of: entry, grouping), signedOn: signedOn, since: day, fold)
    }
    groups = counts.groups(countingSince: day != nil, hasRoster: true)
    total = counts.total(countingSince: day != nil, hasRoster: true)
  }

  /// What can be told without a roster: who has signed, by what the signatures say themselves.
  public init(
    signedBy signers: [Signer], by grouping: Grouping, since day: CalendarDate?, folding fold: (String) -> String
  ) {
    self.grouping = grouping
    hasRoster = false
    (unmatched, ambiguous) = (0, 0)
    var counts = Counts()
    for signer in signers { counts.add(signer.group, signedOn: signer.signedOn, since: day, fold) }
    groups = counts.groups(countingSince: day != nil, hasRoster: false)
    total = counts.total(countingSince: day != nil, hasRoster: false)
  }

  private static func text(of entry: RosterEntry, _ grouping: Grouping) -> String? {
    switch grouping {
    case .team: entry.team
    case .site: entry.site
    case .shift: entry.shift
    case .cohort: entry.cohort.rawValue
    case .title: entry.jobTitle
    }
  }
}

/// People counted by what they share.
private struct Counts {
  private struct Count {
    var people = 0
    var signed = 0
    var since = 0
    /// How often each writing of the name is there.
    var writings: [String: Int] = [:]

    mutating func add(_ text: String?, _ signedOn: CalendarDate?, since day: CalendarDate?) {
      people += 1
      if let text { writings[text, default: 0] += 1 }
      guard let signedOn else { return }
      signed += 1
      if let day, signedOn >= day { since += 1 }
    }

    var name: String? { writings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  }

  /// By the folded name; an empty one stands for those of whom nothing is said.
  private var counts: [String: Count] = [:]
  /// Texts that were folded before: there are few of them, and many people.
  private var folded: [String: String] = [:]

  mutating func add(
    _ text: String?, signedOn: CalendarDate?, since day: CalendarDate?, _ fold: (String) -> String
  ) {
    var key = ""
    if let text {
      if let known = folded[text] {
        key = known
      } else {
        key = fold(text)
        folded[text] = key
      }
    }
    counts[key, default: Count()].add(text, signedOn, since: day)
  }

  func groups(countingSince: Bool, hasRoster: Bool) -> [Coverage.Group] {
    let groups = counts.values.map { count in
      Coverage.Group(
        name: count.name, headcount: hasRoster ? count.people : nil, signed: count.signed,
        since: countingSince ? count.since : nil)
    }
    return groups.sorted { left, right in
      // Shares are compared as fractions, which are exact.
      let (first, second) =
        hasRoster
        ? (left.signed * (right.headcount ?? 0), right.signed * (left.headcount ?? 0)) : (left.signed, right.signed)
      if first != second { return first < second }
      if left.headcount != right.headcount { return left.headcount ?? 0 > right.headcount ?? 0 }
      return left.name ?? "\u{10FFFF}" < right.name ?? "\u{10FFFF}"
    }
  }

  func total(countingSince: Bool, hasRoster: Bool) -> Coverage.Group {
    func sum(_ part: (Count) -> Int) -> Int { counts.values.reduce(0) { $0 + part($1) } }
    return Coverage.Group(
      name: nil, headcount: hasRoster ? sum(\.people) : nil, signed: sum(\.signed),
      since: countingSince ? sum(\.since) : nil)
  }
}
