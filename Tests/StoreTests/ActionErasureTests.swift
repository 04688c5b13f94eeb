import Campaigns
import Foundation
import Testing

@testable import Store

@Suite("What was erased of terminations, pledges and incidents is not in the files")
struct ActionErasureTests {
  private let folder: Folder
  private let repository: SQLiteRepository
  private let sample: ActionSample

  init() throws {
    folder = try Folder()
    repository = try folder.makeDatabaseWithActions()
    sample = try ActionSample()
  }

  /// What a person leaves a record of.
  enum Noun: CaseIterable, Sendable { case termination, pledge, incident }

  /// Contents by which a record can be found in a file.
  private static func canary(_ number: Int) -> [UInt8] { Array("<canary \(1_000_000 + number)>".utf8) }

  private static func tag(_ number: Int) throws -> BlindTag {
    try #require(BlindTag(Array("\(1_000_000_000_000_000 + number)".utf8)))
  }

  private func add(_ noun: Noun, _ id: Int64, _ number: Int, length: Int, in transaction: any Transaction) throws {
    let contents = ActionErasureTests.canary(number) + [UInt8](repeating: UInt8(number % 251), count: length)
    let (campaign, target) = (sample.sample.campaign.id, sample.sample.target.id)
    switch noun {
    case .termination:
      try transaction.terminations.add(
        SealedTermination(
          id: Identifier(rawValue: id), slug: try Slug("canary-\(1_000_000 + number)"), campaign: campaign,
          target: target, stage: .noticed, isPublished: false, contents: contents))
    case .pledge:
      try transaction.pledges.add([
        SealedPledge(
          id: Identifier(rawValue: id), boycott: sample.boycotts[1].id, cohort: .employee, stage: .standing,
          isVerified: true, ifOthers: 3, terms: 1, lapsesOn: nil, tag: try ActionErasureTests.tag(number),
          contents: contents)
      ])
    case .incident:
      try transaction.incidents.add(
        SealedIncident(id: Identifier(rawValue: id), campaign: campaign, contents: contents))
    }
  }

  private func erase(_ noun: Noun, _ id: Int64, in transaction: any Transaction) throws {
    switch noun {
    case .termination: try transaction.terminations.erase(Identifier(rawValue: id))
    case .pledge:
      try transaction.pledges.erase(Identifier(rawValue: id), of: sample.boycotts[1].id, leaving: sample.mark)
    case .incident: try transaction.incidents.erase(Identifier(rawValue: id))
    }
  }

  @Test("an erased record is gone with its slug and its tag, and the others stay", arguments: Noun.allCases)
  func erased(noun: Noun) throws {
    try repository.write { transaction in
      for number in 0..<3 { try add(noun, 1_000 + Int64(number), number, length: 400, in: transaction) }
    }
    let traces = [
      ActionErasureTests.canary(1), Array("canary-1000001".utf8), try ActionErasureTests.tag(1).bytes,
    ]
    let before = try traces.count { try folder.holds($0) }
    #expect(before == (noun == .incident ? 1 : 2))
    try repository.write { try erase(noun, 1_001, in: $0) }
    #expect(try traces.count { try folder.holds($0) } == 0)
    #expect(try folder.holds(ActionErasureTests.canary(0)))
    #expect(try folder.holds(ActionErasureTests.canary(2)))
  }

  @Test("among many changes of every size none of the erased contents stays anywhere", arguments: Noun.allCases)
  func manyChanges(noun: Noun) throws {
    var state = 78 as UInt64
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var all: [(id: Int64, number: Int)] = []
    for round in 0..<4 {
      // New identifiers fall between the old ones, so that pages are split and merged.
      let new = (0..<300).map { (id: Int64(random(below: 1 << 40)) + 1_000, number: round * 300 + $0) }
      try repository.write { transaction in
        for record in new.sorted(by: { $0.id < $1.id }) {
          try add(noun, record.id, record.number, length: random(below: 900), in: transaction)
        }
      }
      all += new
      var gone: [(id: Int64, number: Int)] = []
      all.removeAll { record in
        guard random(below: 3) == 0 else { return false }
        gone.append(record)
        return true
      }
      try repository.write { transaction in for record in gone { try erase(noun, record.id, in: transaction) } }
      let file = try folder.bytes("picket.db") + ((try? folder.bytes("picket.db-journal")) ?? Data())
      let left = gone.count { file.range(of: Data(ActionErasureTests.canary($0.number))) != nil }
      #expect(left == 0, "round \(round): \(left) of \(gone.count)")
      let there = all.count { file.range(of: Data(ActionErasureTests.canary($0.number))) != nil }
      #expect(there == all.count)
    }
  }
}
