/// The gate: what the public may see of a petition's verified signatures, and nothing beyond it.
///
/// Rules, in the order in which they bind:
/// - Only verified signatures are in the roll; a held one is not.
/// - Until the organizers confirm a reveal, which the petition's threshold can forbid, everybody is counted.
/// - A signer who waits for more verified signatures than the confirmed reveal had is counted.
/// - A named signer has a line with what they do not hide.
/// - A role-only signer has a line without a name and without a day, if at least `k` role-only signers share what it
///   shows: job title and team, else the team, else the site, else the cohort. Else the signer is counted.
/// - Where there is a roster, `k` colleagues who have not signed have to fit the description as well; see `Headcount`.
///   What was shown before stays as it is, whatever the roster says by now: only newcomers are held against it.
/// - A counted signer has no line.
/// - Against the publication before, the number of each group without names either shrinks, stays, or grows by at
///   least `k` newcomers; nobody moves between groups. Those who came since and are fewer are in no number until then.
/// - Only where a publication showed fewer than `k` signers without names of a cohort may these find a description later.
/// - A cohort with fewer than `k` signers without names is told for those with names only, or together with others.
public struct PublicRoll: Sendable {
  /// How many must share a description before it is shown.
  public static let k = 5

  /// The lines, in no particular order.
  public private(set) var lines: [ListLine] = []
  /// Whose each line is, at the same places. Which of a group without names has which of its lines is chance.
  public private(set) var signers: [Identifier<Signature>] = []
  /// Who is counted without a line.
  public private(set) var countedSigners: [Identifier<Signature>] = []
  /// How many are counted without a line.
  public var counted: Int { countedSigners.count }
  /// How many verified signers are in no number yet, since their group has grown by too few.
  public private(set) var heldBack = 0
  /// What this roll shows of each group without names, for the next roll to be held against.
  public private(set) var publication = Publication()
  /// How many of each cohort are shown or counted; cohorts of fewer than `k` stand together.
  public private(set) var cohorts: [CohortCount] = []

  /// The number that the roll publishes: lines and counted signers together.
  public var total: Int { lines.count + counted }

  /// A number of signers of one cohort, or of several that are too small to stand alone.
  public struct CohortCount: Hashable, Sendable {
    /// The cohorts that the number is of; none where it must not be told.
    public let cohorts: [Cohort]
    /// The number.
    public let count: Int

    /// A number of signers of these cohorts.
    public init(cohorts: [Cohort], count: Int) {
      self.cohorts = cohorts
      self.count = count
    }
  }

  /// The roll of the verified signatures collected so far.
  /// - Parameter isRevealed: whether anybody may be shown; see `Petition.isRevealed`.
  /// - Parameter previous: what the publication before showed; nil where nothing was published.
  /// - Parameter headcount: the colleagues who have not signed; nil without a roster.
  public init(
    of collector: Collector, isRevealed: Bool, since previous: Publication?, headcount: Headcount? = nil
  ) {
    var named: [Cohort: Int] = [:]
    var waiting = collector.nameless
    if !isRevealed {
      waiting = collector.everyone.map { Member(role: nil, cohort: $0.cohort, signer: $0.signer) }
    } else {
      lines = collector.named
      signers = collector.namedSigners
      // Whoever sorts the lines leaves those alike to the eye as they stand: that must not be who came first.
      for place in lines.indices.dropFirst().reversed() {
        let other = Int.random(in: 0...place)
        guard other != place else { continue }
        lines.swapAt(place, other)
        signers.swapAt(place, other)
      }
      for line in lines { named[line.cohort, default: 0] += 1 }
    }
    // Which of equal signers has which line must say nothing of who came first.
    waiting.shuffle()
    if let previous {
      let (groups, left) = PublicRoll.keeping(previous, waiting, headcount)
      for (group, members) in groups { show(group, members) }
      heldBack = left
    } else {
      for (group, members) in PublicRoll.groups(of: waiting, headcount) { show(group, members) }
    }
    cohorts = PublicRoll.parts(named: named, nameless: publication)
  }

  /// One signer without a name, and how finely the signer may be described; no role where the signer is counted.
  fileprivate struct Member: Sendable {
    var role: Collector.Role?
    var cohort: Cohort
    var signer: Identifier<Signature>

    /// The groups that the signer may stand in, the finest first.
    var groups: [Publication.Group] {
      let described = role.map { role in PublicRoll.ladder.compactMap { $0(role) } } ?? []
      return (described + [.counted]).map { Publication.Group(cohort, $0) }
    }
  }

