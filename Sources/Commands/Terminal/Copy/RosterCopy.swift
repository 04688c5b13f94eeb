import Campaigns
import Office

extension Copy {
  static func rosterColumns(_ taken: [String], dropped: [String]) -> String {
    "Columns: " + taken.joined(separator: ", ")
      + (dropped.isEmpty ? "." : "; dropped: " + dropped.joined(separator: ", ") + ".")
  }

  static func withoutAddress(_ count: Int) -> String {
    "\(grouped(count)) \(count == 1 ? "row has" : "rows have") no address: a later sheet finds such people again only "
      + "where every cell is the same. Use --replace for it."
  }

  static let refusedLeaveRoster =
    "whoever is only in refused rows is off the roster now: mend the rows and import that file without --replace."

  static let rosterIsDangerous =
    "The roster is sealed. Delete the sheet: a list of who works there is dangerous where somebody finds it."

  static func noRoster(_ slug: String) -> String {
    "\(slug) has no roster: picket roster import \(slug) FILE takes one."
  }

  static let notSaid = "(not said)"

  static func removedFromRoster(_ count: Int, _ slug: String, isRehearsal: Bool) -> String {
    let people = count == 1 ? "1 person" : "\(grouped(count)) people"
    return isRehearsal
      ? "\(people) would be erased from the roster of \(slug)."
      : "Erased \(people) from the roster of \(slug). Backups that were made before still hold "
        + (count == 1 ? "the entry." : "them.")
  }

  // MARK: - Coverage

  static func coverageOf(_ slug: String, by grouping: Coverage.Grouping, verifiedOnly: Bool) -> String {
    "Coverage of \(slug) by \(grouping.rawValue)\(verifiedOnly ? ", verified only" : ""): for organizers only."
  }

  static let coverageIsDangerous = "Small groups tell on the people in them. Show this to nobody outside."

  static func noHeadcounts(_ campaign: String) -> String {
    "there is no roster, so no shares: these are the signatures alone. picket roster import \(campaign) FILE takes one."
  }

  static func ambiguousNames(_ count: Int) -> String {
    "\(grouped(count)) \(count == 1 ? "signature has a name" : "signatures have names") of the roster that could be of "
      + "several people: \(count == 1 ? "it is" : "they are") counted for nobody. An address would tell."
  }
}
