import Campaigns

/// Two campaigns whose logs are empty.
struct LedgerGround {
  let campaign: Identifier<Campaign>
  let otherCampaign: Identifier<Campaign>

  /// Lays the ground in a repository.
  init(in repository: any Repository) throws {
    let campaigns = try ["fair-work", "cool-halls"].map { slug in
      Campaign(id: Identifier(on: Ground.day), slug: try Slug(slug), title: "Title", createdOn: Ground.day)
    }
    campaign = campaigns[0].id
    otherCampaign = campaigns[1].id
    try repository.write { transaction in for campaign in campaigns { try transaction.campaigns.add(campaign) } }
  }

  /// A leaf under this number, whose bytes are all the same.
  func leaf(_ number: Int64, _ byte: UInt8 = 1, of campaign: Identifier<Campaign>? = nil) -> QueuedLeaf {
    QueuedLeaf(id: Identifier(rawValue: number), campaign: campaign ?? self.campaign, bytes: leafBytes(byte))
  }

  /// A checkpoint over this many leaves.
  func checkpoint(_ size: Int, _ note: String = "a note") -> StoredCheckpoint {
    StoredCheckpoint(size: size, madeOn: Ground.day, note: Array(note.utf8))
  }
}

/// This many leaves as they stand in a block, all of one byte.
func leafBytes(_ byte: UInt8, _ count: Int = 1) -> [UInt8] {
  [UInt8](repeating: byte, count: 74 * count)
}

/// This many hashes as they stand in a block, all of one byte.
func hashBytes(_ byte: UInt8, _ count: Int = 1) -> [UInt8] {
  [UInt8](repeating: byte, count: 32 * count)
}
