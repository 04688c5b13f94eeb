import Campaigns
import Ledger
import Store
import Testing

@testable import Office

@Suite("The timeline of what was observed and of what sources report")
struct RecordTimelineTests {
  private let office: TemporaryOffice

  init() throws { office = try TemporaryOffice() }

  /// A statement as it was seen; the texts are told apart by their digests only.
  private func observe(
    _ slug: String, in campaign: String = "campaign", _ captures: [(time: String, text: UInt8?)],
    _ accounts: [(source: String, kind: RevisionHistory.Event.Kind, at: String?, explanation: String?)] = []
  ) throws {
    let campaign = try office.office.campaign(campaign)
    let target = try office.office.target("target")
    let statement = PublicStatement(
      id: Identifier(on: .today), slug: try Slug(slug), campaign: campaign.id, target: target.id, title: "A post",
      channel: .blog, url: "https://target.example/post", speaker: nil, addedOn: .today)
    try office.repository.write { transaction in
      try transaction.statements.add(statement)
      for (time, text) in captures {
        let digest = try #require(Bytes32([UInt8](repeating: text ?? 0, count: 32)))
        if text != nil { try transaction.statements.keep(KeptBytes(digest: digest, size: 1, packed: [1])) }
        let content = text.map { _ in
          Capture.Content(raw: digest, text: digest, byteCount: 1, mediaType: "text/html")
        }
        try transaction.statements.add(
          SealedCapture(
            Capture(
              id: Identifier(on: .today), statement: statement.id, observedAt: try Moment(time), content: content,
              fetch: nil), observer: nil))
      }
      for (source, kind, time, explanation) in accounts {
        try transaction.statements.add(
          try AccountEvent(
            id: Identifier(on: .today), statement: statement.id, source: source, kind: kind,
            at: time.map(Moment.init), explanation: explanation,
            attributedTo: explanation == nil ? nil : "A spokesperson", url: "https://\(slug).example/report"))
      }
    }
  }

  /// The day of the cloud contract: the passage is seen, is gone, is back; two outlets report it differently.
  private func cloudContract() throws {
    try observe(
      "post",
      [
        ("2018-06-18T09:50-07:00", 1), ("2018-06-18T13:00-07:00", 2), ("2018-06-18T13:20-07:00", 1),
        ("2018-06-18T15:00-07:00", 1),
      ],
      [
        ("Outlet A", .edited, "about 2018-06-18T13:00-07:00", "An employee did it by mistake."),
        ("Outlet B", .removed, "about 2018-06-18T13:00-07:00", nil),
        ("Outlet C", .removed, nil, nil),
      ])
    _ = try office.office.addEvent("Families are separated.", at: "2018-06-18", evidence: nil, to: "campaign")
    var draft = EvidenceDraft("The archived post")
    draft.subject = "statement post"
    _ = try office.office.addEvidence(draft, to: "campaign")
  }

  private func entries(_ kinds: TimelineEntry.Kind...) throws -> [TimelineEntry] {
    try office.office.timeline(of: "campaign", Timeline.Choice(kinds: Set(kinds))).entries
  }

  @Test("observations stand as intervals, accounts beside them, and those that conflict say so")
  func day() throws {
    try cloudContract()
    let entries = try entries(.statement, .account, .event)
    #expect(
      entries.map(\.text) == [
        "Families are separated.", "“A post”, blog of Target, was seen for the first time.",
        "The text of “A post” was changed: revision 2.",
        "Outlet A reports: “A post” was edited. As explained, A spokesperson said: “An employee did it by "
          + "mistake.”",
        "Outlet B reports: “A post” was removed.",
        "What had gone from the text of “A post” was back: revision 3.", "Outlet C reports: “A post” was removed.",
      ])
    let interval = try #require(entries.first { $0.text.hasPrefix("The text") })
    #expect(interval.from?.description == "2018-06-18T09:50-07:00")
    #expect(interval.until?.description == "2018-06-18T13:00-07:00")
    let notes = entries.filter { $0.kind == .account }.map(\.note)
    #expect(
      notes == [
        "another account says otherwise",
        "another account says otherwise; what was observed says otherwise",
        "another account says otherwise; what was observed says otherwise",
      ])
    #expect(entries.first { $0.text.hasPrefix("“A post”") }?.evidence == [1])
  }

  @Test("what was gone as a whole and came back")
  func gone() throws {
    try observe("post", [("2018-06-18", 1), ("2018-06-19", nil), ("2018-06-20", nil), ("2018-06-21", 1)])
    let entries = try entries(.statement)
    #expect(
      entries.map(\.text) == [
        "“A post”, blog of Target, was seen for the first time.", "“A post” was gone.",
        "“A post” was back: revision 2.",
      ])
    #expect(entries.last?.from == (try Moment("2018-06-20")))
    #expect(entries.last?.until == (try Moment("2018-06-21")))
  }

  @Test("statements of another campaign are not in it")
  func apart() throws {
    _ = try office.office.createCampaign("second", title: "Another")
    try observe("post", in: "second", [("2018-06-18", 1)], [("Outlet A", .removed, nil, nil)])
    #expect(try entries(.statement, .account).isEmpty)
    #expect(try office.office.timeline(of: "second").entries.count == 2)
  }

  @Test("evidence and entered events have leaves, and a withdrawal one of its own; none of it needs the key")
  func leaves() throws {
    let locked = Office(repository: office.repository) { _ in throw Refusal(.locked, "no key") }
    _ = try locked.addEvidence(EvidenceDraft("A"), to: "campaign")
    let event = try locked.addEvent("It happened.", at: "2018", evidence: 1, to: "campaign")
    #expect(try office.waiting(.evidence).count == 1)
    #expect(try office.waiting(.event).count == 1)
    _ = try locked.withdrawEvent(event.id.description)
    #expect(try office.waiting(.event).count == 2)
    #expect(refusal { _ = try locked.withdrawEvent(event.id.description) } == .notFound)
    #expect(refusal { _ = try locked.timeline(of: "campaign") } == .locked)
    _ = try office.checkpoint()
    #expect(try office.tree().filter { [.evidence, .event].contains($0.kind) }.count == 3)
    #expect(try office.complaints().isEmpty)
  }

  @Test("a copy that was damaged in the file is refused")
  func damagedCopy() throws {
    var draft = EvidenceDraft("A")
    draft.copy = Array("The article.".utf8)
    _ = try office.office.addEvidence(draft, to: "campaign")
    #expect(try office.office.copy(ofEvidence: 1, of: "campaign") == Array("The article.".utf8))
    try office.byHand("DROP TRIGGER kept_bytes_stay")
    try office.byHand("UPDATE kept_bytes SET packed = zeroblob(20)")
    #expect(refusal { _ = try office.office.copy(ofEvidence: 1, of: "campaign") } == .unusableFile)
  }
}
