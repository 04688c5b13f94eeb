import Campaigns
import Foundation
import Testing
import Yams

@testable import Export

/// What other programs read: OSDI and YAML.
@Suite struct ProgramFormatTests {
  private struct Page: Decodable {
    let total_pages, per_page, page, total_records: Int
    let _embedded: Resources

    struct Resources: Decodable {
      let signatures: [Entry]
      let petition: Petition

      enum CodingKeys: String, CodingKey {
        case signatures = "osdi:signatures"
        case petition = "osdi:petition"
      }
    }

    struct Petition: Decodable {
      let title: String?
      let target: [[String: String]]
      let total_signatures: Int
    }

    struct Entry: Decodable {
      let action_date: String?
      let _embedded: [String: Person]
    }

    struct Person: Decodable {
      let given_name, family_name, honorific_prefix, honorific_suffix, employer: String?
      let postal_addresses: [[String: String]]?
      let custom_fields: [String: String]
    }
  }

  private func page(_ list: SignatoryList) throws -> Page {
    try JSONDecoder().decode(Page.self, from: Data(written(list, as: .osdi).utf8))
  }

  private func entries(_ list: SignatoryList) throws -> [[String: String]] {
    try #require(try Yams.load(yaml: written(list, as: .yaml)) as? [[String: String]])
  }

  // MARK: - OSDI

  @Test func aPersonHasWhatTheLineShows() throws {
    var line = Sample.signers[0]
    line.honorific = "Dr."
    line.credentials = "PhD"
    line.cohort = .alumni
    let page = try page(try Sample.list([line], counted: 3))
    #expect(page.total_records == 1 && page.per_page == 1 && page.page == 1 && page.total_pages == 1)
    #expect(page._embedded.petition.total_signatures == 4)
    #expect(page._embedded.petition.title == "Keep the night bus")
    #expect(page._embedded.petition.target == [["name": "Example Works"]])
    let entry = try #require(page._embedded.signatures.first)
    let person = try #require(entry._embedded["osdi:person"])
    #expect(entry.action_date == "2025-01-01T00:00:00Z")
    #expect(person.given_name == "Amara Okafor" && person.family_name == nil)
    #expect(person.honorific_prefix == "Dr." && person.honorific_suffix == "PhD")
    #expect(person.employer == "Cloud")
    #expect(person.postal_addresses == [["locality": "Berlin"]])
    #expect(
      person.custom_fields == [
        "full_name": "Dr. Amara Okafor, PhD", "job_title": "Senior Engineer", "affiliation": "Cloud",
        "location": "Berlin", "cohort": "alumni", "visibility": "named",
      ])
  }

  @Test func aTeamIsNoEmployer() throws {
    let person = try page(try Sample.list([Sample.signers[0]]))._embedded.signatures[0]._embedded["osdi:person"]
    #expect(person?.employer == nil)
    #expect(person?.custom_fields["affiliation"] == "Cloud")
  }

  @Test func whatHasNoNameIsNoPerson() throws {
    let page = try page(try Sample.list(Sample.signers + Sample.roles))
    #expect(page.total_records == Sample.signers.count)
    #expect(page._embedded.signatures.count == Sample.signers.count)
    #expect(page._embedded.petition.total_signatures == Sample.signers.count + Sample.roles.count)
  }

  @Test func aStrictReaderTakesHostileNames() throws {
    let lines = (Sample.hostile + ["\u{FFFE}\u{FFFF}", "\u{1F469}\u{200D}\u{1F3ED}"]).map {
      Sample.named($0, $0)
    }
    let page = try page(try Sample.list(lines, title: "\"}\n]"))
    #expect(page._embedded.signatures.count == lines.count)
    for (entry, line) in zip(page._embedded.signatures, lines) {
      let shown = SafeText.line(line.fullName ?? "")
      #expect(entry._embedded["osdi:person"]?.given_name ?? "" == shown)
    }
  }

  @Test func anEmptyListIsAnEmptyPage() throws {
    let page = try page(try Sample.list([], counted: 7))
    #expect(page.total_records == 0 && page._embedded.signatures.isEmpty)
  }

  // MARK: - YAML

  @Test func anEntryHasTheKeysOfTheField() throws {
    #expect(
      try written(try Sample.list([Sample.signers[0], Sample.signers[4]]), as: .yaml)
        == """
        - name: "Amara Okafor"
          occupation_title: "Senior Engineer"
          organization: "Cloud"
        - name: "می‌خواهم رضایی"

        """)
  }

  @Test(arguments: [
    "yes", "no", "null", "~", "1.0", "0x1F", "2025-01-01", "- x", ": #", "# x", "a: b", "a #b", "!x", "&a", "*a",
    "%x", "@x",
    "`x`", "{a: b}", "[a]", "|", ">", "?", "---", "...", "<<", "\"", "'", "\\", "\\n", "\\u0041", "a\\", "👩🏽‍🏭",
    "\u{FFFE}x",
    "x\u{FFFF}", "\u{10FFFF}", "\u{1FFFE}", "🎉", "\u{FFFC}", " a ", "a\u{A0}", "שלום 123", "e\u{301}",
  ])
  func nothingInANameIsYAML(name: String) throws {
    let entries = try entries(try Sample.list([Sample.named(name, name)]))
    #expect(entries.count == 1)
    #expect(Array((entries[0]["name"] ?? "").unicodeScalars) == Array(name.unicodeScalars))
    #expect(Array((entries[0]["occupation_title"] ?? "").unicodeScalars) == Array(name.unicodeScalars))
  }

  @Test func hostileNamesStayWhatTheyAre() throws {
    let lines = Sample.hostile.map { Sample.named($0, $0) }
    let entries = try entries(try Sample.list(lines))
    #expect(entries.count == lines.count)
    for (entry, cell) in zip(entries, Sample.hostile) {
      #expect(entry["name"] == SafeText.line(cell))
      #expect(entry["occupation_title"] ?? "" == SafeText.line(cell))
    }
  }

  @Test func anEmptyListIsAnEmptySequence() throws {
    #expect(try written(try Sample.list(Sample.roles), as: .yaml) == "[]\n")
    #expect(try entries(try Sample.list([])).isEmpty)
  }
}
