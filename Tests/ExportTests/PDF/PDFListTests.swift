import Campaigns
import Foundation
import Testing

@testable import Export

/// A list as a PDF, as a reader's program sees it.
@Suite(.enabled(if: Poppler.isThere)) struct PDFListTests {
  private static let letter = """
    # Dear Nimbus,

    We ask you to **listen** to *us*, as [we said](https://news.example/a).

    1. First
    2. Second

    > A quotation.
    """

  private static func signers(_ count: Int) -> [ListLine] {
    (0..<count).map { number in
      ListLine(
        fullName: "Signer \(number) Example", jobTitle: "Engineer", affiliation: "Team \(number % 3)",
        location: "Berlin", cohort: .employee, visibility: .named, signedOn: Sample.day)
    }
  }

  private static func list(_ lines: [ListLine], counted: Int = 0, letter text: String? = nil) throws -> SignatoryList
  {
    var list = try Sample.list(lines, counted: counted, parts: [([.employee], lines.count + counted)])
    list.letter = try text.map { text in
      Letter(
        id: Identifier(rawValue: 1), petition: Identifier(rawValue: 2), language: try Language("en"), version: 3,
        text: text, addedOn: Sample.day)
    }
    return list
  }

  @Test func `the same list gives the same bytes`() throws {
    let list = try Self.list(Sample.signers + Sample.roles, counted: 12, letter: Self.letter)
    #expect(try Poppler(of: list).bytes == Poppler(of: list).bytes)
  }

  @Test func `the first page says what is asked, of whom, and how many ask it`() throws {
    let text = try Poppler(of: Self.list(Self.signers(3), counted: 1_231, letter: Self.letter)).text(of: 1)
    for words in [
      "Keep the night bus", "Example Works", "Safe ways home", "2025-01-01", "1,234 verified signatures",
      "1,234 employees", "Dear Nimbus,", "We ask you to listen to us, as we said (https://news.example/a).",
      "A quotation.", "and 1,231 more who are counted but not listed.", "Letter version 3, language en, SHA-256",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test func `every page says which of how many it is, and from the second on what it is of`() throws {
    let pdf = try Poppler(of: Self.list(Self.signers(200)))
    let count = try pdf.pages()
    #expect(count > 2)
    for page in 1...count {
      let text = try pdf.text(of: page)
      #expect(text.contains("Page \(page) of \(count)"))
      #expect(text.contains("Keep the night bus"))
      #expect(!text.contains(ListWording.warning))
    }
  }

  @Test(arguments: 1...4) func `every name is there once and in order, in each number of columns`(columns: Int) throws
  {
    var list = try Self.list(Self.signers(333), counted: 9)
    list.layout.nameColumns = columns
    let pdf = try Poppler(of: list)
    let found = try pdf.text().matches(of: /Signer (\d+) Example/).compactMap { Int($0.1) }
    #expect(found == Array(0..<333))
    #expect(try pdf.text().contains("and 9 more who are counted but not listed."))
  }

  @Test func `a number of columns that no page has room for is refused`() throws {
    var list = try Self.list(Self.signers(1))
    for columns in [0, 5] {
      list.layout.nameColumns = columns
      #expect { try Poppler(of: list) } throws: { ($0 as? Refusal)?.code == .usage }
    }
  }

  @Test func `names in all scripts are in the text, each with its letters in order`() throws {
    let names = [
      "محمد العربي", "נועה לוי", "王小明", "佐藤 さくら", "김민수", "Ольга Несуществующая", "สมชาย ใจดี", "Ngô Bảo Châu",
      "Ελένη Παπαδοπούλου", "ሰላም ተስፋዬ",
    ]
    let pdf = try Poppler(of: Self.list(names.map { Sample.named($0, "Engineer") }))
    // Poppler marks the direction of what it found.
    let text = try pdf.text().filter { !"\u{202A}\u{202B}\u{202C}\u{200E}\u{200F}".contains($0) }
      .precomposedStringWithCanonicalMapping
    let marks = Set("\u{202A}\u{202B}\u{202C}\u{2068}\u{2069}".unicodeScalars)
    let plain = String(String.UnicodeScalarView(text.unicodeScalars.filter { !marks.contains($0) }))
    for name in names { #expect(plain.contains(name.precomposedStringWithCanonicalMapping), "\(name)") }
    #expect(plain.components(separatedBy: ", Engineer").count - 1 == names.count)
  }

  @Test func `fonts are embedded, and only what is used of them`() throws {
    let fonts = try Poppler(of: Self.list(Sample.signers, letter: Self.letter)).fonts()
    #expect(fonts.count > 4)
    for font in fonts {
      // A font of drawings has no name, and is never more than what is used.
      #expect(font.isEmbedded && (font.isSubset || font.name == "[none]"), "\(font.name)")
    }
  }

  @Test func `it is tagged, and has a title and the day of its list as its only time`() throws {
    let pdf = try Poppler(of: Self.list(Self.signers(2), letter: Self.letter))
    #expect(try pdf.info("Tagged") == "yes")
    #expect(try pdf.info("Title") == "Keep the night bus")
    #expect(try pdf.info("CreationDate")?.contains("2025") == true)
    #expect(try pdf.info("CreationDate") == pdf.info("ModDate"))
    let structure = try pdf.structure()
    #expect(structure.first == "Document")
    for part in ["H1", "H2", "P", "LBody"] { #expect(structure.contains(part), "\(part)") }
  }

  @Test func `a long title and a name of 200 characters are broken, never cut`() throws {
    let title = "Keep the night bus, " + (1...30).map { "word\($0)" }.joined(separator: " ")
    let name = (1...200).map { $0 % 10 == 0 ? "x" : "\($0 % 10)" }.joined()
    var list = try Sample.list([Sample.named(name)], parts: [([.employee], 1)], title: title)
    list.layout.nameColumns = 3
    let pdf = try Poppler(of: list)
    let text = try pdf.text()
    #expect(text.replacing("\n", with: " ").contains(title))
    #expect(text.replacing("\n", with: "").contains(name))
    #expect(try pdf.pages() == 1)
  }

  @Test func `the organizers' list says on each page that it is theirs`() throws {
    var hidden = Sample.named("Counted Example", "Engineer")
    hidden.visibility = .counted
    let list = SignatoryList(
      forOrganizers: Self.signers(150) + [hidden], pending: 4, of: try Sample.subject(), asOf: Sample.day)
    let pdf = try Poppler(of: list)
    for page in 1...(try pdf.pages()) { #expect(try pdf.text(of: page).contains(ListWording.warning)) }
    #expect(try pdf.text().contains("Counted Example, Engineer (counted only)"))
    #expect(try pdf.text().contains("4 of them not verified"))
  }

  @Test func `grouped lines stand under their group, which they need not repeat`() throws {
    var list = try Self.list(Self.signers(9) + [Sample.named("Alone Example")])
    var layout = ListLayout()
    layout.grouping = .organization
    list.layOut(layout, headings: <)
    let text = try Poppler(of: list).text()
    let places = try ["Team 0", "Signer 0 Ex", "Team 1", "Signer 1 Ex", "Team 2", "Others", "Alone"].map {
      try #require(text.range(of: $0)?.lowerBound, "\($0)")
    }
    #expect(places == places.sorted())
    #expect(text.contains("Signer 0 Example, Engineer, Berlin"))
  }

  @Test func `only the fields that were asked for are shown`() throws {
    var list = try Self.list(Self.signers(1) + Sample.roles)
    list.layout.fields = [.fullName, .location]
    let text = try Poppler(of: list).text()
    #expect(text.contains("Signer 0 Example, Berlin"))
    #expect(!text.contains("Engineer"))
    #expect(!text.contains("Team 0"))
  }

  @Test func `what others claim stands beside the number, with its source`() throws {
    var list = SignatoryList(
      public: Self.signers(1), counted: 0, parts: [],
      claimed: [SignatoryList.Claim(source: "The Union", count: 60_000, cohort: .supporter)],
      of: try Sample.subject(), asOf: Sample.day)
    list.layout.paper = .letter
    let pdf = try Poppler(of: list)
    let text = try pdf.text().replacing("\n", with: " ")
    #expect(text.contains("Beside this number, and not in it: The Union reports 60,000 supporters, without records."))
    #expect(try pdf.info("Page size")?.hasPrefix("612 x 792") == true)
  }

  @Test(arguments: Sample.hostile) func `no cell breaks a line or turns what stands beside it`(cell: String) throws {
    let lines = [Sample.named("First Example", cell), Sample.named("Second Example", "Engineer")]
    let text = try Poppler(of: Self.list(lines)).text()
    #expect(text.contains("First Example"))
    #expect(text.contains("Second Example, Engineer"))
  }

  @Test func `what the sink throws ends the writing, and nothing comes after it`() throws {
    struct Full: Error {}
    var count = 0
    #expect(throws: Full.self) {
      try PDFList(Self.list(Sample.signers)).write { _ in
        count += 1
        throw Full()
      }
    }
    #expect(count == 1)
  }
}
