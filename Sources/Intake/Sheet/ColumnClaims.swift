import Campaigns

/// The columns that could hold each field, while a mapping is being decided.
struct ColumnClaims {
  private let headers: [String]
  private let keys: [HeaderKey]
  private let place: SourcePlace
  private var claims: [SheetField: [Int]] = [:]
  /// The fields that the user decided.
  private var settled: Set<SheetField> = []
  private var taken: Set<Int> = []

  init(headers: [String], place: SourcePlace) {
    self.headers = headers
    self.keys = headers.map(HeaderKey.init)
    self.place = place
  }

  /// Takes the column that the user named for a field.
  mutating func claim(_ override: FieldOverride) throws {
    let field = override.field
    guard !settled.contains(field) else {
      throw Refusal(.usage, "two mappings name the field \(field)", hint: "give --map \(field)=… once")
    }
    settled.insert(field)
    if override.header.isEmpty { return }
    let index = try column(named: override.header, asking: override.place)
    guard !NeverKept.contains(keys[index]) else {
      throw Refusal(
        .usage, "the column \(shown(index)) is never taken: it would show a signer's computer or a code",
        hint: "leave it out", at: override.place)
    }
    guard !taken.contains(index) else {
      throw Refusal(
        .usage, "two mappings name the column \(shown(index))", hint: "a column can hold one field only")
    }
    claims[field] = [index]
    taken.insert(index)
  }

  /// Takes the columns that mean something in this source; what means nothing there is taken by no later look.
  mutating func claim(_ form: SourceForm) {
    for meaning in form.meanings {
      let columns = keys.indices.filter { keys[$0] == meaning.key && !taken.contains($0) }
      taken.formUnion(columns)
      guard let field = meaning.field, isOpen(field), claims[field] == nil, !columns.isEmpty else { continue }
      claims[field] = columns
    }
  }

  /// The columns that are kept besides the fields, by the fields that were decided.
  func kept(_ columns: [KeptColumn], beside chosen: [SheetField: Int]) throws -> [Int] {
    var kept: [Int] = []
    for column in columns {
      let index = try self.column(named: column.header, asking: column.place)
      if let field = chosen.first(where: { $0.value == index })?.key {
        throw Refusal(
          .usage, "the column \(shown(index)) is the \(field) already", hint: "it need not be kept besides",
          at: column.place)
      }
      // What is never kept is dropped all the same, and the report says so.
      if !kept.contains(index), !NeverKept.contains(keys[index]) { kept.append(index) }
    }
    return kept.sorted()
  }

  /// Takes all columns whose headers always mean one field.
  mutating func claimBySynonyms() {
    for (index, key) in keys.enumerated() where !taken.contains(index) {
      guard let field = HeaderSynonyms.field(for: key), isOpen(field) else { continue }
      claims[field, default: []].append(index)
      taken.insert(index)
    }
  }

  /// Takes the columns whose questions fit a field that nothing has claimed yet.
  mutating func claimByQuestions() {
    let claimed = Set(claims.keys)
    for (index, header) in headers.enumerated() where !taken.contains(index) {
      guard let field = QuestionText.field(askedBy: header), isOpen(field) else { continue }
      let relatives = [field] + field.parts + (field.whole.map { [$0] } ?? [])
      guard claimed.isDisjoint(with: relatives) else { continue }
      claims[field, default: []].append(index)
      taken.insert(index)
    }
  }

  /// The one column of each field.
  func decided() throws -> [SheetField: Int] {
    var chosen: [SheetField: Int] = [:]
    for field in SheetField.allCases {
      guard let columns = claims[field], let first = columns.first else { continue }
      guard columns.count == 1 else { throw doubled(field, first, columns[1]) }
      chosen[field] = first
    }
    if chosen[.location] != nil {
      for part in SheetField.location.parts { chosen[part] = nil }
    }
    let parts = SheetField.name.parts.compactMap { chosen[$0] }
    if let whole = chosen[.name] {
      if let part = parts.first { throw doubled(.name, whole, part) }
    } else if parts.isEmpty {
      throw Refusal(
        .unusableFile, "no column of the first row is the name",
        hint: "name it with --map name=HEADER; if the sheet has no header, name its columns with"
          + " --columns name,email,…", at: place)
    }
    return chosen
  }

  /// Whether the user left it open where the field comes from.
  private func isOpen(_ field: SheetField) -> Bool {
    guard !settled.contains(field) else { return false }
    if let whole = field.whole, settled.contains(whole) { return false }
    return settled.isDisjoint(with: field.parts)
  }

  private func column(named header: String, asking asked: SourcePlace?) throws -> Int {
    var found = headers.indices.filter { headers[$0] == header }
    if found.isEmpty {
      let key = HeaderKey(header)
      found = keys.indices.filter { keys[$0] == key }
    }
    guard let index = found.first else {
      let near = nearHeaders(to: header)
      throw Refusal(
        .unusableFile, "no column is called \"\(header.prefix(60))\"",
        hint: near.isEmpty
          ? "write the header as it stands in the sheet" : "did you mean \(near.joined(separator: " or "))?",
        at: asked ?? place)
    }
    guard found.count == 1 else {
      throw Refusal(
        .unusableFile, "columns \(found[0] + 1) and \(found[1] + 1) are both called \(shown(index))",
        hint: "rename one of them in the sheet", at: place)
    }
    return index
  }

  private func doubled(_ field: SheetField, _ first: Int, _ second: Int) -> Refusal {
    let fix =
      headers[first] == headers[second]
      ? "rename or delete one of them in the sheet"
      : "say which with --map \(field)=\(shown(first)) or --map \(field)=\(shown(second))"
    return Refusal(
      .unusableFile,
      "columns \(first + 1) (\(shown(first))) and \(second + 1) (\(shown(second))) both look like the \(field)",
      hint: fix, at: place)
  }

  private func shown(_ index: Int) -> String {
    let header = headers[index].trimmingWhitespace()
    return "\"\(header.prefix(60))\(header.count > 60 ? "…" : "")\""
  }

  /// The headers that the user may have meant. Others are not shown: a sheet without a header begins with a person.
  private func nearHeaders(to header: String) -> [String] {
    let wanted = HeaderKey(header).text
    return keys.indices.filter { index in
      let key = keys[index].text
      guard !key.isEmpty, !wanted.isEmpty else { return false }
      let holds = min(key.count, wanted.count) >= 3 && (key.contains(wanted) || wanted.contains(key))
      return holds || editDistance(Array(key.prefix(60)), Array(wanted.prefix(60))) <= max(1, wanted.count / 4)
    }.prefix(3).map(shown)
  }

  /// The fewest insertions, deletions, replacements and swaps of neighbours that turn one into the other.
  private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        var fewest = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          fewest = min(fewest, beforeLast[column - 1] + 1)
        }
        current.append(fewest)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
