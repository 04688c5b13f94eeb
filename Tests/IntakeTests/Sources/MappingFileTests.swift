import Campaigns
import Foundation
import Testing

@testable import Intake

/// Mappings in files: what they may say, and where they are wrong.
struct MappingFileTests {
  private func mapping(_ text: String, _ name: String) throws -> MappingFile {
    try MappingFile(Array(text.utf8), named: name)
  }

  static let toml = """
    # the sheets of Local 7
    name = "Who are you?"
    email = "Mail"
    cohort-column = "What are you?"
    cohort = "contractor"
    visibility = "role"
    from = "google-forms"
    delimiter = "semicolon"
    encoding = "windows-1252"
    time-zone = "America/Chicago"
    keep = ["Why?", "Shift"]
    partner = "Local 7"
    channel = "paper"
    verified = "badge"
    """

  static let yaml = """
    # the sheets of Local 7
    name: Who are you?
    email: Mail
    cohort-column: "What are you?"
    cohort: contractor
    visibility: role
    from: google-forms
    delimiter: semicolon
    encoding: windows-1252
    time-zone: America/Chicago
    keep: [Why?, Shift]
    partner: Local 7
    channel: paper
    verified: badge
    """

  @Test(arguments: [(toml, "a.toml"), (yaml, "a.yaml"), (yaml, "a.YML")])
  func `a mapping says columns and options`(_ text: String, _ name: String) throws {
    let file = try mapping(text, name)
    #expect(file.overrides.map(\.field) == [.name, .email, .cohort])
    #expect(file.overrides.map(\.header) == ["Who are you?", "Mail", "What are you?"])
    #expect(file.overrides.map(\.place?.line) == [2, 3, 4])
    #expect(file.kept.map(\.header) == ["Why?", "Shift"])
    #expect(file.kept.first?.place == SourcePlace(file: name, line: 11))
    #expect(file.format == .googleForms)
    #expect(file.delimiter == .semicolon)
    #expect(file.encoding == .windows1252)
    #expect(file.timeZone == TimeZone(identifier: "America/Chicago"))
    #expect(file.partner == "Local 7")
    #expect(file.channel == "paper")
    #expect(file.cohort == .contractor)
    #expect(file.visibility == .role)
    #expect(file.verification == .badge)
  }

  @Test(arguments: ["a.toml", "a.yaml"]) func `an empty mapping says nothing`(_ name: String) throws {
    #expect(try mapping("# nothing\n", name).overrides == [])
  }

  static let faults: [(String, String, Int?, String)] = [
    ("name = \"A\"\nnome = \"B\"\n", "a.toml", 2, "there is no key \"nome\""),
    ("name: A\nnome: B\n", "a.yml", 2, "there is no key \"nome\""),
    ("name = \"A\"\nname = \"B\"\n", "a.toml", 2, "a key stands twice"),
    ("name: A\nname: B\n", "a.yml", 1, "a key stands twice"),
    ("first_name: A\nfirst-name: B\n", "a.yml", 2, "the key \"first-name\" stands twice"),
    ("name = \n", "a.toml", 1, "this is no TOML that can be read"),
    ("name: [\n", "a.yml", 2, "this is no YAML that can be read"),
    ("name: A\nfrom: excel\n", "a.yml", 2, "the value of from is none that it can have"),
    ("\ncohort: Your cohort\n", "a.yml", 2, "the value of cohort is none that it can have"),
    ("name = 5\n", "a.toml", 1, "the value of \"name\" is neither a text nor a list of texts"),
    ("name: {a: b}\n", "a.yml", 1, "the value of \"name\" is neither a text nor a list of texts"),
    ("name: [A]\n", "a.yml", 1, "name is the header of one column"),
    ("partner: ''\n", "a.yml", 1, "partner is one text"),
    ("[map]\nname = \"A\"\n", "a.toml", 1, "the value of \"map\" is neither a text nor a list of texts"),
    ("- name\n", "a.yml", 1, "a mapping is keys with their values"),
    ("name: A\n", "a.txt", nil, "a mapping is TOML or YAML, and the name does not say which"),
    ("a: &a [x]\n" + String(repeating: "b: [*a, *a, *a]\n", count: 9), "a.yml", nil, "the mapping: "),
    (String(repeating: "[", count: 60_000), "a.yml", nil, "the mapping: "),
    ("a = " + String(repeating: "[", count: 60_000), "a.toml", 1, "this is no TOML that can be read"),
    ("name = \"" + String(repeating: "x", count: 70_000) + "\"", "a.toml", nil, "a mapping is no longer than 64 KiB"),
  ]

  @Test(arguments: faults)
  func `what is wrong is refused with its line`(_ text: String, _ name: String, _ line: Int?, _ words: String) throws
  {
    let refusal = try refusal { _ = try mapping(text, name) }
    #expect(refusal.code == .unusableFile)
    #expect(refusal.message.hasPrefix(words))
    #expect(refusal.place?.line == line)
    #expect(refusal.place?.file == name)
    #expect(refusal.hint != nil)
  }

  @Test func `bytes that are no UTF-8 are refused`() throws {
    #expect(throws: Refusal.self) { _ = try MappingFile([0xFF, 0xFE, 0xC3], named: "a.toml") }
  }

  @Test(arguments: [("name = \"Nmae\"\n", "name"), ("keep = [\n \"Why\"]\n", "keep")])
  func `an absent column is told by the mapping's line`(_ text: String, _ key: String) throws {
    let file = try mapping("# x\n" + text, "partner.toml")
    let options = SheetOptions(overrides: file.overrides, kept: file.kept)
    let refusal = try refusal { _ = try ReadSheet("Name,Email\nA,a@mail.example\n", options) }
    #expect(refusal.place == SourcePlace(file: "partner.toml", line: 2))
    #expect(refusal.message.hasPrefix("no column is called"))
  }

  @Test func `an override decides over others of the same field, of its whole and of its parts`() {
    let own = [FieldOverride(.name, from: "A"), FieldOverride(.city, from: "B")]
    let others = [SheetField.name, .firstName, .lastName, .email, .location, .city, .region]
    let left = others.map { FieldOverride($0, from: "X") }.filter { !$0.isDecided(by: own) }.map(\.field)
    #expect(left == [.email, .region])
  }
}
