import Campaigns
import Synchronization

@testable import Intake

/// The rows that a list hands out, read to its end.
struct ReadRows<Row> {
  var rows: [Row] = []
  var refused: [RefusedRow] = []

  init(_ next: () throws -> Result<Row, RefusedRow>?) throws {
    while let item = try next() {
      switch item {
      case .success(let row): rows.append(row)
      case .failure(let row): refused.append(row)
      }
    }
  }
}

extension TypedList {
  init(_ text: String) throws {
    try self.init(MemorySource(text, name: "list.csv"))
  }

  /// All rows, and the file that the refused ones make.
  func readAll() throws -> (rows: [Entry], refused: [RefusedRow], rejects: String) {
    let read = try ReadRows(next)
    return (read.rows, read.refused, reader.rejectsFile(read.refused))
  }
}

extension ListReader {
  convenience init(_ text: String, _ columns: [ListColumn]) throws {
    try self.init(MemorySource(text, name: "list.csv"), columns: columns)
  }

  func readAll() throws -> ReadRows<ListRow> {
    try ReadRows(next)
  }

  func rejectsFile(_ refused: [RefusedRow]) -> String {
    String(decoding: rejectsBytes(refused), as: UTF8.self)
  }

  func rejectsBytes(_ refused: [RefusedRow]) -> [UInt8] {
    var bytes = rejects.header
    for row in refused { rejects.append(row, to: &bytes) }
    return bytes
  }
}

/// A source that counts what was taken from it.
struct CountedSource: ByteSource {
  let name = "counted.csv"
  private let count: Count
  private var source: GeneratedSource

  final class Count: Sendable {
    private let bytes = Atomic(0)

    var taken: Int { bytes.load(ordering: .relaxed) }

    func add(_ more: Int) { bytes.add(more, ordering: .relaxed) }
  }

  init(_ source: GeneratedSource, _ count: Count) {
    self.source = source
    self.count = count
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let taken = source.read(into: buffer)
    count.add(taken)
    return taken
  }
}
