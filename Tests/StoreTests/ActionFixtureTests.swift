import Campaigns
import Foundation
import RepositoryConformance
import Testing

@testable import Store

@Suite("Databases with the first boycotts, terminations and incidents")
struct ActionFixtureTests {
  @Test("a database of the third schema opens, and what people did is read as it was written")
  func third() throws {
    let folder = try Folder()
    try folder.put(Data(contentsOf: FixtureTests.fixture(of: "m0003-actions")), as: "picket.db")
    let repository = try SQLiteRepository(at: folder.path("picket.db"))
    let expected = try ActionFixture()
    let actions = expected.actions
    let campaign = actions.sample.campaign.id
    let boycott = actions.boycotts[0].id
    try repository.read { transaction in
      #expect(try transaction.targets.all() == [actions.sample.target, actions.secondTarget])
      #expect(try transaction.petitions.find(expected.revealed.slug) == expected.revealed)
      #expect(try transaction.demands.responses(in: campaign) == actions.responses)
      #expect(try transaction.terminations.all(of: campaign) == actions.terminations)
      #expect(try transaction.boycotts.all() == actions.boycotts)
      #expect(try transaction.boycotts.listings(of: boycott) == actions.listings)
      #expect(try transaction.boycotts.notes(of: boycott) == actions.notes)
      #expect(try transaction.boycotts.events(of: boycott) == actions.events)
      var pledges: [SealedPledge] = []
      try transaction.pledges.forEachBatch(of: boycott, limit: 4) { pledges += $0 }
      #expect(try pledges == actions.pledges.dropLast() + [#require(actions.erased)])
      #expect(try transaction.pledges.groups(of: boycott).map(\.count) == Array(repeating: 1, count: pledges.count))
      #expect(try transaction.pledges.marks(of: boycott) == [actions.mark])
      #expect(try transaction.incidents.all(of: campaign) == actions.incidents)
      // The sheets of the older fixtures are in it too; their own tests say what is in them.
      #expect(try transaction.signatures.erasures(of: expected.revealed.id) == [expected.ledger.first.erasure])
      #expect(try transaction.deliveries.all(of: expected.revealed.id) == [expected.ledger.delivery])
    }
    let event = BoycottEvent(
      id: Identifier(rawValue: 1), boycott: boycott, kind: .suspended, day: Sample.day, text: "")
    try repository.write { try $0.boycotts.add(event) }
    #expect(try repository.read { try $0.boycotts.events(of: boycott) } == actions.events + [event])
  }
}

/// What the fixture of the third schema holds: what the second has, and one of everything new.
struct ActionFixture {
  let ledger: LedgerFixture
  let actions: ActionSample
  let revealed: Petition

  init() throws {
    ledger = try LedgerFixture()
    actions = try ActionSample()
    var petition = ledger.first.sample.petition
    try petition.reveal(at: 12)
    revealed = petition
  }

  func add(to repository: any Repository) throws {
    try ledger.add(to: repository)
    try actions.add(to: repository)
    try repository.write { try $0.petitions.update(revealed) }
  }
}
