import Foundation

/// What kind of text a file of signatures is, by its name and its first bytes.
enum TextShape: Equatable {
  case sheet
  case json
  /// A text of a git letter; whether all of it is YAML.
  case letter(isYAML: Bool)

  /// The shape of a text that begins with these bytes.
  init(_ beginning: some Collection<UInt8>, name: String, asked: SourceFormat?) {
    let suffix = (name as NSString).pathExtension.lowercased()
    let text = beginning.drop { $0 == 0x20 || $0 == 0x09 || $0 == lineFeed || $0 == carriageReturn }
    let isOfRejects = text.starts(with: RejectsFile.columns[0].utf8)
    if TextShape.beginsAsJSON(text) || ["json", "jsonl", "ndjson"].contains(suffix) || asked == .osdi && !isOfRejects
    {
      self = .json
    } else if ["yml", "yaml"].contains(suffix) {
      self = .letter(isYAML: true)
    } else if ["md", "markdown"].contains(suffix) {
      self = .letter(isYAML: false)
    } else if ["csv", "tsv"].contains(suffix) || isOfRejects {
      self = .sheet
    } else {
      let marks = ["---\n", "---\r", "- ", "* "]
      let begins = marks.contains { text.starts(with: $0.utf8) }
      let holds = asked == .gitLetter && TextShape.holdsItem(text)
      self = begins || holds ? .letter(isYAML: false) : .sheet
    }
  }

  /// Whether a line of the text, which may have a title before, is one of a list.
  private static func holdsItem(_ text: some Collection<UInt8>) -> Bool {
    text.split { $0 == lineFeed || $0 == carriageReturn }.contains { line in
      ["- ", "* ", "+ "].contains { line.starts(with: $0.utf8) }
    }
  }

  private static func beginsAsJSON(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    if first == UInt8(ascii: "{") { return true }
    guard first == UInt8(ascii: "[") else { return false }
    // A spreadsheet may put brackets around its headers.
    let next = text.dropFirst().first { $0 > 0x20 }
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "]") || next == UInt8(ascii: "[")
  }
}
