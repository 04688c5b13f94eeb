import Campaigns
import Ledger
import Vault

/// A termination with what it refers to.
public struct TerminationDetails: Sendable {
  /// The termination.
  public let termination: Termination
  /// The campaign that it belongs to.
  public let campaign: Campaign
  /// Whom the contract is with.
  public let target: Target
}

/// Adds and changes terminations within a transaction: whichever way one is changed, its slug is checked, the ledger
/// is told what the public is told anew, and the row is sealed again.
struct TerminationChanger {
  private let transaction: any Transaction
  private let vault: Vault
  private let seal: TerminationSeal

  init(_ office: Office, _ transaction: any Transaction) throws {
    self.transaction = transaction
    vault = try office.vault()
    seal = TerminationSeal(vault)
  }

  /// The termination that the draft makes; it is not added yet.
  /// - Throws: `notFound`, and as the draft.
  func made(_ draft: TerminationDraft, for campaign: Campaign, target: Target) throws -> Termination {
    var termination = Termination(
      id: Identifier(on: .today), slug: try Slug.drawn("t"), campaign: campaign.id, target: target.id,
      party: Signatory(name: ""), kind: .consulting)
    try draft.apply(to: &termination, in: campaign, transaction)
    try draft.settle(&termination)
    if draft.slug == nil { termination.slug = try freeSlug(for: termination.party) }
    try requireDiscretion(termination)
    return termination
  }

  /// Adds a termination that was made.
  /// - Throws: `alreadyExists` where its slug is taken.
  func add(_ termination: Termination) throws {
    try transaction.terminations.add(seal.seal(termination))
  }

  /// Lets `body` change the termination.
  /// - Throws: `notFound`, `altered`, and what the change throws.
  func change(
    _ slug: String, _ body: (inout Termination, Campaign) throws -> Void
  ) throws -> TerminationDetails {
    var termination = try seal.open(try transaction.termination(slug))
    try body(&termination, try transaction.details(of: termination).campaign)
    try requireDiscretion(termination)
    let details = try transaction.details(of: termination)
    try tell(&termination, details)
    try transaction.terminations.update(seal.seal(termination))
    return TerminationDetails(termination: termination, campaign: details.campaign, target: details.target)
  }

  /// Keeps what the public is told from now on, and queues its leaf, where that is something new.
  private func tell(_ termination: inout Termination, _ details: TerminationDetails) throws {
    let text = termination.publicText(target: details.target.name)
    // What was told once and is not any more leaves an empty text behind: the ledger shows that it went.
    guard text != nil || !termination.publications.isEmpty, termination.tell(text ?? "", on: .today),
      let published = termination.publications.last
    else { return }
    let leaf = PublicLeaves.leaf(of: published, termination.id)
    let mark = LeafMarks(vault, termination.campaign).mark(of: leaf)
    try transaction.ledger.enqueue([QueuedLeaf(leaf, in: termination.campaign, mark: mark)])
  }

  /// A slug stands in the clear: it may tell whose it is only where the public list does.
  private func requireDiscretion(_ termination: Termination) throws {
    let isPublicByName = termination.publishedOn != nil && termination.visibility.level == .named
    guard !isPublicByName, termination.slug.tells(of: termination.party) else { return }
    throw Refusal(
      .invalidValue, "the slug holds a word of who ends the contract, and slugs are not sealed",
      hint: "give another with --slug, or none where it is new; picket termination publish --slug may name who it is")
  }

  private func freeSlug(for party: Signatory) throws -> Slug {
    for _ in 0..<1000 {
      let slug = try Slug.drawn("t")
      if !slug.tells(of: party), try transaction.terminations.find(slug) == nil { return slug }
    }
    throw Refusal(.alreadyExists, "no slug is free", hint: "give one yourself")
  }
}

extension TerminationDraft {
  /// A notice that is dated today or earlier was given; one that is still to come was not.
  func settle(_ termination: inout Termination) throws {
    guard noticeDate != nil, termination.stage == .considering, let notice = termination.notice,
      notice.givenOn <= .today
    else { return }
    try termination.giveNotice(today: .today)
  }
}

extension Transaction {
  /// The termination of this slug.
  /// - Throws: `notFound`.
  func termination(_ slug: String) throws -> SealedTermination {
    if let slug = try? Slug(slug), let termination = try terminations.find(slug) { return termination }
    throw Refusal.noSuch("termination", slug, among: try terminations.slugs())
  }

  /// What the public is told of the termination, line by line.
  func linesTold(of termination: Termination) throws -> Set<String> {
    let text = termination.publicText(target: try details(of: termination).target.name) ?? ""
    return Set(text.split(separator: "\n").map(String.init))
  }

  /// The termination with what it refers to.
  func details(of termination: Termination) throws -> TerminationDetails {
    guard let campaign = try campaigns.find(termination.campaign), let target = try targets.find(termination.target)
    else {
      throw Refusal(
        .corrupt, "termination \(termination.slug) has no campaign or target", hint: "go on with your newest backup")
    }
    return TerminationDetails(termination: termination, campaign: campaign, target: target)
  }
}
