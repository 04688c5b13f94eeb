import Campaigns
import Intake

// What Picket says of boycotts.
extension Copy {
  static func planned(_ account: BoycottAccount) -> String {
    let slug = account.boycott.slug
    let next =
      account.standing.isEmpty
      ? "picket boycott target add \(slug) TARGET lists a target" : "picket boycott call \(slug) calls it"
    return "Planned the \(account.boycott.form.noun) \(slug); nothing of it is public: \(next)."
  }

  static func changedBoycott(_ slug: String) -> String { "Changed the boycott \(slug)." }

  static func newTerms(_ boycott: Boycott, toAskAgain count: Int) -> String {
    let again =
      count == 0
      ? "nobody has pledged to the earlier ones"
      : "\(grouped(count)) \(count == 1 ? "has" : "have") pledged to earlier ones and \(count == 1 ? "is" : "are") to be "
        + "asked again"
    return "\(boycott.slug) asks something else than before: its terms are number \(boycott.terms), and \(again)."
  }

  static func proposesEnd(_ boycott: Boycott) -> String {
    "All demands that end \(boycott.slug) are met: picket boycott end \(boycott.slug) ends it."
  }

  // MARK: - Deciding

  /// What to think of before a call, and what the call says.
  static func beforeTheCall(of account: BoycottAccount) -> [String] {
    var lines = [
      "Before you call it:",
      "  Who may call it? Your organization's rules say who decides, by which vote, and who is told first.",
      "  What does the law say where you are? These are questions for a lawyer, not advice:",
      "    Is anybody targeted with whom you have no dispute of your own (a secondary boycott)?",
      "    Which rules on strikes, on peace obligations and on notice bind those who take part?",
      "    Can each reason be proven, in these words (defamation)?",
      "    Which contracts would those who take part break?",
      "What the call promises, in public:",
    ]
    let boycott = account.boycott
    lines += account.standing.map { "  against: \($0.target.name)\($0.listing.reason.map { ": \($0)" } ?? "")" }
    lines.append("  refused: \(boycott.scopes.sorted().map(\.words).joined(separator: "; "))")
    lines.append("  from: \(boycott.startsOn.map(\.description) ?? "the call on")")
    lines += boycott.exceptions.map { "  not meant: \($0)" }
    lines += account.demands.map { "  until: demand \($0.demand.number), \($0.demand.text) (\($0.words))" }
    if account.demands.isEmpty { lines.append("  until: you say so, since it is tied to no demand") }
    lines.append(
      "  pledges: "
        + (boycott.pledgesLapseOn.map { "those that wait for others lapse on \($0)" } ?? "none of them lapses"))
    if account.condition == .met { lines.append("All demands that end it are met already: is it still needed?") }
    return lines
  }

  static func callQuestion(_ slug: String) -> String { "Call \(slug) now? [y/N] " }
  static func notCalled(_ slug: String) -> String { "\(slug) was not called." }

  static func called(_ slug: String) -> String {
    "\(slug) is called: picket boycott export \(slug) writes what the public reads."
  }

  static func suspended(_ slug: String) -> String {
    "\(slug) is suspended: picket boycott resume \(slug) lets it go on."
  }

  static func resumed(_ slug: String) -> String { "\(slug) goes on." }
  static func ended(_ slug: String) -> String { "\(slug) has ended." }

  static func demandsAreOpen(_ slug: String) -> String {
    "\(slug) is tied to demands that are not met; it ends without them only with a reason, which the public reads."
  }

  static let endQuestion = "Why does it end? "

  // MARK: - Listings

  static func listed(_ target: String, in slug: String) -> String { "Listed \(target) in \(slug)." }

  static func noted(_ kind: ListingNote.Kind, _ target: String) -> String {
    switch kind {
    case .evidence: "Noted the evidence for the listing of \(target)."
    case .appeal: "Noted the appeal against the listing of \(target)."
    case .answer: "Noted the answer to the appeal against the listing of \(target)."
    }
  }

  static func withdrew(_ target: String, from slug: String) -> String {
    "Withdrew the listing of \(target) in \(slug): it stays shown as withdrawn. Publish what you export anew."
  }

  static func targetsNobody(_ boycott: Boycott) -> String {
    "\(boycott.slug) targets nobody any more: list another target, or picket boycott end \(boycott.slug)."
  }

  static func withdrawnBefore(_ count: Int) -> String {
    "\(grouped(count)) \(count == 1 ? "row is" : "rows are") of targets whose listing was withdrawn: not listed again."
  }

  // MARK: - Demands

  static func responded(_ demand: Demand, outcome: DemandResponse.Outcome, standing: String) -> String {
    let recorded = "Recorded the response to demand \(demand.number): \(outcome.words)."
    return outcome.state == demand.state ? recorded : recorded + " A later one counts: the demand is \(standing)."
  }
}
