import Campaigns

/// The text of a sheet that a transcriber writes while it is read.
///
/// It is used by one thread at a time, as the reader is that takes from it.
final class TranscriptSource<Original: Transcriber & ~Copyable>: ByteSource, @unchecked Sendable {
  let name: String
  /// Where its records stand in the original.
  let places: TranscriptPlaces
  private var writer: TranscriptWriter<Original>

  init(_ original: consuming Original, name: String) {
    self.name = name
    places = TranscriptPlaces()
    writer = TranscriptWriter(original, name: name, places: places)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try writer.read(into: buffer)
  }
}

/// Writes the records of a transcriber as a sheet, some of them ahead of whoever reads.
private struct TranscriptWriter<Original: Transcriber & ~Copyable>: ~Copyable {
  private let name: String
  private let places: TranscriptPlaces
  private var original: Original
  private var record: TranscriptRecord
  private var text: [UInt8]
  private var position = 0
  private var hasEnded = false
  private var hasRecords = false
  /// The columns that the user asked for and in which nothing stood so far.
  private var unmet: Set<Int>

  init(_ original: consuming Original, name: String, places: TranscriptPlaces) {
    let header = original.header
    unmet = Set(header.indices.suffix(original.askedCount))
    self.name = name
    self.places = places
    record = TranscriptRecord(width: header.count)
    text = RejectsFile.record(of: header, delimiter: .comma) + [lineFeed]
    self.original = original
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if position == text.count { try writeMore() }
    let count = min(buffer.count, text.count - position)
    buffer.copyBytes(from: text[position..<position + count])
    position += count
    return count
  }

  private mutating func writeMore() throws {
    text.removeAll(keepingCapacity: true)
    position = 0
    while !hasEnded, text.count < pieceLength {
      record.clear()
      guard try original.next(&record) else {
        hasEnded = true
        return try refuseUnmet()
      }
      hasRecords = true
      if !unmet.isEmpty { unmet = unmet.filter { record.isEmpty($0) } }
      places.append(record.place)
      record.write(to: &text)
    }
  }

  /// A column that the user asked for has to be somebody's.
  private func refuseUnmet() throws {
    guard hasRecords, let column = unmet.min() else { return }
    throw Refusal(
      .unusableFile, "nobody has anything under \"\(original.header[column].prefix(60))\"",
      hint: "write the name as it stands in the file, or leave it out", at: SourcePlace(file: name))
  }
}

private let pieceLength = 1 << 16
