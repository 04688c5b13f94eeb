import Foundation
import Testing

/// `picket statement capture`: what is taken, what is refused, and what nobody can read on disk.
struct StatementCaptureTests {
  private let desk: Desk

  init() throws { desk = try Desk.withStatement() }

  @Test func `the time has to be said, may not be to come, and may not go back unasked`() throws {
    try desk.write(Page.html(Page.rest), to: "page.html")
    func refuse(_ code: Int32, _ options: String..., saying words: String) throws {
      let before = desk.contents(desk.database)
      let outcome = try Program.picket.run(
        ["statement", "capture", "post"] + options, in: desk.folder, environment: desk.environment)
      #expect(outcome.code == code, "\(outcome.stderr)")
      #expect(outcome.stderr.contains(words), "\(outcome.stderr)")
      let isUntouched = desk.contents(desk.database) == before
      #expect(isUntouched)
    }
    try refuse(64, "page.html", saying: "--observed")
    try refuse(64, "--gone", saying: "--observed")
    try refuse(64, saying: "nothing was given")
    try refuse(64, "page.html", "--gone", "--observed", "2018", saying: "give no file")
    try refuse(65, "page.html", "--observed", "2999-01-01T00:00Z", saying: "in the future")
    try refuse(65, "page.html", "--observed", "yesterday", saying: "no time")
    try refuse(66, "none.html", "--observed", "2018", saying: "none.html")
    try desk.capture(Page.html(Page.rest), at: "2018-06-18T10:00Z")
    try refuse(65, "page.html", "--observed", "2018-06-18T09:59Z", saying: "--earlier")
    try refuse(65, "--gone", "--observed", "2018-06-17", saying: "--earlier")
    let earlier = try desk.capture(Page.html(Page.passage), at: "2018-06-01", "--earlier")
    #expect(earlier["event"]?["kind"] == "published" && earlier["revision"] == 1)
    #expect(try desk.kinds() == ["published", "edited"])
    #expect(try desk.succeed("statement", "diff", "post").text.contains("{+Everything"))
  }

  @Test func `standard input is captured byte for byte, a page in any encoding and as cut as it may be`() throws {
    let cases: [(String, [UInt8], String)] = [
      ("cut", Array("<html><body><main><p>It was <b>cut".utf8), "It was cut"),
      ("nested", Array((String(repeating: "<div>", count: 50_000) + "Deep down").utf8), "Deep down"),
      ("latin", Array("<html><head><meta charset=utf-8></head><p>Zo".utf8) + [0xEB] + Array("</p>".utf8), "Zo"),
      ("text", Array("Just a line\u{0}".utf8.dropLast()), "Just a line"),
    ]
    for (name, bytes, text) in cases {
      try desk.succeed(
        "statement", "add", name, "--campaign", "justice", "--target", "nimbus", "--title", name, "--channel", "memo")
      let outcome = try Program.picket.run(
        ["statement", "capture", name, "-", "--observed", "2018-06-18"], input: bytes, in: desk.folder,
        environment: desk.environment)
      #expect(outcome.code == 0, "\(name): \(outcome.stderr)")
      #expect(try desk.succeed("statement", "export", name, "--raw").stdout == bytes, "\(name)")
      #expect(try desk.succeed("statement", "export", name, "--text").text.contains(text), "\(name)")
    }
  }

  @Test func `what is empty is refused, and what cannot be read is kept with a warning`() throws {
    try desk.refuse(65, "statement", "capture", "post", "-", "--observed", "2018", saying: "--gone")
    let scripted = "<html><body><script>document.write('Hello')</script></body></html>"
    let outcome = try desk.succeed("statement", "capture", "post", "-", "--observed", "2018", input: scripted)
    #expect(outcome.stderr.contains("nothing can be read in it"))
    #expect(try desk.succeed("statement", "export", "post", "--raw").text == scripted)
  }

