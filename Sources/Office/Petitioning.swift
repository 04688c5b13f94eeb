import Campaigns
import Export
import Foundation

// Petitions and their letters: nothing here is sealed, so no key is needed.

/// A petition with what it refers to.
public struct PetitionDetails: Sendable {
  /// The petition.
  public let petition: Petition
  /// The campaign that it belongs to.
  public let campaign: Campaign
  /// Who is asked to act.
  public let target: Target
  /// The versions of its text, by language and number.
  public let letters: [Letter]
  /// What the campaign demands of the target, by number.
  public let demands: [Demand]
  /// How many have signed.
  public let tally: PetitionTally
  /// What others report without records.
  public let claimedTallies: [ClaimedTally]

  /// How the target answered, by day.
  public let responses: [Response]

  /// What others report, as a list tells it.
  var claims: [SignatoryList.Claim] {
    claimedTallies.map { SignatoryList.Claim(source: $0.source, count: $0.count, cohort: $0.cohort) }
  }
}

/// What an organizer says when setting up a petition or changing it; nil leaves a property as it is.
public struct PetitionDraft: Sendable {
  /// What the petition is called in public.
  public var title: String?
  /// The cohort of signers who say nothing else.
  public var cohort: Cohort?
  /// Which cohorts may sign; empty means all.
  public var admits: Set<Cohort>?
  /// How many verified signatures are hoped for; `.some(nil)` takes the goal away.
  public var goal: Int??
  /// Below this number of verified signatures the public list shows nobody; `.some(nil)` takes it away.
  public var revealThreshold: Int??
  /// From this instant on no signature is taken; `.some(nil)` takes it away.
  public var closesAt: Date??

  /// A draft that says nothing.
  public init() {}

  fileprivate func apply(to petition: inout Petition) throws {
    if let title { petition.title = try oneLine(title, "a title") }
    if let cohort { petition.cohort = cohort }
    if let admits { petition.admits = admits }
    if let goal { petition.goal = try PetitionDraft.positive(goal, "a goal") }
    if let revealThreshold {
      try petition.setRevealThreshold(PetitionDraft.positive(revealThreshold, "a reveal threshold"))
    }
    if let closesAt { petition.closesAt = closesAt }
    guard petition.admits.isEmpty || petition.admits.contains(petition.cohort) else {
      throw Refusal(
        .invalidValue, "the petition's own cohort, \(petition.cohort), is not among those that may sign",
        hint: "name it with --admit too, or choose another --cohort")
    }
  }

  private static func positive(_ number: Int?, _ what: String) throws -> Int? {
    if let number, number < 1 { throw Refusal(.invalidValue, "\(what) is at least 1") }
    return number
  }
}

extension Office {
  /// Sets up a petition with the first version of its letter; it is a draft until it is opened.
  /// - Throws: `notFound`, `invalidValue`, `alreadyExists`.
  public func createPetition(
    _ slug: String, campaign: String, target: String, title: String, letter: [UInt8], language: String,
    _ draft: PetitionDraft
  ) throws -> Petition {
    let slug = try Slug(slug)
    let language = try Language(language)
    let text = try Letter.text(from: letter)
    return try repository.write { transaction in
      var petition = Petition(
        id: Identifier(on: .today), slug: slug, campaign: try transaction.campaign(campaign).id,
        target: try transaction.target(target).id, title: try oneLine(title, "a title"), language: language,
        createdOn: .today)
      try draft.apply(to: &petition)
      try transaction.petitions.add(petition)
      let letter = Letter(
        id: Identifier(on: .today), petition: petition.id, language: language, version: 1, text: text, addedOn: .today
      )
      try transaction.letters.add(letter)
      try Office.enqueue(petition, transaction, isNew: true) { $0.leaf(of: letter) }
      return petition
    }
  }

  /// All petitions by slug, each with its tally.
  public func petitions() throws -> [(petition: Petition, tally: PetitionTally)] {
    try repository.read { transaction in
      try transaction.petitions.all().map { ($0, try transaction.petitions.tally(of: $0.id)) }
    }
  }

  /// The petition of this slug with what it refers to.
  /// - Throws: `notFound`.
  public func petition(_ slug: String) throws -> PetitionDetails {
    try repository.read { try $0.details(of: $0.petition(slug)) }
  }

  /// Changes what the draft says.
  /// - Throws: `notFound`, `invalidValue`.
  public func editPetition(_ slug: String, _ draft: PetitionDraft) throws -> Petition {
    try repository.write { transaction in
      var petition = try transaction.petition(slug)
      let hadThreshold = petition.revealThreshold != nil
      try draft.apply(to: &petition)
      if !hadThreshold, petition.revealThreshold != nil,
        try transaction.publications.newest(of: petition.id) != nil
      {
        throw Refusal(
          .notAllowed, "lists of \(slug) are out already: what they show cannot be hidden again",
          hint: "a signer can ask for less: picket signature edit \(slug) ID --visibility counted")
      }
      try transaction.petitions.update(petition)
      return petition
    }
  }

  /// Moves a petition to another state.
  /// - Throws: `notFound`, `notAllowed`.
  public func movePetition(_ slug: String, to state: Petition.State) throws -> Petition {
    try repository.write { transaction in
      var petition = try transaction.petition(slug)
      try petition.move(to: state)
      try transaction.petitions.update(petition)
      return petition
    }
  }

  /// Adds a version of a petition's text. Signatures that are there stay bound to the version that they were given for.
  /// - Parameter language: the text's language; nil means the petition's own.
  /// - Throws: `notFound`, `invalidValue`, `alreadyExists` where the language has this text already.
  public func addLetter(to slug: String, text bytes: [UInt8], language: String?) throws -> Letter {
    let text = try Letter.text(from: bytes)
    let given = try language.map(Language.init)
    return try repository.write { transaction in
      let petition = try transaction.petition(slug)
      let language = given ?? petition.language
      let last = try transaction.letters.all(of: petition.id).last { $0.language == language }?.version ?? 0
      let letter = Letter(
        id: Identifier(on: .today), petition: petition.id, language: language, version: last + 1, text: text,
        addedOn: .today)
      try transaction.letters.add(letter)
      try Office.enqueue(petition, transaction) { $0.leaf(of: letter) }
      return letter
    }
  }

  /// The chosen letter of a petition, else the newest in the petition's language; see `picket letter show --help`.
  /// - Throws: `notFound`.
  public func letter(_ choice: String?, of slug: String) throws -> Letter {
    try repository.read { try $0.letter(choice, of: $0.petition(slug)) }
  }
}

extension Transaction {
  /// The petition with what it refers to.
  func details(of petition: Petition) throws -> PetitionDetails {
    guard let campaign = try campaigns.find(petition.campaign), let target = try targets.find(petition.target) else {
      throw Refusal(.corrupt, "\(petition.slug) has no campaign or target", hint: "go on with your newest backup")
    }
    return PetitionDetails(
      petition: petition, campaign: campaign, target: target, letters: try letters.all(of: petition.id),
      demands: try demands.all(of: campaign.id).filter { $0.target == target.id && $0.state != .withdrawn },
      tally: try petitions.tally(of: petition.id), claimedTallies: try deliveries.claims(for: petition.id),
      responses: try deliveries.responses(to: petition.id))
  }
}
