import Campaigns

/// Writes lines as one JSON array of objects with the keys of `ListFormat.columns`; an empty cell is null.
struct JSONWriter {
  private var pieces = Pieces()
  private var text = QuotedText()

  mutating func write(
    _ lines: [ListLine], _ fields: [ListLayout.Field] = ListLayout.Field.allCases,
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    let keys = fields.enumerated().map { Array("\($0.offset == 0 ? "{" : ", ")\"\($0.element.rawValue)\": ".utf8) }
    pieces.append("[" as StaticString)
    var isFirst = true
    for line in lines {
      pieces.append(isFirst ? "\n" : ",\n")
      isFirst = false
      for (place, field) in fields.enumerated() {
        keys[place].withUnsafeBufferPointer { pieces.append($0) }
        write(field, of: line)
      }
      pieces.append(UInt8(ascii: "}"))
      try pieces.endLine(to: sink)
    }
    pieces.append(isFirst ? "]\n" : "\n]\n")
    try pieces.finish(to: sink)
  }

  /// Writes rows of cells as objects with these keys.
  mutating func write(
    _ keys: [String], _ rows: some Sequence<[String?]>, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    pieces.append("[" as StaticString)
    var isFirst = true
    for row in rows {
      pieces.append(isFirst ? "\n{" : ",\n{")
      isFirst = false
      for (place, cell) in row.enumerated() where place < keys.count {
        pieces.append("\(place > 0 ? ", " : "")\"\(keys[place])\": ")
        write(cell)
      }
      pieces.append(UInt8(ascii: "}"))
      try pieces.endLine(to: sink)
    }
    pieces.append(isFirst ? "]\n" : "\n]\n")
    try pieces.finish(to: sink)
  }

  @inline(__always)
  private mutating func write(_ field: ListLayout.Field, of line: ListLine) {
    switch field {
    case .fullName: write(line.styledName)
    case .jobTitle: write(line.jobTitle)
    case .affiliation: write(line.affiliation)
    case .location: write(line.location)
    case .cohort: write(own: line.cohort.rawValue)
    case .visibility: write(own: line.visibility.rawValue)
    case .signedOn:
      guard let day = line.signedOn else { return pieces.append("null" as StaticString) }
      pieces.append(UInt8(ascii: "\""))
      pieces.append(day)
      pieces.append(UInt8(ascii: "\""))
    }
  }

  private mutating func write(own word: String) {
    pieces.append(UInt8(ascii: "\""))
    pieces.append(word)
    pieces.append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private mutating func write(_ cell: String?) {
    guard let cell, text.write(cell, to: &pieces) else { return pieces.append("null" as StaticString) }
  }
}
