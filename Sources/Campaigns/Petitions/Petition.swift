import Foundation

/// A letter that is open for signing.
public struct Petition: Hashable, Sendable {
  /// The petition's identifier; keys are derived from it, never from the slug.
  public let id: Identifier<Petition>
  /// The petition's name in commands and addresses, unique among petitions.
  public let slug: Slug
  /// The campaign that it belongs to.
  public let campaign: Identifier<Campaign>
  /// Who is asked to act.
  public let target: Identifier<Target>
  /// What the petition is called in public.
  public var title: String
  /// The language of its first letter, a BCP 47 tag; lists are sorted by its rules.
  public let language: Language
  /// The cohort of signers who say nothing else.
  public var cohort: Cohort
  /// Which cohorts may sign; empty means all.
  public var admits: Set<Cohort>
  /// How many verified signatures are hoped for; nil where no number was set.
  public var goal: Int?
  /// Below this number of verified signatures the public list shows nobody; nil where there is no such number.
  public private(set) var revealThreshold: Int?
  /// How many were verified when the organizers last confirmed a reveal; nil before the first. It never falls.
  public private(set) var revealedAt: Int?
  /// From this instant on no signature is taken; nil where no time was set.
  public var closesAt: Date?
  /// Where the petition stands.
  public var state: State
  /// The day on which it was set up.
  public let createdOn: CalendarDate
  /// The day on which it was opened first; nil where it never was, or before this was kept.
  public private(set) var openedOn: CalendarDate?

  /// A petition as a repository keeps it.
  public init(
    id: Identifier<Petition>, slug: Slug, campaign: Identifier<Campaign>, target: Identifier<Target>, title: String,
    language: Language, cohort: Cohort = .employee, admits: Set<Cohort> = [], goal: Int? = nil,
    revealThreshold: Int? = nil, revealedAt: Int? = nil, closesAt: Date? = nil, state: State = .draft,
    createdOn: CalendarDate, openedOn: CalendarDate? = nil
  ) {
    self.id = id
    self.slug = slug
    self.campaign = campaign
    self.target = target
    self.title = title
    self.language = language
    self.cohort = cohort
    self.admits = admits
    self.goal = goal
    self.revealThreshold = revealThreshold
    self.revealedAt = revealedAt
    self.closesAt = closesAt
    self.state = state
    self.createdOn = createdOn
    self.openedOn = openedOn
  }

  /// Where a petition stands. Only an open one takes signatures; verifying, editing, withdrawing and erasing
  /// work in every state.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Being prepared.
    case draft
    /// Taking signatures.
    case open
    /// Not taking signatures for a while.
    case paused
    /// Not taking signatures any more.
    case closed
    /// Handed to its target.
    case delivered
    /// Answered by its target.
    case answered
    /// Given up by its organizers.
    case withdrawn

    /// The states that may follow.
    public var successors: Set<State> {
      switch self {
      case .draft: [.open, .withdrawn]
      case .open: [.paused, .closed, .delivered, .withdrawn]
      case .paused: [.open, .closed, .delivered, .withdrawn]
      case .closed: [.open, .delivered, .withdrawn]
      case .delivered: [.open, .answered, .withdrawn]
      case .answered: [.open, .withdrawn]
      case .withdrawn: []
      }
    }
  }

  /// Whether a list for the public may show anybody.
  public var isRevealed: Bool {
    guard let revealThreshold else { return true }
    return (revealedAt ?? 0) >= revealThreshold
  }

  /// Records that the organizers let those be shown who wait for so many verified signatures.
  /// - Throws: `notAllowed` where the petition's own threshold is not reached.
  public mutating func reveal(at verified: Int) throws {
    if let revealThreshold, !isRevealed, verified < revealThreshold {
      throw Refusal(
        .notAllowed, "\(slug) shows nobody below \(revealThreshold) verified signatures, and has \(verified)",
        hint: "verify those who wait: picket signature list \(slug) --state pending")
    }
    revealedAt = max(revealedAt ?? 0, verified)
  }

  /// Changes the reveal threshold. While people wait for it, it can only be raised: they signed on that promise.
  /// - Throws: `notAllowed` where people were revealed under the present one: what is out cannot be taken back; or where
  ///   it would be lowered or taken away before that, once the petition is no draft any more.
  public mutating func setRevealThreshold(_ threshold: Int?) throws {
    if let revealedAt, isRevealed, let threshold, threshold > revealedAt {
      throw Refusal(
        .notAllowed, "\(slug) was revealed at \(revealedAt) verified signatures: what is out cannot be hidden again",
        hint: "a signer can still ask for less: picket signature edit \(slug) ID --visibility counted")
    }
    if let old = revealThreshold, state != .draft, !isRevealed, threshold ?? 0 < old {
      throw Refusal(
        .notAllowed,
        "people signed \(slug) to be shown from \(old) verified signatures on; the number cannot be lowered",
        hint: "picket petition reveal \(slug) shows them once it is reached")
    }
    revealThreshold = threshold
  }

  /// Moves the petition to another state; a draft that becomes open was opened first on that day.
  /// - Throws: `notAllowed` where that state may not follow the present one.
  public mutating func move(to next: State, on day: CalendarDate = .today) throws {
    guard state.successors.contains(next) else {
      let ways = State.allCases.filter(state.successors.contains).map(\.rawValue)
      throw Refusal(
        .notAllowed, "\(slug) is \(state.rawValue) and cannot become \(next.rawValue)",
        hint: ways.isEmpty ? "create a new petition" : "from here it can become \(ways.joined(separator: ", "))")
    }
    // Whatever is no draft any more was opened before, also where the day was not kept.
    if state == .draft, next == .open { openedOn = openedOn ?? day }
    state = next
  }

  /// Makes sure that the petition takes a signature of this cohort at this instant.
  /// - Throws: `notAllowed` where it is not open, its closing time has passed, or the cohort may not sign.
  public func requireTakingSignatures(of cohort: Cohort, at instant: Date) throws {
    guard state == .open else {
      let way = state.successors.contains(.open) ? "picket petition open \(slug) opens it" : nil
      throw Refusal(.notAllowed, "\(slug) is \(state.rawValue) and takes no signatures", hint: way)
    }
    if let closesAt, instant >= closesAt {
      throw Refusal(
        .notAllowed, "the closing time of \(slug) has passed; it takes no signatures",
        hint: "picket petition edit \(slug) --closes moves the time")
    }
    guard admits.isEmpty || admits.contains(cohort) else {
      let admitted = admits.sorted().map(\.plural).joined(separator: ", ")
      throw Refusal(
        .notAllowed, "\(slug) is for \(admitted), not for \(cohort.plural)",
        hint: "name another cohort with --cohort, or let them sign with picket petition edit \(slug) --admit")
    }
  }
}

/// A language by its BCP 47 tag: `en`, `de-CH`, `zh-Hant`.
public struct Language: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The tag as it is written.
  public let description: String

  /// The language with this tag.
  /// - Throws: `invalidValue` where the text has not the form of a tag.
  public init(_ tag: String) throws {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isWellFormed =
      (2...3).contains(parts.first?.count ?? 0) && tag.utf8.count <= 35
      && parts.allSatisfy { part in
        (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      } && parts.first?.allSatisfy(\.isLetter) == true
    guard isWellFormed else {
      throw Refusal(
        .invalidValue, "\"\(tag.prefix(40))\" is no language tag", hint: "write it like en, de or zh-Hant")
    }
    self.description = tag
  }

  /// Whether the left tag sorts first.
  public static func < (left: Language, right: Language) -> Bool {
    left.description < right.description
  }
}
