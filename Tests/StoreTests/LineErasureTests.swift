import Campaigns
import Foundation
import Testing

@testable import Store

@Suite("What an erased signer's lines said is not in the files")
struct LineErasureTests {
  private let folder: Folder
  private let repository: SQLiteRepository

  init() throws {
    folder = try Folder()
    repository = try folder.makeDatabase()
  }

  /// Contents by which a line can be found in a file.
  private static func canary(_ number: Int) -> [UInt8] { Array("<canary \(1_000_000 + number)>".utf8) }

  private static func tag(_ number: Int) throws -> BlindTag {
    try #require(BlindTag(Array("\(1_000_000_000_000_000 + number)".utf8)))
  }

  @Test("the lines that stand stay readable, and of the erased ones nothing is left", arguments: [20, 900])
  func erased(length: Int) throws {
    let lines = try (0..<300).map { number in
      StoredLine(
        number: number + 1, hash: [UInt8](repeating: 7, count: 32), signer: try LineErasureTests.tag(number),
        contents: LineErasureTests.canary(number) + [UInt8](repeating: 1, count: length + number))
    }
    for number in 1...2 {
      try repository.write { transaction in
        try transaction.deliveries.add(
          StoredDelivery(
            id: Identifier(rawValue: Int64(number)), petition: Sample().petition.id, number: number,
            deliveredOn: Sample.day, size: 1, manifest: [1], counted: [1]),
          lines: lines)
      }
    }
    #expect(try folder.holds(LineErasureTests.canary(4)))
    try repository.write { transaction in
      for number in stride(from: 0, to: 300, by: 3) {
        try transaction.deliveries.erase(try LineErasureTests.tag(number))
      }
    }
    let file = try folder.bytes("picket.db") + ((try? folder.bytes("picket.db-journal")) ?? Data())
    let left = stride(from: 0, to: 300, by: 3).filter { file.range(of: Data(LineErasureTests.canary($0))) != nil }
    #expect(left == [])
    #expect(file.range(of: Data(LineErasureTests.canary(4))) != nil)
  }
}
