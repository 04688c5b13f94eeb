import Campaigns
import Captures
import Crypto
import Export
import Foundation
import GRDB
import Ledger
import Store
import Testing
import Vault

@testable import Office

/// The brief of a real database: statements read from their kept texts, what is sealed opened only behind its gate.
struct BriefOfficeTests {
  private let place: TemporaryOffice

  init() throws {
    place = try TemporaryOffice()
  }

  private func brief(_ format: BriefFormat = .markdown) throws -> String {
    var text = ""
    try place.office.brief(of: "campaign").write(as: format) { text += String(decoding: $0, as: UTF8.self) }
    return text
  }

  /// Adds a statement that was seen with these texts, a minute between them; nil is that it was gone.
  private func say(_ slug: String, _ texts: [String?]) throws -> PublicStatement {
    try place.repository.write { transaction in
      let campaign = try transaction.campaign("campaign")
      let statement = PublicStatement(
        id: Identifier(on: .today), slug: try Slug(slug), campaign: campaign.id,
        target: try transaction.target("target").id, title: "A post on \(slug)", channel: .blog, url: nil,
        speaker: nil, addedOn: .today)
      try transaction.statements.add(statement)
      for (place, text) in texts.enumerated() {
        let content = try text.map { try keep($0, transaction) }
        let capture = Capture(
          id: Identifier(on: .today), statement: statement.id,
          observedAt: Moment(seconds: 1_529_340_600 + Int64(place * 60), precision: .minute), content: content,
          fetch: nil)
        try transaction.statements.add(SealedCapture(capture, observer: nil))
      }
      return statement
    }
  }

  private func keep(_ text: String, _ transaction: any Transaction) throws -> Capture.Content {
    let bytes = Array(text.utf8)
    let digest = try #require(Bytes32(SHA256.hash(data: bytes)))
    try transaction.statements.keep(
      KeptBytes(digest: digest, size: bytes.count, packed: try Compression.deflated(bytes)))
    return Capture.Content(raw: digest, text: digest, byteCount: bytes.count, mediaType: "text/plain")
  }

  private static let proud = "We are proud to support the agency with our cloud in every way we can."

  @Test func `revisions are told with their intervals, and what went and came back is quoted`() throws {
    let other = "We are glad to serve our customers.\n\n"
    _ = try say("post", [other + Self.proud, other, nil, other + Self.proud, other + Self.proud])
    let text = try brief()
    #expect(text.contains("3 revisions in 5 observations."))
    #expect(text.contains("Published on or before 2018-06-18 16:50 UTC: revision 1."))
    #expect(text.contains("Changed between 2018-06-18 16:50 UTC and 2018-06-18 16:51 UTC: revision 2."))
    #expect(text.contains("Removed between 2018-06-18 16:51 UTC and 2018-06-18 16:52 UTC."))
    #expect(text.contains("Restored, as a whole or in part, between 2018-06-18 16:52 UTC"))
    #expect(text.contains("Gone: “\(Self.proud)”"))
    #expect(text.contains("New: “\(Self.proud)”"))
    #expect(text.contains("comes back in revision 3") || text.contains("come back in revision 3"))
    #expect(text.contains("**changed 3 times** between 2018-06-18 16:50 UTC and 2018-06-18 16:53 UTC"))
  }

  @Test func `a passage that is back among other changes is a return`() throws {
    let other = "We are glad to serve our customers.\n\n"
    _ = try say("post", [other + Self.proud, other, other + Self.proud + "\n\nWe wrote this in January."])
    #expect(try brief().contains("Restored, as a whole or in part, between 2018-06-18 16:51 UTC"))
  }

  @Test func `a text that is not the one that was captured is refused, and names nobody`() throws {
    _ = try say("post", ["One text.", "Another text."])
    let forged = try Compression.deflated(Array("A forged text.".utf8))
    let digest = try #require(Bytes32(SHA256.hash(data: Array("One text.".utf8))))
    try place.byHand("DROP TRIGGER kept_bytes_stay")
    try place.byHand("UPDATE kept_bytes SET packed = ? WHERE digest = ?", [Data(forged), Data(digest.bytes)])
    #expect(refusal { _ = try place.office.brief(of: "campaign") } == .altered)
  }

  @Test func `a statement that was never seen has no history`() throws {
    _ = try say("post", [])
    let text = try brief()
    #expect(text.contains("### A post on post"))
    #expect(!text.contains("revision"))
  }

