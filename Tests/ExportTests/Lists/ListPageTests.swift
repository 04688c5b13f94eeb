import Campaigns
import Foundation
import Testing

@testable import Export

/// What a screen reader, a printer and eyes need of the page; a check in a browser is among the commands' tests.
@Suite struct ListPageTests {
  /// A list with all that a page can have.
  static func whole(_ language: String = "en", letter text: String = "# Dear all\n\nWe *ask*.\n\n### Why\n\n- a\n")
    throws -> SignatoryList
  {
    let document = try LetterDocumentTests.document(text: text)
    let subject = SignatoryList.Subject(
      title: "Keep the night bus", target: "Example Works", campaign: "Safe ways home",
      language: try Language(language))
    var list = SignatoryList(
      public: Sample.signers + Sample.roles, counted: 1_234,
      parts: [SignatoryList.Part(cohorts: [.employee], count: 1_266)],
      claimed: [SignatoryList.Claim(source: "A <partner>", count: 12, cohort: .supporter)], of: subject,
      asOf: Sample.day)
    list.letter = document.letter
    list.demands = document.demands
    list.otherSignedLetters = [document.letter]
    return list
  }

  private func tags(_ page: String) -> [(name: String, isEnd: Bool)] {
    // By scalars, as a browser reads: a joiner behind a tag's end is no part of it.
    page.matches(of: /<(\/?)([a-z][a-z0-9]*)[^>]*?>/.matchingSemantics(.unicodeScalar)).map {
      (String($0.2), $0.1 == "/")
    }
  }

