import Campaigns
import Export

// What is said of lists, beside what stands in them.

extension Copy {
  static let initials =
    "initials are not anonymity: whoever knows the place finds the name by the job title, the team or the letters."

  static func letterInside(_ letter: Letter) -> String {
    "The letter in it is version \(letter.version) in \(letter.language)."
  }

  static func namelessLeftOut(_ count: Int, of format: ListFormat) -> String {
    "\(grouped(count)) \(count == 1 ? "line has" : "lines have") no name and \(count == 1 ? "is" : "are") not in it: "
      + "\(format.rawValue) holds names only."
  }

  static func newWaiting(_ count: Int) -> String {
    "\(grouped(count)) new \(count == 1 ? "line waits" : "lines wait"): fewer than \(PublicRoll.k) of their group are "
      + "new since that delivery."
  }

  static let newNamelessUnknown =
    "lines without a name are not in it: the delivery is of an older Picket and has lost lines to erasures, so which "
    + "are new is not known."
}
