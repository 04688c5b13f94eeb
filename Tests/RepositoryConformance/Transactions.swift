import Campaigns
import Foundation

extension ConformanceCase {
  static let transactions = [
    ConformanceCase("a write that throws changes nothing, and its error comes out as it is") { repository in
      struct Interruption: Error {}
      let ground = try Ground(in: repository)
      do {
        try repository.write { transaction in
          try transaction.signatures.add(ground.signatures(50))
          try transaction.letters.add(try Ground.letter(ground.petition, version: 2, "Dear all,\n"))
          try transaction.vault.add(
            KeySlotRecord(number: 9, kind: .passphrase, addedOn: Ground.day, parameters: [], wrappedKey: [1]))
          throw Interruption()
        }
        throw Nonconformance("the error was lost", #fileID, #line)
      } catch is Interruption {}
      try repository.read { transaction in
        try requireEqual(try transaction.letters.all(of: ground.petition.id), [ground.letter])
        try requireEqual(try transaction.petitions.tally(of: ground.petition.id).total, Tally())
        try requireEqual(try standing(of: ground.petition.id, in: transaction), [])
        try requireEqual(try transaction.vault.record(), vault)
      }
    },

    ConformanceCase("a write sees its own changes, and a later read sees them all") { repository in
      let ground = try Ground(in: repository)
      let new = ground.signatures(3)
      try repository.write { transaction in
        try transaction.signatures.add(new)
        try requireEqual(try standing(of: ground.petition.id, in: transaction), new)
        try requireEqual(try transaction.petitions.tally(of: ground.petition.id).total.pending, 3)
      }
      try repository.read { try requireEqual(try standing(of: ground.petition.id, in: $0), new) }
    },

    ConformanceCase("a read refuses every write and stays usable") { repository in
      let ground = try Ground(in: repository)
      let extra = Campaign(
        id: Identifier(on: Ground.day), slug: try Slug("extra"), title: "Extra", createdOn: Ground.day)
      try requireRefusal(.readOnly) { try repository.read { try $0.campaigns.add(extra) } }
      try requireRefusal(.readOnly) { try repository.read { try $0.petitions.update(ground.petition) } }
      try requireRefusal(.readOnly) { try repository.read { try $0.signatures.add([ground.signature()]) } }
      try requireEqual(try repository.read { try $0.campaigns.all() }, [ground.campaign])
      try repository.write { try $0.campaigns.add(extra) }
      try requireEqual(try repository.read { try $0.campaigns.find(extra.slug) }, extra)
    },

    ConformanceCase("what the body returns is returned") { repository in
      try requireEqual(try repository.read { _ in 7 }, 7)
      try requireEqual(try repository.write { _ in "seven" }, "seven")
    },

    ConformanceCase("after a refused write the next one works") { repository in
      let ground = try Ground(in: repository)
      try repository.requireRefusedWrite(.alreadyExists) { try $0.campaigns.add(ground.campaign) }
      try repository.write { try $0.signatures.add([ground.signature()]) }
      try requireEqual(try repository.read { try $0.petitions.tally(of: ground.petition.id).total.pending }, 1)
    },

    ConformanceCase("writers from many threads come one after the other and none is lost") { repository in
      let ground = try Ground(in: repository)
      let failures = Failures()
      DispatchQueue.concurrentPerform(iterations: 12) { _ in
        failures.collect {
          try repository.write { transaction in
            let before = try transaction.petitions.tally(of: ground.petition.id).total.pending
            try transaction.signatures.add([ground.signature()])
            try requireEqual(try transaction.petitions.tally(of: ground.petition.id).total.pending, before + 1)
          }
        }
      }
      try failures.throwFirst()
      try requireEqual(try repository.read { try $0.petitions.tally(of: ground.petition.id).total.pending }, 12)
    },
  ]
}

/// The petition's signatures, in the order of their identifiers.
func standing(
  of petition: Identifier<Petition>, in transaction: any Transaction
) throws -> [SealedSignature] {
  var all: [SealedSignature] = []
  try transaction.signatures.forEachBatch(of: petition, origin: nil, limit: 1_000) { all += $0 }
  return all
}

/// What went wrong on several threads.
private final class Failures: @unchecked Sendable {
  private let lock = NSLock()
  private var errors: [any Error] = []

  func collect(_ work: () throws -> Void) {
    do {
      try work()
    } catch {
      lock.withLock { errors.append(error) }
    }
  }

  func throwFirst() throws {
    if let first = lock.withLock({ errors.first }) { throw first }
  }
}
