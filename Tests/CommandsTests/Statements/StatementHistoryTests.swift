import Foundation
import Testing

/// `picket statement`: what was observed, what others report of it, and what became of the text.
struct StatementHistoryTests {
  private let desk: Desk

  init() throws { desk = try Desk.withStatement() }

  private func story() throws {
    try desk.capture(Page.html(Page.passage, Page.rest), at: "2018-06-18T09:50-07:00")
    try desk.capture(Page.html(Page.rest), at: "2018-06-18T13:00-07:00")
    try desk.capture(Page.html(Page.passage, Page.rest), at: "2018-06-18T13:20-07:00")
  }

  @Test func `a passage that vanishes and returns makes three revisions with the intervals that are known`() throws {
    try story()
    let record = try desk.record()
    #expect(record["revisions"]?.elements.count == 3)
    #expect(record["revisions"]?.elements.map { $0["number"] } == [1, 2, 3])
    #expect(
      record["events"] == [
        ["kind": "published", "after": .null, "before": "2018-06-18T16:50:00Z", "revision": 1],
        ["kind": "edited", "after": "2018-06-18T16:50:00Z", "before": "2018-06-18T20:00:00Z", "revision": 2],
        ["kind": "restored", "after": "2018-06-18T20:00:00Z", "before": "2018-06-18T20:20:00Z", "revision": 3],
      ])
    let shown = try desk.succeed("statement", "show", "post").text
    #expect(shown.contains("published by 2018-06-18T09:50-07:00"))
    #expect(shown.contains("edited between 2018-06-18T09:50-07:00 and 2018-06-18T13:00-07:00"))
    #expect(shown.contains("--raw -o FILE"))
    let diff = try desk.succeed("statement", "diff", "post").text
    #expect(diff.contains("{+\(Page.passage)+}"))
    #expect(diff.contains("stood in revision 1, was gone in revision 2, and is back"))
    #expect(try desk.succeed("statement", "diff", "post", "--from", "1", "--to", "2").text.contains("[-We are proud"))
    #expect(
      try desk.succeed("statement", "diff", "post", "--from", "1", "--to", "3").text.contains(
        "Both revisions read the same."))
  }

  @Test func `a passage that comes back into a text that has changed besides is a return too`() throws {
    try story()
    try desk.capture(Page.html(Page.rest, "Something else was added since then."), at: "2018-06-19")
    try desk.capture(Page.html(Page.passage, "Of the rest nothing is left in here."), at: "2018-06-20")
    #expect(try desk.kinds() == ["published", "edited", "restored", "edited", "restored"])
  }

  @Test func `captures that read the same are one revision, and their bytes are kept once`() throws {
    try desk.capture(Page.html(Page.rest), at: "2018-06-18T09:50Z")
    let other = Page.html(Page.rest).replacing("<nav>Home</nav>", with: "<nav>Home &amp; more</nav>")
    let again = try desk.capture(other, at: "2018-06-18T10:00Z")
    #expect(again["event"] == .null && again["revision"] == 1)
    try desk.capture(Page.html(Page.rest), at: "2018-06-18T11:00Z")
    let revisions = try desk.record()["revisions"]?.elements ?? []
    #expect(revisions.count == 1)
    #expect(revisions.first?["captures"] == 3)
    #expect(revisions.first?["lastSeen"] == "2018-06-18T11:00:00Z")
    #expect(try desk.sqlite("SELECT count(*) FROM kept_bytes") == "3")
    try desk.refuse(66, "statement", "diff", "post", saying: "one revision")
  }

  @Test func `a statement that is gone and comes back was removed and restored`() throws {
    try desk.capture(Page.html(Page.rest), at: "2018-06-18T09:50Z")
    let gone = try desk.captureGone(at: "2018-06-18T12:00Z")
    #expect(gone["gone"] == .bool(true) && gone["revision"] == .null)
    #expect(gone["event"]?["kind"] == "removed")
    #expect(try desk.captureGone(at: "2018-06-18T12:30Z")["event"] == .null)
    try desk.capture(Page.html(Page.rest), at: "2018-06-18T13:00Z")
    let events = try desk.record()["events"]?.elements ?? []
    #expect(events.map { $0["kind"] } == ["published", "removed", "restored"])
    #expect(events.last?["after"] == "2018-06-18T12:30:00Z")
    #expect(try desk.succeed("statement", "diff", "post").text.contains("read the same"))
  }

  @Test func `captures of the same minute stand in the order in which they were added`() throws {
    for text in ["One paragraph.", "Two paragraphs.", "Three paragraphs.", "Four paragraphs."] {
      try desk.capture(Page.html(text), at: "2018-06-18T09:50Z")
    }
    for number in 1...4 {
      let text = try desk.succeed("statement", "export", "post", "--revision", "\(number)", "--text").text
      #expect(
        text == ["", "One paragraph.\n", "Two paragraphs.\n", "Three paragraphs.\n", "Four paragraphs.\n"][number])
    }
  }

  @Test func `two documents without a text that is read are never one revision`() throws {
    try desk.capture("%PDF-1.4 one", at: "2018-06-18T09:50Z")
    let second = try desk.capture("%PDF-1.4 two", at: "2018-06-18T10:00Z")
    #expect(second["event"]?["kind"] == "edited")
    #expect(second["mediaType"] == "application/pdf")
    #expect(try desk.capture("%PDF-1.4 two", at: "2018-06-18T10:30Z")["event"] == .null)
    try desk.refuse(65, "statement", "diff", "post", saying: "kind whose text is not read")
    try desk.refuse(65, "statement", "export", "post", "--text", saying: "kind whose text is not read")
    #expect(try desk.succeed("statement", "export", "post", "--raw").text == "%PDF-1.4 two")
  }

  // MARK: - Accounts

  @Test func `conflicting accounts stand side by side, each explanation with whose it is`() throws {
    try story()
    try desk.succeed(
      "statement", "account", "post", "--source", "The Daily Example", "--event", "edited", "--about",
      "2018-06-18T12:30-07:00", "--explanation", "An employee did it by mistake", "--attributed-to", "a spokesperson")
    try desk.succeed(
      "statement", "account", "post", "--source", "The Daily Example", "--event", "restored", "--about",
      "2018-06-18T13:10-07:00")
    let said = try desk.succeed(
      "statement", "account", "post", "--source", "Example News", "--event", "removed", "--about", "2018-06-18",
      "--url", "https://news.example/1")
    #expect(said.stderr.contains("no capture shows that"))
    let accounts = try desk.record()["accounts"]?.elements ?? []
    #expect(accounts.map { $0["source"] } == ["The Daily Example", "Example News"])
    let first = accounts.first?["events"]?.elements ?? []
    #expect(first.map { $0["kind"] } == ["edited", "restored"])
    #expect(first.first?["at"] == "2018-06-18T19:30:00Z" && first.first?["isAbout"] == .bool(true))
    #expect(first.first?["explanation"] == "An employee did it by mistake")
    #expect(first.first?["attributedTo"] == "a spokesperson")
    #expect(first.map { $0["observed"] } == [.bool(true), .bool(true)])
    #expect(accounts.last?["events"]?.elements.first?["observed"] == .bool(false))
    #expect(accounts.last?["events"]?.elements.first?["observedOtherwise"] == .bool(true))
    #expect(accounts.map { $0["events"]?.elements.first?["disputed"] } == [.bool(true), .bool(true)])
    #expect(first.last?["disputed"] == .bool(false))
    // An account changes nothing of what was observed.
    #expect(try desk.kinds() == ["published", "edited", "restored"])
    for text in [
      try desk.succeed("statement", "show", "post").text, try desk.succeed("statement", "export", "post").text,
    ] {
      #expect(text.replacing("\\", with: "").contains("a spokesperson said: “An employee did it by mistake”"))
      #expect(text.contains("The sources report different things, and not all of it was observed."))
      #expect(text.contains("about 2018-06-18"))
    }
  }

  @Test func `an account at another time than what was observed is not observed`() throws {
    try story()
    let early = try desk.succeed(
      "statement", "account", "post", "--source", "A", "--event", "edited", "--about", "2018-06-16", "--json")
    #expect(try early.json["observed"] == .bool(false))
    let untimed = try desk.succeed("statement", "account", "post", "--source", "B", "--event", "edited", "--json")
    #expect(try untimed.json["observed"] == .bool(true))
  }

  @Test func `an explanation of nobody, a future time and a bad address are refused`() throws {
    try desk.refuse(
      65, "statement", "account", "post", "--source", "A", "--event", "removed", "--explanation", "It was a mistake",
      saying: "whoever gives it")
    try desk.refuse(
      65, "statement", "account", "post", "--source", "A", "--event", "removed", "--attributed-to", "A spokesperson",
      saying: "whoever gives it")
    try desk.refuse(
      65, "statement", "account", "post", "--source", "A", "--event", "removed", "--about", "2999-01-01",
      saying: "in the future")
    try desk.refuse(
      65, "statement", "account", "post", "--source", "A", "--event", "removed", "--url", "javascript:alert(1)",
      saying: "no address of a page")
    try desk.refuse(
      64, "statement", "account", "post", "--source", "A", "--event", "vanished", saying: "--event")
  }

  // MARK: - Adding and listing

  @Test func `statements are added and listed by campaign`() throws {
    try desk.succeed("campaign", "create", "other", "--title", "Other")
    try desk.succeed(
      "statement", "add", "hearing", "--campaign", "other", "--target", "nimbus", "--title", "In the senate",
      "--channel", "hearing")
    try desk.capture(Page.html(Page.rest), at: "2018-06-18T09:50-07:00")
    let all = try desk.succeed("statement", "list", "--json").json.elements
    #expect(all.map { $0["slug"] } == ["hearing", "post"])
    #expect(all.map { $0["captures"] } == [0, 1])
    #expect(all.last?["lastObserved"] == "2018-06-18T16:50:00Z")
    let justice = try desk.succeed("statement", "list", "--campaign", "justice").text
    #expect(justice.contains("post") && !justice.contains("hearing"))
    try desk.refuse(
      65, "statement", "add", "post", "--campaign", "other", "--target", "nimbus", "--title", "T", "--channel",
      "memo",
      saying: "picket statement show post")
    try desk.refuse(
      65, "statement", "add", "x", "--campaign", "other", "--target", "nimbus", "--title", "T", "--channel", "memo",
      "--url", "https://user:password@nimbus.example/", saying: "no address of a page")
    try desk.refuse(66, "statement", "show", "pots", saying: "did you mean post?")
    try desk.refuse(66, "statement", "list", "--campaign", "none", saying: "no campaign")
  }
}
