import Campaigns
import Testing

@Suite struct AccountConflictTests {
  private func account(
    _ source: String, _ kind: RevisionHistory.Event.Kind, at time: String? = nil, because explanation: String? = nil
  ) throws -> AccountEvent {
    try AccountEvent(
      id: Identifier(on: .today), statement: Identifier(rawValue: 1), source: source, kind: kind,
      at: time.map(Moment.init), explanation: explanation, attributedTo: explanation == nil ? nil : "a spokesperson",
      url: nil)
  }

  private func disputed(_ accounts: AccountEvent...) -> [Bool] {
    let conflicts = AccountConflicts(among: accounts, observed: [])
    return accounts.map(conflicts.isDisputed)
  }

  @Test func `one outlet says that a passage went, another that the whole did`() throws {
    #expect(
      try disputed(
        account("A", .edited, at: "about 2018-06-18T13:00-07:00"),
        account("B", .removed, at: "2018-06-18T13:20-07:00"),
        account("C", .restored, at: "2018-06-18T13:20-07:00")) == [true, true, false])
    #expect(try disputed(account("A", .edited), account("B", .removed, at: "2018")) == [true, true])
  }

  @Test func `no conflict: other times, the same source, a sequence, the same account`() throws {
    #expect(
      try disputed(
        account("A", .edited, at: "about 2018-06-18T13:00Z"), account("B", .removed, at: "2018-06-18T13:31Z")) == [
          false, false,
        ])
    #expect(try disputed(account("A", .edited), account("A", .removed)) == [false, false])
    #expect(try disputed(account("A", .removed), account("B", .restored)) == [false, false])
    #expect(try disputed(account("A", .removed), account("B", .removed)) == [false, false])
  }

  @Test func `the same account with different explanations`() throws {
    #expect(
      try disputed(account("A", .removed, because: "a mistake"), account("B", .removed, because: "on order")) == [
        true, true,
      ])
    #expect(try disputed(account("A", .removed, because: "a mistake"), account("B", .removed)) == [false, false])
  }

  @Test func `against what was observed`() throws {
    func capture(_ time: String, _ text: UInt8?) throws -> Capture {
      let digest = Bytes32([UInt8](repeating: text ?? 0, count: 32))
      let content = try text.map { _ in
        Capture.Content(raw: try #require(digest), text: try #require(digest), byteCount: 1, mediaType: "text/plain")
      }
      return Capture(
        id: Identifier(on: .today), statement: Identifier(rawValue: 1), observedAt: try Moment(time),
        content: content,
        fetch: nil)
    }
    let history = RevisionHistory(of: [
      try capture("2018-06-18T09:50Z", 1), try capture("2018-06-18T13:00Z", 2), try capture("2018-06-18T15:00Z", nil),
    ])
    let conflicts = AccountConflicts(among: [], observed: history.events)
    #expect(conflicts.contradictsObservations(try account("A", .removed, at: "2018-06-18T12:00Z")))
    #expect(!conflicts.contradictsObservations(try account("A", .edited, at: "2018-06-18T12:00Z")))
    #expect(conflicts.contradictsObservations(try account("A", .edited, at: "2018-06-18T14:30Z")))
    #expect(!conflicts.contradictsObservations(try account("A", .removed, at: "2018-06-18")))
    #expect(!conflicts.contradictsObservations(try account("A", .removed)))
    #expect(!conflicts.contradictsObservations(try account("A", .removed, at: "2018-06-19T12:00Z")))
    #expect(!conflicts.contradictsObservations(try account("A", .published, at: "2018-06-18T12:00Z")))
  }
}
