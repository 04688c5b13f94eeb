import Campaigns
import Office

extension Copy {
  static func changedPledge(_ id: String) -> String { "Changed pledge \(id)." }

  static func entered(_ outcome: PledgeOutcome) -> String {
    switch outcome.kind {
    case .added: "Added pledge \(outcome.id)."
    case .renewed: "Renewed pledge \(outcome.id): the stricter of both conditions and visibilities stands."
    case .duplicate: "This person has pledged already: pledge \(outcome.id) stands as it was."
    case .returned: "Pledge \(outcome.id) is back."
    }
  }

  static let doesNotBind = "It does not bind yet."
  static let binds = "It binds."

  static func changed(_ pledges: [PledgeReport], _ what: String, isRehearsal: Bool) -> String {
    let (one, several) = isRehearsal ? ("would be", "would be") : ("is", "are")
    return pledges.count == 1
      ? "Pledge \(pledges[0].pledge.id) \(one) \(what)."
      : "\(grouped(pledges.count)) pledges \(several) \(what)."
  }

  static func erasedPledge(_ id: String) -> String {
    "Erased pledge \(id). Backups and lists that are already out still hold it."
  }

  // MARK: - Importing

  static func noPledgeVisibility(_ level: Visibility.Level) -> String {
    "no column says what the public may see once the pledges are revealed; all rows are \(level.rawValue). "
      + "--visibility names another."
  }

  static func renewedOlderTerms(_ count: Int) -> String {
    "\(grouped(count)) pledges of older terms were renewed: make sure that these people were asked after the terms "
      + "had changed."
  }

  static func withheldPledges(_ count: Int) -> String {
    "\(grouped(count)) \(count == 1 ? "row is" : "rows are") of people who asked to be erased, and in no file. "
      + "If one pledges again by an act of their own: picket pledge add with --returning."
  }

  static func pledgeColumns(_ taken: [String], dropped: [String]) -> String {
    "Columns: " + taken.joined(separator: ", ")
      + (dropped.isEmpty ? "." : "; dropped: " + dropped.joined(separator: ", ") + ".")
  }

  // MARK: - Revealing

  static func pendingReveal(_ count: Int, _ slug: String) -> String {
    "\(pledges(count)) and nobody outside knows of \(count == 1 ? "it" : "them"). "
      + "picket pledge reveal \(slug) lets \(count == 1 ? "it" : "them") be known."
  }

  static let beforeReveal =
    "a handful of false pledges can make real ones bind, and a reveal is never taken back: look once more at how these "
    + "people were verified."

  static func revealPart(_ count: Int, _ what: String) -> String { "  \(grouped(count)) \(what)" }

  static func wouldReveal(_ reveal: PledgeReveal) -> String { pledges(reveal.count) + ":" }

  static func confirmReveal(_ count: Int) -> String { "Type \(count) to let them be known: " }

  static func revealed(_ reveal: PledgeReveal, of slug: String) -> String {
    "\(pledges(reveal.count)) for good. picket pledge export \(slug) --for public writes what everybody may see."
  }

  /// The number with the words for one or for several.
  private static func pledges(_ count: Int) -> String {
    count == 1 ? "1 pledge binds" : "\(grouped(count)) pledges bind"
  }

  // MARK: - Lists

  static func pledgesWithoutNames(_ words: String) -> String { "Besides: \(words) who are not named." }

  static func organizersPledges(_ count: Int) -> String {
    "this list holds the names and all else of \(grouped(count)) \(count == 1 ? "pledger" : "pledgers"), whatever they "
      + "chose to show. Keep it sealed, and delete it when it has served."
  }
}
