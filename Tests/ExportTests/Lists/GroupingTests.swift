import Campaigns
import Testing

@testable import Export

@Suite struct GroupingTests {
  private func line(_ name: String?, _ team: String?, _ city: String? = nil, _ cohort: Cohort = .employee) -> ListLine
  {
    ListLine(
      fullName: name, affiliation: team, location: city, cohort: cohort, visibility: name == nil ? .role : .named)
  }

  private var lines: [ListLine] {
    [
      line("Ann", "Maps", "Rome"), line("Bo", "Ads"), line("Cy", nil, "Oslo", .contractor),
      line("Di", "Maps\u{200B}"),
    ] + Array(repeating: line(nil, "Maps"), count: 5) + Array(repeating: line(nil, nil, "Oslo"), count: 6)
  }

  private func body(_ format: ListFormat, by grouping: ListLayout.Grouping) throws -> String {
    let text = try written(try laidOut(lines) { $0.grouping = grouping }, as: format)
    return String(text[(try #require(text.firstRange(of: "verified signatures"))).upperBound...])
  }

  @Test func groupsHaveHeadingsWithCountsAndTheOthersComeLast() throws {
    #expect(
      try body(.markdown, by: .organization) == """
        **

        ## Ads (1)

        - Bo

        ## Maps (7)

        - Ann, Rome
        - Di
        - 5 employees

        ## Others (7)

        - Cy, Oslo
        - 6 employees, Oslo

        """)
    #expect(
      try body(.text, by: .site) == """


        Oslo (7)
        --------

        - Cy
        - 6 employees

        Rome (1)
        --------

        - Ann, Maps

        Others (7)
        ----------

        - Bo, Ads
        - Di, Maps
        - 5 employees, Maps

        """)
    let page = try body(.html, by: .cohort)
    #expect(
      page.contains("<h3>Employees <span class=\"count\">(14)</span></h3>\n<ul class=\"signatories\">\n<li>Ann"))
    #expect(page.contains("<h3>Contractors <span class=\"count\">(1)</span></h3>"))
  }

  @Test(arguments: [ListFormat.csv, .json]) func dataIsSortedByIt(format: ListFormat) throws {
    let text = try written(try laidOut(lines) { $0.grouping = .organization }, as: format)
    let names = text.matches(of: /Ann|Bo|Cy|Di/).map { String($0.0) }
    #expect(names == ["Bo", "Ann", "Di", "Cy"])
    #expect(text.split(separator: "\n").count == lines.count + (format == .csv ? 1 : 2))
  }

  @Test func aFieldThatIsLeftOutCanStillBeTheHeading() throws {
    let list = try laidOut(lines) { layout in
      layout.grouping = .organization
      layout.fields = [.fullName]
    }
    let text = try written(list, as: .markdown)
    #expect(text.contains("## Maps (7)\n\n- Ann\n- Di\n- 5 people\n"))
    #expect(try written(list, as: .csv).hasPrefix("full_name\nBo\nAnn\nDi\n"))
  }

  @Test func inALetterGroupsStandBelowItsHeadings() throws {
    var list = try laidOut(lines) { $0.grouping = .organization }
    list.letter = try LetterDocumentTests.document(text: "# Dear all\n\nWe ask.").letter
    #expect(
      try written(list, as: .markdown).contains("\n## Signatures\n\n**15 verified signatures**\n\n### Ads (1)\n"))
  }

  @Test func aHeadingIsTextLikeEveryOther() throws {
    for cell in Sample.hostile + ["<script>alert(1)</script>"] {
      let list = try laidOut([line("Ann", cell), line("Bo", "Ads")]) { $0.grouping = .organization }
      #expect(list.sections.count == 2)
      #expect(try !written(list, as: .html).contains("<script>"))
      let markdown = try written(list, as: .markdown)
      let headings = markdown.split(separator: "\n").filter { $0.utf8.starts(with: "## ".utf8) }
      #expect(headings.count == 2, "\(markdown)")
    }
  }

  @Test("of lines without a name, no heading counts fewer than the gate lets stand", arguments: 0..<40)
  func theGateHolds(seed: Int) throws {
    var state = UInt64(seed) &+ 1
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    func people(_ count: Int) -> PublicRoll.Collector {
      var collector = PublicRoll.Collector()
      for number in 0..<count {
        let day = Sample.day
        collector.add(
          Signature(
            id: Identifier(on: day), petition: Identifier(rawValue: 1), letter: Identifier(rawValue: 2),
            signedOn: day,
            cohort: [.employee, .contractor, .alumni][random(3)], state: .verified, standing: .sole,
            signatory: Signatory(
              name: "Signer \(number)", jobTitle: ["Baker", "Cook", nil][random(3)],
              team: ["Maps", "Ads", nil][random(3)], location: ["Rome", "Oslo", nil][random(3)]),
            visibility: Visibility([.named, .role, .role, .counted][random(4)])))
      }
      return collector
    }
    let first = PublicRoll(of: people(30 + random(40)), isRevealed: true, since: nil)
    let roll = PublicRoll(of: people(60 + random(60)), isRevealed: true, since: first.publication)
    for grouping in ListLayout.Grouping.allCases {
      for fields in [nil, [ListLayout.Field.jobTitle], [.affiliation, .location]] {
        let list = try laidOut(roll.lines) { layout in
          layout.grouping = grouping
          layout.fields = fields
        }
        for section in list.sections where section.heading != nil {
          let nameless = list.lines[section.lines].count { $0.visibility != .named }
          #expect(nameless == 0 || nameless >= PublicRoll.k)
        }
        #expect(list.sections.reduce(0) { $0 + $1.lines.count } == roll.lines.count)
      }
    }
  }
}
