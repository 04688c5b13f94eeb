import Foundation
import Testing

/// `picket boycott export`: what the public reads.
struct BoycottExportTests {
  private static let formats = ["markdown", "text", "html", "json", "csv"]

  @Test func `what was not called is refused for the public`() throws {
    let desk = try Desk.withBoycott()
    for format in Self.formats {
      try desk.refuse(
        65, "boycott", "export", "no-cloud", "--format", format, "-o", "file", saying: "picket boycott call no-cloud")
    }
    try desk.refuse(66, "boycott", "export", "no-clod", saying: "did you mean no-cloud?")
    try desk.refuse(64, "boycott", "export", "no-cloud", "--format", "pdf", saying: "markdown")
  }

  @Test(arguments: ["markdown", "text", "html", "json"])
  func `each form tells all of it`(format: String) throws {
    let desk = try Desk.withBoycott(
      "--until-demands", "1,2", "--exception", "Old contracts", "--alternative", "A cooperative", "--reason",
      "Runs the raids", "--evidence", "In the press")
    try desk.succeed("boycott", "target", "appeal", "no-cloud", "nimbus", "We ended it", "--source", "A post")
    try desk.succeed("boycott", "target", "answer", "no-cloud", "nimbus", "It is in force")
    try desk.succeed("boycott", "target", "add", "no-cloud", "stratus")
    try desk.succeed("boycott", "target", "withdraw", "no-cloud", "stratus", "--because", "A mistake")
    try desk.succeed("boycott", "call", "no-cloud", "--on", "2026-02-01")
    try desk.answer(1, "met-otherwise")
    try desk.succeed("boycott", "suspend", "no-cloud", "--because", "They talk to us")
    let text = try desk.succeed("boycott", "export", "no-cloud", "--format", format).text
    for words in [
      "Boycott of Nimbus Cloud", "2026-02-01", "Nimbus Cloud", "Runs the raids", "In the press", "We ended it",
      "A post",
      "It is in force", "Stratus Systems", "A mistake", "Old contracts", "A cooperative", "Cancel the contract",
      "Publish a policy", "They talk to us",
    ] {
      #expect(text.contains(words), "\(format): \(words)")
    }
    guard format != "json" else {
      #expect(try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) == desk.boycott())
      return
    }
    for words in [
      "buying from them", "suspended since", "Withdrawn listings", "met by another way than the one asked",
      "Some are",
      "What has happened",
    ] {
      #expect(text.contains(words), "\(format): \(words)")
    }
  }

