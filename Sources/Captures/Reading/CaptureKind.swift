import Text

/// What captured bytes were recognised as.
public enum CaptureKind: String, Hashable, Sendable, CaseIterable {
  /// A page in HTML or XHTML.
  case html
  /// Text without markup.
  case plainText
  /// A PDF document. It is kept by its bytes; its text is not read.
  case pdf
  /// Anything else: an image, an archive, data. It is kept by its bytes.
  case other

  /// What the bytes are, which themselves are asked first, the declared type after them.
  ///
  /// - A PDF is what begins like one.
  /// - HTML is what is declared so, unless it begins with bytes of no text and without a tag; and what begins with
  ///   one of the usual tags where no type is declared, one that says nothing, XML, or a PDF that is none.
  /// - Plain text is what is declared as text of another kind, or not declared at all, and does not begin with bytes
  ///   of no text.
  init(of bytes: [UInt8], declared type: MediaType?) {
    let beginning = Self.beginning(of: bytes)
    if beginning.drop(while: \.isBlank).starts(with: Array("%PDF-".utf8)) {
      self = .pdf
      return
    }
    let isBinary = beginning.contains(where: \.isBinary)
    let isUnknown = type?.isUnknown ?? true
    if type?.isHTML == true {
      self = isBinary && !beginning.contains(UInt8(ascii: "<")) ? .other : .html
    } else if isUnknown || type?.essence.hasSuffix("xml") == true || type?.essence == "application/pdf",
      Self.beginsLikeHTML(beginning)
    {
      self = .html
    } else {
      self = (isUnknown || type?.isPlainText == true) && !isBinary ? .plainText : .other
    }
  }

  /// As far as browsers look, in UTF-8 where a mark says that it is UTF-16, and without the mark.
  private static func beginning(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    let beginning = bytes.prefix(1024)
    guard let mark = ByteOrderMark(of: bytes) else { return beginning }
    let rest = beginning.dropFirst(mark.length)
    return mark.charset.isUTF16 ? mark.charset.utf8(of: rest)[...] : rest
  }

  private static func beginsLikeHTML(_ beginning: ArraySlice<UInt8>) -> Bool {
    let text = beginning.drop(while: \.isBlank).map(\.asciiLowercased)
    if text.starts(with: Array("<!--".utf8)) { return true }
    if text.starts(with: Array("<?xml".utf8)) {
      return String(decoding: text, as: UTF8.self).contains("<html")
    }
    return usualTags.contains { tag in
      text.starts(with: tag) && text.count > tag.count
        && (text[tag.count].isBlank || text[tag.count] == UInt8(ascii: ">"))
    }
  }
}

private let usualTags = [
  "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<script", "<style", "<iframe", "<main", "<article",
  "<section", "<div", "<table", "<h1", "<font", "<a", "<b", "<br", "<p",
].map { Array($0.utf8) }

extension UInt8 {
  /// Whether it is white space to HTML.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }

  /// Whether it stands in no text: a control character other than white space and escape.
  var isBinary: Bool { self < 0x20 && !isBlank && self != 0x1B }
}
