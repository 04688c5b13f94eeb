import Campaigns

/// Writes lines as CSV: RFC 4180 with line feeds, quotes only where they are needed, no formulas.
///
/// A cell that a spreadsheet would calculate gets an apostrophe before it, which makes a text of it. The same is done
/// behind a semicolon in a cell: where the comma is the decimal sign, spreadsheets part cells there.
struct CSVWriter {
  private var pieces = Pieces()
  private var safe = SafeText()
  private let plain = PlainASCII(without: "\",;")

  mutating func write(
    _ lines: [ListLine], _ fields: [ListLayout.Field] = ListLayout.Field.allCases,
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    pieces.append(fields.map(\.rawValue).joined(separator: ",") + "\n")
    for line in lines {
      for (place, field) in fields.enumerated() {
        if place > 0 { pieces.append(UInt8(ascii: ",")) }
        write(field, of: line)
      }
      pieces.append(UInt8(ascii: "\n"))
      try pieces.endLine(to: sink)
    }
    try pieces.finish(to: sink)
  }

  /// Writes a table of other columns, under the same rules.
  mutating func write(
    _ rows: some Sequence<[String?]>, under columns: [String], to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    pieces.append(columns.joined(separator: ",") + "\n")
    for row in rows {
      for (place, cell) in row.enumerated() {
        if place > 0 { pieces.append(UInt8(ascii: ",")) }
        write(cell)
      }
      pieces.append(UInt8(ascii: "\n"))
      try pieces.endLine(to: sink)
    }
    try pieces.finish(to: sink)
  }

  @inline(__always)
  private mutating func write(_ field: ListLayout.Field, of line: ListLine) {
    switch field {
    case .fullName: write(line.styledName)
    case .jobTitle: write(line.jobTitle)
    case .affiliation: write(line.affiliation)
    case .location: write(line.location)
    case .cohort: pieces.append(line.cohort.rawValue)
    case .visibility: pieces.append(line.visibility.rawValue)
    case .signedOn: if let day = line.signedOn { pieces.append(day) }
    }
  }

  @inline(__always)
  private mutating func write(_ cell: String?) {
    cell?.withBytes { bytes in
      guard let first = bytes.first else { return }
      if plain.covers(bytes), !CSVWriter.mayLeadToFormula(UInt32(first)) {
        pieces.append(bytes)
      } else {
        writeWithCare(bytes)
      }
    }
  }

  private mutating func writeWithCare(_ cell: UnsafeBufferPointer<UInt8>) {
    safe.take(cell)
    let start = pieces.count
    var isQuoted = false
    // Where an apostrophe would have to stand; nil once a character says that no formula follows.
    var formulaStart: Int? = start
    safe.bytes.withUnsafeBufferPointer { bytes in
      for (index, byte) in bytes.enumerated() {
        // The byte within a scalar never starts one, so that only the first byte of each is asked.
        if let apostrophe = formulaStart, byte & 0xC0 != 0x80 {
          var rest = UTF8Scalars(UnsafeBufferPointer(rebasing: bytes[index...]))
          let scalar = rest.next()?.scalar ?? 0
          let startsFormula = CSVWriter.startsFormula(scalar)
          if startsFormula { pieces.insert("'", at: apostrophe) }
          if startsFormula || !CSVWriter.isBlank(scalar) { formulaStart = nil }
        }
        switch byte {
        case UInt8(ascii: "\""):
          pieces.append(byte)
          isQuoted = true
        case UInt8(ascii: ","): isQuoted = true
        default: break
        }
        pieces.append(byte)
        if byte == UInt8(ascii: ";") { formulaStart = pieces.count }
      }
    }
    if isQuoted {
      pieces.insert("\"", at: start)
      pieces.append(UInt8(ascii: "\""))
    }
  }

  private static func mayLeadToFormula(_ scalar: UInt32) -> Bool {
    startsFormula(scalar) || isBlank(scalar)
  }

  /// Whether a spreadsheet may take a cell that starts like this for a formula: = + - @, also in their wide and small
  /// forms, and the minus sign.
  private static func startsFormula(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3D, 0x2B, 0x2D, 0x40: true
    case 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 0xFE66, 0xFE62, 0xFE63, 0xFE6B, 0x2212: true
    default: false
    }
  }

  /// Whether the character shows nothing, so that a program may look past it for a formula.
  private static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    // Joiners, variation selectors, fillers.
    case 0x034F, 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800: true
    default: false
    }
  }
}
