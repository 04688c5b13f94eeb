import Campaigns
import TOMLKit
import Yams

/// A key of a mapping with its value, and the line that it stands on.
struct MappingEntry {
  let key: String
  /// The value: one text, or those of a list.
  let texts: [String]
  let isList: Bool
  let place: SourcePlace

  /// The one text of the value.
  func text() throws -> String {
    guard !isList, let text = texts.first, !text.trimmingWhitespace().isEmpty else {
      throw refusal("\(key) is one text", hint: "write one text in quotation marks")
    }
    return text.trimmingWhitespace()
  }

  /// The header that the value is; empty where the field is to be taken from no column.
  func header() throws -> String {
    guard !isList, let text = texts.first else {
      throw refusal("\(key) is the header of one column", hint: "write one text in quotation marks")
    }
    return text.trimmingWhitespace()
  }

  /// What the text means.
  func value<Value>(_ read: (String) -> Value?, _ words: [String], orColumn column: String? = nil) throws -> Value {
    let text = try text()
    guard let value = read(text) else {
      let other = column.map { "; if it is a header, the key is \($0)" } ?? ""
      throw refusal(
        "the value of \(key) is none that it can have", hint: "such as \(words.joined(separator: ", "))\(other)")
    }
    return value
  }

  /// A refusal at the entry's line.
  func refusal(_ message: String, hint: String) -> Refusal {
    Refusal(.unusableFile, message, hint: hint, at: place)
  }

  // MARK: - YAML

  /// The entries of a mapping in YAML.
  static func ofYAML(_ bytes: [UInt8], named name: String) throws -> [MappingEntry] {
    if let fault = YAMLGuard.fault(bytes) {
      throw Refusal(
        .unusableFile, "the mapping: \(fault.words)", hint: "write one key and its text a line",
        at: SourcePlace(file: name))
    }
    let root: Node?
    do {
      root = try Parser(yaml: String(decoding: bytes, as: UTF8.self), encoding: .utf8).singleRoot()
    } catch {
      throw refusal(error, named: name)
    }
    guard let root else { return [] }
    guard case .mapping(let mapping) = root else {
      throw Refusal(
        .unusableFile, "a mapping is keys with their values", hint: "write a line such as  name: Full name",
        at: SourcePlace(file: name, line: 1))
    }
    return try mapping.map { key, value in
      let place = SourcePlace(file: name, line: key.mark?.line)
      guard case .scalar(let key) = key else {
        throw Refusal(.unusableFile, "a key is a text", hint: "write  name: Full name", at: place)
      }
      switch value {
      case .scalar(let text):
        let isNull = text.style == .plain && ["", "~", "null"].contains(text.string)
        return MappingEntry(key: key.string, texts: [isNull ? "" : text.string], isList: false, place: place)
      case .sequence(let list):
        let texts = try list.map { element in
          guard case .scalar(let text) = element else { throw foreign(key.string, place) }
          return text.string
        }
        return MappingEntry(key: key.string, texts: texts, isList: true, place: place)
      default: throw foreign(key.string, place)
      }
    }
  }

  private static func refusal(_ error: any Error, named name: String) -> Refusal {
    var line: Int?
    var isDoubled = false
    switch error as? YamlError {
    case .scanner(_, _, let mark, _)?, .parser(_, _, let mark, _)?, .composer(_, _, let mark, _)?: line = mark.line
    case .duplicatedKeysInMapping(_, let context)?:
      line = context.mark.line
      isDoubled = true
    default: break
    }
    return Refusal(
      .unusableFile, isDoubled ? "a key stands twice" : "this is no YAML that can be read",
      hint: isDoubled ? "leave one of them out" : "write one key and its text a line",
      at: SourcePlace(file: name, line: line))
  }

  // MARK: - TOML

  /// The entries of a mapping in TOML.
  static func ofTOML(_ text: String, named name: String) throws -> [MappingEntry] {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let isDoubled = error.description.contains("redefine")
      throw Refusal(
        .unusableFile, isDoubled ? "a key stands twice" : "this is no TOML that can be read",
        hint: isDoubled ? "leave one of them out" : "write a line such as  name = \"Full name\"",
        at: SourcePlace(
          file: name, line: error.source.begin.line, column: isDoubled ? nil : error.source.begin.column))
    }
    let lines = lines(of: text)
    return try table.keys.map { key in
      let place = SourcePlace(file: name, line: lines[key])
      if let text = table[key]?.string {
        return MappingEntry(key: key, texts: [text], isList: false, place: place)
      }
      guard let list = table[key]?.array else { throw foreign(key, place) }
      let texts = try list.map { element in
        guard let text = element.string else { throw foreign(key, place) }
        return text
      }
      return MappingEntry(key: key, texts: texts, isList: true, place: place)
    }.sorted { ($0.place.line ?? 0) < ($1.place.line ?? 0) }
  }

  /// The first line of each key, bare or in quotation marks.
  private static func lines(of text: String) -> [String: Int] {
    var lines: [String: Int] = [:]
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      guard let end = line.firstIndex(where: { $0 == "=" || $0 == "]" }) else { continue }
      let key = line[..<end].trimmingWhitespace().trimmingMarks()
      if lines[key] == nil { lines[key] = number + 1 }
    }
    return lines
  }

  private static func foreign(_ key: String, _ place: SourcePlace) -> Refusal {
    Refusal(
      .unusableFile, "the value of \"\(key.prefix(40))\" is neither a text nor a list of texts",
      hint: "write it in quotation marks", at: place)
  }
}

extension String {
  /// The text without the brackets and quotation marks that a key of TOML may have around it.
  fileprivate func trimmingMarks() -> String {
    String(drop { "[\"'".contains($0) }.reversed().drop { "]\"'".contains($0) }.reversed())
  }
}
