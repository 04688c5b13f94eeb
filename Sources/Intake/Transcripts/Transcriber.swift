/// Turns a source that is no sheet into records under a fixed header, one at a time.
///
/// So one validator, one report and one file of refused rows serve every source.
protocol Transcriber: ~Copyable, Sendable {
  /// The header's names, each one that the mapping of sheets knows.
  var header: [String] { get }
  /// How many of them, the last ones, are there only because the user asked for them.
  var askedCount: Int { get }

  /// Writes the next record; false at the end.
  ///
  /// - Throws: `unusableFile` with its place where the source cannot be read any further; what the source throws.
  mutating func next(_ record: inout TranscriptRecord) throws -> Bool
}

/// A record on its way into a transcript.
struct TranscriptRecord: Sendable {
  /// Where it stands in the original.
  var place = TranscriptPlaces.Place()
  private var bytes: [UInt8] = []
  private var cells: [Range<Int>]

  init(width: Int) {
    cells = Array(repeating: 0..<0, count: width)
  }

  /// The number of its cells.
  var width: Int { cells.count }

  /// Empties the record.
  mutating func clear() {
    place = TranscriptPlaces.Place()
    bytes.removeAll(keepingCapacity: true)
    for cell in cells.indices { cells[cell] = 0..<0 }
  }

  /// Whether nothing stands in the cell.
  func isEmpty(_ cell: Int) -> Bool { cells[cell].isEmpty }

  /// Puts the text into the cell, in place of what stood there.
  mutating func set(_ cell: Int, _ text: some Collection<UInt8>) { set(cell, note(text)) }

  /// Notes a text that may come into a cell later.
  mutating func note(_ text: some Collection<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return start..<bytes.count
  }

  /// Puts what was noted into the cell, in place of what stood there.
  mutating func set(_ cell: Int, _ noted: Range<Int>) { cells[cell] = noted }

  /// Refuses the record; the first reason stands.
  mutating func refuse(_ fault: CellFault) {
    if place.fault == nil { place.fault = fault }
  }

  /// Appends the record with its line break, quoted where it needs it.
  func write(to output: inout [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      for (number, cell) in cells.enumerated() {
        if number > 0 { output.append(Delimiter.comma.rawValue) }
        let text = UnsafeRawBufferPointer(rebasing: bytes[cell])
        if text.contains(where: TranscriptRecord.needsQuotes) {
          output.append(quotationMark)
          for byte in text {
            if byte == quotationMark { output.append(byte) }
            output.append(byte)
          }
          output.append(quotationMark)
        } else {
          output.append(contentsOf: text)
        }
      }
    }
    output.append(lineFeed)
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == Delimiter.comma.rawValue || byte == quotationMark || byte == lineFeed || byte == carriageReturn
  }
}
