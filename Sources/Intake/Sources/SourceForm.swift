import Campaigns

/// What the sheets of one source look like: the columns that tell them, and what those hold.
struct SourceForm: Sendable {
  /// A column that means in this source what it need not mean elsewhere.
  struct Meaning: Sendable {
    let key: HeaderKey
    /// The field; nil where the column is never one, whatever its header sounds like.
    let field: SheetField?

    init(_ header: String, _ field: SheetField?) {
      key = HeaderKey(header)
      self.field = field
    }
  }

  /// The source.
  let format: SourceFormat
  /// The columns that each of its sheets has, in each of its shapes.
  private let shapes: [[String]]
  /// Of these a sheet has one at least, where nobody said that it is of this source; `can2_*` is any that begins so.
  /// None are needed where the list is empty.
  private let telling: [String]
  /// What its columns mean. Of several that mean one field the first stands, the others are dropped.
  let meanings: [Meaning]

  init(
    _ format: SourceFormat, shapes: [[String]], telling: [String] = [], meanings: [(String, SheetField?)] = []
  ) {
    self.format = format
    self.shapes = shapes
    self.telling = telling
    self.meanings = meanings.map { Meaning($0.0, $0.1) }
  }

  /// The source whose sheets have such a header; nil where none does for certain.
  static func detect(_ headers: [String]) -> SourceForm? {
    let keys = Set(headers.map { HeaderKey($0).text })
    return SourceFormat.allCases.map(\.form).first { form in
      !form.shapes.isEmpty && form.missing(in: keys, settled: []) == nil && form.isTold(by: keys)
    }
  }

  /// Refuses a sheet that lacks a column which the source's sheets have. A column whose field the user maps is not
  /// missed.
  ///
  /// - Throws: `unusableFile` at `place`, saying which column.
  func require(_ headers: [String], overrides: [FieldOverride], at place: SourcePlace) throws {
    let fields = overrides.map(\.field)
    let settled = Set(fields + fields.compactMap(\.whole) + fields.flatMap(\.parts))
    guard let header = missing(in: Set(headers.map { HeaderKey($0).text }), settled: settled) else { return }
    let field = self.field(of: HeaderKey(header))
    let map = field.map { "if it has another name here, --map \($0)=HEADER; " } ?? ""
    throw Refusal(
      .unusableFile, "\(format) has a column ‘\(header)’; this sheet has none",
      hint: "\(map)without --from the columns are found by their names alone", at: place)
  }

  /// The first column that is not there, of the shape that comes nearest; nil where one shape is whole.
  private func missing(in keys: Set<String>, settled: Set<SheetField>) -> String? {
    let lacking = shapes.map { shape in
      shape.filter { header in
        let key = HeaderKey(header)
        if keys.contains(key.text) { return false }
        return field(of: key).map { !settled.contains($0) } ?? true
      }
    }
    return lacking.min { $0.count < $1.count }?.first
  }

  private func isTold(by keys: Set<String>) -> Bool {
    telling.isEmpty
      || telling.contains { header in
        let key = HeaderKey(header).text
        return header.hasSuffix("*") ? keys.contains { $0.hasPrefix(key) } : keys.contains(key)
      }
  }

  private func field(of key: HeaderKey) -> SheetField? {
    if let meaning = meanings.first(where: { $0.key == key }) { return meaning.field }
    return HeaderSynonyms.field(for: key)
  }
}
