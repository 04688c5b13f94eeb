import Campaigns

/// The tags of a template, checked one by one before it is used.
///
/// The language of templates can do more than a letter needs: take in other files, inherit, change its own braces and
/// the way it escapes. A template may come from somebody else, so all of that is refused here, and what is left are
/// fields, sections, inverted sections and comments.
struct TemplateTags {
  /// Most tags and opening braces: for each, Mustache takes time in proportion to the whole text.
  static let most = 1_000
  /// How deep sections may stand within each other: Mustache takes stack for each.
  static let deepest = 32

  private let text: [Character]
  private let file: String
  private var index = 0
  private var line = 1
  private var column = 1
  private var openSections: [(name: String, place: SourcePlace)] = []

  /// Makes sure that the text has nothing but known fields in well-formed tags.
  /// - Parameter text: with line feeds between its lines.
  /// - Throws: `unusableFile` with the place of the first thing that is wrong.
  static func check(_ text: String, file: String) throws {
    var tags = TemplateTags(text: Array(text), file: file)
    try tags.check()
  }

  private init(text: [Character], file: String) {
    self.text = text
    self.file = file
  }

  private var place: SourcePlace { SourcePlace(file: file, line: line, column: column) }

  private var current: Character? { index < text.count ? text[index] : nil }

  private func stands(_ mark: String) -> Bool {
    text[index...].starts(with: mark)
  }

  private mutating func advance(by count: Int = 1) {
    for character in text[index...].prefix(count) {
      if character == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    index = min(index + count, text.count)
  }

  private mutating func check() throws {
    var count = 0
    while let character = current {
      try refuseControl(character)
      guard character == "{" else {
        advance()
        continue
      }
      count += 1
      guard count <= TemplateTags.most else {
        throw Refusal(
          .unusableFile, "the template has more than \(english(TemplateTags.most)) tags and opening braces",
          hint: "a letter needs a few of them", at: place)
      }
      if stands("{{") { try checkTag() } else { advance() }
    }
    if let open = openSections.last {
      throw Refusal(
        .unusableFile, "the section \(open.name) is not closed",
        hint: "write {{/\(open.name)}} where it ends", at: open.place)
    }
  }

  private mutating func checkTag() throws {
    let start = place
    advance(by: 2)
    switch current {
    case "!": try skipComment(from: start)
    case "#", "^":
      advance()
      let name = try readField(closedBy: "}}", from: start)
      openSections.append((name, start))
      guard openSections.count <= TemplateTags.deepest else {
        throw Refusal(
          .unusableFile, "sections stand more than \(TemplateTags.deepest) deep within each other",
          hint: "a section within the same section adds nothing", at: start)
      }
    case "/":
      advance()
      try close(try readName(closedBy: "}}", from: start), at: start)
    case "{":
      advance()
      _ = try readField(closedBy: "}}}", from: start)
    case "&":
      advance()
      _ = try readField(closedBy: "}}", from: start)
    case ">": throw refused("a template cannot take in another file", at: start)
    case "<", "$": throw refused("a template cannot inherit from another", at: start)
    case "=": throw refused("a template cannot change the braces of its tags", at: start)
    case "%": throw refused("a template cannot change how values are written", at: start)
    default: _ = try readField(closedBy: "}}", from: start)
    }
  }

  private func refused(_ message: String, at place: SourcePlace) -> Refusal {
    Refusal(
      .unusableFile, message,
      hint: "what it can have: {{field}}, {{#field}}…{{/field}}, {{^field}}…{{/field}} and {{! a comment }}",
      at: place)
  }

  private mutating func skipComment(from start: SourcePlace) throws {
    while current != nil, !stands("}}") { advance() }
    guard current != nil else {
      throw Refusal(.unusableFile, "the comment is not closed", hint: "write }} where it ends", at: start)
    }
    advance(by: 2)
  }

  /// Reads a name that has to be a field's.
  private mutating func readField(closedBy end: String, from start: SourcePlace) throws -> String {
    let name = try readName(closedBy: end, from: start)
    guard NoticeField(rawValue: name) != nil else {
      throw Refusal(
        .unusableFile, "there is no field \"\(SafeText.line(name).prefix(40))\"",
        hint: "fields: \(NoticeField.list)", at: start)
    }
    return name
  }

  /// Reads what stands before the end of the tag, on the same line, and goes past it.
  private mutating func readName(closedBy end: String, from start: SourcePlace) throws -> String {
    var name: [Character] = []
    while let character = current, !["{", "}", "\n"].contains(character) {
      try refuseControl(character)
      name.append(character)
      advance()
    }
    guard stands(end) else {
      throw Refusal(
        .unusableFile, "the tag is not closed", hint: "write \(end) behind its name, on the same line", at: start)
    }
    advance(by: end.count)
    while let last = name.last, last == " " || last == "\t" { name.removeLast() }
    let trimmed = String(name.drop { $0 == " " || $0 == "\t" })
    guard !trimmed.isEmpty else {
      throw Refusal(
        .unusableFile, "the tag names no field", hint: "fields: \(NoticeField.list)", at: start)
    }
    return trimmed
  }

  private mutating func close(_ name: String, at place: SourcePlace) throws {
    guard let open = openSections.popLast() else {
      throw Refusal(
        .unusableFile, "no section is open that could be closed here",
        hint: "delete the tag, or write {{#field}} where the section starts", at: place)
    }
    guard open.name == name else {
      throw Refusal(
        .unusableFile, "the section that ends here is \(open.name)", hint: "close it first: {{/\(open.name)}}",
        at: place)
    }
  }

  /// A terminal obeys control characters, and some of them make Mustache take a tag for text.
  private func refuseControl(_ character: Character) throws {
    guard character != "\n", character != "\t" else { return }
    guard character.unicodeScalars.allSatisfy({ SafeText.fate(of: $0.value) != .becomesSpace }) else {
      throw Refusal(.unusableFile, "the template holds a control character", hint: "delete it", at: place)
    }
  }
}
