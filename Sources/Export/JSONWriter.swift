import Campaigns

/// Writes lines as one JSON array of objects with the keys of `ListFormat.columns`; an empty cell is null.
///
/// `SafeText` leaves no control character, so the quotation mark and the backslash are all that is escaped.
struct JSONWriter {
  private var pieces = Pieces()
  private var safe = SafeText()
  private let plain = PlainASCII(without: "\"\\")

  mutating func write(_ lines: [ListLine], to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    pieces.append("[" as StaticString)
    var isFirst = true
    for line in lines {
      pieces.append(isFirst ? "\n{\"full_name\": " : ",\n{\"full_name\": ")
      isFirst = false
      write(line)
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

  private mutating func write(_ line: ListLine) {
    write(line.styledName)
    pieces.append(", \"job_title\": " as StaticString)
    write(line.jobTitle)
    pieces.append(", \"affiliation\": " as StaticString)
    write(line.affiliation)
    pieces.append(", \"location\": " as StaticString)
    write(line.location)
    pieces.append(", \"cohort\": \"" as StaticString)
    pieces.append(line.cohort.rawValue)
    pieces.append("\", \"visibility\": \"" as StaticString)
    pieces.append(line.visibility.rawValue)
    if let day = line.signedOn {
      pieces.append("\", \"signed_on\": \"" as StaticString)
      pieces.append(day)
      pieces.append("\"}" as StaticString)
    } else {
      pieces.append("\", \"signed_on\": null}" as StaticString)
    }
  }

  @inline(__always)
  private mutating func write(_ cell: String?) {
    guard let cell else { return pieces.append("null" as StaticString) }
    let quote = UInt8(ascii: "\"")
    pieces.append(quote)
    let start = pieces.count
    cell.withBytes { bytes in
      if plain.covers(bytes) { pieces.append(bytes) } else { writeWithCare(bytes) }
    }
    if pieces.count > start {
      pieces.append(quote)
    } else {
      pieces.cut(to: start - 1)
      pieces.append("null" as StaticString)
    }
  }

  private mutating func writeWithCare(_ cell: UnsafeBufferPointer<UInt8>) {
    safe.take(cell)
    for byte in safe.bytes {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { pieces.append(UInt8(ascii: "\\")) }
      pieces.append(byte)
    }
  }
}
