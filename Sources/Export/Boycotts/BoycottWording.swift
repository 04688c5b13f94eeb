import Campaigns

/// What a boycott's notice says, in its sentences.
struct BoycottWording {
  private let account: BoycottAccount
  private let day: CalendarDate

  private var boycott: Boycott { account.boycott }

  init(_ account: BoycottAccount, asOf day: CalendarDate) {
    self.account = account
    self.day = day
  }

  /// All of it, from the state to the history.
  var blocks: [NoticeBlock] {
    var blocks: [NoticeBlock] = [
      .paragraph([.words(standing)] + (reason.map { [.words(" Why: "), .text($0)] } ?? [])),
      .paragraph([.words("Campaign: "), .text(account.campaign.title)]),
      .paragraph([.words("As of \(day)")]),
      .heading("What is asked"),
      .paragraph([.words(boycott.stage == .ended ? "Those who took part refused:" : "Those who take part refuse:")]),
    ]
    blocks += boycott.scopes.sorted().map { .item([.words($0.words)]) }
    blocks += targets
    blocks += section("What is not meant", boycott.exceptions)
    blocks += section("What to do instead", boycott.alternatives)
    blocks += ending
    blocks += history
    return blocks
  }

  // MARK: - How it stands

  /// The sentence about the state.
  var standing: String {
    let noun = "A \(boycott.form.noun)"
    let called = boycott.calledOn.map { "called on \($0)" } ?? "not called"
    let start = boycott.startsOn.map(\.description) ?? "its call"
    switch boycott.state(on: day) {
    case .planned: return "\(noun), \(called). It begins on \(start)."
    case .active: return "\(noun), \(called), in force since \(start)."
    case .suspended:
      return "\(noun), \(called), suspended since \(last(.suspended)): it does not hold until it is resumed."
    case .ended: return "\(noun), \(called), ended on \(last(.ended)). It asks nothing of anybody any more."
    }
  }

  /// Why it is suspended or has ended; nil where that was not said.
  private var reason: String? {
    guard boycott.stage == .suspended || boycott.stage == .ended else { return nil }
    return event(boycott.stage == .ended ? .ended : .suspended).map(\.text).flatMap { $0.isEmpty ? nil : $0 }
  }

  private func event(_ kind: BoycottEvent.Kind) -> BoycottEvent? { account.events.last { $0.kind == kind } }

  private func last(_ kind: BoycottEvent.Kind) -> String { event(kind)?.day.description ?? "a day not recorded" }

  // MARK: - Whom it targets

  private var targets: [NoticeBlock] {
    var blocks: [NoticeBlock] = [.heading("Whom it targets")]
    let standing = account.standing
    if standing.isEmpty { blocks.append(.paragraph([.words("Nobody at present.")])) }
    for listed in standing { blocks += items(of: listed) }
    let withdrawn = account.listed.filter { !$0.stands }
    guard !withdrawn.isEmpty else { return blocks }
    blocks.append(.heading("Withdrawn listings"))
    blocks.append(.paragraph([.words("These were listed and are not targeted any more: the listing was withdrawn.")]))
    for listed in withdrawn { blocks += items(of: listed) }
    return blocks
  }

  private func items(of listed: BoycottAccount.Listed) -> [NoticeBlock] {
    let listing = listed.listing
    var blocks: [NoticeBlock] = [.item([.text(listed.target.name)])]
    if let day = listing.withdrawnOn {
      blocks.append(
        .item([.words("Withdrawn on \(day), because: "), .text(listing.withdrawnBecause ?? "")], level: 1))
    }
    blocks.append(.item([.words("Listed on \(listing.listedOn)")], level: 1))
    if let reason = listing.reason { blocks.append(.item([.words("Reason: "), .text(reason)], level: 1)) }
    for note in listed.notes {
      let source: [NoticePiece] = note.source.map { [.words(" Source: "), .source($0)] } ?? []
      blocks.append(.item([.words("\(note.kind.heading), \(note.day): "), .text(note.text)] + source, level: 1))
    }
    return blocks
  }

  private func section(_ heading: String, _ texts: [String]) -> [NoticeBlock] {
    texts.isEmpty ? [] : [.heading(heading)] + texts.map { .item([.text($0)]) }
  }

  // MARK: - How it ends, and what has happened

  private var ending: [NoticeBlock] {
    var blocks: [NoticeBlock] = [.heading("How it ends"), .paragraph([.words(condition)])]
    blocks += account.demands.map { tied in
      let since = tied.demand.answeredOn.map { ", \($0)" } ?? ""
      return .item([
        .words("Demand \(tied.demand.number): "), .text(tied.demand.text), .words(" (\(tied.words)\(since))"),
      ])
    }
    if let lapse = boycott.pledgesLapseOn {
      blocks.append(.paragraph([.words("A pledge that waits for others lapses on \(lapse) unless it binds before.")]))
    }
    return blocks
  }

  /// How far what ends it has come about.
  var condition: String {
    switch account.condition {
    case .none:
      account.demands.isEmpty
        ? "It is tied to no demand: whoever called it says when it ends."
        : "The demands that it was tied to were given up: whoever called it says when it ends."
    case .open: "It ends once these demands are met. None of them is."
    case .partlyMet: "It ends once these demands are met. Some are, or in part."
    case .met: "It ends once these demands are met. All of them are."
    }
  }

  private var history: [NoticeBlock] {
    guard !account.events.isEmpty else { return [] }
    var blocks: [NoticeBlock] = [.heading("What has happened")]
    var before: [String] = []
    for event in account.events {
      let lines = event.text.split(separator: "\n").map(String.init)
      var words = "\(event.day): \(event.kind.words)"
      var told = lines
      switch event.kind {
      case .called where lines == account.terms:
        (words, told) = (words + ", on the terms above", [])
      case .termsChanged: told = changes(from: before, to: lines)
      default: break
      }
      if event.kind == .called || event.kind == .termsChanged { before = lines }
      blocks += items(words, told.filter { !$0.hasPrefix("target slug: ") })
    }
    return blocks
  }

  private func items(_ words: String, _ lines: [String]) -> [NoticeBlock] {
    if lines.count == 1, let line = lines.first { return [.item([.words("\(words): "), .text(line)])] }
    return [.item([.words(lines.isEmpty ? words : "\(words):")])] + lines.map { .item([.text($0)], level: 1) }
  }

  /// What the new terms say that the ones before did not, and the other way round.
  private func changes(from old: [String], to new: [String]) -> [String] {
    let gone = Set(old).subtracting(new)
    let added = Set(new).subtracting(old)
    return old.filter { gone.contains($0) && !$0.hasPrefix("terms: ") }.map { "no longer: \($0)" }
      + new.filter { added.contains($0) && !$0.hasPrefix("terms: ") }.map { "from now on: \($0)" }
  }
}

extension ListingNote.Kind {
  /// What stands before such a note.
  fileprivate var heading: String {
    switch self {
    case .evidence: "Evidence"
    case .appeal: "Appeal against the listing"
    case .answer: "Answer to the appeal"
    }
  }
}

extension BoycottEvent.Kind {
  /// What happened, in a word or a few.
  public var words: String {
    switch self {
    case .called: "called"
    case .termsChanged: "what is asked has changed"
    case .suspended: "suspended"
    case .resumed: "resumed"
    case .ended: "ended"
    case .listed: "a target was listed"
    case .listingWithdrawn: "a listing was withdrawn"
    case .evidenced: "evidence was added"
    case .appealed: "an appeal was noted"
    case .answered: "an appeal was answered"
    case .revealed: "the pledges were made known"
    }
  }
}
