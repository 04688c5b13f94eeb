/// The gate: what the public may see of a boycott's pledges, and nothing beyond it.
///
/// Rules, in the order in which they bind:
/// - Only a pledge that binds for good or was kept, that is verified, and that a confirmed reveal took in, is there.
/// - A named pledger has a line with what they do not hide.
/// - Who shows a role only, or is counted only, has no line: they are told in steps, by cohort, as `PublicCount` has it.
public struct PublicPledges: Sendable {
  /// The lines of the named, in no particular order.
  public private(set) var lines: [ListLine] = []
  private var nameless: [Cohort: Int] = [:]

  /// What may be seen of no pledges.
  public init() {}

  /// Takes in a pledge; one that the public may not know of is passed over.
  public mutating func add(_ pledge: Pledge) {
    guard pledge.isRevealed, pledge.isVerified, pledge.stage == .bound || pledge.stage == .kept else { return }
    let visibility = pledge.visibility
    guard visibility.level == .named, visibility.revealAt == nil else {
      nameless[pledge.cohort, default: 0] += 1
      return
    }
    var shown = pledge.signatory
    if visibility.hidden.contains(.jobTitle) { shown.jobTitle = nil }
    if visibility.hidden.contains(.team) { shown.team = nil }
    if visibility.hidden.contains(.affiliation) { shown.affiliation = nil }
    if visibility.hidden.contains(.location) { shown.location = nil }
    // Without a day: that of the reveal is everybody's, and that of the pledge would tell who came first.
    lines.append(
      ListLine(
        fullName: shown.name, jobTitle: shown.jobTitle, affiliation: shown.belonging, location: shown.location,
        cohort: pledge.cohort, visibility: .named))
  }

  /// The numbers of those without a line: of each cohort that is large enough, and of the others together.
  public var withoutNames: (parts: [(part: Cohort, count: PublicCount)], others: PublicCount?) {
    PublicCount.parts(of: nameless)
  }
}
