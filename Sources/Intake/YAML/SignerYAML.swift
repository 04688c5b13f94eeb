import Yams

/// The keys and texts of one signer in YAML.
///
/// Nearly all of it is `key: text`, which is taken apart here; what is written otherwise is left to a real parser.
enum SignerYAML {
  /// A key with its text; empty where it has none, or something else than a text.
  typealias Pair = (key: ArraySlice<UInt8>, text: ArraySlice<UInt8>)

  /// The pairs in the order of the text.
  /// - Throws: a reason that refuses the signer.
  static func pairs(_ text: [UInt8]) throws(CellFault) -> [Pair] {
    if let plain = plainPairs(text) { return plain }
    if let fault = YAMLGuard.fault(text) { throw fault }
    guard text.withUnsafeBytes(UTF8Check.isValid) else { throw .notUTF8 }
    return try parsed(String(decoding: text, as: UTF8.self))
  }

  // MARK: - What is plain

  /// The pairs, where each line is a plain one and no key stands twice; else nil.
  private static func plainPairs(_ text: [UInt8]) -> [Pair]? {
    var pairs: [Pair] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: lineFeed) ?? text.count
      let line = text[start..<end]
      start = end + 1
      guard let first = line.first else { continue }
      if first == UInt8(ascii: "#") { continue }
      guard let pair = plainPair(line), !pairs.contains(where: { $0.key == pair.key }) else { return nil }
      pairs.append(pair)
    }
    return pairs.isEmpty ? nil : pairs
  }

  /// `key: text`, `key: "text"` or `key: 'text'` from the line's first byte on; nil where it is anything else.
  private static func plainPair(_ line: ArraySlice<UInt8>) -> Pair? {
    guard let colon = line.firstIndex(where: { !isOfKey($0) }), colon > line.startIndex,
      line[colon] == UInt8(ascii: ":")
    else { return nil }
    let key = line[..<colon]
    var text = line[(colon + 1)...]
    // A key without a text may go on in the next line, which then is no plain one.
    guard let space = text.first else { return (key, text) }
    guard space == 0x20 else { return nil }
    while text.first == 0x20 { text.removeFirst() }
    while text.last == 0x20 { text.removeLast() }
    guard let first = text.first else { return (key, text) }
    switch first {
    case quotationMark, UInt8(ascii: "'"):
      guard text.count > 1, text.last == first else { return nil }
      let inner = text.dropFirst().dropLast()
      return inner.contains { $0 == first || $0 == UInt8(ascii: "\\") || $0 < 0x20 } ? nil : (key, inner)
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "&"),
      UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"),
      UInt8(ascii: "`"), UInt8(ascii: "#"), UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "-"),
      UInt8(ascii: ":"):
      return nil
    default: break
    }
    if isNull(text) { return (key, text[text.endIndex...]) }
    var before: UInt8 = 0
    for byte in text {
      if byte < 0x20 || byte == UInt8(ascii: "#") && before == 0x20 { return nil }
      if before == UInt8(ascii: ":"), byte == 0x20 { return nil }
      before = byte
    }
    return before == UInt8(ascii: ":") ? nil : (key, text)
  }

  private static func isOfKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func isNull(_ text: some Collection<UInt8>) -> Bool {
    guard text.count == 1 || text.count == 4 else { return false }
    let word = String(decoding: text, as: UTF8.self)
    return word == "~" || word == "null" || word == "Null" || word == "NULL"
  }

  // MARK: - What is not

  private static func parsed(_ text: String) throws(CellFault) -> [Pair] {
    let root: Node?
    do {
      root = try Parser(yaml: text, encoding: .utf8).singleRoot()
    } catch YamlError.duplicatedKeysInMapping {
      throw .keyTwice
    } catch {
      throw .yamlUnreadable
    }
    guard case .mapping(let mapping)? = root else { throw .yamlUnreadable }
    var pairs: [Pair] = []
    for (key, value) in mapping {
      guard case .scalar(let key) = key else { continue }
      var text = ""
      if case .scalar(let scalar) = value, scalar.style != .plain || !isNull(scalar.string.utf8) {
        text = scalar.string
      }
      pairs.append((Array(key.string.utf8)[...], Array(text.utf8)[...]))
    }
    return pairs
  }
}
