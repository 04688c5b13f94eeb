import Campaigns
import Foundation
import Testing

@testable import Export

@Suite struct ComparisonWritingTests {
  private static let plain = ComparisonFormat.text(width: 80, coloured: false)

  /// The statement's lines, without what stands above them.
  private func body(_ old: String, _ new: String, as format: ComparisonFormat) -> String {
    let whole = written(ComparisonSample.document([old, new]), as: format)
    let start =
      switch format {
      case .html: "<main lang=\"\">\n"
      case .markdown: "---\n\n"
      case .text: "{+new+}\n\n"
      }
    let end = format == .html ? "\n</main>\n</body>\n</html>\n" : "\n"
    guard let range = whole.range(of: start) else { return whole }
    return String(whole[range.upperBound...].dropLast(end.count))
  }

  @Test func aSpaceStandsOutsideOfTheMarks() {
    let (old, new) = ("We sell maps here", "We sell cars here")
    #expect(body(old, new, as: ComparisonWritingTests.plain) == "~ We sell [-maps-]{+cars+} here")
    #expect(body(old, new, as: .markdown) == "We sell ~~maps~~**cars** here")
    #expect(body(old, new, as: .html) == "<p dir=\"auto\">We sell <del>maps</del><ins>cars</ins> here</p>")
  }

  @Test func marksWithinAWordAreStillMarks() {
    #expect(body("我们不卖地图", "我们也卖地图", as: .markdown) == "我们&#8203;~~不~~**也**&#8203;卖地图")
    #expect(body("我们卖", "我们卖了车", as: .markdown) == "我们卖&#8203;**了车**")
  }

