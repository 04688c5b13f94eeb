/// What to look up before a notice is sent.
///
/// Questions only: the answers stand in the contract and in the law of its country, which Picket does not know.
public enum NoticeChecklist {
  /// What the checklist is not; to be shown with it.
  public static let note =
    "These are questions to look up, not legal advice: your contract and the law that applies to it have the answers."

  /// Questions about one matter.
  public struct Group: Hashable, Sendable {
    /// The matter.
    public let title: String
    /// What to look up about it; each a sentence that ends in a question mark.
    public let questions: [String]
  }

  /// The questions for a contract of this kind, by matter: 8 to 12 in all.
  /// - Parameter kind: `employment`, `consulting`, `supply`, `licence`, `speaking`, `sponsorship` or `investment`;
  ///   any other gets the questions that fit every contract.
  public static func groups(for kind: String) -> [Group] {
    let isWork = kind == "employment" || kind == "consulting"
    return [
      Group(title: "The notice", questions: notice),
      Group(title: "After the end", questions: duties(for: kind)),
      Group(title: "Devices and data", questions: [isWork ? returnOfWork : returnOfOthers, ownDevices]),
      Group(title: "What may be said", questions: disclosure),
      Group(title: "People to ask", questions: [people(for: kind)]),
    ]
  }

  /// The questions for a contract of this kind, without their matters.
  /// - Parameter kind: as in `groups(for:)`.
  public static func questions(for kind: String) -> [String] {
    groups(for: kind).flatMap(\.questions)
  }

  private static let notice = [
    "In which form does the contract ask for notice: on signed paper, by e-mail, through a portal?",
    "How long is the notice period, from which day does it run, and can the contract end on any day?",
    "To whom does the notice have to go, and to which address?",
    "How can you prove later that the notice arrived, and when?",
  ]

  private static func duties(for kind: String) -> [String] {
    switch kind {
    case "employment":
      [
        "Does a clause say where you may not work, or whom you may not recruit, afterwards, and for how long?",
        "What becomes of pay, bonus, shares and unused leave, and who writes your reference?",
        "Do a visa, an insurance, a home or other benefits depend on this job, and until when does each last?",
      ]
    case "consulting":
      [
        "Does a clause say for whom you may not work afterwards, and for how long?",
        "Which work is still owed, which is not yet paid, and whose is what is half done?",
        "Do a visa, an insurance or other contracts depend on this one, and until when does each last?",
      ]
    case "supply":
      [
        "Which orders are placed and not yet delivered or paid, and do they have to be carried out?",
        "Does an early end cost a penalty, a minimum order or a discount that was granted?",
      ]
    case "licence":
      [
        "What has to stop on the last day: use, copies, sublicences, support?",
        "Which fees are still due, and which that were paid ahead can be asked back?",
      ]
    case "speaking":
      [
        "Where is the talk announced with your name, and who takes it down?",
        "Do a fee, travel or other costs have to be paid back?",
      ]
    case "sponsorship":
      [
        "Which payments were made or are due, and can any of them be asked back?",
        "Where do names and logos stand, and by when do they have to go?",
      ]
    case "investment":
      [
        "Is the money bound for a time, and who has to agree to a sale or a withdrawal?",
        "What do leaving early and the taxes on it cost, and which rights to vote or be informed end with it?",
      ]
    default:
      [
        "What does each side still owe the other after the end?",
        "Does an early end cost something: a penalty, a repayment, a right?",
      ]
    }
  }

  private static let returnOfWork =
    "Which devices, badges, papers and accounts have to be returned, and do all of their files stay with them?"
  private static let returnOfOthers =
    "What do you hold of theirs, goods, devices, data or access, and how is it to be returned or deleted?"
  private static let ownDevices =
    "Is all of this written, sent and kept on your own devices and network, never on those of the other side?"

  private static let disclosure = [
    "Which promises of confidentiality still hold after the end, and what may you say in public about the reason?",
    "Has somebody compared your public statement with those promises before it goes out?",
  ]

  private static func people(for kind: String) -> String {
    switch kind {
    case "employment": "Have you talked to a union, a works council or a lawyer who knows the law of your country?"
    case "consulting": "Have you talked to a union, an association of freelancers or a lawyer in your country?"
    default: "Have you talked to those in your organization who have to agree, and to a lawyer in your country?"
    }
  }
}
