import Campaigns
import Captures
import Crypto
import Foundation
import Ledger

// Evidence: public, so no key is needed.

/// What an organizer says of a source.
public struct EvidenceDraft: Sendable {
  /// What it is called.
  public var title: String
  /// Its address on the web.
  public var url: String?
  /// Who published it.
  public var publisher: String?
  /// Who wrote it.
  public var author: String?
  /// When it was published, as `Moment` takes it.
  public var published: String?
  /// When it was looked at, as `Moment` takes it.
  public var accessed: String?
  /// Words taken from it.
  public var quote: String?
  /// Where in it they stand.
  public var place: String?
  /// The bytes of a copy of it.
  public var copy: [UInt8]?
  /// What it is evidence for: `demand 1`, `statement SLUG`, `petition SLUG`, `delivery SLUG 1`, `boycott SLUG`,
  /// `termination SLUG`, `claim ID`, `event ID`.
  public var subject: String?

  /// A source of which only the title is said.
  public init(_ title: String) { self.title = title }
}

extension Office {
  /// Adds evidence to a campaign, under its next number.
  /// - Throws: `notFound`, also where there is nothing of the subject's name; `invalidValue`; `notAllowed` where it is for
  ///   a termination that was not published.
  public func addEvidence(_ draft: EvidenceDraft, to campaign: String) throws -> EvidenceRecord {
    try repository.write { transaction in
      try transaction.addEvidence(draft, to: transaction.campaign(campaign))
    }
  }

  /// The campaign's evidence, by number.
  /// - Throws: `notFound`.
  public func evidence(of campaign: String) throws -> [EvidenceRecord] {
    try repository.read { try $0.record.evidence(of: $0.campaign(campaign).id) }
  }

  /// The campaign's evidence of this number.
  /// - Throws: `notFound`.
  public func evidence(_ number: Int, of campaign: String) throws -> EvidenceRecord {
    try repository.read { try $0.evidence(number, of: $0.campaign(campaign)) }
  }

  /// The copy that is kept of the campaign's evidence of this number.
  /// - Throws: `notFound`, also where no copy is kept; `unusableFile` where it was damaged.
  public func copy(ofEvidence number: Int, of campaign: String) throws -> [UInt8] {
    try repository.read { transaction in
      let campaign = try transaction.campaign(campaign)
      guard let digest = try transaction.evidence(number, of: campaign).copy else {
        throw Refusal(
          .notFound, "no copy is kept of evidence \(number)", hint: "picket evidence add --copy FILE keeps one")
      }
      let damaged = Refusal(.unusableFile, "the copy of evidence \(number) is damaged", hint: "take it from a backup")
      guard let kept = try transaction.statements.bytes(digest) else { throw damaged }
      let bytes = try Compression.inflated(kept.packed)
      guard Array(SHA256.hash(data: Data(bytes))) == digest.bytes else { throw damaged }
      return bytes
    }
  }
}

extension Transaction {
  /// The campaign's evidence of this number.
  /// - Throws: `notFound`.
  func evidence(_ number: Int, of campaign: Campaign) throws -> EvidenceRecord {
    if let found = try record.evidence(of: campaign.id).first(where: { $0.number == number }) { return found }
    throw Refusal(
      .notFound, "\(campaign.slug) has no evidence \(number)",
      hint: "picket evidence list --campaign \(campaign.slug) shows it")
  }

  /// The number that the campaign's next evidence gets.
  func nextEvidenceNumber(of campaign: Campaign) throws -> Int {
    (try record.evidence(of: campaign.id).last?.number ?? 0) + 1
  }

  /// Adds evidence and queues its leaf.
  /// - Parameters:
  ///   - number: the next number, where it is known already.
  ///   - event: what it is for, where that was made just now.
  func addEvidence(
    _ draft: EvidenceDraft, to campaign: Campaign, number: Int? = nil, for event: CampaignEvent? = nil
  ) throws -> EvidenceRecord {
    let evidence = EvidenceRecord(
      id: Identifier(on: .today), campaign: campaign.id,
      number: try number ?? nextEvidenceNumber(of: campaign), title: try oneLine(draft.title, "a title"),
      url: try draft.url.map(webAddress), publisher: try draft.publisher.map { try oneLine($0, "a publisher") },
      author: try draft.author.map { try oneLine($0, "an author") },
      publishedAt: try draft.published.map { try begun(Moment($0), "the publication") },
      accessedAt: try draft.accessed.map { try begun(Moment($0), "the visit") },
      quote: try draft.quote.map { try paragraph($0, "a quote") },
      place: try draft.place.map { try oneLine($0, "a place") }, copy: try draft.copy.map(keep),
      subject: try event.map { "event \($0.id)" } ?? draft.subject.map { try subject($0, of: campaign) })
    try self.record.add(evidence)
    try Office.enqueue(PublicLeaves.leaf(of: evidence), campaign.id, self)
    return evidence
  }

