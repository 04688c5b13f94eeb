import Foundation
import Testing

/// The page in a real browser; where none is installed, the tests say so and are skipped.
@Suite(.enabled(if: Program.tool("chromium") != nil, "Debian's package chromium is not installed"))
struct BriefPageTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
    var sheet = "name,email,cohort,signed on\n"
    for number in 0..<90 {
      sheet += "Signer \(number),s\(number)@mail.example,employee,2026-01-\(number % 9 + 10)\n"
    }
    try desk.importSheet(sheet, named: "sheet.csv", into: "letter-1", "--verified", "badge")
    try desk.succeed(
      "demand", "add", "--campaign", "justice", "--target", "nimbus",
      "Publish https://nimbus.example/" + String(repeating: "long", count: 60) + " and stop.")
    try desk.succeed("brief", "justice", "--format", "html", "-o", "brief.html")
  }

  /// What the browser makes of the page at the address, and what it complains about.
  private func look(at name: String) throws -> Outcome {
    let chromium = try #require(Program.tool("chromium"))
    return try chromium.run(
      [
        "--headless", "--hide-scrollbars", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--enable-logging=stderr",
        "--user-data-dir=\(desk.root)/browser", "--virtual-time-budget=2000", "--allow-file-access-from-files",
        "--dump-dom", "file://\(desk.folder)/\(name)",
      ], in: desk.folder,
      // It puts a socket there, whose path may have 107 characters.
      environment: desk.environment.merging(["TMPDIR": desk.root]) { $1 }, timeout: 60)
  }

  @Test func `a browser reads it as it was written, and complains about nothing`() throws {
    let outcome = try look(at: "brief.html")
    #expect(outcome.code == 0, "\(outcome.stderr)")
    #expect(outcome.text.contains("At least 90 verified signatures"))
    #expect(outcome.text.contains("<rect class=\"bar\""))
    #expect(!outcome.stderr.contains("CONSOLE"), "\(outcome.stderr)")
  }

  @Test(arguments: [360, 1280]) func `nothing has to be scrolled to the side`(at width: Int) throws {
    // A page around it measures: the brief itself runs no script.
    let measure = """
      <!doctype html><title>x</title><iframe id="f" src="brief.html" style="width:\(width)px;height:900px;border:0">
      </iframe><script>
      document.getElementById("f").addEventListener("load", function () {
        const root = this.contentDocument.documentElement
        const wide = Array.from(this.contentDocument.querySelectorAll("main *"))
          .filter(e => e.getBoundingClientRect().right > \(width) + 0.5).map(e => e.tagName)
        document.title = "measured " + root.scrollWidth + " of " + root.clientWidth + " " + wide.join(",")
      })
      </script>
      """
    try desk.write(measure, to: "measure.html")
    let dom = try look(at: "measure.html").text
    let found = try #require(dom.firstMatch(of: /<title>measured (\d+) of (\d+) ?([^<]*)<\/title>/), "\(dom)")
    #expect(found.1 == found.2)
    #expect(found.2 == "\(width)")
    #expect(found.3 == "", "these reach beyond the edge")
  }
}
