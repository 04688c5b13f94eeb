import Campaigns
import Foundation
import Testing

@testable import Export

/// A list of these lines, laid out so.
func laidOut(
  _ lines: [ListLine], title: String? = nil, _ change: (inout ListLayout) -> Void
) throws -> SignatoryList {
  var layout = ListLayout()
  change(&layout)
  var list = try Sample.list(layout.leavingOut(of: lines), title: title)
  list.layOut(layout) { $0 < $1 }
  return list
}

@Suite struct LayoutTests {
  private let amara = Sample.signers[0]

  private func items(_ list: SignatoryList) throws -> [String] {
    try written(list, as: .text).split(separator: "\n").filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
  }

  // MARK: - Fields

  @Test func theFieldsStandInTheOrderInWhichTheyWereNamed() throws {
    let list = try laidOut([amara]) { $0.fields = [.location, .fullName, .signedOn] }
    #expect(try written(list, as: .csv) == "location,full_name,signed_on\nBerlin,Amara Okafor,2025-01-01\n")
    #expect(
      try written(list, as: .json)
        == "[\n{\"location\": \"Berlin\", \"full_name\": \"Amara Okafor\", \"signed_on\": \"2025-01-01\"}\n]\n")
    #expect(try items(list) == ["Berlin, Amara Okafor, 2025-01-01"])
    #expect(try written(list, as: .html).contains("<li>Berlin, Amara Okafor, 2025-01-01</li>"))
  }

  @Test func allFieldsInTheirOrderAreThePlainList() throws {
    let lines = Sample.signers + Sample.roles
    let named = try laidOut(lines) { $0.fields = ListLayout.Field.allCases }
    for format in [ListFormat.csv, .json] {
      #expect(try written(named, as: format) == written(try Sample.list(lines), as: format))
    }
    #expect(ListLayout.Field.allCases.map(\.rawValue) == ListFormat.columns)
  }

  @Test(arguments: Sample.texts) func whatIsNoFieldIsNowhere(format: ListFormat) throws {
    guard format != .osdi, format != .yaml else { return }
    let list = try laidOut(Sample.signers + Sample.roles) { $0.fields = [.fullName, .location] }
    let text = try written(list, as: format)
    for word in ["Engineer", "Cloud", "Ads", "employee", "2025-01-01,", "named"] {
      #expect(!text.contains(word) || (format != .csv && word == "named"), "\(word)")
    }
    #expect(text.contains("Amara Okafor") && text.contains("Hyderabad"))
  }

  @Test func linesThatDifferInWhatIsLeftOutAreOne() throws {
    func role(_ title: String?, _ team: String, _ cohort: Cohort = .employee) -> ListLine {
      ListLine(jobTitle: title, affiliation: team, cohort: cohort, visibility: .role)
    }
    let lines =
      Array(repeating: role("Baker", "Maps"), count: 5) + Array(repeating: role("Cook", "Maps"), count: 6)
      + Array(repeating: role(nil, "Maps", .contractor), count: 7)
    #expect(try items(laidOut(lines) { $0.fields = [.fullName, .affiliation] }) == ["18 people, Maps"])
    #expect(
      try items(laidOut(lines) { $0.fields = [.affiliation, .cohort] }) == [
        "11 employees, Maps", "7 contractors, Maps",
      ]
    )
  }

  @Test func namesThatAreLeftOutMakeDescriptions() throws {
    let lines = [Sample.named("Ann", "Baker"), Sample.named("Bo", "Baker"), Sample.named("Cy")]
    #expect(try items(laidOut(lines) { $0.fields = [.jobTitle] }) == ["Baker (× 2)", "a person"])
    let roles = Array(repeating: ListLine(jobTitle: "Baker", cohort: .alumni, visibility: .role), count: 5)
    #expect(try items(laidOut(lines + roles) { $0.fields = [.jobTitle] }) == ["Baker (× 7)", "a person"])
  }

  @Test func theMarkOfOrganizersListsIsAFieldLikeOthersOnceFieldsAreNamed() throws {
    var line = amara
    line.visibility = .counted
    var list = SignatoryList(forOrganizers: [line], pending: 0, of: try Sample.subject(), asOf: Sample.day)
    #expect(try items(list) == ["Amara Okafor, Senior Engineer, Cloud, Berlin (counted only)"])
    list.layout.fields = [.fullName, .visibility]
    #expect(try items(list) == ["Amara Okafor, counted"])
  }

  // MARK: - Initials and titles

  @Test func honorificsAndCredentialsStandAsTyped() throws {
    var line = Sample.named("Ana Example", "Nurse")
    line.honorific = "Dr."
    line.credentials = "PhD, RN"
    let list = try Sample.list([line])
    #expect(try items(list) == ["Dr. Ana Example, PhD, RN, Nurse"])
    #expect(try written(list, as: .csv).contains("\n\"Dr. Ana Example, PhD, RN\",Nurse,"))
    #expect(try written(list, as: .html).contains("<li>Dr. Ana Example, PhD, RN, Nurse</li>"))
    #expect(try written(list, as: .yaml).hasPrefix("- name: \"Dr. Ana Example, PhD, RN\"\n"))
    let initials = try laidOut([line]) { $0.showsInitialsOnly = true }
    #expect(try items(initials) == ["A. E., Nurse"])
  }

  @Test(arguments: Sample.texts) func initialsAreAllThatIsLeftOfAName(format: ListFormat) throws {
    let union = ListLine(fullName: "Sample Workers Union", cohort: .organization, visibility: .named)
    let list = try laidOut([amara, union]) { $0.showsInitialsOnly = true }
    let text = try written(list, as: format)
    #expect(text.contains("A. O."))
    #expect(!text.contains("Amara") && !text.contains("Okafor"))
    #expect(text.contains("Sample Workers Union"))
  }

  // MARK: - Columns

  @Test func aTextHasItsEntriesBesideEachOther() throws {
    let lines = ["Ann", "Bo Example", "Cy", "Di"].map { Sample.named($0) }
    let text = try written(try laidOut(lines) { $0.nameColumns = 3 }, as: .text)
    let gap = { (name: String) in name + String(repeating: " ", count: 27 - name.count) }
    #expect(text.hasSuffix("\n\n\(gap("Ann"))\(gap("Bo Example"))Cy\nDi\n"))
  }

  @Test func whatIsWiderThanItsColumnGoesOnBelow() throws {
    let long = Sample.named(
      "Maximiliana Example von und zu Musterhausen", String(repeating: "x", count: 60))
    let lines = [long, Sample.named("王小明", "数据分析师"), Sample.named("נועה לוי")]
    let text = try written(try laidOut(lines) { $0.nameColumns = 3 }, as: .text)
    let rows = text.split(separator: "\n").suffix(5)
    for row in rows { #expect(TerminalColumns.width(of: row) <= ListLayout.textWidth, "\(row)") }
    #expect(rows.contains { $0.contains("  und zu Musterhausen,") })
    // The second entry starts where its column does, also behind wide characters.
    #expect(text.contains("Maximiliana Example von    王小明, 数据分析师         \u{2068}נועה לוי\u{2069}\n"), "\(text)")
  }

  @Test func aPageHasAsManyColumnsAsHaveRoom() throws {
    let page = try written(try laidOut([amara]) { $0.nameColumns = 3 }, as: .html)
    #expect(page.contains(".signatories { columns: 3 11rem; column-gap: 2rem; }"))
    #expect(try !written(try Sample.list([amara]), as: .html).contains("columns:"))
  }

  // MARK: - What cannot be

  @Test(arguments: [
    (ListFormat.osdi, "fields"), (.yaml, "fields"), (.osdi, "grouping"), (.yaml, "grouping"), (.csv, "columns"),
    (.json, "columns"), (.markdown, "columns"), (.osdi, "columns"), (.yaml, "columns"), (.text, "no columns"),
    (.text, "many columns"), (.csv, "twice"),
  ])
  func aLayoutThatAFormCannotHaveIsRefused(format: ListFormat, what: String) throws {
    let list = try laidOut([amara]) { layout in
      switch what {
      case "fields": layout.fields = [.fullName]
      case "grouping": layout.grouping = .site
      case "columns": layout.nameColumns = 2
      case "no columns": layout.nameColumns = 0
      case "twice": layout.fields = [.fullName, .fullName]
      default: layout.nameColumns = 7
      }
    }
    var written = 0
    #expect(throws: Refusal.self) { try list.write(as: format) { written += $0.count } }
    #expect(written == 0)
  }
}
