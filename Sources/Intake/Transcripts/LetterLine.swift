/// A signer on a line of a list: `- NAME, @HANDLE (ROLE)`, of which only the name has to be there.
struct LetterLine {
  private(set) var name: ArraySlice<UInt8>
  private(set) var role: ArraySlice<UInt8> = []
  private(set) var link: ArraySlice<UInt8> = []
  private(set) var handle: ArraySlice<UInt8> = []

  /// The signer on the line; nil where it is no line of a list.
  init?(_ line: UnsafeRawBufferPointer) {
    guard let item = LetterLine.item(line) else { return nil }
    var text = LetterLine.trimmed(Array(item)[...])
    if text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: UInt8(ascii: "(")),
      open == text.startIndex || text[open - 1] != UInt8(ascii: "]")
    {
      role = LetterLine.trimmed(text[(open + 1)..<(text.endIndex - 1)])
      text = LetterLine.trimmed(text[..<open])
    }
    if let comma = text.lastIndex(of: UInt8(ascii: ",")) {
      let last = LetterLine.trimmed(text[(comma + 1)...])
      let label = LetterLine.linked(last)?.label ?? last
      if label.first == UInt8(ascii: "@"), !label.contains(0x20) {
        handle = label
        text = LetterLine.trimmed(text[..<comma])
      }
    }
    if let linked = LetterLine.linked(text) {
      (text, link) = linked
    }
    name = text
  }

  /// What stands behind the mark of a list's line; nil where there is none.
  static func item(_ line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    var start = 0
    while start < 4, start < line.count, line[start] == 0x20 { start += 1 }
    guard start < 4, start + 1 < line.count, line[start + 1] == 0x20 || line[start + 1] == 0x09 else { return nil }
    switch line[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return UnsafeRawBufferPointer(rebasing: line[(start + 2)...])
    default: return nil
    }
  }

  /// `[label](address)` and nothing else.
  private static func linked(_ text: ArraySlice<UInt8>) -> (label: ArraySlice<UInt8>, address: ArraySlice<UInt8>)? {
    guard text.first == UInt8(ascii: "["), text.last == UInt8(ascii: ")"),
      let close = text.firstIndex(of: UInt8(ascii: "]")), close + 1 < text.endIndex,
      text[close + 1] == UInt8(ascii: "(")
    else { return nil }
    return (trimmed(text[(text.startIndex + 1)..<close]), trimmed(text[(close + 2)..<(text.endIndex - 1)]))
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let front = text.drop { $0 == 0x20 || $0 == 0x09 }
    guard let last = front.lastIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return front.prefix(0) }
    return front[...last]
  }
}
