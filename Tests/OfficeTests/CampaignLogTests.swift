import Campaigns
import Ledger
import Store
import Testing

@testable import Office

@Suite("Where a leaf stands")
struct CampaignLogTests {
  private let office: TemporaryOffice
  private let campaign: Identifier<Campaign>

  init() throws {
    office = try TemporaryOffice()
    campaign = try office.office.createCampaign("second", title: "Another").id
  }

  private func leaf(_ number: Int) -> LedgerLeaf {
    LedgerLeaf(
      kind: .signature, petition: Identifier(rawValue: 7), letter: nil,
      commitment: Commitment.of(.signature, Array("\(number)".utf8)))
  }

  /// Grows the log through checkpoints of these sizes; its own key is the first leaf that it takes in.
  private func grow(through sizes: [Int]) throws {
    let vault = try office.office.vault()
    var count = 0
    for size in sizes {
      let new = count..<size - 1
      let queued = try new.map { try office.queued(leaf($0), of: campaign) }
      try office.repository.write { transaction in
        try transaction.ledger.enqueue(queued)
        try CampaignLog(campaign: campaign, transaction: transaction).makeCheckpoint(vault)
      }
      count = size - 1
    }
  }

  @Test(
    "every leaf is found at its place in the tree, and none that is not there",
    arguments: [
      [2], [3], [2, 3, 4, 5, 6, 7, 8, 9, 10], [255], [256], [257], [255, 256, 257, 258], [257, 511, 512, 513], [600],
      [2, 600], [599, 600], [40, 41, 300, 301, 340, 600], [256, 512, 600], [100, 230, 231, 490, 600],
    ])
  func everyLeaf(sizes: [Int]) throws {
    try grow(through: sizes)
    let size = try #require(sizes.last)
    try office.repository.read { transaction in
      let log = CampaignLog(campaign: campaign, transaction: transaction)
      var leaves: [LedgerLeaf] = []
      try log.forEachLeaf { leaves.append($0) }
      #expect(leaves.count == size)
      for (place, leaf) in leaves.enumerated() {
        let found = try log.index(of: leaf.hash)
        #expect(found == place)
      }
      for number in size..<size + 200 {
        let found = try log.index(of: leaf(number).hash)
        #expect(found == nil)
      }
      for extreme in [UInt8.min, .max] {
        let hash = try #require(LedgerHash([UInt8](repeating: extreme, count: 32)))
        #expect(try log.index(of: hash) == nil)
      }
    }
  }

  @Test("a leaf that waits has no place yet, and neither has any in a log that has not begun")
  func waiting() throws {
    func place(of leaf: LedgerLeaf) throws -> Int? {
      try office.repository.read { try CampaignLog(campaign: campaign, transaction: $0).index(of: leaf.hash) }
    }
    #expect(try place(of: leaf(0)) == nil)
    try grow(through: [5])
    let late = leaf(100)
    let queued = try office.queued(late, of: campaign)
    try office.repository.write { try $0.ledger.enqueue([queued]) }
    #expect(try place(of: late) == nil)
    #expect(try place(of: leaf(0)) != nil)
  }
}
