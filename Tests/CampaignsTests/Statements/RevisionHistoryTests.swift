import Campaigns
import Foundation
import Testing

@Suite("The history that follows from captures")
struct RevisionHistoryTests {
  /// A text by its letter; nil is a statement that is gone.
  private static func capture(_ letter: Character?, _ moment: Moment, id: Int64 = 1) throws -> Capture {
    let content = try letter.map { letter in
      let text = try #require(Bytes32([UInt8](repeating: letter.asciiValue ?? 0, count: 32)))
      // The bytes are others in each capture: it is the text that makes a revision.
      let raw = try #require(
        Bytes32([letter.asciiValue ?? 0] + [UInt8](repeating: UInt8(truncatingIfNeeded: id), count: 31)))
      return Capture.Content(raw: raw, text: text, byteCount: 9, mediaType: "text/html")
    }
    return Capture(
      id: Identifier(rawValue: id), statement: Identifier(rawValue: 7), observedAt: moment, content: content,
      fetch: nil)
  }

  /// Captures an hour apart from the hour 0 on: a letter is a text, a dot a statement that is gone.
  private static func captures(_ texts: String) throws -> [Capture] {
    try texts.enumerated().map { hour, letter in
      // The identifiers are chance: they are in no order of time.
      try capture(
        letter == "." ? nil : letter, Moment(seconds: Int64(hour) * 3_600, precision: .minute),
        id: Int64(hour * 7_919 % 251))
    }
  }

  /// The events in short: `edited 1-2 r2` happened between the hours 1 and 2 and led to the revision 2.
  private static func inShort(_ history: RevisionHistory) -> [String] {
    history.events.map { event in
      let after = event.after.map { "\($0.seconds / 3_600)" } ?? ""
      let revision = event.revision.map { " r\($0)" } ?? ""
      return "\(event.kind) \(after)-\(event.before.seconds / 3_600)\(revision)"
    }
  }

  /// The revisions in short: `a 0-2 3` is a text that was seen from the hour 0 to the hour 2 in three captures.
  private static func revisions(_ history: RevisionHistory) -> [String] {
    history.revisions.map { revision in
      let letter = String(decoding: revision.text.bytes.prefix(1), as: UTF8.self)
      return
        "\(letter) \(revision.firstSeen.seconds / 3_600)-\(revision.lastSeen.seconds / 3_600) \(revision.captures)"
    }
  }

  @Test(
    "from captures follow revisions, and events with the observations between which they lie",
    arguments: [
      ("", [], []), ("a", ["a 0-0 1"], ["published -0 r1"]), ("aaa", ["a 0-2 3"], ["published -0 r1"]),
      ("ab", ["a 0-0 1", "b 1-1 1"], ["published -0 r1", "edited 0-1 r2"]),
      ("aabbb", ["a 0-1 2", "b 2-4 3"], ["published -0 r1", "edited 1-2 r2"]),
      ("aba", ["a 0-0 1", "b 1-1 1", "a 2-2 1"], ["published -0 r1", "edited 0-1 r2", "restored 1-2 r3"]),
      (
        "abcb", ["a 0-0 1", "b 1-1 1", "c 2-2 1", "b 3-3 1"],
        ["published -0 r1", "edited 0-1 r2", "edited 1-2 r3", "restored 2-3 r4"]
      ),
      // Gone, for one observation or for some: it went between the last text and the first absence.
      ("aa.", ["a 0-1 2"], ["published -0 r1", "removed 1-2"]),
      ("a...", ["a 0-0 1"], ["published -0 r1", "removed 0-1"]),
      ("a..aa", ["a 0-0 1", "a 3-4 2"], ["published -0 r1", "removed 0-1", "restored 2-3 r2"]),
      // Back with another text: it is back all the same.
      ("a.b", ["a 0-0 1", "b 2-2 1"], ["published -0 r1", "removed 0-1", "restored 1-2 r2"]),
      (
        "a.a.b", ["a 0-0 1", "a 2-2 1", "b 4-4 1"],
        ["published -0 r1", "removed 0-1", "restored 1-2 r2", "removed 2-3", "restored 3-4 r3"]
      ),
      // Gone at first: then nothing was removed, and it was published after that.
      ("..aa", ["a 2-3 2"], ["published 1-2 r1"]), (".", [], []), ("...", [], []),
      (".a.", ["a 1-1 1"], ["published 0-1 r1", "removed 1-2"]),
    ] as [(String, [String], [String])])
  func histories(texts: String, revisions: [String], events: [String]) throws {
    let history = RevisionHistory(of: try RevisionHistoryTests.captures(texts))
    #expect(RevisionHistoryTests.revisions(history) == revisions)
    #expect(RevisionHistoryTests.inShort(history) == events)
    #expect(history.revisions.map(\.number) == Array(1..<revisions.count + 1))
  }

  @Test("a passage that had gone and is back makes a text that never stood before a restored one")
  func returns() throws {
    let captures = try RevisionHistoryTests.captures("abcad.e")
    var asked: [String] = []
    let history = RevisionHistory(of: captures) { texts in
      asked.append(String(decoding: texts.compactMap(\.bytes.first), as: UTF8.self))
      return texts.last?.bytes.first == Character("c").asciiValue
    }
    #expect(history.events.map(\.kind) == [.published, .edited, .restored, .restored, .edited, .removed, .restored])
    // Neither where it was seen first, nor where the text stood before or the statement was gone.
    #expect(asked == ["ab", "abc", "abcad"])
  }

  @Test("the order in which captures are given makes no difference")
  func anyOrder() throws {
    var random = SeededRandom(seed: 3)
    let captures = try RevisionHistoryTests.captures("aab..bac.ca")
    let expected = RevisionHistory(of: captures)
    for _ in 0..<100 { #expect(RevisionHistory(of: captures.shuffled(using: &random)) == expected) }
  }

  @Test("the same bytes are never an edit, though another reader may make another text of them")
  func sameBytes() throws {
    let first = try RevisionHistoryTests.capture("a", Moment("2018-06-18T09:00Z"))
    let raw = try #require(first.content?.raw)
    let text = try #require(Bytes32([UInt8](repeating: 7, count: 32)))
    let again = Capture(
      id: Identifier(rawValue: 2), statement: first.statement, observedAt: try Moment("2018-06-18T10:00Z"),
      content: Capture.Content(raw: raw, text: text, byteCount: 9, mediaType: "text/html"), fetch: nil)
    let history = RevisionHistory(of: [first, again])
    #expect(history.events.map(\.kind) == [.published])
    #expect(history.revisions.map(\.captures) == [2])
    #expect(history.revisions.first?.text == first.content?.text)
    // After it was gone it is back, whatever it is read as.
    let gone = try RevisionHistoryTests.capture(nil, Moment("2018-06-18T09:30Z"))
    #expect(RevisionHistory(of: [first, gone, again]).events.map(\.kind) == [.published, .removed, .restored])
  }

  @Test("captures of one time stand as they are given, whatever their identifiers")
  func equalTimes() throws {
    let time = Moment(seconds: 3_600, precision: .minute)
    for ids in [[1, 2, 3], [3, 2, 1], [2, 3, 1]] as [[Int64]] {
      let captures = try zip("aba", ids).map { try RevisionHistoryTests.capture($0, time, id: $1) }
      let history = RevisionHistory(of: captures)
      #expect(RevisionHistoryTests.inShort(history) == ["published -1 r1", "edited 1-1 r2", "restored 1-1 r3"])
    }
    // How well the time is known decides nothing either, and an offset is the same time.
    let captures = try [
      RevisionHistoryTests.capture("a", Moment("2018-06-18")),
      RevisionHistoryTests.capture("b", Moment("2018-06-18T00:00Z")),
      RevisionHistoryTests.capture("c", Moment("2018-06-17T17:00:00-07:00")),
    ]
    #expect(RevisionHistory(of: captures).revisions.map(\.text) == captures.compactMap(\.content?.text))
  }

  @Test("times that were written with other offsets are in the order in which they passed")
  func offsets() throws {
    let history = RevisionHistory(
      of: try [
        RevisionHistoryTests.capture("b", Moment("2018-06-18T10:00-07:00")),
        RevisionHistoryTests.capture("a", Moment("2018-06-18T12:00+02:00")),
      ])
    #expect(history.events.map(\.kind) == [.published, .edited])
    #expect(history.events.last?.after?.description == "2018-06-18T12:00+02:00")
    #expect(history.events.last?.before.description == "2018-06-18T10:00-07:00")
  }

  @Test("the story: a passage stands at 09:50, is missing at 13:00 and is back at 13:20")
  func story() throws {
    let texts = [Statement.first, Statement.second, Statement.first.replacingOccurrences(of: "ten", with: "20")]
    let times = ["2018-06-18T09:50-07:00", "2018-06-18T13:00-07:00", "2018-06-18T13:20-07:00"]
    let captures = try zip("abc", times).map { try RevisionHistoryTests.capture($0, Moment($1)) }
    let byDigest = Dictionary(uniqueKeysWithValues: zip(captures.compactMap(\.content?.text), texts))
    let history = RevisionHistory(of: captures) { digests in
      let texts = digests.compactMap { byDigest[$0] }
      return texts.dropLast().contains { $0.contains(Statement.contract) }
        && !texts[texts.count - 2].contains(Statement.contract)
        && texts[texts.count - 1].contains(Statement.contract)
    }
    #expect(history.events.map(\.kind) == [.published, .edited, .restored])
    #expect(history.events.map { $0.after?.description } == [nil, times[0], times[1]])
    #expect(history.events.map(\.before.description) == times)
    #expect(history.events.map(\.revision) == [1, 2, 3])
    #expect(history.revisions.map(\.captures) == [1, 1, 1])
    #expect(history.revisions.map(\.firstSeen.utc).first == "2018-06-18T16:50:00Z")
  }

  @Test("whatever was observed, revisions are maximal runs and events lie between observations", arguments: 0..<8)
  func anything(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let letters = (0..<Int.random(in: 0...30, using: &random)).map { _ in "aabbc..".randomElement(using: &random) }
      let texts = String(letters.compactMap { $0 })
      let captures = try RevisionHistoryTests.captures(texts)
      let history = RevisionHistory(of: captures.shuffled(using: &random))
      try RevisionHistoryTests.requireMaximalRuns(history, texts)
      try RevisionHistoryTests.requireEvents(history, texts, captures)
    }
  }

  /// Makes sure that the revisions are what the letters are when equal neighbours are taken together.
  private static func requireMaximalRuns(_ history: RevisionHistory, _ texts: String) throws {
    var runs: [(letter: Character, first: Int, last: Int)] = []
    for (hour, letter) in texts.enumerated() where letter != "." {
      if let run = runs.last, run.letter == letter, run.last == hour - 1 {
        runs[runs.count - 1].last = hour
      } else {
        runs.append((letter, hour, hour))
      }
    }
    try #require(revisions(history) == runs.map { "\($0.letter) \($0.first)-\($0.last) \($0.last - $0.first + 1)" })
  }

  /// Makes sure that whatever differs between two neighbours is an event between just these, and nothing else is.
  private static func requireEvents(_ history: RevisionHistory, _ texts: String, _ captures: [Capture]) throws {
    let letters = Array(texts)
    let times = captures.map(\.observedAt)
    let changes = letters.indices.filter { place in
      place == 0 ? letters[0] != "." : letters[place] != letters[place - 1]
    }
    try #require(history.events.map(\.before) == changes.map { times[$0] }, "\(texts)")
    var led: [Int] = []
    for (event, place) in zip(history.events, changes) {
      try #require(event.after == (place == 0 ? nil : times[place - 1]), "\(texts)")
      let earlier = letters[..<place]
      let kind: RevisionHistory.Event.Kind =
        letters[place] == "."
        ? .removed
        : earlier.allSatisfy { $0 == "." }
          ? .published : earlier.last == "." || earlier.contains(letters[place]) ? .restored : .edited
      try #require(event.kind == kind, "\(texts)")
      try #require((event.revision == nil) == (kind == .removed), "\(texts)")
      led += event.revision.map { [$0] } ?? []
    }
    try #require(led == history.revisions.map(\.number), "\(texts)")
  }
}
