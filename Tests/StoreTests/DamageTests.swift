import Campaigns
import Foundation
import RepositoryConformance
import Testing

@testable import Store

@Suite("Damaged databases")
struct DamageTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.makeDatabase(signatures: 400)
  }

  @Test(
    "a database that is cut short is refused, however short",
    arguments: [1, 99, 100, 1_000, 4_095, 4_096, 8_192, -4_096, -1])
  func cut(length: Int) throws {
    let whole = try folder.bytes("picket.db")
    let end = length > 0 ? length : whole.count + length
    try folder.put(whole.prefix(end), as: "picket.db")
    let refusal = try #require(
      #expect(throws: Refusal.self) { try SQLiteRepository(at: folder.path("picket.db")) })
    #expect(refusal.code == (length > 0 && length < 100 ? .notADatabase : .corrupt))
    if refusal.code == .corrupt { #expect(refusal.message.contains("\(whole.count - end) bytes")) }
  }

  @Test("a database whose middle was overwritten is damaged", arguments: [0x00, 0x41, 0xFF] as [UInt8])
  func overwritten(byte: UInt8) throws {
    var bytes = try folder.bytes("picket.db")
    let middle = bytes.count / 4..<bytes.count * 3 / 4
    bytes.replaceSubrange(middle, with: repeatElement(byte, count: middle.count))
    try folder.put(bytes, as: "picket.db")
    let refusal = #expect(throws: Refusal.self) {
      let repository = try SQLiteRepository(at: folder.path("picket.db"))
      try repository.readEverything()
    }
    #expect(refusal?.code == .corrupt)
    #expect(refusal?.hint?.contains("backup") == true)
  }

  @Test("a backup of a damaged database is refused, and nothing is left of it")
  func backup() throws {
    var bytes = try folder.bytes("picket.db")
    let middle = bytes.count / 2..<bytes.count * 3 / 4
    bytes.replaceSubrange(middle, with: repeatElement(0xFF, count: middle.count))
    try folder.put(bytes, as: "picket.db")
    let refusal = #expect(throws: Refusal.self) {
      try SQLiteRepository(at: folder.path("picket.db")).backUp(to: folder.path("copy.db"))
    }
    #expect(refusal?.code == .corrupt)
    #expect(try folder.names().filter { $0.contains("copy") } == [])
  }

  @Test("whatever bytes are wrong, a damaged database is read or refused, and nothing crashes", arguments: 0..<4)
  func anyBytes(round: Int) async throws {
    // A process of its own: a crash ends it, and not the other tests.
    let path = folder.path("few.db")
    try folder.makeDatabaseWithRecord("few.db", signatures: 3)
    await #expect(processExitsWith: .success) { [path = path as String, round = round as Int] in
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      let places = whole.indices.filter { whole[$0] != 0 }
      for seed in round * 150..<(round + 1) * 150 {
        try damaged(whole, at: places, UInt64(seed)).write(to: URL(fileURLWithPath: path))
        do {
          let repository = try SQLiteRepository(at: path)
          try repository.readEverything()
          try repository.write { try $0.signatures.add(Sample().signatures(1, from: 9) { _ in [1] }) }
        } catch is Refusal {}
      }
    }
  }
}

/// The bytes with a few of them changed.
private func damaged(_ whole: Data, at places: [Int], _ seed: UInt64) -> Data {
  var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  func random(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
  var bytes = whole
  for _ in 0...random(below: 6) {
    // Where bytes mean something: most of a young database is empty.
    let place = places[random(below: places.count)]
    for offset in 0...random(below: 4) where place + offset < bytes.count {
      bytes[place + offset] = UInt8(random(below: 3) == 0 ? 0 : random(below: 256))
    }
  }
  return bytes
}
