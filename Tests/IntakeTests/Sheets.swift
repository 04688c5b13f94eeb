import Campaigns
import Foundation
import Testing

@testable import Intake

/// A record as tests compare it.
struct ReadRecord: Equatable {
  var line: Int
  var cells: [String]
  var raw: String
}

/// All records of a text, read through a window of `window` bytes from a source that hands out `stride` at a time.
func records(
  of source: any ByteSource, delimiter: Delimiter? = nil, encoding: SheetEncoding? = nil, window: Int = 1 << 18,
  largest: Int = CSVReader.largestRecord
) throws -> [ReadRecord] {
  var csv = try CSVReader(source, delimiter: delimiter, encoding: encoding, window: window, largest: largest)
  var found: [ReadRecord] = []
  while try csv.next() {
    let cells = (0..<csv.cellCount).map { String(decoding: csv.cell($0), as: UTF8.self) }
    found.append(ReadRecord(line: csv.line, cells: cells, raw: String(decoding: csv.record, as: UTF8.self)))
  }
  return found
}

/// The cells of all records of a text.
func cells(of text: String, delimiter: Delimiter? = nil) throws -> [[String]] {
  try records(of: MemorySource(text), delimiter: delimiter).map(\.cells)
}

/// A sheet that was read to its end.
struct ReadSheet {
  var reader: SheetReader
  var rows: [SignatureRow] = []
  var refused: [RefusedRow] = []

  init(_ source: any ByteSource, _ options: SheetOptions = SheetOptions(), batch: Int = 100) throws {
    reader = try SheetReader(source, options: options)
    while let batch = try reader.next(batch) {
      rows += batch.rows
      refused += batch.refused
    }
  }

  init(_ text: String, _ options: SheetOptions = SheetOptions(), batch: Int = 100) throws {
    try self.init(MemorySource(text, name: "sheet.csv"), options, batch: batch)
  }

  init(_ bytes: [UInt8], _ options: SheetOptions = SheetOptions()) throws {
    try self.init(MemorySource(bytes, name: "sheet.csv"), options)
  }

  /// The file that the refused rows make.
  var rejects: [UInt8] {
    var bytes = reader.rejects.header
    for row in refused { reader.rejects.append(row, to: &bytes) }
    return bytes
  }
}

/// A source that makes its bytes as they are asked for: a beginning, then a piece many times, then an ending.
struct GeneratedSource: ByteSource {
  let name: String
  private var pending: [UInt8]
  private let piece: [UInt8]
  private var left: Int
  private var ending: [UInt8]?
  private var position = 0

  init(
    _ beginning: String, repeating piece: String, times: Int, _ ending: String = "", name: String = "generated.csv"
  ) {
    self.name = name
    self.pending = Array(beginning.utf8)
    self.piece = Array(piece.utf8)
    self.left = times
    self.ending = Array(ending.utf8)
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while position == pending.count {
      position = 0
      if left > 0 {
        left -= 1
        pending = piece
      } else if let last = ending {
        ending = nil
        pending = last
      } else {
        pending = []
        return 0
      }
    }
    let count = min(buffer.count, pending.count - position)
    pending.withUnsafeBytes { bytes in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
    }
    position += count
    return count
  }
}

/// The refusal that the body throws.
func refusal(_ body: () throws -> Void) throws -> Refusal {
  try #require(throws: Refusal.self, performing: body)
}

/// The text in UTF-16, without a byte order mark.
func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return bigEndian ? [high, low] : [low, high]
  }
}
