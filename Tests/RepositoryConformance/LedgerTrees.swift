import Campaigns

extension ConformanceCase {
  static let ledgerTrees = [
    ConformanceCase("a grown tree is found as it was given, with its checkpoint") { repository in
      let ground = try LedgerGround(in: repository)
      try repository.write { transaction in
        try transaction.ledger.enqueue([ground.leaf(1)])
        try transaction.ledger.grow(
          ground.campaign,
          leaves: [LedgerBlock(number: 0, bytes: leafBytes(1, 256)), LedgerBlock(number: 1, bytes: leafBytes(2, 3))],
          hashes: [
            LedgerBlock(number: 0, bytes: hashBytes(3, 256)), LedgerBlock(number: 1, bytes: hashBytes(4, 3)),
            LedgerBlock(level: 1, number: 0, bytes: hashBytes(5)),
          ], checkpoint: ground.checkpoint(259))
      }
      try repository.read { transaction in
        let ledger = transaction.ledger
        try requireEqual(try ledger.size(of: ground.campaign), 259)
        try requireEqual(try ledger.leaves(0, of: ground.campaign), leafBytes(1, 256))
        try requireEqual(try ledger.leaves(1, of: ground.campaign), leafBytes(2, 3))
        try requireEqual(try ledger.hashes(level: 0, 0, of: ground.campaign), hashBytes(3, 256))
        try requireEqual(try ledger.hashes(level: 0, 1, of: ground.campaign), hashBytes(4, 3))
        try requireEqual(try ledger.hashes(level: 1, 0, of: ground.campaign), hashBytes(5))
        try requireEqual(try ledger.newestCheckpoint(of: ground.campaign), ground.checkpoint(259))
      }
    },

    ConformanceCase("a block that was given again replaces the partial one, and the others stay") { repository in
      let ground = try LedgerGround(in: repository)
      try grow(repository, ground, to: 258, leaves: [(0, 256), (1, 2)], hashes: [(0, 256), (1, 2)], byte: 1)
      try grow(repository, ground, to: 300, leaves: [(1, 44)], hashes: [(1, 44)], byte: 2)
      try repository.read { transaction in
        try requireEqual(try blocks(of: ground.campaign, transaction), [leafBytes(1, 256), leafBytes(2, 44)])
        try requireEqual(try transaction.ledger.hashes(level: 0, 0, of: ground.campaign), hashBytes(1, 256))
        try requireEqual(try transaction.ledger.hashes(level: 0, 1, of: ground.campaign), hashBytes(2, 44))
        try requireEqual(try transaction.ledger.size(of: ground.campaign), 300)
      }
    },

    ConformanceCase("blocks of leaves come in the order of their numbers") { repository in
      let ground = try LedgerGround(in: repository)
      let numbers = [11, 2, 0, 10, 1]
      try repository.write { transaction in
        try transaction.ledger.enqueue([ground.leaf(1)])
        try transaction.ledger.grow(
          ground.campaign, leaves: numbers.map { LedgerBlock(number: $0, bytes: leafBytes(UInt8($0))) }, hashes: [],
          checkpoint: ground.checkpoint(5))
      }
      try repository.read { transaction in
        try requireEqual(
          try blocks(of: ground.campaign, transaction), numbers.sorted().map { leafBytes(UInt8($0)) })
      }
    },

    ConformanceCase("blocks that are not there are nil") { repository in
      let ground = try LedgerGround(in: repository)
      try grow(repository, ground, to: 2, leaves: [(0, 2)], hashes: [(0, 2)], byte: 1)
      try repository.read { transaction in
        try requireEqual(try transaction.ledger.leaves(1, of: ground.campaign), nil)
        try requireEqual(try transaction.ledger.leaves(0, of: ground.otherCampaign), nil)
        try requireEqual(try transaction.ledger.hashes(level: 0, 1, of: ground.campaign), nil)
        try requireEqual(try transaction.ledger.hashes(level: 1, 0, of: ground.campaign), nil)
        try requireEqual(try transaction.ledger.hashes(level: 0, 0, of: ground.otherCampaign), nil)
        try requireEqual(try blocks(of: ground.otherCampaign, transaction), [])
      }
    },

    ConformanceCase("the queue is empty once the tree has grown, and the other campaign's is not") { repository in
      let ground = try LedgerGround(in: repository)
      let other = ground.leaf(9, 9, of: ground.otherCampaign)
      try repository.write { try $0.ledger.enqueue([ground.leaf(1), ground.leaf(2), other]) }
      try grow(repository, ground, to: 2, leaves: [(0, 2)], hashes: [(0, 2)], byte: 1)
      try repository.read { transaction in
        try requireEqual(try transaction.ledger.queue(of: ground.campaign), LeafQueue())
        try requireEqual(try transaction.ledger.queue(of: ground.otherCampaign).leaves, leafBytes(9))
        try requireEqual(try transaction.ledger.size(of: ground.otherCampaign), 0)
      }
      // Its identifiers are free again: the queue forgets.
      try repository.write { try $0.ledger.enqueue([ground.leaf(1)]) }
      try requireEqual(try repository.read { try $0.ledger.size(of: ground.campaign) }, 2)
    },

    ConformanceCase("two campaigns' trees do not touch") { repository in
      let ground = try LedgerGround(in: repository)
      try grow(repository, ground, to: 2, leaves: [(0, 2)], hashes: [(0, 2)], byte: 1)
      try grow(repository, ground, ground.otherCampaign, to: 1, leaves: [(0, 1)], hashes: [(0, 1)], byte: 2)
      try repository.read { transaction in
        try requireEqual(try blocks(of: ground.campaign, transaction), [leafBytes(1, 2)])
        try requireEqual(try blocks(of: ground.otherCampaign, transaction), [leafBytes(2, 1)])
        try requireEqual(try transaction.ledger.hashes(level: 0, 0, of: ground.campaign), hashBytes(1, 2))
        try requireEqual(try transaction.ledger.hashes(level: 0, 0, of: ground.otherCampaign), hashBytes(2, 1))
        try requireEqual(try transaction.ledger.checkpointSizes(of: ground.campaign), [2])
        try requireEqual(try transaction.ledger.checkpointSizes(of: ground.otherCampaign), [1])
      }
    },

    ConformanceCase("a log that has not begun does not grow") { repository in
      let ground = try LedgerGround(in: repository)
      for campaign in [ground.campaign, nobody()] {
        try repository.requireRefusedWrite(.notFound) {
          try $0.ledger.grow(campaign, leaves: [], hashes: [], checkpoint: ground.checkpoint(1))
        }
      }
      try requireEqual(try repository.read { try $0.ledger.checkpoints(of: ground.campaign) }, [])
    },

    ConformanceCase("checkpoints come smallest first, and the newest is the largest") { repository in
      let ground = try LedgerGround(in: repository)
      try repository.read { transaction in
        try requireEqual(try transaction.ledger.newestCheckpoint(of: ground.campaign), nil)
        try requireEqual(try transaction.ledger.checkpointSizes(of: ground.campaign), [])
      }
      let checkpoints = [2, 9, 10, 100].map { ground.checkpoint($0, "note \($0)") }
      try repository.write { transaction in
        try transaction.ledger.enqueue([ground.leaf(1)])
        for checkpoint in checkpoints {
          try transaction.ledger.grow(ground.campaign, leaves: [], hashes: [], checkpoint: checkpoint)
        }
      }
      try repository.read { transaction in
        try requireEqual(try transaction.ledger.checkpoints(of: ground.campaign), checkpoints)
        try requireEqual(try transaction.ledger.checkpointSizes(of: ground.campaign), [2, 9, 10, 100])
        try requireEqual(try transaction.ledger.newestCheckpoint(of: ground.campaign), checkpoints[3])
        try requireEqual(try transaction.ledger.newestCheckpoint(of: ground.otherCampaign), nil)
      }
    },
  ]
}

/// Lets a tree grow by blocks, each given as its number and how many it holds.
private func grow(
  _ repository: any Repository, _ ground: LedgerGround, _ campaign: Identifier<Campaign>? = nil, to size: Int,
  leaves: [(Int, Int)], hashes: [(Int, Int)], byte: UInt8
) throws {
  let campaign = campaign ?? ground.campaign
  try repository.write { transaction in
    if try transaction.ledger.size(of: campaign) == nil {
      try transaction.ledger.enqueue([ground.leaf(Int64(size), of: campaign)])
    }
    try transaction.ledger.grow(
      campaign, leaves: leaves.map { LedgerBlock(number: $0.0, bytes: leafBytes(byte, $0.1)) },
      hashes: hashes.map { LedgerBlock(number: $0.0, bytes: hashBytes(byte, $0.1)) },
      checkpoint: ground.checkpoint(size))
  }
}

private func blocks(of campaign: Identifier<Campaign>, _ transaction: any Transaction) throws -> [[UInt8]] {
  var blocks: [[UInt8]] = []
  try transaction.ledger.forEachLeafBlock(of: campaign) { blocks.append($0) }
  return blocks
}
