import Campaigns
import Testing

@testable import Export

@Suite struct PieceTests {
  private struct Full: Error {}

  @Test(arguments: [
    (ListFormat.csv, 1_000_000), (.json, 100_000), (.markdown, 100_000), (.text, 100_000), (.html, 100_000),
    (.osdi, 100_000), (.yaml, 100_000),
  ])
  func manyLinesComeInBoundedPieces(format: ListFormat, count: Int) throws {
    let names = ["Amara Okafor", "José, Jr.", "נועה לוי", "王小明"]
    let lines = (0..<count).map { number in
      number % 10 == 9
        ? ListLine(jobTitle: "Engineer", cohort: .employee, visibility: .role)
        : Sample.named(names[number % names.count], "Engineer")
    }
    let list = try Sample.list(lines, counted: 1)
    var largest = 0
    var smallest = Int.max
    var breaks = 0
    var lastByte: UInt8 = 0
    var smallestBeforeLast = Int.max
    try list.write(as: format) { piece in
      smallestBeforeLast = smallest
      smallest = min(smallest, piece.count)
      largest = max(largest, piece.count)
      for byte in piece where byte == UInt8(ascii: "\n") { breaks += 1 }
      lastByte = piece.last ?? 0
    }
    #expect(largest < 65_536 + 400)
    #expect(smallestBeforeLast >= 65_536)
    #expect(lastByte == UInt8(ascii: "\n"))
    switch format {
    case .csv: #expect(breaks == count + 1)
    case .json: #expect(breaks == count + 2)
    case .osdi: #expect(breaks == count * 9 / 10 + 11)
    case .yaml: #expect(breaks == count * 9 / 10 * 2)
    case .html: #expect((count * 9 / 10 + 50...count * 9 / 10 + 90).contains(breaks))
    case .pdf: Issue.record("a PDF does not come line by line")
    case .markdown, .text: #expect((count * 9 / 10 + 1...count * 9 / 10 + 20).contains(breaks))
    }
  }

  @Test(arguments: Sample.texts) func whatTheSinkThrowsEndsTheWriting(format: ListFormat) throws {
    let list = try Sample.list(Array(repeating: Sample.named("Ann"), count: 100_000))
    var pieces = 0
    #expect(throws: Full.self) {
      try list.write(as: format) { _ in
        pieces += 1
        if pieces == 2 { throw Full() }
      }
    }
    #expect(pieces == 2)
  }
}
