import Text

/// The encoding that a page declares of itself.
enum DeclaredCharset {
  /// What the first `<meta>` with a known encoding says, or an XML declaration before it; nil where none does.
  ///
  /// Comments are passed over; that a script or a title may hold a `<meta>` in writing is not looked at, as in
  /// browsers.
  static func find(in beginning: ArraySlice<UInt8>) -> Charset? {
    let text = beginning.map(\.asciiLowercased)
    if text.starts(with: Array("<?xml".utf8)) {
      let declaration = text.prefix { $0 != UInt8(ascii: ">") }
      if let label = value(of: "encoding", in: declaration), let charset = Charset(label: label) { return charset }
    }
    var place = 0
    while let start = text[place...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = text[start...]
      if rest.starts(with: Array("<!--".utf8)) {
        // `<!-->` is a whole comment.
        place = end(of: "-->", in: text[(start + 2)...]) ?? text.count
      } else if rest.starts(with: Array("<meta".utf8)), rest.count > 5,
        rest[start + 5].isBlank || rest[start + 5] == slash
      {
        let tag = rest.prefix { $0 != UInt8(ascii: ">") }
        // Within `content="text/html; charset=..."` it is written like the attribute of that name.
        if let label = value(of: "charset", in: tag), let charset = Charset(label: label) { return charset }
        place = tag.endIndex
      } else {
        place = start + 1
      }
    }
    return nil
  }

  /// What follows the name and an equals sign, up to a quote, white space, a semicolon or a slash.
  private static func value(of name: String, in text: ArraySlice<UInt8>) -> String? {
    var place = text.startIndex
    while let after = end(of: name, in: text[place...]) {
      place = after
      var rest = text[after...].drop(while: \.isBlank)
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop { $0.isBlank || quotes.contains($0) }
      let label = rest.prefix { !$0.isBlank && !quotes.contains($0) && $0 != UInt8(ascii: ";") && $0 != slash }
      if !label.isEmpty { return String(decoding: label, as: UTF8.self) }
    }
    return nil
  }

  /// The place after the first occurrence.
  private static func end(of pattern: String, in text: ArraySlice<UInt8>) -> Int? {
    text.firstRange(of: Array(pattern.utf8))?.upperBound
  }

  private static let quotes: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'")]
  private static let slash = UInt8(ascii: "/")
}
