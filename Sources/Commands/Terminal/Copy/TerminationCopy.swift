import Campaigns
import Export
import Intake

// What is said of terminations: their slugs, their days, and never whose they are.
extension Copy {
  /// How far the termination has gone now.
  static func recorded(_ termination: Termination) -> String {
    let slug = termination.slug
    let notice = termination.notice
    switch termination.state(on: .today) {
    case .considering:
      return "\(slug) is considered"
        + (notice.map { ", notice is planned for \($0.givenOn)" } ?? "")
        + ": picket termination give-notice \(slug) once it is given."
    case .noticed:
      let end = notice?.effectiveOn.map { ": the contract ends on \($0)" } ?? "; nobody said when the contract ends"
      return "\(slug) is noticed\(end)."
    case .effective:
      return "\(slug) is effective" + (notice?.effectiveOn.map { " since \($0)." } ?? ".")
    case .rescinded: return "\(slug) is rescinded."
    }
  }

  static func changed(_ termination: Termination) -> String { "Changed the termination \(termination.slug)." }

  static func published(_ termination: Termination) -> String {
    switch termination.visibility.level {
    case .named: "Published \(termination.slug): the public list shows it by name."
    case .role: "Published \(termination.slug): it is in the number of its kind, without a name."
    case .counted: "Published \(termination.slug): it is in the number of all, without a line."
    }
  }

  static func erasedTermination(_ slug: String) -> String {
    "Erased \(slug). Backups and exports that are already out still hold it."
  }

  static let contractsWithoutLines =
    "those without a name have no line in CSV; the other formats tell their number as far as it may be known."

  static func organizersContracts(_ count: Int) -> String {
    "this list holds the names and all else of \(grouped(count)) \(count == 1 ? "termination" : "terminations"), "
      + "whatever was published. Keep it sealed, and delete it when it has served."
  }

  static let contractsElsewhere =
    "contracts that were ended over this are not in it: picket termination export writes them."

  /// What to look up before a notice is sent, a line each.
  static func checklist(for kind: Termination.Kind) -> [String] {
    ["", "Before you send it. \(NoticeChecklist.note)"]
      + NoticeChecklist.groups(for: kind.rawValue).flatMap { group in
        ["", "\(group.title):"] + group.questions.map { "- \($0)" }
      }
  }
}
