import Campaigns
import Foundation
import GRDB
import RepositoryConformance
import Testing

@testable import Store

@Suite("What was erased is not in the files")
struct ErasureTests {
  private let folder: Folder
  private let repository: SQLiteRepository
  private let sample: Sample

  init() throws {
    folder = try Folder()
    repository = try folder.makeDatabase()
    sample = try Sample()
  }

  private func erase(_ signature: SealedSignature, in transaction: any Transaction) throws {
    try transaction.signatures.erase(
      leaving: Erasure(
        signature: signature.id, petition: signature.petition, cohort: .employee, countedAs: .withdrawn, mark: nil))
  }

  /// Contents by which a signature can be found in a file: its number many times over.
  private static func contents(_ number: Int, length: Int = 400) -> [UInt8] {
    Array("<canary \(1_000_000 + number)>".utf8) + [UInt8](repeating: UInt8(number % 251), count: length)
  }

  private static func canary(_ number: Int) -> [UInt8] { Array("<canary \(1_000_000 + number)>".utf8) }

  @Test("an erased signature's contents are gone")
  func erased() throws {
    let signatures = sample.signatures(3) { ErasureTests.contents($0) }
    try repository.write { try $0.signatures.add(signatures) }
    #expect(try folder.holds(ErasureTests.canary(1)))
    try repository.write { try erase(signatures[1], in: $0) }
    #expect(try !folder.holds(ErasureTests.canary(1)))
    #expect(try folder.holds(ErasureTests.canary(0)))
  }

  @Test("contents that were replaced are gone", arguments: [50, 400, 6_000, 30_000])
  func replaced(length: Int) throws {
    let signatures = sample.signatures(20) { ErasureTests.contents($0, length: length) }
    try repository.write { try $0.signatures.add(signatures) }
    let changed = signatures.map { old in
      SealedSignature(
        id: old.id, petition: old.petition, letter: old.letter, origin: nil, signedOn: old.signedOn,
        cohort: old.cohort, state: .withdrawn, standing: old.standing, tag: nil, nameTag: nil,
        contents: Array("replaced".utf8))
    }
    try repository.write { try $0.signatures.update(changed) }
    for number in 0..<20 { #expect(try !folder.holds(ErasureTests.canary(number)), "\(number)") }
  }

  @Test("what a write that failed had added is gone")
  func failedWrite() throws {
    struct Interruption: Error {}
    #expect(throws: Interruption.self) {
      try repository.write { transaction in
        try (transaction as? SQLiteTransaction)?.database.execute(sql: "PRAGMA cache_size = 10")
        try transaction.signatures.add(sample.signatures(2_000) { ErasureTests.contents($0) })
        throw Interruption()
      }
    }
    #expect(try !folder.holds(Array("<canary ".utf8)))
  }

  @Test("a rewriting of the file that an erasure asked for and did not get is made up for by the next write")
  func missedRewriting() throws {
    try repository.write { try $0.signatures.add(sample.signatures(3) { ErasureTests.contents($0) }) }
    // As if the process had been killed between the erasure and the rewriting.
    try folder.byHand().inDatabase { try $0.execute(sql: "PRAGMA user_version = 1") }
    try folder.byHand().inDatabase { try $0.execute(sql: "CREATE TABLE hole (bytes); DROP TABLE hole") }
    #expect(try freePages() > 0)
    try repository.write { try $0.targets.update(sample.target) }
    #expect(try freePages() == 0)
    #expect(try folder.byHand().read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 0)
    #expect(try repository.signatureCount() == 3)
  }

  @Test("a write that erases nothing does not rewrite the file")
  func noRewriting() throws {
    try folder.byHand().inDatabase { try $0.execute(sql: "CREATE TABLE hole (bytes); DROP TABLE hole") }
    try repository.write { try $0.signatures.add(sample.signatures(3) { ErasureTests.contents($0) }) }
    #expect(try freePages() > 0)
  }

  private func freePages() throws -> Int {
    try folder.byHand().read { try Int.fetchOne($0, sql: "PRAGMA freelist_count") ?? 0 }
  }

  @Test("among thousands of changes of every size none of the erased contents stays anywhere", arguments: 0..<3)
  func manyChanges(seed: Int) throws {
    var state = UInt64(seed) &+ 77
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var all: [SealedSignature] = []
    for round in 0..<6 {
      // New identifiers fall between the old ones, so that pages are split and merged.
      let new = (0..<400).map { number in
        let id = Int64(random(below: 1 << 40))
        let canary = round * 400 + number
        return sample.signatures(1, from: id) { _ in ErasureTests.contents(canary, length: random(below: 900)) }
      }.joined().sorted { $0.id < $1.id }
      try repository.write { try $0.signatures.add(Array(new)) }
      all += new
      var gone: [SealedSignature] = []
      all.removeAll { signature in
        guard random(below: 3) == 0 else { return false }
        gone.append(signature)
        return true
      }
      try repository.write { transaction in for signature in gone { try erase(signature, in: transaction) } }
      let file = try folder.bytes("picket.db")
      let left = gone.count { file.range(of: Data($0.contents.prefix(16))) != nil }
      #expect(left == 0, "round \(round): \(left) of \(gone.count)")
    }
    #expect(try repository.signatureCount() == all.count)
  }
}
