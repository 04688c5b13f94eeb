import Text

/// A byte order mark and what it says.
struct ByteOrderMark {
  let charset: Charset
  let length: Int

  /// The mark that the bytes begin with; nil where they begin with none.
  init?(of bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      (charset, length) = (.utf8, 3)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      (charset, length) = (.utf16LittleEndian, 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      (charset, length) = (.utf16BigEndian, 2)
    } else {
      return nil
    }
  }
}

/// Finds out in which encoding a text is, as browsers do, and reads it.
enum PageCharset {
  /// The text of the bytes in UTF-8, without a byte order mark.
  ///
  /// The first of these that says something decides: the mark, what the server declared, what the page declares in a
  /// `<meta>` or an XML declaration within its first 1024 bytes. Else it is UTF-8 where all of it is valid, and
  /// Windows-1252 where it is not. Where the declaration is wrong the text is as wrong as a browser would show it;
  /// only UTF-16 is not believed of bytes that can be none, because nothing of them could be read.
  static func utf8(of bytes: [UInt8], declared label: String?, isMarkup: Bool) -> [UInt8] {
    if let mark = ByteOrderMark(of: bytes) { return mark.charset.utf8(of: bytes[mark.length...]) }
    if let charset = label.flatMap({ Charset(label: $0) }), !charset.isUTF16 || mayBeUTF16(bytes) {
      return charset.utf8(of: bytes)
    }
    // A page whose declaration can be read byte by byte is in no UTF-16, whatever it says.
    if isMarkup, let charset = DeclaredCharset.find(in: bytes.prefix(1024)) {
      return (charset.isUTF16 ? .utf8 : charset).utf8(of: bytes)
    }
    return (String(validating: bytes, as: UTF8.self) == nil ? Charset.windows1252 : .utf8).utf8(of: bytes)
  }

  /// Every text in UTF-16 that has a space, a line break, a digit or a tag has a zero.
  private static func mayBeUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.count.isMultiple(of: 2) && bytes.prefix(1024).contains(0)
  }
}
