import Campaigns
import Intake

/// What an import of a petition of the UK Parliament's site brings.
public struct ParliamentOutcome: Sendable {
  /// The petition's slug.
  public let slug: Slug
  /// Its title.
  public let title: String
  /// Where it stood on the site, in the site's word.
  public let state: String
  /// How many the site says have signed it; 0 makes no claim.
  public let claimed: Int
  /// Whether there is a response.
  public let hasResponse: Bool
  /// How many events it brings.
  public let events: Int
  /// How many pieces of evidence it brings.
  public let evidence: Int
}

extension Office {
  /// Reads a petition of the UK Parliament's site into a campaign: as a draft with its text, the site's number as a claim
  /// beside it, the government's response, and what happened as events. Nothing is signed here.
  /// - Parameter target: the slug of who is asked.
  /// - Throws: `notFound`, `alreadyExists` where the petition is in the database already, `invalidValue`.
  public func importPetition(
    _ given: ParliamentPetition, into campaign: String, target: String
  ) throws -> ParliamentOutcome {
    try repository.write { transaction in
      let run = try ParliamentRun(transaction, given, campaign, target)
      try run.store()
      return run.outcome
    }
  }

  /// What importing the petition would bring; nothing is written.
  /// - Throws: as `importPetition`.
  public func rehearseImport(
    of given: ParliamentPetition, into campaign: String, target: String
  ) throws -> ParliamentOutcome {
    try repository.read { try ParliamentRun($0, given, campaign, target).outcome }
  }
}

/// One import of such a petition: all is judged before anything is stored.
private struct ParliamentRun {
  private let transaction: any Transaction
  private let given: ParliamentPetition
  private let campaign: Campaign
  private let petition: Petition
  private let letter: Letter
  private let events: [(at: Moment, text: String)]

  private static let site = "UK Parliament petitions"

  init(_ transaction: any Transaction, _ given: ParliamentPetition, _ campaign: String, _ target: String) throws {
    self.transaction = transaction
    self.given = given
    self.campaign = try transaction.campaign(campaign)
    let name = given.number.map { "uk-petition-\($0)" } ?? "uk-\(Slug.proposal(for: given.action).prefix(50))"
    let slug = try Slug(name.hasSuffix("-") ? String(name.dropLast()) : name)
    if try transaction.petitions.find(slug) != nil {
      throw Refusal(.alreadyExists, "the petition \(slug) is in the database already")
    }
    let title = try oneLine(
      String(given.action.map { $0.isNewline || $0 == "\t" ? " " : $0 }.prefix(300)), "the petition's action")
    petition = Petition(
      id: Identifier(on: .today), slug: slug, campaign: self.campaign.id,
      target: try transaction.target(target).id, title: title, language: try Language("en"), cohort: .supporter,
      createdOn: .today)
    let parts = ["# \(given.action)", given.background, given.additionalDetails].compactMap { $0 }
    letter = Letter(
      id: Identifier(on: .today), petition: petition.id, language: petition.language, version: 1,
      text: try Letter.text(from: Array((parts.joined(separator: "\n\n") + "\n").utf8)), addedOn: .today)
    events = [
      (given.openedAt, "was opened on the site of the UK Parliament."),
      (given.responseThresholdReachedAt, "had as many signatures as a response of the government takes."),
      (given.closedAt, "was closed on the site of the UK Parliament."),
    ].compactMap { moment, what in moment.map { ($0, "The petition “\(title)” \(what)") } }
  }

  private var source: EvidenceDraft {
    get throws {
      var draft = EvidenceDraft(petition.title)
      draft.url = try given.address.map(webAddress)
      draft.publisher = ParliamentRun.site
      draft.accessed = CalendarDate.today.description
      draft.subject = "petition \(petition.slug)"
      return draft
    }
  }

  var outcome: ParliamentOutcome {
    ParliamentOutcome(
      slug: petition.slug, title: petition.title, state: given.state, claimed: given.signatureCount,
      hasResponse: given.response != nil, events: events.count,
      evidence: given.response?.details == nil ? 1 : 2)
  }

  func store() throws {
    try transaction.petitions.add(petition)
    try transaction.letters.add(letter)
    try Office.enqueue(petition, transaction, isNew: true) { $0.leaf(of: letter) }
    let evidence = try transaction.addEvidence(try source, to: campaign)
    if given.signatureCount > 0 {
      let claim = ClaimedTally(
        id: Identifier(on: .today), petition: petition.id, source: ParliamentRun.site, count: given.signatureCount,
        cohort: .supporter, evidence: given.address, claimedOn: .today)
      try transaction.deliveries.add(claim)
      try Office.enqueue(petition, transaction, isNew: true) { $0.leaf(of: claim) }
    }
    for event in events {
      _ = try transaction.addEvent(event.text, at: event.at, evidence: evidence.number, to: campaign)
    }
    guard let response = given.response else { return }
    try transaction.deliveries.add(
      Response(
        id: Identifier(on: .today), petition: petition.id, respondedOn: response.respondedOn,
        summary: response.summary, source: given.address))
    guard let details = response.details else { return }
    // A petition keeps what was answered in a few sentences; the whole answer is kept as it came.
    var whole = try source
    whole.title = "Response of the government"
    whole.published = response.respondedOn.description
    whole.copy = Array(details.utf8)
    _ = try transaction.addEvidence(whole, to: campaign)
  }
}
