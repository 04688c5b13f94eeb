import Campaigns
import Testing

@testable import Export

@Suite struct MarkdownTests {
  @Test(arguments: [
    ("[x](http://e)", "\\[x\\](http\\://e)"), ("<script>", "&lt;script&gt;"), ("# h", "\\# h"), ("1. x", "1\\. x"),
    ("12) x", "12\\) x"), ("*a*", "\\*a\\*"), ("|", "\\|"), ("`a`", "\\`a\\`"), ("```", "\\`\\`\\`"),
    ("a\nb", "a b"),
    ("- x", "\\- x"), ("+ x", "\\+ x"), ("---", "\\---"), ("> x", "&gt; x"), ("    x", "x"), ("a  ", "a"),
    ("R&D", "R&amp;D"), ("&amp;", "&amp;amp;"), ("\\", "\\\\"), ("www.e.example", "www\\.e\\.example"),
    ("a@e.example", "a\\@e\\.example"), ("~~a~~", "\\~\\~a\\~\\~"), ("\n# h", "\\# h"),
    ("{{ x }}", "\\{\\{ x \\}\\}"),
    ("$x$", "\\$x\\$"), ("===", "\\=\\=\\="),
  ])
  func markupShowsAsItIs(cell: String, expected: String) throws {
    #expect(try writtenCell(cell, as: .markdown) == expected)
  }

  @Test(arguments: ["Amara Okafor", "C++ Developer", "J. Doe", "Ads (EMEA)", "O'Hara-Ng", "Jr.", "Web/App!", "José"])
  func harmlessTextStaysReadable(cell: String) throws {
    #expect(try writtenCell(cell, as: .markdown) == cell)
  }

  @Test func titleAndTargetAreEscapedToo() throws {
    let subject = try Sample.subject(title: "# <b>\nx", target: "*Works*")
    let list = SignatoryList(public: [], counted: 0, cohorts: [], of: subject, asOf: Sample.day)
    #expect(try written(list, as: .markdown).hasPrefix("# \\# &lt;b&gt; x\n\nTo \\*Works\\*\n"))
  }

  @Test(arguments: [ListFormat.markdown, .text])
  func eachTextFromRightToLeftIsIsolated(format: ListFormat) throws {
    let line = ListLine(
      fullName: "נועה לוי", jobTitle: "Engineer", affiliation: "فريق 7 Cloud", location: "Berlin", cohort: .employee,
      visibility: .named)
    let expected = "- \u{2068}נועה לוי\u{2069}, Engineer, \u{2068}فريق 7 Cloud\u{2069}, Berlin\n"
    #expect(try written(try Sample.list([line]), as: format).contains(expected))
  }

  @Test(arguments: [ListFormat.csv, .json])
  func dataIsNotIsolated(format: ListFormat) throws {
    #expect(try !written(try Sample.list(Sample.signers), as: format).unicodeScalars.contains("\u{2068}"))
  }

  @Test func aCellThatShowsNothingLeavesNoComma() throws {
    let line = ListLine(
      fullName: "Ann", jobTitle: "\u{200B}", affiliation: " ", location: "Rome", cohort: .employee, visibility: .named
    )
    #expect(try written(try Sample.list([line]), as: .markdown).contains("\n- Ann, Rome\n"))
  }
}
