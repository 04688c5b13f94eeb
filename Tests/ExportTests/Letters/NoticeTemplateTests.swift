import Campaigns
import Testing

@testable import Export

@Suite struct NoticeTemplateTests {
  private func refusal(of template: String) throws -> Refusal {
    try #require(throws: Refusal.self) { _ = try NoticeTemplate(template, file: "letter.mustache") }
  }

  private static let fields =
    "fields: by, target, campaign, kind, reference, signed_on, notice_date, notice_period, effective_date, value,"
    + " reason, demand, statement"

  @Test(arguments: [
    ("Dear {{nobody}}", "nobody", 1, 6), ("a\n\n  {{#why}}b{{/why}}", "why", 3, 3),
    ("{{by}}\n{{^Reason}}", "Reason", 2, 1),
    ("{{{names}}}", "names", 1, 1), ("é王{{& x}}", "x", 1, 3), ("{{by.count}}", "by.count", 1, 1),
    ("{{uppercased(by)}}", "uppercased(by)", 1, 1), ("{{.}}", ".", 1, 1), ("{{ #by}}", "#by", 1, 1),
    ("{{#by}}{{renderText}}{{/by}}", "renderText", 1, 8), ("{{*by}}", "*by", 1, 1),
  ])
  func anUnknownFieldIsNamedWithItsPlace(template: String, name: String, line: Int, column: Int) throws {
    let refusal = try refusal(of: template)
    #expect(
      refusal
        == Refusal(
          .unusableFile, "there is no field \"\(name)\"", hint: NoticeTemplateTests.fields,
          at: SourcePlace(file: "letter.mustache", line: line, column: column)))
  }

  @Test(arguments: [
    ("a {{by", "the tag is not closed", 1, 3), ("a {{by}", "the tag is not closed", 1, 3),
    ("a\n{{{by}}", "the tag is not closed", 2, 1), ("{{by\n}}", "the tag is not closed", 1, 1),
    ("{{\nby}}", "the tag is not closed", 1, 1), ("{{by and {{target}}", "the tag is not closed", 1, 1),
    ("{{", "the tag is not closed", 1, 1), ("{{{{by}}}}", "the tag is not closed", 1, 1),
    ("{{}}", "the tag names no field", 1, 1), ("{{# }}", "the tag names no field", 1, 1),
    ("x\n {{#reason}}\n a", "the section reason is not closed", 2, 2),
    ("{{#reason}}{{^by}}{{/reason}}", "the section that ends here is by", 1, 19),
    ("x{{/by}}", "no section is open that could be closed here", 1, 2),
    ("{{by}}\n\n{{! a\n}", "the comment is not closed", 3, 1),
    (" {{>header}}", "a template cannot take in another file", 1, 2),
    ("{{> *by}}", "a template cannot take in another file", 1, 1),
    ("{{<page}}{{/page}}", "a template cannot inherit from another", 1, 1),
    ("{{$block}}{{/block}}", "a template cannot inherit from another", 1, 1),
    ("{{=<% %>=}}<%>header%>", "a template cannot change the braces of its tags", 1, 1),
    ("{{% CONTENT_TYPE:HTML}}", "a template cannot change how values are written", 1, 1),
    ("a\u{1B}[31m", "the template holds a control character", 1, 2),
    ("a\u{2028}b", "the template holds a control character", 1, 2),
    ("{{\u{85}by}}", "the template holds a control character", 1, 3),
    ("a\r\nb\0", "the template holds a control character", 2, 2),
  ])
  func whatIsNoTemplateIsRefusedWithItsPlace(template: String, message: String, line: Int, column: Int) throws {
    let refusal = try refusal(of: template)
    #expect(refusal.code == .unusableFile)
    #expect(refusal.message == message)
    #expect(refusal.hint != nil)
    #expect(refusal.place == SourcePlace(file: "letter.mustache", line: line, column: column))
  }

  @Test(arguments: ["", " \n", "\u{FEFF}", "\r\n\r\n"])
  func anEmptyTemplateIsRefused(template: String) throws {
    let refusal = try refusal(of: template)
    #expect(refusal.code == .unusableFile)
    #expect(refusal.place == SourcePlace(file: "letter.mustache"))
  }

  @Test func sizesHaveLimits() throws {
    let most = NoticeTemplate.mostBytes
    _ = try NoticeTemplate(String(repeating: "a b\n", count: most / 4), file: "x")
    #expect(try refusal(of: String(repeating: "é", count: most / 2 + 1)).message.contains("256 KiB"))
    _ = try NoticeTemplate(String(repeating: "{{by}}", count: 1_000), file: "x")
    #expect(
      try refusal(of: String(repeating: "{ ", count: 1_001)).message
        == "the template has more than 1,000 tags and opening braces")
    func nested(_ count: Int) -> String {
      String(repeating: "{{#by}}", count: count) + String(repeating: "{{/by}}", count: count)
    }
    _ = try NoticeTemplate(nested(32), file: "x")
    #expect(try refusal(of: nested(33)).place?.column == 32 * 7 + 1)
  }

  @Test func sectionsAskWhetherThereIsAValue() throws {
    let template = "{{#reason}}\nBecause: {{reason}}.\n{{/reason}}\n{{^reason}}\nNo reason.\n{{/reason}}\n"
    #expect(try LetterSample.letter(template, reason: "late").markdown == "Because: late.\n")
    #expect(try LetterSample.letter(template).markdown == "No reason.\n")
    for absent in ["", " \n\t", "\u{200B}", "\n\n"] {
      #expect(try LetterSample.letter(template, reason: absent).markdown == "No reason.\n")
    }
  }

  @Test func allFormsOfAFieldAreTheSame() throws {
    let markdown = try LetterSample.letter(
      "{{reason}}|{{{reason}}}|{{&reason}}|{{{ reason }}}|{{\treason }}", reason: "R&D \"'<"
    ).markdown
    #expect(markdown == Array(repeating: "R&amp;D \"'&lt;", count: 5).joined(separator: "|") + "\n")
  }

  @Test func everyFieldIsFilledIn() throws {
    let names = NoticeField.allCases.map { "{{#\($0.rawValue)}}{{\($0.rawValue)}}{{/\($0.rawValue)}}" }
    let fields = NoticeLetter.Fields(
      by: "a", target: "b", campaign: "c", kind: "d", reference: "e", signedOn: "f", noticeDate: "g",
      noticePeriod: "h", effectiveDate: "i", value: "j", reason: "k", demand: "l", statement: "m")
    let letter = NoticeLetter(
      fields, template: try NoticeTemplate(names.joined(), file: "x"), language: try Language("en"))
    #expect(letter.markdown == "abcdefghijklm\n")
  }

  @Test(arguments: ["\r\n", "\r", "\n"]) func linesMayEndAsOnAnySystem(end: String) throws {
    let template = ["\u{FEFF}# {{by}}", "", "{{#reason}}", "> {{reason}}", "{{/reason}}", "{{! done", "}}", "End"]
    let letter = try LetterSample.letter(template.joined(separator: end), reason: "a\r\nb")
    #expect(Array(letter.markdown.utf8) == Array("# Ana Example\n\n> a  \nb\nEnd\n".utf8))
    #expect(letter.written(as: .text) == "Ana Example\n===========\n\n> a\n> b End\n")
  }

  @Test(arguments: ["a {", "{", "{a} }} }", "{{by}}}", "a\n{{by}} {", "{{!}}x", "{ {by} }"])
  func otherBracesAreText(template: String) throws {
    _ = try LetterSample.letter(template)
  }

  @Test func whatTheCheckLetsThroughIsATemplate() {
    let pieces = [
      "{{", "}}", "{", "}", "#", "^", "/", "!", "&", ">", "by", "reason", " ", "\n", "\t", "\u{301}", "x", "{{by}}",
      "{{#by}}", "{{/by}}", "{{^reason}}", "{{/reason}}", "{{!", "{{{by}}}", "\r\n", "=", "%", "\u{301}",
    ]
    var seed: UInt64 = 20_310_301
    for _ in 0..<5_000 {
      var template = "a"
      for _ in 0..<8 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        template += pieces[Int(seed >> 33) % pieces.count]
      }
      do {
        _ = try LetterSample.letter(template).markdown
      } catch let refusal as Refusal {
        #expect(refusal.message != "the template cannot be read", "\(template.debugDescription)")
      } catch {
        Issue.record("\(template.debugDescription)")
      }
    }
  }
}