  @Test func whatLooksLikeAMarkIsToldApart() {
    #expect(
      body("[-a-]{+b+} we sell maps", "[-a-]{+b+} we sell", as: ComparisonWritingTests.plain)
        == "~ [\\-a-\\]{\\+b+\\} we sell [-maps-]")
  }

  @Test func whatCannotBeSeenHasNoMarks() {
    #expect(body("We sell maps", "We sell maps \u{200B}", as: .markdown) == "We sell maps")
  }

  @Test(arguments: [20, 33, 80]) func noLineIsWiderThanTheTerminal(width: Int) {
    let long = String(repeating: "x", count: 100)
    let texts = ["a few words, \(long) and 中文中文中文中文中文中文中文中文 end", "a new word, \(long)y and 中文中文 end 👩🏽‍🏭"]
    for coloured in [false, true] {
      let document = ComparisonSample.document(texts + ComparisonSample.hostile, from: 1, to: 2)
      for line in written(document, as: .text(width: width, coloured: coloured)).split(separator: "\n") {
        let bare = line.replacingOccurrences(of: "\u{1B}\\[[0-9;]*m", with: "", options: .regularExpression)
        #expect(TerminalColumns.width(of: bare) <= width, "\(line)")
      }
    }
  }

  @Test func coloursEndWithTheLine() {
    let document = ComparisonSample.document(ComparisonSample.hostile)
    for line in written(document, as: .text(width: 30, coloured: true)).split(separator: "\n") {
      let sequences = line.matches(of: /\u{1B}\[[0-9;]*m/).map { String($0.output) }
      #expect(sequences.isEmpty || sequences.last == "\u{1B}[0m", "\(line.debugDescription)")
      #expect(sequences.allSatisfy { ["\u{1B}[0m", "\u{1B}[0;9;31m", "\u{1B}[0;4;32m"].contains($0) })
      #expect(line.filter { $0 == "\u{1B}" }.count == sequences.count)
    }
  }

  @Test func onlyOwnLinesBeginAtTheEdge() {
    let text = written(ComparisonSample.document(ComparisonSample.hostile), as: .text(width: 30, coloured: false))
    for line in text.split(separator: "\n").drop(while: { $0 != "[-gone-] {+new+}" }).dropFirst() {
      let isOwn = ["… ", "This passage ", "This wording ", "These words ", "The old wording "].contains {
        line.hasPrefix($0)
      }
      #expect(isOwn || ["  ", "- ", "+ ", "~ "].contains { line.utf8.starts(with: $0.utf8) }, "\(line)")
    }
  }

  @Test(arguments: [.html, .markdown, plain] as [ComparisonFormat])
  func noFormLetsAControlOrADirectionThrough(format: ComparisonFormat) {
    let document = ComparisonSample.document(
      ComparisonSample.hostile, from: 2, to: 3, title: "\u{1B}[31m\u{202E}x", label: "\u{9B}\u{2067}")
    for scalar in written(document, as: format).unicodeScalars where ![0x0A, 0x2068, 0x2069].contains(scalar.value) {
      #expect(SafeText.fate(of: scalar.value) == .stays)
    }
  }

  @Test func noTagIsTheStatements() {
    let page = written(ComparisonSample.document(ComparisonSample.hostile, from: 2, to: 3), as: .html)
    let known: Set = [
      "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "header", "h1", "p", "bdi", "del", "ins", "main",
      "q",
    ]
    for match in page.matches(of: /<\/?([^\s>]*)/) { #expect(known.contains(String(match.output.1))) }
    #expect(!page.contains("onload='"))
  }

  @Test func unchangedParagraphsAreFolded() {
    let same = (1...6).map { "Paragraph number \($0)" }
    let old = ["gone"] + same + ["gone too"]
    #expect(
      body(old.joined(separator: "\n\n"), same.joined(separator: "\n\n"), as: ComparisonWritingTests.plain)
        == """
        - [-gone-]

          Paragraph number 1

        … 4 paragraphs unchanged …

          Paragraph number 6

        - [-gone too-]
        """)
    #expect(
      body("a\n\nb\n\nc\n\nd", "a\n\nb\n\nc", as: ComparisonWritingTests.plain)
        == "… 2 paragraphs unchanged …\n\n  c\n\n- [-d-]")
    #expect(
      body("a\n\nb\n\nc", "b\n\nc", as: ComparisonWritingTests.plain)
        == "- [-a-]\n\n  b\n\n… 1 paragraph unchanged …")
  }

  @Test func revisionsAreNamedTogether() {
    let with = "Here.\n\nWe promise."
    let revisions = [with, "Here.", "Here.", with, "Here.", "Here.", "Here.", with]
    #expect(
      written(ComparisonSample.document(revisions, from: 3, to: 4), as: .markdown)
        .contains("\n> This passage stood in revision 1, was gone in revisions 2 and 3, and is back.\n"))
    #expect(
      written(ComparisonSample.document(revisions, from: 4, to: 5), as: .markdown)
        .contains("\n> This passage is gone in revisions 5 to 7 and comes back in revision 8.\n"))
  }

  @Test func wordsThatCameBackAreNamedAndEscaped() {
    let long = "We sell maps of cities, and we will *not* sell <them> to any army, in all countries."
    let later = "We sell maps of large cities, and we will *not* sell <them> to any army, in all countries."
    let document = ComparisonSample.document(
      [long, "We sell maps of cities, in all countries.", later], from: 2, to: 3)
    let sentence = "These words stood in revision 1, were gone in revision 2, and are back:"
    let words = "and we will *not* sell <them> to any army,"
    let line = "\n\(sentence) “\(words)”\n"
    #expect(written(document, as: .text(width: 200, coloured: false)).contains(line))
    #expect(
      written(document, as: .markdown)
        .contains("\n> \(sentence) “and we will \\*not\\* sell &lt;them&gt; to any army,”\n"))
    #expect(
      written(document, as: .html)
        .contains("\(sentence) <q lang=\"\" dir=\"auto\">and we will *not* sell &lt;them&gt; to any army,</q></p>"))
    #expect(document.comparison.passages.first?.paragraphs.first?.contains { $0.text == "\(words) " } == true)
  }

  @Test func piecesEndWithALine() {
    let text = (1...20_000).map { "Paragraph \($0)" }.joined(separator: "\n\n")
    var sizes: [Int] = []
    ComparisonSample.document([text, text + "\n\nnew"]).write(as: .html) { piece in
      sizes.append(piece.count)
      #expect(piece.last == UInt8(ascii: "\n"))
    }
    #expect(sizes.count > 5 && sizes.allSatisfy { $0 < 70_000 })
  }
}