  @Test(arguments: [false, true])
  func `a delivered number is told only as it was signed`(isSignedByAnother: Bool) throws {
    for number in 0..<7 { _ = try place.add("Signer \(number)", nil) { $0.verification = .badge } }
    _ = try place.deliver()
    let locked = Office(repository: place.repository) { _ in throw Refusal(.locked, "no key") }
    #expect(try locked.brief(of: "campaign").petitions.first?.deliveries.map(\.total) == [7])
    var manifest = try DeliveryManifest(SignedNote(try place.bytes("SELECT manifest FROM delivery")).text)
    let signatures = String(decoding: try place.bytes("SELECT manifest FROM delivery"), as: UTF8.self)
      .components(separatedBy: "\n\n").last
    manifest.total = 5
    var forged = Array((manifest.text + "\n" + (signatures ?? "")).utf8)
    if isSignedByAnother {
      let other = try NoteSigner(
        name: CampaignLog.origin(of: place.campaign), privateKey: Vault.create().signingKey(for: place.campaign))
      manifest.key = other.verifier
      forged = try SignedNote(signing: manifest.text, by: [other]).bytes
    }
    try place.byHand("UPDATE delivery SET manifest = ?", [Data(forged)])
    for office in [locked, place.office] {
      #expect(refusal { _ = try office.brief(of: "campaign") } == .altered)
      #expect(refusal { _ = try office.deliveries(of: "letter") } == .altered)
    }
    #expect(refusal { _ = try place.office.timeline(of: "campaign") } == .altered)
    let path = place.folder.appendingPathComponent("again").path
    #expect(refusal { _ = try place.office.writeDelivery(1, of: "letter", to: path) } == .altered)
  }

  @Test func `accounts stand beside one another as what their sources say`() throws {
    let statement = try say("post", ["One text."])
    try place.repository.write { transaction in
      for (source, kind, words) in [
        ("The Sample Times", RevisionHistory.Event.Kind.removed, nil),
        ("Example Wire", .edited, "an employee did it"),
      ] as [(String, RevisionHistory.Event.Kind, String?)] {
        try transaction.statements.add(
          try AccountEvent(
            id: Identifier(on: .today), statement: statement.id, source: source, kind: kind, at: nil,
            explanation: words, attributedTo: words.map { _ in "A spokesperson" }, url: nil))
      }
    }
    let text = try brief()
    #expect(text.contains("- The Sample Times reports that it was removed; but another account says otherwise. (org"))
    #expect(
      text.contains(
        "- Example Wire reports that it was changed; but another account says otherwise. As explained, "
          + "A spokesperson said: “an employee did it”"
      ))
  }

  @Test func `no key is asked for while nothing that the brief tells is sealed`() throws {
    for number in 0..<7 { _ = try place.add("Zqcanary Signer\(number)", nil) { $0.verification = .badge } }
    _ = try say("post", ["One text."])
    let locked = Office(repository: place.repository) { _ in throw Refusal(.locked, "no key") }
    #expect(try locked.brief(of: "campaign").petitions.first?.verified == PublicCount(of: 5))
    _ = try place.office.addIncident(IncidentEntry(.threat, on: .today, account: "zqcanary"), to: "campaign")
    #expect(refusal { _ = try locked.brief(of: "campaign") } == .locked)
  }

  @Test func `pledges are told after the reveal and not before`() throws {
    try place.createBoycott()
    for number in 0..<7 {
      try place.pledge("Zqcanary Pledger\(number)", "zqcanary\(number)@mail.example") {
        $0.visibility = Visibility(.counted)
      }
    }
    #expect(try !brief().contains("Bound by a pledge"))
    _ = try place.office.revealPledges(of: "walk-out", confirming: 7)
    for format in BriefFormat.allCases {
      let text = try brief(format)
      #expect(text.contains("Bound by a pledge: at least 5 employees"))
      #expect(!text.lowercased().contains("zqcanary"))
    }
  }

  @Test func `scenario E: a statement is reversed, and the demand is met by another way than the one asked`() throws {
    _ = try place.office.addDemand("Do not renew the contract.", campaign: "campaign", target: "target")
    _ = try say(
      "defence",
      [
        "We will keep selling to the agency, whatever the pressure on us may be.",
        "We will not renew our contract with the agency when it runs out next year.",
      ])
    var refused = ResponseDraft(.rejected, on: CalendarDate(daysSinceEpoch: 18_158))
    refused.summary = "The chief executive defends the contract."
    _ = try place.office.respond(toDemand: 1, of: "campaign", refused)
    var met = ResponseDraft(.metOtherwise, on: CalendarDate(daysSinceEpoch: 18_165))
    met.summary = "The contract will not be renewed."
    met.source = "https://kitchen.example/second"
    _ = try place.office.respond(toDemand: 1, of: "campaign", met)
    try place.repository.write { transaction in
      try transaction.record.add(
        EvidenceRecord(
          id: Identifier(on: .today), campaign: try transaction.campaign("campaign").id, number: 2,
          title: "The second post", url: "https://kitchen.example/second", publisher: nil, author: nil,
          publishedAt: nil, accessedAt: nil, quote: nil, place: nil, copy: nil, subject: "demand 1"))
    }
    let text = try brief()
    #expect(text.contains("**1 demand**: 1 met (1 by another way than the one asked)."))
    #expect(text.contains("**met by another way than the one asked, 2019-09-26**. [\\[2\\]]("))
    #expect(
      text.contains("Newest response, 2019-09-26: met by another way than the one asked. The contract will not"))
    #expect(text.contains("Gone: “We will keep selling to the agency, whatever the pressure on us may be.”"))
    #expect(text.contains("New: “We will not renew our contract with the agency when it runs out next year.”"))
  }
}