  private mutating func show(_ group: Publication.Group, _ members: [Member]) {
    publication.shown[group, default: 0] += members.count
    let signers = members.map(\.signer)
    if let line = group.line {
      lines.append(contentsOf: repeatElement(line, count: members.count))
      self.signers.append(contentsOf: signers)
    } else {
      countedSigners.append(contentsOf: signers)
    }
  }

  /// Puts every signer into the finest group that at least `k` of them share; the rest are counted.
  ///
  /// Who has found a group does not count for a coarser one: the difference of the two would describe the rest.
  /// - Parameter headcount: the colleagues who have not signed, `k` of whom have to fit a group's description.
  /// - Parameter shown: groups that stand already: their colleagues are no cover for coarser ones either.
  private static func groups(
    of members: [Member], _ headcount: Headcount?, beside shown: [Publication.Group] = []
  ) -> [Publication.Group: [Member]] {
    var groups: [Publication.Group: [Member]] = [:]
    var waiting = members
    var cover = headcount
    for rung in ladder.indices {
      var candidates = Dictionary(grouping: waiting.filter { $0.role.flatMap(ladder[rung]) != nil }) { member in
        Publication.Group(member.cohort, member.role.flatMap(ladder[rung]) ?? .counted)
      }.filter { $0.value.count >= k }
      if let covered = cover?.covered(candidates.keys) {
        candidates = candidates.filter { covered.contains($0.key) }
        cover?.leaveOut(fitting: candidates.keys + shown.filter { $0.description.rung == rung })
      }
      groups.merge(candidates, uniquingKeysWith: +)
      waiting = waiting.filter { member in
        guard let description = member.role.flatMap(ladder[rung]) else { return true }
        return candidates[Publication.Group(member.cohort, description)] == nil
      }
    }
    for member in waiting { groups[Publication.Group(member.cohort, .counted), default: []].append(member) }
    return groups
  }

  /// Shows what stood before as far as it still does, and of the newcomers those who are enough to stand together.
  ///
  /// Nobody moves from one group to another: a group that others leave and one that they enter would tell on whoever
  /// came with them. So each group keeps its number while enough signers fit it, and grows by at least `k`.
  /// - Returns: who stands in which group, and how many are in no number yet.
  private static func keeping(
    _ previous: Publication, _ members: [Member], _ headcount: Headcount?
  ) -> (groups: [(Publication.Group, [Member])], heldBack: Int) {
    var kept: [Publication.Group: [Member]] = [:]
    var rest: [Member] = []
    // Fewer than k of a cohort were no crowd: they may find a description together with those who came since.
    let crowds = Dictionary(grouping: previous.shown, by: \.key.cohort).mapValues { $0.reduce(0) { $0 + $1.value } }
    let fresh = members.filter { (crowds[$0.cohort] ?? 0) < k }
    let members = members.filter { (crowds[$0.cohort] ?? 0) >= k }
    var room = previous.shown
    // Whoever has the fewest groups to choose from chooses first: the counted, who have one.
    let choices = members.map { (member: $0, groups: $0.groups) }.sorted { $0.groups.count < $1.groups.count }
    for (member, groups) in choices {
      if let group = groups.first(where: { (room[$0] ?? 0) > 0 }) {
        room[group, default: 0] -= 1
        kept[group, default: []].append(member)
      } else {
        rest.append(member)
      }
    }
    var shown: [(Publication.Group, [Member])] = []
    for (group, members) in kept {
      if members.count >= k || group.description == .counted {
        shown.append((group, members))
      } else {
        rest += members
      }
    }
    let before = shown.map(\.0)
    var heldBack = 0
    for (group, members) in groups(of: fresh, headcount, beside: before) {
      let before = previous.shown[group] ?? 0
      let count = members.count > before && members.count < before + k ? before : members.count
      heldBack += members.count - count
      if count > 0 { shown.append((group, Array(members.prefix(count)))) }
    }
    for (group, newcomers) in groups(of: rest, headcount, beside: before) {
      // Who may have a line waits for enough others rather than being counted for good. Where there are enough, it is
      // the roster that leaves them no description.
      let isWaiting = group.description == .counted && newcomers.count { $0.role != nil } < k
      let ready = isWaiting ? newcomers.filter { $0.role == nil } : newcomers
      heldBack += newcomers.count - (ready.count >= k ? ready.count : 0)
      if ready.count >= k { shown.append((group, ready)) }
    }
    return (shown, heldBack)
  }

  private static let ladder: [@Sendable (Collector.Role) -> Publication.Description?] = [
    { role in
      role.jobTitle == nil && role.belonging == nil
        ? nil : .work(jobTitle: role.jobTitle, affiliation: role.belonging)
    },
    { role in role.belonging.map { .team($0) } },
    { role in role.location.map { .site($0) } },
    { _ in .cohort },
  ]

