import Campaigns

extension Sample {
  static let target = Identifier<Target>(rawValue: 4)

  /// A termination whose notice was given on a day, and published where it shall be.
  static func termination(
    _ name: String = "Ana Example", _ level: Visibility.Level = .named, kind: Termination.Kind = .consulting,
    hiding hidden: Visibility.Fields = [], withholding withheld: Set<Termination.Detail> = [],
    noticed: CalendarDate? = Sample.day, ending effective: CalendarDate? = Sample.day, published: Bool = true,
    with change: (inout Termination) -> Void = { _ in }
  ) throws -> Termination {
    var termination = Termination(
      id: Identifier(on: day), slug: try Slug.drawn("t"), campaign: Identifier(rawValue: 3), target: target,
      party: Signatory(name: name), visibility: Visibility(level, hiding: hidden), kind: kind)
    termination.withheld = withheld
    change(&termination)
    if let noticed {
      try termination.set(Termination.Notice(on: noticed, effectiveOn: effective), today: noticed)
      try termination.giveNotice(today: noticed)
    }
    if published {
      termination.consent(on: day)
      try termination.publish(on: day)
    }
    return termination
  }

  /// What the gate lets through of these.
  static func gate(_ terminations: [Termination], on day: CalendarDate = Sample.day) -> PublicTerminations {
    PublicTerminations(of: terminations, on: day) { _ in "Nimbus Cloud" }
  }
}
