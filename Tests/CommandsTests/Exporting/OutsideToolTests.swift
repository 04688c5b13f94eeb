import Foundation
import Testing

/// Tools of others open what Picket writes, unchanged, and find in it what was typed.
struct OutsideToolTests {
  private let desk: Desk

  init() throws {
    desk = try SamplePetition.desk()
    for format in ["csv", "json", "html", "osdi", "yaml"] {
      try desk.succeed("export", "letter-1", "--format", format, "-o", "list.\(format)")
    }
  }

  private func python(_ script: String) throws -> String {
    let python = try #require(Program.tool("python3"), "Debian's package python3 has it")
    try desk.write(script, to: "read.py")
    let outcome = try Program(path: python.path).run(
      ["read.py"], in: desk.folder, environment: desk.environment.merging(["PYENV_ROOT": ""]) { $1 })
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return outcome.text.trimmingCharacters(in: .newlines)
  }

  private static let names = [
    "=HYPERLINK(\"http://evil.example\")", "Åsa Example", "Evetxt.exe", "Zoë Example", "דוד Example", "さくら",
  ]

  @Test func `Python reads the CSV, the JSON and the page of signatures`() throws {
    let script = """
      import csv, json
      rows = list(csv.DictReader(open("list.csv", newline="", encoding="utf-8")))
      print(len(rows), [row["full_name"].lstrip("'") for row in rows if row["full_name"]])
      rows = json.load(open("list.json", encoding="utf-8"))
      print(len(rows), [row["full_name"] for row in rows if row["full_name"]])
      page = json.load(open("list.osdi", encoding="utf-8"))
      people = [entry["_embedded"]["osdi:person"] for entry in page["_embedded"]["osdi:signatures"]]
      print(page["total_records"], [person["given_name"] for person in people])
      print(page["_embedded"]["osdi:petition"]["total_signatures"])
      """
    let names =
      "['=HYPERLINK(\"http://evil.example\")', 'Åsa Example', 'Evetxt.exe', 'Zoë Example', 'דוד Example', 'さくら']"
    #expect(try python(script) == "12 \(names)\n12 \(names)\n6 \(names)\n16")
  }

  @Test func `an HTML parser finds each name in an item of a list, and nothing that runs or loads`() throws {
    let script = """
      import html.parser
      class Reader(html.parser.HTMLParser):
          depth, items, tags = 0, [], set()
          def handle_starttag(self, tag, attributes):
              self.tags.add(tag)
              assert not any(name.startswith("on") or name in ("src", "srcdoc") for name, _ in attributes), attributes
              if tag == "ul" and ("class", "signatories") in attributes: self.depth = 1
              if tag == "li" and self.depth: self.items.append("")
          def handle_endtag(self, tag):
              if tag == "ul": self.depth = 0
          def handle_data(self, data):
              if self.depth and self.items: self.items[-1] += data
      reader = Reader()
      reader.feed(open("list.html", encoding="utf-8").read())
      print(sorted(reader.tags & {"script", "link", "img", "iframe", "b"}))
      for item in reader.items: print(item.strip())
      """
    let lines = try python(script).split(separator: "\n").map(String.init)
    #expect(lines.first == "[]")
    #expect(lines.count == 8)
    for (line, name) in zip(lines.dropFirst(), Self.names) { #expect(line.hasPrefix(name), "\(line)") }
    #expect(lines.contains("Evetxt.exe, [click](http://evil.example) <b>*bold*</b>"))
    #expect(lines.last == "Engineer, Maps (× 6)")
  }

  @Test func `a YAML reader finds each name as it was typed`() throws {
    let python = try #require(Program.tool("python3"), "Debian's package python3 has it")
    let isThere = try python.run(["-c", "import yaml"], in: desk.folder, environment: desk.environment).code == 0
    // The tests of the export read it with another reader in any case.
    guard isThere else { return }
    let script = """
      import yaml
      entries = yaml.safe_load(open("list.yaml", encoding="utf-8"))
      print([entry["name"] for entry in entries])
      print(sorted({key for entry in entries for key in entry}))
      """
    let lines = try self.python(script).split(separator: "\n")
    #expect(lines.first?.contains("'Åsa Example', 'Evetxt.exe', 'Zoë Example', 'דוד Example', 'さくら'") == true)
    #expect(lines.last == "['name', 'occupation_title', 'organization']")
  }
}

/// The page in a real browser; where none is installed, the tests say so and are skipped.
@Suite(.enabled(if: Program.tool("chromium") != nil, "Debian's package chromium is not installed"))
struct ListPageTests {
  private let desk: Desk

  init() throws {
    desk = try SamplePetition.desk()
    try desk.sign(
      String(repeating: "long", count: 50), "long@mail.example", "--job-title", String(repeating: "W", count: 200),
      "--verified", "badge")
    try desk.succeed(
      "export", "letter-1", "--format", "html", "--group-by", "organization", "--columns", "3", "-o", "list.html")
  }

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
    let outcome = try look(at: "list.html")
    #expect(outcome.code == 0, "\(outcome.stderr)")
    #expect(outcome.text.contains("17 verified signatures"))
    #expect(!outcome.stderr.contains("CONSOLE"), "\(outcome.stderr)")
  }

  @Test(arguments: [360, 1280]) func `nothing has to be scrolled to the side`(at width: Int) throws {
    // A page around it measures: the list itself runs no script.
    let measure = """
      <!doctype html><title>x</title><iframe id="f" src="list.html" style="width:\(width)px;height:900px;border:0">
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
    #expect(found.3.isEmpty, "\(found.3)")
  }
}
