import Campaigns
import Testing

/// What a source reports, beside what was observed.
@Suite("Accounts and observations")
struct AccountAgreementTests {
  private let statement = Identifier<PublicStatement>(on: .today)

  private func history() throws -> RevisionHistory {
    var generator = BulkRandom()
    let texts = [Bytes32(random: &generator), Bytes32(random: &generator)]
    return RevisionHistory(
      of: try zip(texts, ["2018-06-18T10:00Z", "2018-06-18T12:00Z"]).map { text, time in
        Capture(
          id: Identifier(on: .today), statement: statement, observedAt: try Moment(time),
          content: Capture.Content(raw: text, text: text, byteCount: 1, mediaType: "text/plain"), fetch: nil)
      })
  }

  @Test(
    "it was observed where the interval allows the time",
    arguments: [
      ("2018-06-18T11:00Z", true), ("2018-06-18", true), ("2018-06", true), ("2018-06-17", false),
      ("2018-06-18T12:30Z", false), ("about 2018-06-18T12:30Z", true), ("about 2018-06-18T12:40Z", false),
      ("about 2018-06-18T13", true), ("about 2018-06-18T14", false),
      ("2018-06-18T09:30Z", false), ("about 2018-06-18T09:30Z", true), ("about 2018-06-17", true),
    ])
  func times(_ time: String, _ isObserved: Bool) throws {
    let account = try AccountEvent(
      id: Identifier(on: .today), statement: statement, source: "A paper", kind: .edited, at: try Moment(time),
      explanation: nil, attributedTo: nil, url: nil)
    #expect(AccountConflicts(among: [], observed: try history().events).isObserved(account) == isObserved)
  }

  @Test("another kind of event was not observed")
  func kinds() throws {
    let account = try AccountEvent(
      id: Identifier(on: .today), statement: statement, source: "A paper", kind: .removed, at: nil, explanation: nil,
      attributedTo: nil, url: nil)
    let conflicts = AccountConflicts(among: [], observed: try history().events)
    #expect(!conflicts.isObserved(account) && conflicts.contradictsObservations(account))
  }

  @Test("a capture may be as late as a day that has begun somewhere on earth, not later")
  func future() throws {
    let now = try Moment("2018-06-18T12:00Z").seconds
    func code(_ time: String, _ last: String?, isEarlier: Bool = false) throws -> Refusal.Code? {
      do {
        try Capture.requireTime(try Moment(time), after: last.map { try Moment($0) }, isEarlier: isEarlier, now: now)
        return nil
      } catch let refusal as Refusal { return refusal.code }
    }
    #expect(try code("2018-06-19", nil) == nil)
    #expect(try code("2018-06-20", nil) == .invalidValue)
    #expect(try code("2018-06-18T12:01Z", nil) == .invalidValue)
    #expect(try code("2018-06-18T12:00Z", "2018-06-18T12:00Z") == nil)
    #expect(try code("2018-06-18T11:00Z", "2018-06-18T12:00Z") == .notAllowed)
    #expect(try code("2018-06-18T11:00Z", "2018-06-18T12:00Z", isEarlier: true) == nil)
  }
}
