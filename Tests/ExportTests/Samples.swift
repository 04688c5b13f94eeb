import Campaigns
import Foundation
import Testing

@testable import Export

/// What a test writes lists of.
enum Sample {
  static let day = CalendarDate(daysSinceEpoch: 20_089)

  static func subject(title: String = "Keep the night bus", target: String = "Example Works") throws
    -> SignatoryList.Subject
  {
    SignatoryList.Subject(
      title: title, target: target, campaign: "Safe ways home", language: try Language("en"))
  }

  /// The forms that are text.
  static let texts = ListFormat.allCases.filter { $0 != .pdf }

  /// A public list whose parts are these.
  static func list(_ lines: [ListLine], counted: Int = 0, parts: [([Cohort], Int)] = [], title: String? = nil) throws
    -> SignatoryList
  {
    SignatoryList(
      public: lines, counted: counted, parts: parts.map { SignatoryList.Part(cohorts: $0.0, count: $0.1) },
      of: try title.map { try subject(title: $0) } ?? subject(), asOf: day)
  }

  static func named(_ name: String, _ jobTitle: String? = nil, cohort: Cohort = .employee) -> ListLine {
    ListLine(fullName: name, jobTitle: jobTitle, cohort: cohort, visibility: .named, signedOn: day)
  }

  /// Made-up signers in many scripts.
  static let signers: [ListLine] = [
    ListLine(
      fullName: "Amara Okafor", jobTitle: "Senior Engineer", affiliation: "Cloud", location: "Berlin",
      cohort: .employee, visibility: .named, signedOn: day),
    ListLine(
      fullName: "José Ñandú, Jr.", jobTitle: "C++ Developer", affiliation: "R&D", cohort: .employee,
      visibility: .named, signedOn: day),
    ListLine(
      fullName: "محمد العربي", jobTitle: "مهندس", location: "Berlin", cohort: .contractor, visibility: .named,
      signedOn: day),
    ListLine(fullName: "נועה לוי", affiliation: "Ads (EMEA)", cohort: .employee, visibility: .named),
    ListLine(fullName: "می‌خواهم رضایی", cohort: .alumni, visibility: .named, signedOn: day),
    ListLine(fullName: "王小明", jobTitle: "数据分析师", cohort: .employee, visibility: .named, signedOn: day),
    ListLine(fullName: "प्रिया क्‍षेत्री", cohort: .employee, visibility: .named, signedOn: day),
    ListLine(fullName: "Ольга Несуществующая", cohort: .organization, visibility: .named, signedOn: day),
    ListLine(fullName: "Noor \"Nita\" Cruz 👩🏽‍🏭", cohort: .employee, visibility: .named, signedOn: day),
  ]

  /// Role-only lines as the gate gives them: no names, no days, at least five alike.
  static let roles: [ListLine] =
    Array(
      repeating: ListLine(
        jobTitle: "Senior Engineer", affiliation: "Cloud", cohort: .employee, visibility: .role), count: 7)
    + Array(repeating: ListLine(affiliation: "Cloud", cohort: .employee, visibility: .role), count: 5)
    + Array(repeating: ListLine(location: "Hyderabad", cohort: .contractor, visibility: .role), count: 6)
    + Array(repeating: ListLine(cohort: .alumni, visibility: .role), count: 5)

  /// Cells that try to be something else than text.
  static let hostile = [
    "[x](http://e.example)", "<script>alert(1)</script>", "# h", "1. x", "12) x", "*a*", "_a_", "a|b", "`rm -rf`",
    "~~~", "---", "- x", "+ x", "> x", "a\nb", "\r\n# h", "    code", "![i](u)", "&lt;b&gt;", "www.e.example",
    "https://e.example/?a=1&b=2", "a@e.example", "@everyone", "{{ site.secret }}", "$x$", "^1^", "==x==", ":smile:",
    "#12", "a\\", "a  ", "\\[x]", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u{200B}=1", "\u{FEFF}=1",
    "\u{200D}=1", "\u{A0}=1", "＝1", "＋1", "－1", "＠1", "a;=1", "a; -1", "a,=1", "\"=1\"", "a\u{202E}b\u{202C}",
    "\u{2067}אב\u{2069}", "\u{1B}[31mred", "\u{9B}31m", "a\u{2028}b", "a\0b",
    "\u{E0041}\u{E0042}", "\u{FFF9}a\u{FFFB}b",
    "\u{200B}\u{2060}", "שלום 123", "'", ",", "\"", "\n",
  ]
}

/// What the list is in this form.
func written(_ list: SignatoryList, as format: ListFormat) throws -> String {
  var bytes: [UInt8] = []
  try list.write(as: format) { bytes.append(contentsOf: $0) }
  return String(decoding: bytes, as: UTF8.self)
}

/// The one line that the list has in this form, without what surrounds it.
func writtenCell(_ cell: String, as format: ListFormat) throws -> String {
  let whole = try written(try Sample.list([Sample.named(cell)]), as: format)
  let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
  func within(_ start: String, _ end: String) throws -> String {
    let starts = whole.ranges(of: start)
    try #require(starts.count == 1, "\(whole)")
    let rest = whole[starts[0].upperBound...]
    return String(rest[..<(try #require(rest.firstRange(of: end))).lowerBound])
  }
  switch format {
  case .html: return try within("<ul class=\"signatories\">\n<li>", "</li>\n</ul>")
  case .yaml: return try within("- name: ", "\n")
  case .osdi: return try within("\"given_name\": ", ", \"custom_fields\"")
  case .pdf: return try #require(nil as String?, "a PDF has no cells to be read")
  case .csv:
    let line = try #require(lines.dropFirst().first)
    let rest = ",,,,employee,named,2025-01-01"
    try #require(lines.count == 3 && lines[2].isEmpty && line.hasSuffix(rest), "one record, one line: \(whole)")
    return String(line.dropLast(rest.count))
  case .json:
    try #require(lines.count == 4)
    let line = try #require(lines.dropFirst().first)
    let start = "{\"full_name\": "
    let end = try #require(line.range(of: ", \"job_title\": null"))
    return String(line[line.index(line.startIndex, offsetBy: start.count)..<end.lowerBound])
  case .markdown, .text:
    let items = lines.filter { $0.hasPrefix("- ") }
    try #require(items.count == 1)
    return String(items[0].dropFirst(2))
  }
}
