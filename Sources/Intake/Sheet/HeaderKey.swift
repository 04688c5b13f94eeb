/// A column's header as it is compared: only its letters and digits, in lower case.
struct HeaderKey: Hashable {
  let text: String

  init(_ header: String) {
    var kept = String.UnicodeScalarView()
    for scalar in header.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      kept.append(scalar)
    }
    self.text = String(kept)
  }

  /// The words of a header in lower case; apostrophes do not part them.
  static func words(of header: String) -> [String] {
    header.lowercased().filter { $0 != "'" && $0 != "\u{2019}" }
      .split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}