  @Test func itSaysItsLanguageItsTitleAndThatNothingIsLoaded() throws {
    let page = try written(try Self.whole(), as: .html)
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    #expect(page.contains("<title>Keep the night bus</title>"))
    #expect(page.contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"))
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""))
    for tag in ["script", "link", "iframe", "object", "form"] { #expect(!page.contains("<\(tag)"), "\(tag)") }
  }

  @Test(arguments: ["# A\n\n## B\n\n#### C\n\n# D\n", "#### A\n\n## B\n\n### C\n\n# D\n", "no heading", "###### A\n"])
  func headingsGoDownOneLevelAtATime(letter: String) throws {
    var list = try Self.whole(letter: letter)
    list.layout.grouping = .organization
    list.layOut(list.layout) { $0 < $1 }
    let page = try written(list, as: .html)
    let levels = page.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
    #expect(levels.first == 1)
    #expect(levels.filter { $0 == 1 }.count == 1)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1, "\(levels)") }
  }

  @Test func eachTagThatIsOpenedIsClosed() throws {
    let hostile = Sample.hostile.map { Sample.named($0, $0) }
    for list in [
      try Self.whole(), try Sample.list(hostile, title: "</title><script>"), try Sample.list([]),
      try laidOut(hostile) { $0.grouping = .organization },
    ] {
      var open: [String] = []
      for tag in tags(try written(list, as: .html)) where tag.name != "meta" {
        if tag.isEnd { #expect(open.popLast() == tag.name) } else { open.append(tag.name) }
      }
      #expect(open == [])
    }
  }

  @Test func everyIdentifierIsThereOnceAndEveryLabelLeadsToOne() throws {
    let page = try written(try Self.whole(), as: .html)
    let ids = page.matches(of: /id="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for label in page.matches(of: /aria-labelledby="([^"]*)"/) { #expect(ids.contains(String(label.1))) }
  }

  @Test func nothingThatASignerTypesIsATag() throws {
    let cells = [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</li></ul>", "<!--", "&lt;b&gt;",
      "' onclick='x",
    ]
    let plain = tags(try written(try Sample.list(cells.map { _ in Sample.named("Ann", "Baker") }), as: .html))
    let page = try written(try Sample.list(cells.map { Sample.named($0, $0) }, title: "Keep"), as: .html)
    #expect(tags(page).map(\.name) == plain.map(\.name))
    #expect(page.contains("<li>&lt;script&gt;alert(1)&lt;/script&gt;, &lt;script"))
  }

  @Test func theLetterRunsNothingAndLoadsNothing() throws {
    let letter =
      "<script>alert(1)</script>\n\n[a](javascript:alert(1)) <b onclick=x>b</b>\n\n![p](https://e.example/p.png)\n"
    let page = try written(try Self.whole(letter: letter), as: .html)
    #expect(!page.contains("<script") && !page.contains("javascript:") && !page.contains("onclick"))
    // The policy keeps the picture from being fetched.
    #expect(page.contains("img-src data:"))
  }

  @Test func whatRunsFromRightToLeftIsIsolated() throws {
    let page = try written(try Self.whole(), as: .html)
    #expect(page.contains("<li><bdi>محمد العربي</bdi>, <bdi>مهندس</bdi>, Berlin</li>"))
    #expect(page.contains("<li>Amara Okafor, Senior Engineer, Cloud, Berlin</li>"))
    #expect(page.contains("<article class=\"letter\" lang=\"de-CH\" dir=\"auto\">"))
    #expect(page.contains("<h1 lang=\"en\" dir=\"auto\">Keep the night bus</h1>"))
  }

  @Test(arguments: ["ar", "he-IL", "fa", "ur", "az-Arab"]) func aListOfALanguageFromRightToLeft(language: String)
    throws
  {
    let page = try written(try Self.whole(language), as: .html)
    #expect(page.contains("<h1 lang=\"\(language)\" dir=\"rtl\">"))
    #expect(page.contains("<ul class=\"signatories\" dir=\"rtl\">\n<li><bdi>Amara Okafor</bdi>, <bdi>Senior"))
    #expect(page.contains("<bdi>5 employees</bdi>, <bdi>Cloud</bdi>"))
    #expect(page.contains(" <bdi dir=\"ltr\">(× 7)</bdi></li>"))
  }

  @Test(arguments: ["en", "ur-Latn", "zh-Hant", "az"]) func otherLanguagesRunFromLeftToRight(language: String) throws
  {
    #expect(try !Language(language).isRightToLeft)
  }

  @Test func itSaysWhichVersionOfTheLetterWasSigned() throws {
    let list = try Self.whole()
    let page = try written(list, as: .html)
    let digest = try #require(list.letter?.hexDigest)
    #expect(
      page.contains(
        "<p>Letter version 2, language de-CH, SHA-256 <code>\(digest)</code>. Signatures as of 2025-01-01."))
    #expect(page.contains("Some of these signatures were given for another version"))
    let alone = try written(try Sample.list(Sample.signers), as: .html)
    #expect(!alone.contains("<article") && !alone.contains("Letter version"))
  }

  @Test func contractsStandBelow() throws {
    var list = try Self.whole()
    let line = TerminationLine(
      all: Termination(
        id: Identifier(rawValue: 1), slug: try Slug("t-1"), campaign: Identifier(rawValue: 1),
        target: Identifier(rawValue: 2), party: Signatory(name: "Ana <b>Example"), kind: .consulting),
      target: "Example *Works*", on: Sample.day)
    list.contracts = EndedContracts(forOrganizers: [line], of: "Safe ways home", asOf: Sample.day)
    let page = try written(list, as: .html)
    #expect(page.contains("<h2>Contracts ended over this</h2>"))
    #expect(page.contains("Ana &lt;b&gt;Example") && page.contains("Example *Works*"))
  }

  @Test func aListOfWhatIsNewSaysSo() throws {
    var list = try Sample.list(Sample.signers, parts: [([.employee], 9)])
    list.since = SignatoryList.Since(delivery: 2, deliveredOn: Sample.day)
    for format in [ListFormat.markdown, .text, .html] {
      let text = try written(list, as: format)
      #expect(text.contains("9 new lines since delivery 2 of 2025-01-01"))
      #expect(!text.contains("verified"))
    }
  }

  /// The contrast of two colours as WCAG 2 has it.
  private func contrast(_ left: String, _ right: String) -> Double {
    func luminance(_ colour: String) -> Double {
      let number = Int(colour.dropFirst(), radix: 16) ?? 0
      let parts = [number >> 16, number >> 8 & 255, number & 255].map { part in
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (light, dark) = (max(luminance(left), luminance(right)), min(luminance(left), luminance(right)))
    return (light + 0.05) / (dark + 0.05)
  }

  @Test(arguments: ["ink", "quiet", "link", "warning"]) func everyColourCanBeRead(name: String) throws {
    let paper = try #require(ListPageStyle.colours.first { $0.name == "paper" })
    let colour = try #require(ListPageStyle.colours.first { $0.name == name })
    #expect(contrast(colour.light, paper.light) >= 4.5)
    #expect(contrast(colour.dark, paper.dark) >= 4.5)
  }
}
