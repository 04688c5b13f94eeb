import Campaigns
import Testing

@testable import Export

/// What a test makes letters of.
enum LetterSample {
  static let whole = NoticeLetter.Fields(
    by: "Ana Example", target: "Nimbus Cloud", campaign: "Safe ways home", kind: "consulting", reference: "NC-2031/7",
    signedOn: "1 March 2031", noticeDate: "2 June 2032", noticePeriod: "three months to the end of a quarter",
    effectiveDate: "30 September 2032", value: "EUR 12,000 a year",
    reason: "The night bus of the works was stopped.\nThe last colleague of the late shift goes home on foot, and has"
      + " asked for a year what is to be done about it.",
    demand: "Run the night bus again, on every working day.",
    statement: "I have worked here gladly.\n\nI would do so again.")

  static let fewest = NoticeLetter.Fields(
    by: "Ana Example", target: "Nimbus Cloud", campaign: "Safe ways home", kind: "supply")

  /// Whatever the value of a field may try.
  static let hostile =
    "*no* <script>alert(1)</script> [x](javascript:1) # a\r\n# b\n\n- c & &amp; `d` {{by}}\n```\n---"

  static func letter(_ template: String, reason: String? = nil, by: String = "Ana Example", reference: String? = nil)
    throws -> NoticeLetter
  {
    NoticeLetter(
      NoticeLetter.Fields(
        by: by, target: "Nimbus Cloud", campaign: "Safe ways home", kind: "supply", reference: reference,
        reason: reason),
      template: try NoticeTemplate(template, file: "letter.mustache"), language: try Language("en"))
  }
}

/// What stands between the tags of the page's body, with HTML's own characters for their entities.
func shownText(ofPage html: String) throws -> String {
  let body = try #require(html.components(between: "<body>\n", and: "</body>"))
  var visible = String.UnicodeScalarView()
  var isInTag = false
  for scalar in body.unicodeScalars {
    switch scalar {
    case "<": isInTag = true
    case ">": isInTag = false
    default: if !isInTag { visible.append(scalar) }
    }
  }
  var text = String(visible)
  for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
    text = text.split(separator: entity, omittingEmptySubsequences: false).joined(separator: character)
  }
  return text
}

extension String {
  /// What stands between the first of these marks and the next of those.
  func components(between start: String, and end: String) -> String? {
    guard let from = firstRange(of: start)?.upperBound, let to = self[from...].firstRange(of: end)?.lowerBound else {
      return nil
    }
    return String(self[from..<to])
  }
}
