import Foundation
import Testing

/// `picket statement capture SLUG URL`: what is fetched, and what a server can do to it.
@Suite(.enabled(if: LocalPages.isPossible)) struct StatementFetchTests {
  private let desk: Desk
  private let pages: LocalPages

  init() throws {
    desk = try Desk.withStatement()
    pages = try LocalPages()
  }

  @Test func `a page is fetched with all its redirections, and seen now`() throws {
    let start = ISO8601DateFormatter().string(from: Date())
    let capture = try desk.succeed(
      "statement", "capture", "post", pages.origin + "/hops/2", "--allow-private", "--json"
    ).json
    #expect(
      capture["hops"]?.elements.map { $0["url"] } == [
        .string(pages.origin + "/hops/2"), .string(pages.origin + "/hops/1"), .string(pages.origin + "/hops/0"),
      ])
    #expect(capture["hops"]?.elements.map { $0["status"] } == [307, 301, 200])
    #expect(capture["precision"] == "second")
    #expect((capture["observed"]?.string ?? "") >= start)
    let text = try desk.succeed("statement", "export", "post", "--text").text
    #expect(text == "We listen to our workers – always.\n")
    let document = try desk.succeed("statement", "export", "post").text
    #expect(document.contains("answered 307"))
  }

  @Test func `this computer is not reached unless it is asked for, by a redirection neither`() throws {
    try desk.refuse(65, "statement", "capture", "post", pages.origin + "/statement", saying: "no public address")
    try desk.refuse(
      65, "statement", "capture", "post", "http://localhost:1/", saying: "no public address", timeout: 30)
    try desk.refuse(
      65, "statement", "capture", "post", pages.origin + "/to/?file%3A%2F%2F%2Fetc%2Fpasswd", "--allow-private",
      saying: "no address of a page")
  }

  @Test func `a page that is gone is refused with what to record instead`() throws {
    for path in ["/gone", "/missing"] {
      try desk.refuse(66, "statement", "capture", "post", pages.origin + path, "--allow-private", saying: "--gone")
    }
    try desk.refuse(
      1, "statement", "capture", "post", pages.origin + "/broken", "--allow-private", saying: "answers 500")
  }

  @Test(arguments: [
    ("/loop", 1, "more than 10 times"), ("/nowhere", 1, "302"), ("/long_length", 1, "broke off"),
    ("/endless", 65, "larger than 32 MiB"), ("/bomb", 65, "larger than 32 MiB"), ("/mute", 1, "broke off"),
  ])
  func `a server that misbehaves is refused in words`(path: String, code: Int32, words: String) throws {
    let outcome = try desk.refuse(
      code, "statement", "capture", "post", pages.origin + path, "--allow-private", saying: words)
    #expect(!outcome.stderr.contains("secret"))
  }

  @Test func `a page that trickles in is waited for as long as is said, and nothing of it is kept in part`() throws {
    let clock = ContinuousClock()
    let time = try clock.measure {
      try desk.refuse(
        1, "statement", "capture", "post", pages.origin + "/drip", "--allow-private", "--timeout", "1",
        saying: "was not there after 1 second")
    }
    #expect(time < .seconds(15))
    let said = try desk.refuse(
      1, "statement", "capture", "post", pages.origin + "/silent", "--allow-private", "--timeout", "1",
      saying: "was not there after 1 second")
    #expect(said.stderr.contains("--timeout"))
    #expect(try desk.record()["captures"] == [])
    // Two seconds, and more than it takes.
    try desk.succeed(
      "statement", "capture", "post", pages.origin + "/trickle/20", "--allow-private", "--timeout", "40")
    #expect(try desk.succeed("statement", "export", "post", "--text").text == "We listen to our workers, slowly.\n")
  }

  @Test func `a time limit is a number, and of a page that is fetched`() throws {
    for limit in ["0", "3601", "-5", "soon"] {
      try desk.refuse(
        64, "statement", "capture", "post", pages.origin + "/statement", "--timeout=\(limit)", saying: "--timeout")
    }
    try desk.write("Text.", to: "page.txt")
    try desk.refuse(
      64, "statement", "capture", "post", "page.txt", "--observed", "2018", "--timeout", "5", saying: "URL of a page")
    try desk.refuse(
      64, "statement", "capture", "post", "--gone", "--observed", "2018", "--timeout", "5", saying: "URL of a page")
  }

  @Test func `a mistyped slug is told before anything is fetched`() throws {
    try desk.refuse(66, "statement", "capture", "pots", "http://nowhere.invalid/", saying: "did you mean post?")
  }

  @Test func `without libcurl all but fetching works`() throws {
    let folder = desk.root + "/libraries"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    // What the loader finds first is no library.
    try desk.write("none", to: folder + "/libcurl.so.4")
    desk.environment["LD_LIBRARY_PATH"] = folder
    try desk.refuse(
      1, "statement", "capture", "post", pages.origin + "/statement", "--allow-private",
      saying: "apt-get install libcurl4")
    try desk.capture(Page.html(Page.rest), at: "2018-06-18")
    #expect(try desk.kinds() == ["published"])
  }
}
