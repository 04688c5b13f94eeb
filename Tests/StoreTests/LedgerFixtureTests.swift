import Campaigns
import Foundation
import RepositoryConformance
import Testing

@testable import Store

@Suite("Databases with the first ledger")
struct LedgerFixtureTests {
  @Test("a database of the second schema opens, and its ledger and deliveries are read as they were written")
  func second() throws {
    let folder = try Folder()
    try folder.put(Data(contentsOf: FixtureTests.fixture(of: "m0002-ledger")), as: "picket.db")
    let repository = try SQLiteRepository(at: folder.path("picket.db"))
    let expected = try LedgerFixture()
    let petition = expected.first.sample.petition.id
    let campaign = expected.first.sample.campaign.id
    try repository.read { transaction in
      var signatures: [SealedSignature] = []
      try transaction.signatures.forEachBatch(of: petition, origin: nil, limit: 100) { signatures += $0 }
      #expect(signatures == Array(expected.first.signatures.dropLast()) + expected.committed)
      #expect(try transaction.signatures.erasures(of: petition) == [expected.first.erasure])
      #expect(try transaction.ledger.size(of: campaign) == expected.checkpoints.last?.size)
      #expect(try transaction.ledger.queue(of: campaign).leaves == expected.queue.flatMap(\.bytes))
      #expect(try transaction.ledger.checkpoints(of: campaign) == expected.checkpoints)
      for block in expected.leaves {
        #expect(try transaction.ledger.leaves(block.number, of: campaign) == block.bytes)
      }
      for block in expected.hashes {
        #expect(try transaction.ledger.hashes(level: block.level, block.number, of: campaign) == block.bytes)
      }
      #expect(try transaction.deliveries.claims(for: petition) == expected.claims)
      #expect(try transaction.deliveries.responses(to: petition) == [expected.response])
      #expect(try transaction.deliveries.all(of: petition) == [expected.delivery])
      var lines: [StoredLine] = []
      try transaction.deliveries.forEachLine(of: expected.delivery.id) { lines.append($0) }
      #expect(lines == expected.lines)
      #expect(try transaction.petitions.tally(of: petition).total.claimed == 45)
    }
    let leaf = QueuedLeaf(id: Identifier(rawValue: 9), campaign: campaign, bytes: LedgerFixture.bytes(9, 74))
    try repository.write { try $0.ledger.enqueue([leaf]) }
    #expect(try repository.read { try $0.ledger.queueCount(of: campaign) } == expected.queue.count + 1)
  }
}

/// What the fixture of the second schema holds besides what the first has. Leaves, hashes and notes are fakes.
struct LedgerFixture {
  let first: FirstFixture
  let committed: [SealedSignature]
  let leaves: [LedgerBlock]
  let hashes: [LedgerBlock]
  let checkpoints: [StoredCheckpoint]
  let queue: [QueuedLeaf]
  let claims: [ClaimedTally]
  let response: Response
  let delivery: StoredDelivery
  let lines: [StoredLine]

  init() throws {
    first = try FirstFixture()
    let petition = first.sample.petition.id
    let letter = first.sample.letter.id
    committed = (0..<3).map { number in
      SealedSignature(
        id: Identifier(rawValue: 2_000 + Int64(number)), petition: petition, letter: letter, origin: nil,
        signedOn: Sample.day, cohort: .employee, state: .verified, standing: .sole, tag: nil, nameTag: nil,
        commitment: Bytes32(LedgerFixture.bytes(UInt8(number), 32)), contents: Array("committed \(number)".utf8))
    }
    leaves = [
      LedgerBlock(number: 0, bytes: LedgerFixture.bytes(1, 256 * 74)),
      LedgerBlock(number: 1, bytes: LedgerFixture.bytes(2, 4 * 74)),
    ]
    hashes = [
      LedgerBlock(number: 0, bytes: LedgerFixture.bytes(3, 256 * 32)),
      LedgerBlock(number: 1, bytes: LedgerFixture.bytes(4, 4 * 32)),
      LedgerBlock(level: 1, number: 0, bytes: LedgerFixture.bytes(5, 32)),
    ]
    checkpoints = [250, 260].map {
      StoredCheckpoint(size: $0, madeOn: Sample.day, note: Array("a note over \($0)\n".utf8))
    }
    let campaign = first.sample.campaign.id
    queue = [3, 8].map {
      QueuedLeaf(id: Identifier(rawValue: $0), campaign: campaign, bytes: LedgerFixture.bytes(UInt8($0), 74))
    }
    claims = [
      ClaimedTally(
        id: Identifier(rawValue: 80), petition: petition, source: "Union branch", count: 40, cohort: .supporter,
        evidence: "https://union.example/count", claimedOn: Sample.day),
      ClaimedTally(
        id: Identifier(rawValue: 81), petition: petition, source: "Paper sheets", count: 5, cohort: .contractor,
        evidence: nil, claimedOn: Sample.day),
    ]
    response = Response(
      id: Identifier(rawValue: 85), petition: petition, respondedOn: Sample.day, summary: "They will think about it.",
      source: nil)
    delivery = StoredDelivery(
      id: Identifier(rawValue: 90), petition: petition, number: 1, deliveredOn: Sample.day, size: 260,
      manifest: Array("a manifest\n".utf8), counted: LedgerFixture.bytes(0x55, 33))
    let tag = try #require(BlindTag(LedgerFixture.bytes(6, 16)))
    lines = [
      StoredLine(number: 1, hash: LedgerFixture.bytes(7, 32), signer: tag, contents: Array("sealed line".utf8)),
      StoredLine(number: 2, hash: LedgerFixture.bytes(8, 32), signer: nil, contents: nil),
    ]
  }

  static func bytes(_ byte: UInt8, _ count: Int) -> [UInt8] { [UInt8](repeating: byte, count: count) }

  func add(to repository: any Repository) throws {
    try first.add(to: repository)
    let campaign = first.sample.campaign.id
    try repository.write { transaction in
      try transaction.signatures.add(committed)
      try transaction.ledger.enqueue(queue)
      for checkpoint in checkpoints {
        try transaction.ledger.grow(campaign, leaves: leaves, hashes: hashes, checkpoint: checkpoint)
      }
      try transaction.ledger.enqueue(queue)
      for claim in claims { try transaction.deliveries.add(claim) }
      try transaction.deliveries.add(response)
      try transaction.deliveries.add(delivery, lines: lines)
    }
  }
}
