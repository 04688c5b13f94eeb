/// The gate: what the public may see of a petition's verified signatures, and nothing beyond it.
///
/// Rules, in the order in which they bind:
/// - Only verified signatures are in the roll; a held one is not.
/// - While fewer are verified than the petition's reveal threshold, everybody is counted.
/// - A named signer has a line with what they do not hide.
/// - A role-only signer has a line without a name and without a day, if at least `k` role-only signers share what it
///   shows: job title and team, else the team, else the site, else the cohort. Else the signer is counted.
/// - A counted signer has no line.
/// - Against the publication before, the number of each group without names either shrinks, stays, or grows by at
///   least `k`; those who came since and are fewer are in no number until then.
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
    /// The cohorts that the number is of.
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
  /// - Parameter previous: what the publication before showed; nil where nothing was published.
  public init(of collector: Collector, revealThreshold: Int?, since previous: Publication?) {
    var perCohort: [Cohort: Int] = [:]
    if let revealThreshold, collector.verified < revealThreshold {
      for (cohort, signers) in collector.everyone {
        show(Publication.Group(cohort, .counted), signers, since: previous, in: &perCohort)
      }
    } else {
      lines = collector.named
      signers = collector.namedSigners
      for line in lines { perCohort[line.cohort, default: 0] += 1 }
      for (group, signers) in PublicRoll.groups(of: collector) {
        show(group, signers, since: previous, in: &perCohort)
      }
    }
    cohorts = PublicRoll.merged(perCohort)
  }

  private mutating func show(
    _ group: Publication.Group, _ members: [Identifier<Signature>], since previous: Publication?,
    in perCohort: inout [Cohort: Int]
  ) {
    let count = members.count
    var shown = count
    if let previous {
      let before = previous.shown[group] ?? 0
      if count > before, count < before + PublicRoll.k { shown = before }
    }
    heldBack += count - shown
    guard shown > 0 else { return }
    publication.shown[group] = shown
    perCohort[group.cohort, default: 0] += shown
    if let line = PublicRoll.line(of: group) {
      lines.append(contentsOf: repeatElement(line, count: shown))
      signers.append(contentsOf: members.prefix(shown))
    } else {
      countedSigners.append(contentsOf: members.prefix(shown))
    }
  }

  /// The line that each member of a group has; nil for the counted.
  private static func line(of group: Publication.Group) -> ListLine? {
    var line = ListLine(cohort: group.cohort, visibility: .role)
    switch group.description {
    case .work(let jobTitle, let affiliation):
      line.jobTitle = jobTitle
      line.affiliation = affiliation
    case .team(let team): line.affiliation = team
    case .site(let site): line.location = site
    case .cohort: break
    case .counted: return nil
    }
    return line
  }

  /// Puts every signer without a name into the finest group that at least `k` of them share.
  ///
  /// Who has found a group does not count for a coarser one: the difference of the two would describe the rest.
  private static func groups(of collector: Collector) -> [Publication.Group: [Identifier<Signature>]] {
    var groups: [Publication.Group: [Identifier<Signature>]] = [:]
    var waiting = collector.roles
    for ladder in ladder {
      var candidates: [Publication.Group: [Identifier<Signature>]] = [:]
      for (role, signers) in waiting {
        if let description = ladder(role) { candidates[.init(role.cohort, description), default: []] += signers }
      }
      candidates = candidates.filter { $0.value.count >= k }
      groups.merge(candidates, uniquingKeysWith: +)
      waiting = waiting.filter { role, _ in
        guard let description = ladder(role) else { return true }
        return candidates[.init(role.cohort, description)] == nil
      }
    }
    for (role, signers) in waiting { groups[.init(role.cohort, .counted), default: []] += signers }
    for (cohort, signers) in collector.counted { groups[.init(cohort, .counted), default: []] += signers }
    return groups
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

  /// Cohorts of at least `k`, and the smaller ones as one number; that takes in the smallest other where it must.
  private static func merged(_ perCohort: [Cohort: Int]) -> [CohortCount] {
    let ascending = perCohort.filter { $0.value > 0 }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    var together: [Cohort] = []
    var sum = 0
    var alone: [CohortCount] = []
    for (cohort, count) in ascending {
      if count < k || (sum > 0 && sum < k) {
        together.append(cohort)
        sum += count
      } else {
        alone.append(CohortCount(cohorts: [cohort], count: count))
      }
    }
    if sum > 0 { alone.append(CohortCount(cohorts: together.sorted(), count: sum)) }
    return alone.sorted { ($0.cohorts.first ?? .employee) < ($1.cohorts.first ?? .employee) }
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
    fileprivate private(set) var roles: [Role: [Identifier<Signature>]] = [:]
    fileprivate private(set) var counted: [Cohort: [Identifier<Signature>]] = [:]
    /// How many were taken in.
    public private(set) var verified = 0

    /// A collector of nothing.
    public init() {}

    /// Takes in a signature; one that is not verified, or is held, is passed over.
    public mutating func add(_ signature: Signature) {
      guard signature.state == .verified, signature.standing != .held else { return }
      verified += 1
      let hidden = signature.visibility.hidden
      var shown = signature.signatory
      if hidden.contains(.jobTitle) { shown.jobTitle = nil }
      if hidden.contains(.team) { shown.team = nil }
      if hidden.contains(.affiliation) { shown.affiliation = nil }
      if hidden.contains(.location) { shown.location = nil }
      switch signature.visibility.level {
      case .named:
        named.append(
          ListLine(
            fullName: shown.name, jobTitle: shown.jobTitle, affiliation: shown.belonging, location: shown.location,
            cohort: signature.cohort, visibility: .named,
            signedOn: hidden.contains(.day) ? nil : signature.signedOn))
        namedSigners.append(signature.id)
      case .role:
        let role = Role(
          cohort: signature.cohort, jobTitle: shown.jobTitle, belonging: shown.belonging, location: shown.location)
        roles[role, default: []].append(signature.id)
      case .counted:
        counted[signature.cohort, default: []].append(signature.id)
      }
    }

    /// Everyone who was taken in, by cohort.
    fileprivate var everyone: [Cohort: [Identifier<Signature>]] {
      var everyone = counted
      for (line, signer) in zip(named, namedSigners) { everyone[line.cohort, default: []].append(signer) }
      for (role, signers) in roles { everyone[role.cohort, default: []] += signers }
      return everyone
    }
  }
}
