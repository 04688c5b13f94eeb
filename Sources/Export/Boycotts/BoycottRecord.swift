import Campaigns

/// A boycott for programs. Each text is one safe line; only what an event tells has several.
public struct BoycottRecord: Encodable, Sendable {
  let slug, campaign, title, form, state: String
  let calledOn, startsOn: String?
  let scopes: [String]
  /// Whom it targets, withdrawn listings among them.
  public let targets: [Listed]
  let exceptions, alternatives: [String]
  let untilDemands: [Tied]
  let condition: String
  let proposesEnd: Bool
  let pledgesLapseOn: String?
  let terms: Int
  let events: [Event]

  /// A target with its place in the boycott.
  public struct Listed: Encodable, Sendable {
    let slug, name, listedOn: String
    let reason, withdrawnOn, withdrawnBecause: String?
    let notes: [Note]
  }

  struct Note: Encodable, Sendable {
    let kind, day, text: String
    let source: String?
  }

  struct Tied: Encodable, Sendable {
    let number: Int
    let text, state: String
    let outcome: String?
  }

  struct Event: Encodable, Sendable {
    let id, kind, day, text: String
  }

  /// The boycott as it stands on the day.
  public init(_ account: BoycottAccount, asOf day: CalendarDate) {
    let boycott = account.boycott
    slug = boycott.slug.description
    campaign = account.campaign.slug.description
    title = SafeText.line(boycott.title)
    form = boycott.form.rawValue
    state = boycott.state(on: day).rawValue
    calledOn = boycott.calledOn?.description
    startsOn = boycott.startsOn?.description
    scopes = boycott.scopes.sorted().map(\.rawValue)
    targets = account.listed.map(Listed.init)
    exceptions = boycott.exceptions.map(SafeText.line)
    alternatives = boycott.alternatives.map(SafeText.line)
    untilDemands = account.demands.map { tied in
      Tied(
        number: tied.demand.number, text: SafeText.line(tied.demand.text), state: tied.demand.state.rawValue,
        outcome: tied.outcome?.rawValue)
    }
    condition = account.condition.rawValue
    proposesEnd = account.proposesEnd
    pledgesLapseOn = boycott.pledgesLapseOn?.description
    terms = boycott.terms
    events = account.events.map { event in
      let lines = event.text.split(separator: "\n", omittingEmptySubsequences: false)
      return Event(
        id: event.id.description, kind: event.kind.rawValue, day: event.day.description,
        text: lines.map { SafeText.line(String($0)) }.joined(separator: "\n"))
    }
  }
}

extension BoycottRecord.Listed {
  init(_ listed: BoycottAccount.Listed) {
    self.init(
      slug: listed.target.slug.description, name: SafeText.line(listed.target.name),
      listedOn: listed.listing.listedOn.description, reason: listed.listing.reason.map(SafeText.line),
      withdrawnOn: listed.listing.withdrawnOn?.description,
      withdrawnBecause: listed.listing.withdrawnBecause.map(SafeText.line),
      notes: listed.notes.map { note in
        BoycottRecord.Note(
          kind: note.kind.rawValue, day: note.day.description, text: SafeText.line(note.text),
          source: note.source.map(SafeText.line))
      })
  }
}