  /// Keeps bytes, once.
  /// - Returns: their digest.
  private func keep(_ bytes: [UInt8]) throws -> Bytes32 {
    guard !bytes.isEmpty, bytes.count <= CaptureSize.most,
      let digest = Bytes32(SHA256.hash(data: Data(bytes)))
    else {
      throw Refusal(
        .invalidValue, "the copy is empty or longer than \(CaptureSize.most >> 20) MiB",
        hint: "keep large files elsewhere and name their place")
    }
    try statements.keep(KeptBytes(digest: digest, size: bytes.count, packed: try Compression.deflated(bytes)))
    return digest
  }

  /// What evidence is for, as it is kept; it has to be the campaign's.
  /// - Throws: `notFound` where there is no such thing, `invalidValue` where it is written otherwise, `notAllowed` where
  ///   it is not public.
  private func subject(_ text: String, of campaign: Campaign) throws -> String {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.count == 3, words[0].lowercased() == "delivery" { return try delivery(words[1], words[2], of: campaign) }
    guard words.count == 2 else { throw unknownSubject }
    let name = words[1]
    let owner: Identifier<Campaign>?
    switch words[0].lowercased() {
    case "demand":
      guard let number = Int(name) else { throw unknownSubject }
      return "demand \(try demand(number, of: campaign).number)"
    case "petition": owner = try petition(name).campaign
    case "boycott": owner = try boycott(name).campaign
    case "termination":
      let termination = try termination(name)
      // Evidence is public and stands in the clear: it must not say whose contract is ended before that is public.
      guard termination.isPublished else {
        throw Refusal(
          .notAllowed, "\(termination.slug) is not published, and evidence is public",
          hint: "picket termination edit \(termination.slug) --evidence keeps a source sealed with it")
      }
      owner = termination.campaign
    case "statement":
      let all = try statements.all()
      guard let statement = all.first(where: { $0.slug.description == name }) else {
        throw Refusal.noSuch("statement", name, among: all.map(\.slug))
      }
      owner = statement.campaign
    case "claim":
      let own = try petitions.all().filter { $0.campaign == campaign.id }
      let claims = try own.flatMap { try deliveries.claims(for: $0.id) }
      let id = Identifier<ClaimedTally>(name)
      owner = claims.contains { $0.id == id } ? campaign.id : nil
    case "event":
      let id = Identifier<CampaignEvent>(name)
      owner = try record.events(of: campaign.id).contains { $0.id == id } ? campaign.id : nil
    default: throw unknownSubject
    }
    guard owner == campaign.id else {
      throw Refusal(
        .notFound, "\(campaign.slug) has no \(words[0].lowercased()) \"\(name.prefix(64))\"",
        hint: "evidence is for what is in its own campaign")
    }
    return "\(words[0].lowercased()) \(name.lowercased())"
  }

  private func delivery(_ slug: String, _ number: String, of campaign: Campaign) throws -> String {
    let petition = try petition(slug)
    guard let number = Int(number) else { throw unknownSubject }
    guard petition.campaign == campaign.id, try deliveries.find(number, of: petition.id) != nil else {
      throw Refusal(
        .notFound, "\(campaign.slug) has no delivery \(number) of \(petition.slug)",
        hint: "picket delivery list \(petition.slug) shows them")
    }
    return "delivery \(petition.slug) \(number)"
  }

  private var unknownSubject: Refusal {
    Refusal(
      .invalidValue, "this is nothing that evidence can be for",
      hint: "write it like demand 1 or statement SLUG; picket evidence add --help has them all")
  }
}

/// The address, as it is written.
/// - Throws: `invalidValue` where it is none on the web.
func webAddress(_ text: String) throws -> String {
  let address = text.trimmingWhitespace()
  guard address.count <= 2000, address.wholeMatch(of: /https?:\/\/[^\s\/?#]+([\/?#]\S*)?/) != nil,
    !address.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
  else {
    throw Refusal(
      .invalidValue, "this is no address on the web",
      hint: "write it with http:// or https://, at most 2,000 characters")
  }
  return address
}

/// The time, which has begun somewhere on earth.
/// - Throws: `invalidValue`.
func begun(_ moment: Moment, _ what: String) throws -> Moment {
  guard moment.seconds <= Moment.now.seconds + 86_400 else {
    throw Refusal(.invalidValue, "the time of \(what) is in the future", hint: "a record is of what has happened")
  }
  return moment
}
