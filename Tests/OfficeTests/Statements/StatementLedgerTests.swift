import Campaigns
import Foundation
import GRDB
import Ledger
import Testing

@testable import Office

/// Captures and accounts in the ledger, and what is sealed of them.
@Suite("Statements in the ledger")
struct StatementLedgerTests {
  private let office: TemporaryOffice

  init() throws {
    office = try TemporaryOffice()
    _ = try office.office.addStatement(
      "post", campaign: "campaign", target: "target", StatementDraft(title: "A post", channel: .blog))
  }

  @discardableResult
  private func capture(_ text: String?, at time: String, by observer: String? = nil) throws -> CaptureOutcome {
    var observation = Observation(
      at: try Moment(time), of: text.map { Observation.Page(bytes: Array($0.utf8), contentType: "text/plain") })
    observation.observer = observer
    return try office.office.capture("post", observation)
  }

  private func report() throws {
    _ = try office.office.addAccount(AccountDraft(source: "A paper", kind: .edited), of: "post")
  }

  @Test("every capture and every account has a leaf, without the key, and the tree takes them in")
  func leaves() throws {
    let locked = Office(repository: office.repository) { _ in throw Refusal(.locked, "no key") }
    for (text, time) in [("One.", "2018-06-01"), ("One.", "2018-06-02"), (nil, "2018-06-03")] as [(String?, String)] {
      let page = text.map { Observation.Page(bytes: Array($0.utf8), contentType: "text/plain") }
      _ = try locked.capture("post", Observation(at: try Moment(time), of: page))
    }
    try report()
    #expect(try office.waiting(.statementRevision).count == 4)
    _ = try office.checkpoint()
    #expect(try office.tree().filter { $0.kind == .statementRevision }.count == 4)
    try capture("Two.", at: "2018-06-04", by: "Ana Example")
    #expect(try office.complaints().isEmpty)
  }

  @Test("a page that takes too long to read is kept by its bytes, and the same bytes are never an edit")
  func givenUp() throws {
    let page = "<html><p " + (0..<60_000).map { "a\($0)" }.joined(separator: " ") + ">Some text."
    func capture(_ patience: Duration, at time: String) throws -> CaptureOutcome {
      var observation = Observation.Page(bytes: Array(page.utf8), contentType: "text/html")
      observation.patience = patience
      return try office.office.capture("post", Observation(at: try Moment(time), of: observation))
    }
    let first = try capture(.zero, at: "2018-06-01")
    #expect(first.reading == .givenUp)
    #expect(first.capture.content?.hasText == false)
    #expect(first.capture.content?.text == first.capture.content?.raw)
    #expect(try office.office.capturedBytes(of: "post", revision: 1, capture: nil) == Array(page.utf8))
    let second = try capture(.seconds(60), at: "2018-06-02")
    #expect(second.reading == .text)
    #expect(second.event == nil && second.revision == 1)
    #expect(try office.office.statement("post").history.revisions.map(\.captures) == [2])
    #expect(refusal { _ = try office.office.statementText(of: "post", revision: 1) } == .notAllowed)
    #expect(try office.complaints().isEmpty)
  }

  @Test("the leaf commits to the statement, the time and both digests")
  func commitment() throws {
    let capture = try capture("One.", at: "2018-06-18T09:50-07:00").capture
    let content = try #require(capture.content)
    let text = """
      \(capture.statement)
      \(capture.id)
      2018-06-18T16:50:00Z
      minute -420
      captured
      \(content.text.hexadecimal)
      \(content.raw.hexadecimal)
      4 text/plain
      """
    #expect(
      try office.waiting(.statementRevision).map(\.commitment)
        == [Commitment.of(.statementRevision, Array(text.utf8))])
  }

  @Test(
    "a capture that somebody puts in or changes by hand is not signed over",
    arguments: [
      "UPDATE capture SET observed_at = observed_at + 60", "UPDATE capture SET precision = 'hour'",
      "UPDATE capture SET media_type = 'text/html'", "DELETE FROM capture",
      "UPDATE account SET kind = 'removed'", "UPDATE account SET source = 'Another'", "DELETE FROM account",
    ])
  func changedRow(sql: String) throws {
    try capture("One.", at: "2018-06-18T09:50Z")
    try report()
    try office.byHand("DROP TRIGGER capture_stays")
    try office.byHand("DROP TRIGGER capture_is_kept")
    try office.byHand(sql)
    #expect(refusal { _ = try office.checkpoint() } == .altered)
    #expect(try !office.complaints().isEmpty)
  }

  @Test("who observed is bound to the capture")
  func observers() throws {
    let first = try capture("One.", at: "2018-06-18T09:50Z", by: "Ana Example").capture.id
    let second = try capture("Two.", at: "2018-06-18T10:50Z", by: "Bo Example").capture.id
    try capture("Two.", at: "2018-06-18T11:50Z")
    #expect(try office.office.observers(of: "post") == [first: "Ana Example", second: "Bo Example"])
    try office.byHand("DROP TRIGGER capture_stays")
    try office.byHand(
      "UPDATE capture SET observer = (SELECT observer FROM capture WHERE id = ?) WHERE id = ?",
      [second.rawValue, first.rawValue])
    #expect(refusal { _ = try office.office.observers(of: "post") } == .altered)
    #expect(try office.complaints().map(\.subject) == ["statement post"])
  }

  @Test("nothing identifying stands in a capture's row")
  func sealed() throws {
    try capture("One.", at: "2018-06-18T09:50Z", by: "Zqcanary Example")
    let bytes = try #require(FileManager.default.contents(atPath: office.path))
    #expect(bytes.range(of: Data("Zqcanary".utf8)) == nil)
  }
}
