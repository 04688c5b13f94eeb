import Campaigns

extension ConformanceCase {
  static let ledgerQueues = [
    ConformanceCase("a log begins with its first leaf, and has a size only from then on") { repository in
      let ground = try LedgerGround(in: repository)
      try requireEqual(try repository.read { try $0.ledger.size(of: ground.campaign) }, nil)
      try repository.write { try $0.ledger.enqueue([ground.leaf(7)]) }
      try requireEqual(try repository.read { try $0.ledger.size(of: ground.campaign) }, 0)
      try requireEqual(try repository.read { try $0.ledger.size(of: ground.otherCampaign) }, nil)
    },

    ConformanceCase("no leaves begin no log") { repository in
      let ground = try LedgerGround(in: repository)
      try repository.write { try $0.ledger.enqueue([]) }
      try requireEqual(try repository.read { try $0.ledger.size(of: ground.campaign) }, nil)
    },

    ConformanceCase("queued leaves come in the order of their identifiers, as they were given") { repository in
      let ground = try LedgerGround(in: repository)
      let leaves = [30, 10, 20].map { ground.leaf($0, UInt8($0)) }
      try repository.write { transaction in
        try transaction.ledger.enqueue(leaves)
        try transaction.ledger.enqueue([ground.leaf(15, 15)])
      }
      try requireEqual(
        try repository.read { try $0.ledger.queue(of: ground.campaign).leaves },
        leafBytes(10) + leafBytes(15) + leafBytes(20) + leafBytes(30))
    },

    ConformanceCase("each campaign has a queue of its own") { repository in
      let ground = try LedgerGround(in: repository)
      let others = [ground.leaf(2, 2, of: ground.otherCampaign), ground.leaf(3, 3, of: ground.otherCampaign)]
      try repository.write { try $0.ledger.enqueue([ground.leaf(1)] + others) }
      try repository.read { transaction in
        try requireEqual(try transaction.ledger.queue(of: ground.campaign).leaves, leafBytes(1))
        try requireEqual(try transaction.ledger.queue(of: ground.otherCampaign).leaves, leafBytes(2) + leafBytes(3))
        try requireEqual(try transaction.ledger.queueCount(of: ground.campaign), 1)
        try requireEqual(try transaction.ledger.queueCount(of: ground.otherCampaign), 2)
      }
    },

    ConformanceCase("where nothing waits the queue is empty") { repository in
      let ground = try LedgerGround(in: repository)
      try repository.read { transaction in
        try requireEqual(try transaction.ledger.queue(of: ground.campaign), LeafQueue())
        try requireEqual(try transaction.ledger.queueCount(of: ground.campaign), 0)
        try requireEqual(try transaction.ledger.oldestQueued(of: ground.campaign), nil)
        try requireEqual(try transaction.ledger.queueCount(of: nobody()), 0)
      }
    },

    ConformanceCase("the oldest queued leaf is the campaign's own of the earliest day") { repository in
      let ground = try LedgerGround(in: repository)
      func leaf(_ day: Int, _ campaign: Identifier<Campaign>) -> QueuedLeaf {
        let id = Identifier<QueuedLeaf>(on: CalendarDate(daysSinceEpoch: day))
        return QueuedLeaf(id: id, campaign: campaign, bytes: leafBytes(1))
      }
      try repository.write { transaction in
        try transaction.ledger.enqueue([20_002, 20_001, 20_003].map { leaf($0, ground.campaign) })
        try transaction.ledger.enqueue([leaf(19_000, ground.otherCampaign)])
      }
      try requireEqual(
        try repository.read { try $0.ledger.oldestQueued(of: ground.campaign) }, CalendarDate(daysSinceEpoch: 20_001))
    },

    ConformanceCase("a leaf's identifier is taken once, in whatever campaign") { repository in
      let ground = try LedgerGround(in: repository)
      try repository.write { try $0.ledger.enqueue([ground.leaf(1)]) }
      try repository.requireRefusedWrite(.alreadyExists) {
        try $0.ledger.enqueue([ground.leaf(2), ground.leaf(1, 9)])
      }
      try repository.requireRefusedWrite(.alreadyExists) {
        try $0.ledger.enqueue([ground.leaf(1, of: ground.otherCampaign)])
      }
      try repository.requireRefusedWrite(.alreadyExists) { try $0.ledger.enqueue([ground.leaf(3), ground.leaf(3)]) }
      try repository.read { transaction in
        try requireEqual(try transaction.ledger.queue(of: ground.campaign).leaves, leafBytes(1))
        try requireEqual(try transaction.ledger.size(of: ground.otherCampaign), nil)
      }
    },

    ConformanceCase("a leaf needs its campaign") { repository in
      let ground = try LedgerGround(in: repository)
      try repository.requireRefusedWrite(.notFound) {
        try $0.ledger.enqueue([ground.leaf(1), ground.leaf(2, of: nobody())])
      }
      try requireEqual(try repository.read { try $0.ledger.size(of: ground.campaign) }, nil)
    },
  ]
}