  @Test func `a file that is far too large is refused before it is read`() throws {
    let path = try desk.write("", to: "large.html")
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: 200 << 20)
    try file.close()
    let outcome = try desk.picket("statement", "capture", "post", "large.html", "--observed", "2018", timeout: 20)
    #expect(outcome.code == 65)
    #expect(outcome.stderr.contains("longer than"))
    #expect(try desk.record()["captures"] == [])
  }

  // MARK: - Safety

  @Test func `who observed cannot be read on disk, and needs the key`() throws {
    try desk.capture(Page.html(Page.rest), at: "2018-06-18", "--observer", "Zqcanaryobserver Example")
    try desk.succeed("backup", "copy.db")
    #expect(desk.leaks() == [])
    #expect(try desk.succeed("statement", "show", "post", "--observers").text.contains("Zqcanaryobserver Example"))
    for arguments in [["show", "post"], ["show", "post", "--json"], ["export", "post"], ["diff", "post"]] {
      let outcome = try Program.picket.run(
        ["statement"] + arguments, in: desk.folder, environment: desk.environment)
      #expect(!(outcome.text + outcome.stderr).contains("Zqcanary"))
    }
    try FileManager.default.removeItem(atPath: desk.key)
    try desk.refuse(77, "statement", "show", "post", "--observers", saying: "locked")
    try desk.refuse(
      77, "statement", "capture", "post", "captured.html", "--observed", "2019", "--observer", "Ana", saying: "locked"
    )
    // Nothing else of it needs the key.
    try desk.capture(Page.html(Page.passage), at: "2018-06-19")
    try desk.succeed("statement", "account", "post", "--source", "A", "--event", "edited")
    #expect(try desk.kinds() == ["published", "edited"])
  }

  @Test func `what stands in a statement neither runs nor steers anything, in any form`() throws {
    let evil = "\u{1B}[31mred\u{1B}]0;title\u{7} \u{202E}gnp.exe <b>bold</b> **strong** [-no-] {+yes+}"
    let escaped = evil.replacing("<", with: "&lt;")
    try desk.capture(Page.html("<script>alert(1)</script><style>p{}</style>Start."), at: "2018-06-18T09:00Z")
    try desk.capture(Page.html("Start.", escaped), at: "2018-06-18T10:00Z")
    try desk.succeed("statement", "account", "post", "--source", "A <b>source</b>", "--event", "edited")
    for arguments in [
      ["show", "post"], ["show", "post", "--json"], ["export", "post"], ["export", "post", "--format", "json"],
      ["export", "post", "--text"], ["diff", "post"], ["diff", "post", "--format", "html"],
      ["diff", "post", "--format", "markdown"], ["diff", "post", "--format", "json"],
    ] {
      let outcome = try Program.picket.run(
        ["statement"] + arguments, in: desk.folder, environment: desk.environment)
      #expect(outcome.code == 0, "\(outcome.stderr)")
      let steers = outcome.text.unicodeScalars.contains { ["\u{1B}", "\u{7}", "\u{202E}"].contains($0) }
      #expect(!steers, "\(arguments)")
      #expect(!outcome.text.contains("alert(1)"))
      if arguments.contains("html") {
        #expect(!outcome.text.contains("<b>bold") && !outcome.text.contains("<script"))
      }
      if arguments.contains("markdown") || arguments == ["export", "post"] { #expect(!outcome.text.contains("<b>")) }
    }
    #expect(try desk.succeed("statement", "diff", "post").text.contains(#"[\-no-\]"#))
    try desk.refuse(
      65, "statement", "account", "post", "--source", "A\u{1B}[31m", "--event", "edited", saying: "one line")
  }

  @Test func `colours are for terminals, and not with NO_COLOR`() throws {
    try desk.capture(Page.html(Page.passage, Page.rest), at: "2018-06-18T09:00Z")
    try desk.capture(Page.html(Page.rest), at: "2018-06-18T10:00Z")
    let terminal = try desk.converse("statement", "diff", "post").text
    #expect(terminal.contains("\u{1B}[") && !terminal.contains("[-We"))
    let plain = try desk.converse("statement", "diff", "post", environment: ["NO_COLOR": "1"]).text
    #expect(!plain.contains("\u{1B}[") && plain.contains("[-We"))
    let piped = try desk.succeed("statement", "diff", "post").text
    #expect(!piped.contains("\u{1B}[") && piped.contains("[-We"))
    try desk.succeed("statement", "diff", "post", "--format", "html", "-o", "diff.html")
    #expect(desk.read("diff.html").contains("<del>") && desk.mode("diff.html") == 0o600)
    let raw = try desk.converse("statement", "export", "post", "--raw")
    #expect(raw.code == 64 && raw.text.contains("-o FILE"))
  }

  @Test func `bytes that were changed by hand are refused wherever they are read, and the doctor names them`() throws
  {
    try desk.capture(Page.html(Page.passage, Page.rest), at: "2018-06-18T09:00Z")
    try desk.capture(Page.html(Page.rest), at: "2018-06-18T10:00Z")
    #expect(try desk.doctor().holds)
    try desk.sqlite("DROP TRIGGER kept_bytes_stay")
    try desk.sqlite("UPDATE kept_bytes SET packed = (SELECT packed FROM kept_bytes ORDER BY size LIMIT 1)")
    try desk.refuse(65, "statement", "export", "post", "--revision", "1", "--raw", saying: "not the ones")
    try desk.refuse(65, "statement", "diff", "post", saying: "not the ones")
    try desk.write(Page.html(Page.passage, Page.rest), to: "again.html")
    try desk.refuse(65, "statement", "capture", "post", "again.html", "--observed", "2019", saying: "not the ones")
    let findings = try desk.doctor()
    #expect(findings.have("false", "not the ones that were captured", in: "statement post"))
  }

  @Test(arguments: [
    "DROP TRIGGER capture_stays; UPDATE capture SET observed_at = observed_at - 3600",
    "DROP TRIGGER capture_stays; UPDATE capture SET utc_offset = 60",
    "DROP TRIGGER capture_stays; UPDATE capture SET hops = NULL, raw = NULL, text = NULL, size = NULL, media_type = NULL",
    "DROP TRIGGER capture_is_kept; DELETE FROM capture", "UPDATE account SET explanation = 'It was planned'",
    "DELETE FROM account", "DROP TRIGGER capture_stays; UPDATE capture SET observer = zeroblob(200)",
  ])
  func `a record that was changed by hand is named by the doctor`(statement: String) throws {
    try desk.capture(Page.html(Page.rest), at: "2018-06-18T09:00Z", "--observer", "Ana Example")
    try desk.succeed(
      "statement", "account", "post", "--source", "A", "--event", "edited", "--explanation", "A mistake",
      "--attributed-to", "a spokesperson")
    try desk.succeed("checkpoint", "justice", "-o", "kept")
    #expect(try desk.doctor("--checkpoint", "kept").holds)
    try desk.sqlite(statement)
    #expect(try !desk.doctor("--checkpoint", "kept").holds)
  }
}
