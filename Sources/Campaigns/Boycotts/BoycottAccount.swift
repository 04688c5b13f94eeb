/// A boycott with all that belongs to it: what is known of it, and what the public is told once it was called.
public struct BoycottAccount: Hashable, Sendable {
  /// The boycott.
  public let boycott: Boycott
  /// The campaign that it belongs to.
  public let campaign: Campaign
  /// Whom it targets, withdrawn listings among them, by the day on which they were listed and then by name.
  public let listed: [Listed]
  /// The demands that end it, by number.
  public let demands: [TiedDemand]
  /// What happened to it since it was called, in the order in which it was recorded.
  public let events: [BoycottEvent]

  /// A target with its place in the boycott.
  public struct Listed: Hashable, Sendable {
    /// The target's place.
    public let listing: BoycottListing
    /// The target.
    public let target: Target
    /// What is noted of the listing, by day.
    public let notes: [ListingNote]

    /// A listing with its target and its notes.
    public init(listing: BoycottListing, target: Target, notes: [ListingNote]) {
      self.listing = listing
      self.target = target
      self.notes = notes
    }

    /// Whether the listing was not withdrawn.
    public var stands: Bool { listing.withdrawnOn == nil }
  }

  /// A demand that ends the boycott, with what its target answered.
  public struct TiedDemand: Hashable, Sendable {
    /// The demand.
    public let demand: Demand
    /// What the answer that counts made of it; nil where there is none.
    public let outcome: DemandResponse.Outcome?

    /// A demand with what became of it.
    public init(demand: Demand, outcome: DemandResponse.Outcome?) {
      self.demand = demand
      self.outcome = outcome
    }

    /// How far it is, in a sentence.
    public var words: String { demand.words(outcome) }
  }

  /// A boycott with what belongs to it, in any order.
  public init(
    _ boycott: Boycott, of campaign: Campaign, listed: [Listed], demands: [TiedDemand], events: [BoycottEvent]
  ) {
    self.boycott = boycott
    self.campaign = campaign
    self.listed = listed.sorted { left, right in
      (left.listing.listedOn, left.target.name, left.target.slug)
        < (right.listing.listedOn, right.target.name, right.target.slug)
    }
    self.demands = demands.sorted { $0.demand.number < $1.demand.number }
    self.events = events
  }

  /// The listings that were not withdrawn.
  public var standing: [Listed] { listed.filter(\.stands) }

  /// How far the demands that end it are met.
  public var condition: EndingCondition { EndingCondition(of: demands.map(\.demand)) }

  /// Whether it goes on although all that ends it has come about.
  public var proposesEnd: Bool {
    condition == .met && (boycott.stage == .active || boycott.stage == .suspended)
  }

  /// Makes sure that it can be called: somebody has to be targeted.
  /// - Throws: `notAllowed` where no listing stands, where it was called before or has ended.
  public func requireCallable() throws {
    var rehearsal = boycott
    try rehearsal.call(on: .today)
    guard !standing.isEmpty else {
      throw Refusal(
        .notAllowed, "\(boycott.slug) targets nobody and cannot be called",
        hint: "picket boycott target add \(boycott.slug) TARGET lists one")
    }
  }

  /// Makes sure that it may end: what it was called for has come about, or the organizers say why it ends without.
  /// - Throws: `notAllowed` where demands are open and no reason was given. One that was never called ends without.
  public func requireEndable(because reason: String?) throws {
    guard boycott.calledOn != nil, reason == nil else { return }
    // One that the campaign gave up is not met either.
    let open = demands.map(\.demand).filter { $0.state != .met }
    guard !open.isEmpty else { return }
    throw Refusal(
      .notAllowed,
      "\(boycott.slug) is tied to demands that are not met: \(open.map { String($0.number) }.joined(separator: ", "))",
      hint: "say with --because why it ends without them; the public reads it")
  }
}