  /// The parts of the total: cohorts of at least `k`, the smaller ones as one number that takes in the smallest other
  /// where it must, and last those whose cohort would follow from subtracting the names.
  private static func parts(named: [Cohort: Int], nameless: Publication) -> [CohortCount] {
    var perCohort = named
    var few: [Cohort: Int] = [:]
    for (cohort, groups) in Dictionary(grouping: nameless.shown, by: \.key.cohort) {
      let count = groups.reduce(0) { $0 + $1.value }
      if count >= k { perCohort[cohort, default: 0] += count } else { few[cohort] = count }
    }
    let fewInAll = few.values.reduce(0, +)
    let untold = fewInAll < k ? fewInAll : 0
    var crowd: [CohortCount] = []
    if fewInAll >= k {
      // Together they are enough: each may be of any of these cohorts.
      let names = few.keys.reduce(0) { $0 + (perCohort.removeValue(forKey: $1) ?? 0) }
      crowd = [CohortCount(cohorts: few.keys.sorted(), count: fewInAll + names)]
    }
    let ascending = perCohort.filter { $0.value > 0 }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    var together: [Cohort] = []
    var sum = 0
    var parts: [CohortCount] = []
    for (cohort, count) in ascending {
      if count < k || (sum > 0 && sum < k) {
        together.append(cohort)
        sum += count
      } else {
        parts.append(CohortCount(cohorts: [cohort], count: count))
      }
    }
    if sum > 0, sum < k, let few = crowd.first {
      crowd = [CohortCount(cohorts: (few.cohorts + together).sorted(), count: few.count + sum)]
    } else if sum > 0 {
      parts.append(CohortCount(cohorts: together.sorted(), count: sum))
    }
    parts.sort { ($0.cohorts.first ?? .employee) < ($1.cohorts.first ?? .employee) }
    return parts + crowd + (untold == 0 ? [] : [CohortCount(cohorts: [], count: untold)])
  }
}

extension PublicRoll {
  /// Takes in a petition's verified signatures one by one and keeps of each only what the public may come to see.
  public struct Collector: Sendable {
    fileprivate struct Role: Hashable, Sendable {
      var cohort: Cohort
      var jobTitle: String?
      var belonging: String?
      var location: String?
    }

    fileprivate private(set) var named: [ListLine] = []
    fileprivate private(set) var namedSigners: [Identifier<Signature>] = []
    fileprivate private(set) var nameless: [Member] = []
    /// How many were taken in.
    public private(set) var verified = 0

    private let revealedAt: Int

    /// A collector of nothing.
    /// - Parameter revealedAt: how many were verified at the reveal that was confirmed last; 0 before the first.
    public init(revealedAt: Int = 0) { self.revealedAt = revealedAt }

    /// Takes in a signature; one that is not verified, or is held, is passed over.
    public mutating func add(_ signature: Signature) {
      guard signature.state == .verified, signature.standing != .held else { return }
      verified += 1
      if let revealAt = signature.visibility.revealAt, revealAt > revealedAt {
        nameless.append(Member(role: nil, cohort: signature.cohort, signer: signature.id))
        return
      }
      let hidden = signature.visibility.hidden
      var shown = signature.signatory
      if hidden.contains(.jobTitle) { shown.jobTitle = nil }
      if hidden.contains(.team) { shown.team = nil }
      if hidden.contains(.affiliation) { shown.affiliation = nil }
      if hidden.contains(.location) { shown.location = nil }
      switch signature.visibility.level {
      case .named:
        var line = ListLine(
          fullName: shown.name, jobTitle: shown.jobTitle, affiliation: shown.belonging, location: shown.location,
          cohort: signature.cohort, visibility: .named,
          signedOn: hidden.contains(.day) ? nil : signature.signedOn)
        line.honorific = shown.honorific
        line.credentials = shown.credentials
        named.append(line)
        namedSigners.append(signature.id)
      case .role:
        let role = Role(
          cohort: signature.cohort, jobTitle: shown.jobTitle, belonging: shown.belonging, location: shown.location)
        nameless.append(Member(role: role, cohort: signature.cohort, signer: signature.id))
      case .counted:
        nameless.append(Member(role: nil, cohort: signature.cohort, signer: signature.id))
      }
    }

    /// Everyone who was taken in.
    fileprivate var everyone: [(cohort: Cohort, signer: Identifier<Signature>)] {
      zip(named, namedSigners).map { ($0.cohort, $1) } + nameless.map { ($0.cohort, $0.signer) }
    }
  }
}