  @Test func `the CSV has a line a target`() throws {
    let desk = try Desk.withBoycott("--reason", "Runs the raids", "--evidence", "https://news.example")
    try desk.succeed("boycott", "target", "add", "no-cloud", "stratus", "--reason", "Sells, too")
    try desk.succeed("boycott", "target", "withdraw", "no-cloud", "stratus", "--because", "Wrong.")
    try desk.succeed("boycott", "call", "no-cloud")
    let lines = try desk.succeed("boycott", "export", "no-cloud", "--format", "csv").lines
    #expect(
      lines[0] == "name,status,reasons,evidence,appeals,answers,listed_on,withdrawn_on,withdrawn_because")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("Nimbus Cloud,boycotted,Runs the raids,"))
    #expect(lines[2].hasPrefix("Stratus Systems,withdrawn,\"Sells, too\","))
    #expect(lines[2].hasSuffix(",Wrong."))
  }

  @Test func `the page stands alone, in light and dark, for paper too, and runs nothing`() throws {
    let desk = try Desk.withBoycott("--evidence", "https://news.example/a?b=1&c=\"2")
    try desk.succeed(
      "boycott", "target", "evidence", "no-cloud", "nimbus", "A", "--source", "https://news.example/a?b=1&c=2")
    try desk.succeed("boycott", "call", "no-cloud")
    let page = try desk.succeed("boycott", "export", "no-cloud", "--format", "html").text
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    for words in [
      "prefers-color-scheme: dark", "@media print", "<meta charset=\"utf-8\">", "name=\"viewport\"",
      "default-src 'none'", "content=\"no-referrer\"", "<title>Boycott of Nimbus Cloud</title>",
      "<a href=\"https://news.example/a?b=1&amp;c=2\" rel=\"noreferrer nofollow\">",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    for word in ["<script", "<link", "<img", "src=", "@import", "url("] { #expect(!page.contains(word)) }
    // Each list that is opened is closed.
    for tag in ["ul", "li", "p", "h2", "bdi", "a"] {
      let opened = page.matches(of: try Regex("<\(tag)[ >]")).count
      #expect(opened == page.matches(of: try Regex("</\(tag)>")).count, "\(tag)")
      #expect(opened > 0)
    }
  }

  private static let hostile = "=1+1 <script>alert(1)</script> [x](javascript:alert(1)) \u{202E}*b* \"' & # h"

  @Test func `no text becomes markup, a formula, a link or a line of its own`() throws {
    let desk = try Desk.withBoycott(
      "--exception", Self.hostile, "--alternative", Self.hostile, "--reason", Self.hostile)
    try desk.succeed("boycott", "edit", "no-cloud", "--title", Self.hostile)
    try desk.succeed("target", "edit", "nimbus", "--name", Self.hostile)
    try desk.succeed("campaign", "edit", "justice", "--title", Self.hostile)
    try desk.succeed("demand", "edit", "1", "--campaign", "justice", "--text", "\(Self.hostile)\n\n# Heading")
    try desk.succeed("boycott", "edit", "no-cloud", "--until-demands", "1")
    for source in [Self.hostile, "javascript:alert(1)", "https://a.example/\"onclick=\"x", "https://a@b.example"] {
      try desk.succeed("boycott", "target", "evidence", "no-cloud", "nimbus", Self.hostile, "--source", source)
    }
    try desk.succeed("boycott", "target", "appeal", "no-cloud", "nimbus", Self.hostile, "--source", Self.hostile)
    try desk.succeed("boycott", "call", "no-cloud")
    try desk.succeed("boycott", "suspend", "no-cloud", "--because", Self.hostile)
    for format in Self.formats {
      let text = try desk.succeed("boycott", "export", "no-cloud", "--format", format).text
      #expect(!text.unicodeScalars.contains("\u{202E}"), "\(format)")
      switch format {
      case "html":
        #expect(!text.contains("<script"))
        for link in text.matches(of: /href="([^"]*)"/) {
          #expect(link.1.hasPrefix("https://a.example/&quot;onclick"))
        }
        #expect(text.contains("&lt;script&gt;"))
        #expect(!text.contains("\"onclick"))
      case "markdown":
        #expect(!text.contains("<script"))
        #expect(text.firstMatch(of: /[^\\]\]\(/) == nil)
        #expect(!text.contains("\n# Heading"))
        #expect(text.split(separator: "\n").count { $0.hasPrefix("# ") } == 1)
      case "csv":
        for line in text.split(separator: "\n") { #expect(line.firstMatch(of: /(^|,)"?[=+@-]/) == nil, "\(line)") }
      case "json": _ = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
      default: #expect(!text.contains("\n# Heading"))
      }
    }
    let shown = try desk.succeed("boycott", "show", "no-cloud").text
    #expect(!shown.unicodeScalars.contains("\u{202E}"))
    #expect(!shown.contains("\n# Heading"))
  }

  @Test func `the history tells what new terms change`() throws {
    let desk = try Desk.withBoycott()
    try desk.succeed("boycott", "call", "no-cloud", "--on", "2026-02-01")
    #expect(
      try desk.succeed("boycott", "export", "no-cloud").text.contains("2026-02-01: called, on the terms above\n"))
    try desk.succeed("boycott", "edit", "no-cloud", "--scope", "selling")
    let text = try desk.succeed("boycott", "export", "no-cloud", "--format", "text").text
    #expect(text.contains("  - scope: buying\n"))
    #expect(text.contains("  - no longer: scope: buying\n  - from now on: scope: selling\n"))
  }

  @Test func `the file appears whole, and replaces nothing unasked`() throws {
    let desk = try Desk.withBoycott()
    try desk.succeed("boycott", "call", "no-cloud")
    let outcome = try desk.succeed("boycott", "export", "no-cloud", "-o", "boycott.md")
    #expect(outcome.text == "")
    #expect(desk.read("boycott.md") == (try desk.succeed("boycott", "export", "no-cloud").text))
    try desk.refuse(73, "boycott", "export", "no-cloud", "-o", "boycott.md", saying: "boycott.md")
    try desk.succeed("boycott", "export", "no-cloud", "--format", "html", "-o", "boycott.md", "--force")
    #expect(desk.read("boycott.md").hasPrefix("<!doctype html>"))
  }

  @Test func `it needs no key, and the log of a campaign without petitions is sound`() throws {
    let desk = try Desk.withBoycott()
    try FileManager.default.moveItem(atPath: desk.key, toPath: desk.root + "/elsewhere.key")
    try desk.succeed("boycott", "call", "no-cloud")
    try desk.succeed("boycott", "export", "no-cloud")
    try desk.succeed("boycott", "target", "appeal", "no-cloud", "nimbus", "Not us.")
    try desk.refuse(77, "checkpoint", "justice", "-o", "c", saying: "locked")
    try FileManager.default.moveItem(atPath: desk.root + "/elsewhere.key", toPath: desk.key)
    let checkpoint = try desk.succeed("checkpoint", "justice", "-o", "c", "--json").json
    #expect(checkpoint["size"] == 3)
    try desk.verified("c")
    #expect(try desk.doctor("--checkpoint", "c").holds)
  }
}
