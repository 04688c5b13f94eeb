import Campaigns
import Testing

@testable import Export

@Suite struct WordingTests {
  private func items(_ lines: [ListLine]) throws -> [String] {
    try written(try Sample.list(lines), as: .text).split(separator: "\n").filter { $0.hasPrefix("- ") }.map(
      String.init)
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (1_000_000, "1,000,000"),
    (-1_234, "-1,234"),
  ])
  func numbersPartThousands(number: Int, expected: String) {
    #expect(english(number) == expected)
  }

  @Test func theTotalShowsItsParts() throws {
    let list = try Sample.list(
      [], counted: 1_246,
      parts: [([.employee], 1_000), ([.contractor], 234), ([.contractor, .alumni, .organization], 12)])
    #expect(
      try written(list, as: .markdown).contains(
        "**1,246 verified signatures**: 1,000 employees, 234 contractors, 12 contractors, alumni and organizations\n")
    )
  }

  @Test func oneSignatureIsInTheSingular() throws {
    let list = try Sample.list([], counted: 1, parts: [([.employee], 1)])
    #expect(try written(list, as: .text).contains("\n1 verified signature: 1 employee\n"))
    #expect(try written(list, as: .text).hasSuffix("\n1 person has signed and is not listed.\n"))
    let alumni = try Sample.list([], counted: 1, parts: [([.alumni], 1)])
    #expect(try written(alumni, as: .text).contains("\n1 verified signature: 1 of the alumni\n"))
  }

  @Test(arguments: [(1, "and 1 more who"), (37, "and 37 more who"), (1_234, "and 1,234 more who")])
  func closingAfterLines(counted: Int, expected: String) throws {
    let list = try Sample.list([Sample.named("Ann")], counted: counted)
    #expect(try written(list, as: .markdown).hasSuffix("- Ann\n\n\(expected) are counted but not listed.\n"))
  }

  @Test func closingWithoutLines() throws {
    #expect(
      try written(try Sample.list([], counted: 37), as: .markdown).hasSuffix(
        "\n\n37 people have signed and are not listed.\n"))
    #expect(try written(try Sample.list([]), as: .markdown).hasSuffix("\n\nNobody is listed yet.\n"))
    #expect(try written(try Sample.list([Sample.named("Ann")]), as: .markdown).hasSuffix("\n- Ann\n"))
  }

  @Test func equalRolesStandTogetherWhereTheFirstStood() throws {
    #expect(
      try items(Sample.roles + [Sample.named("Ann")]) == [
        "- Senior Engineer, Cloud (× 7)", "- 5 employees, Cloud", "- 6 contractors, Hyderabad", "- 5 alumni", "- Ann",
      ])
    // Shuffled lists too: each description once, however its lines lie.
    let engineer = ListLine(jobTitle: "Engineer", cohort: .employee, visibility: .role)
    let vendor = ListLine(jobTitle: "Engineer", cohort: .contractor, visibility: .role)
    let anyone = ListLine(cohort: .employee, visibility: .role)
    #expect(
      try items([engineer, anyone, vendor, Sample.named("Ann"), engineer, anyone]) == [
        "- Engineer (× 3)", "- 2 employees", "- Ann",
      ])
  }

  @Test(arguments: [
    (Cohort.employee, "- an employee"), (.contractor, "- a contractor"), (.alumni, "- one of the alumni"),
    (.supporter, "- a supporter"), (.organization, "- an organization"),
  ])
  func oneOfACohort(cohort: Cohort, expected: String) throws {
    #expect(try items([ListLine(cohort: cohort, visibility: .role)]) == [expected])
  }

  @Test(arguments: [ListFormat.csv, .json])
  func dataHasALineForEachPerson(format: ListFormat) throws {
    let lines = try written(try Sample.list(Sample.roles), as: format).split(separator: "\n")
    #expect(lines.filter { $0.contains("role") && !$0.hasPrefix("full_name") }.count == Sample.roles.count)
  }

  @Test func onlyListsForOrganizersSayWhoTheyAreFor() throws {
    let warning = "For organizers only: holds what signers did not make public."
    let open = try Sample.list(Sample.signers)
    let closed = SignatoryList(
      forOrganizers: [Sample.named("Ann"), Sample.named("Bo", cohort: .alumni)], pending: 1, of: try Sample.subject(),
      asOf: Sample.day)
    #expect(try written(closed, as: .markdown).hasPrefix("**\(warning)**\n\n# "))
    #expect(try written(closed, as: .text).hasPrefix("\(warning)\n\n"))
    #expect(
      try written(closed, as: .text).contains("\n2 signatures, 1 of them not verified: 1 employee, 1 of the alumni\n")
    )
    #expect(try !written(open, as: .markdown).contains(warning))
  }

  @Test func theTitleOfATextIsUnderlined() throws {
    #expect(try written(try Sample.list([], title: "Zoë 王"), as: .text).hasPrefix("Zoë 王\n=====\n\n"))
  }

  @Test func theGatesOwnPartsAreTaken() throws {
    let list = SignatoryList(
      public: [], counted: 0, cohorts: PublicRoll(of: .init(), isRevealed: true, since: nil).cohorts,
      of: try Sample.subject(), asOf: Sample.day)
    #expect(list.parts.isEmpty && list.total == 0)
  }

  @Test func namesOfFiles() {
    #expect(
      ListFormat.allCases.map(\.fileExtension) == ["csv", "json", "md", "txt", "html", "osdi.json", "yaml", "pdf"])
    #expect(ListFormat.delivered.map(\.fileExtension) == ["csv", "json", "md", "txt"])
  }
}
