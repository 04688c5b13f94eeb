import Campaigns

@testable import Export

/// What a test writes comparisons of.
enum ComparisonSample {
  static let contract = "We have told the Ministry of Parcels that we will not renew the contract for its cameras."
  private static let unchanged = (1...5).map { "Paragraph \($0) of what Nimbus Cloud says about itself." }
  static let first =
    (unchanged + [
      contract, "Every team may ask what its work is used for, and will be answered within ten days.",
      "Questions go to ana@nimbus.example.",
    ]).joined(separator: "\n\n")
  static let second =
    (unchanged + [
      "Every team may ask what its work is used for, and may be answered.", "Questions go to ana@nimbus.example.",
    ]).joined(separator: "\n\n")
  static let third =
    (unchanged + [
      contract, "Every new team may ask what its work is used for, and will be answered within ten days.",
      "Questions go to ana@nimbus.example.", "最后一段。",
    ]).joined(separator: "\n\n")

  /// The comparison of two of these revisions, by number from 1.
  static func document(
    _ revisions: [String], from old: Int = 1, to new: Int = 2, title: String = "Nimbus Cloud: our principles",
    label: String = "", language: Language? = nil
  ) -> ComparisonDocument {
    let comparison = TextComparison(from: revisions[old - 1], to: revisions[new - 1])
    return ComparisonDocument(
      title: title, language: language,
      from: .init(number: old, label: "revision \(old), seen 2018-06-0\(old) 09:50\(label)"),
      to: .init(number: new, label: "revision \(new), seen 2018-06-0\(new) 09:50\(label)"), comparison: comparison,
      returning: ReturningPassages(in: comparison, from: old, to: new, among: revisions))
  }

  /// Two texts of hostile paragraphs, some of which went, came and changed, with a third like the first.
  static var hostile: [String] {
    let more = [
      "[-never-]{+always+}", "> This passage stood in revision 1.", "~~gone~~ **new**", "</p><script>x</script>",
      "<!-- ", "\" onload='x'", "]]>", "&#60;b&#62;", "\u{1B}[31mred\u{1B}[0m words that stay",
      "\u{202E}gnol\u{202C} on",
      "نص عربي للتجربة هنا", "\u{200B}", "- item", "1. item", "\\", "`code`",
    ]
    let all = Sample.hostile + more
    let first = all.map { "\($0) \($0)" }.joined(separator: "\n\n")
    let second = all.enumerated().map { index, text in
      index % 3 == 0 ? "\(text) x \(text)" : index % 3 == 1 ? "New \(index)" : "\(text) \(text)"
    }.joined(separator: "\n\n")
    return [first, second, first]
  }
}

/// What the document is in this form.
func written(_ document: ComparisonDocument, as format: ComparisonFormat) -> String {
  var bytes: [UInt8] = []
  document.write(as: format) { bytes.append(contentsOf: $0) }
  return String(decoding: bytes, as: UTF8.self)
}
