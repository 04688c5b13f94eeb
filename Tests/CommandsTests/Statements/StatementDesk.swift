import Foundation
import Testing

/// Pages of a made-up statement.
enum Page {
  static let passage = "We are proud to support the agency with our cloud, today and tomorrow."
  static let rest = "Everything that we do is written down in our principles, which stand."

  /// A page with these paragraphs.
  static func html(_ paragraphs: String...) -> String {
    "<!DOCTYPE html><html><head><title>Post</title></head><body><nav>Home</nav><main>"
      + paragraphs.map { "<p>\($0)</p>" }.joined() + "</main></body></html>\n"
  }
}

extension Desk {
  /// A desk with a database, a campaign, a target and the statement `post`, which was not captured yet.
  static func withStatement() throws -> Desk {
    let desk = try Desk.withDatabase()
    try desk.succeed("campaign", "create", "justice", "--title", "Justice at Nimbus")
    try desk.succeed("target", "add", "nimbus", "--name", "Nimbus Cloud")
    try desk.succeed(
      "statement", "add", "post", "--campaign", "justice", "--target", "nimbus", "--title", "Our work",
      "--channel", "blog", "--url", "https://blog.nimbus.example/work", "--speaker", "A vice president")
    return desk
  }

  /// Captures a text, which has to succeed, and gives what the program says of it.
  @discardableResult
  func capture(_ text: String, at time: String, _ options: String..., of slug: String = "post") throws -> JSON {
    try write(text, to: "captured.html")
    let outcome = try Program.picket.run(
      ["statement", "capture", slug, "captured.html", "--observed", time, "--json"] + options, in: folder,
      environment: environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return try outcome.json
  }

  @discardableResult
  func captureGone(at time: String) throws -> JSON {
    try succeed("statement", "capture", "post", "--gone", "--observed", time, "--json").json
  }

  /// The statement's record, as programs get it.
  func record(_ slug: String = "post") throws -> JSON {
    try succeed("statement", "show", slug, "--json").json
  }

  /// What was observed to have happened.
  func kinds(_ slug: String = "post") throws -> [String] {
    try record(slug)["events"]?.elements.compactMap { $0["kind"]?.string } ?? []
  }
}

/// The server of the tests of fetching, run by the python3 that is there. It ends with this process at the latest.
final class LocalPages: Sendable {
  let origin: String
  private let process: Process

  static let isPossible = Program.tool("python3") != nil

  init() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Program.tool("python3")).path)
    process.arguments = [tests.appendingPathComponent("CapturesTests/Servers/pages.py").path]
    let output = Pipe()
    process.standardInput = Pipe()
    process.standardOutput = output
    try process.run()
    var line = Data()
    while line.last != UInt8(ascii: "\n") {
      let byte = output.fileHandleForReading.readData(ofLength: 1)
      try #require(!byte.isEmpty, "the server did not start")
      line += byte
    }
    origin = "http://127.0.0.1:\(String(decoding: line.dropLast(), as: UTF8.self))"
  }

  deinit { process.terminate() }
}
