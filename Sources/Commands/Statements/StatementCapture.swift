import ArgumentParser
import Campaigns
import Office

struct StatementCapture: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capture",
    abstract: "Keep what stands there now, or that it is gone.",
    discussion: """
      The bytes are kept as they are, up to 32 MiB. A page is compared by what can be
      read in it; a PDF by its bytes. No script is run: where a page is made by
      scripts, save it from a browser and capture that file.

        picket statement capture contract-post https://blog.nimbus.example/agency
        picket statement capture contract-post saved.html \\
          --observed 2018-06-18T09:50-07:00
        picket statement capture contract-post --gone --observed 2018-06-18T13:00Z

      A time without an offset is in UTC; a day or an hour will do. Fetching shows
      the server an address of yours, and no name. A page that is not there in time
      is not kept in part: what is missing would read as gone.
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The statement's slug.")
  var slug: String

  @Argument(help: "A file, the URL of a page, or - for standard input.", completion: .file())
  var source: String?

  @Flag(help: "It was gone: nothing stood where the statement had stood.")
  var gone = false

  @Option(help: "When it was seen, like 2018-06-18T09:50-07:00; for a URL now, unless given.")
  var observed: String?

  @Option(help: "Who saw it; sealed, so this needs the key.")
  var observer: String?

  @Flag(help: "It is older than the last capture, as an archived copy is.")
  var earlier = false

  @Flag(help: "Fetch the page even from a private network or this computer.")
  var allowPrivate = false

  @Option(help: "For how many seconds a page may take, 1 to 3600; else 60.")
  var timeout: Int?

  func validate() throws {
    if let timeout {
      guard (1...3600).contains(timeout) else { throw ValidationError("--timeout is a number from 1 to 3600") }
      guard source.map(isAddress) == true else { throw ValidationError("--timeout goes with the URL of a page") }
    }
    guard gone == (source == nil) else {
      throw ValidationError(
        gone
          ? "--gone says that nothing was there: give no file and no URL with it"
          : "nothing was given to capture: a file, a URL, - for standard input, or --gone")
    }
  }

  func run() throws {
    let time = try observed.map { try Moment($0) }
    let office = try vault.office()
    // Before anything is fetched: a mistyped slug must not be told to a server.
    _ = try office.statement(slug)
    var observation = try Observation(at: time ?? defaultTime(), of: source.map(page))
    observation.observer = observer
    observation.isEarlier = earlier
    let outcome = try office.capture(slug, observation)
    if output.json {
      try printJSON(CaptureOutput(outcome))
    } else {
      Terminal.say(Copy.captured(outcome, of: slug))
      try Terminal.print(outcome.capture.id.description)
    }
    switch outcome.reading {
    case .text, .none: break
    case .nothing: Terminal.warn(Copy.nothingToRead)
    case .givenUp: Terminal.warn(Copy.readingGivenUp)
    }
  }

  private func isAddress(_ source: String) -> Bool {
    let start = source.prefix(8).lowercased()
    return start.hasPrefix("https://") || start.hasPrefix("http://")
  }

  /// Only of a page that is fetched now it is known when it was seen.
  private func defaultTime() throws -> Moment {
    guard let source, isAddress(source) else {
      throw Refusal(
        .usage, "it is not said when this was seen",
        hint: "give --observed with a time like 2018-06-18T09:50-07:00; a day will do")
    }
    return .now
  }

  private func page(_ source: String) throws -> Observation.Page {
    guard !isAddress(source) else { return try fetched(source) }
    let bytes = try contents(of: source, what: "a capture", atMost: Observation.Page.mostBytes)
    return Observation.Page(bytes: bytes, contentType: StatementCapture.type(of: source))
  }

  private func fetched(_ address: String) throws -> Observation.Page {
    try Office.fetchPage(at: address, allowPrivate: allowPrivate, seconds: timeout ?? 60)
  }

  /// What a file's name says that it is, where its bytes may not say it.
  private static func type(of name: String) -> String? {
    let name = name.lowercased()
    if [".html", ".htm", ".xhtml"].contains(where: name.hasSuffix) { return "text/html" }
    return name.hasSuffix(".txt") ? "text/plain" : nil
  }
}

/// What came of a capture, as JSON.
private struct CaptureOutput: Encodable {
  let capture: CaptureRecord
  let revision: Int?
  let event: StatementEventRecord?

  enum Key: String, CodingKey { case revision, event }

  init(_ outcome: CaptureOutcome) {
    capture = CaptureRecord(outcome.capture)
    revision = outcome.revision
    event = outcome.event.map(StatementEventRecord.init)
  }

  func encode(to encoder: any Encoder) throws {
    try capture.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(revision, forKey: .revision)
    try container.encode(event, forKey: .event)
  }
}
