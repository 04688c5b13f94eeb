import Campaigns
import Foundation
import GRDB
import Migrations
import RepositoryConformance
import Testing

@testable import Store

@Suite("What becomes of older databases that know no reveals, boycotts, terminations and incidents")
struct ActionMigrationTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// A petition as an earlier Picket left it, and what has to become of it.
  private struct Older {
    let slug: String
    let threshold: Int?
    /// Its verified signatures, cohort by cohort.
    let verified: [Int]
    let publications: Int
    let revealedAt: Int?
  }

  private static let petitions = [
    Older(slug: "a-reached", threshold: 10, verified: [6, 4], publications: 1, revealedAt: 10),
    Older(slug: "b-above", threshold: 10, verified: [2, 3, 6, 0, 8], publications: 3, revealedAt: 19),
    Older(slug: "c-one-short", threshold: 10, verified: [6, 3], publications: 2, revealedAt: nil),
    Older(slug: "d-unpublished", threshold: 10, verified: [6, 4], publications: 0, revealedAt: nil),
    Older(slug: "e-no-threshold", threshold: nil, verified: [6, 4], publications: 1, revealedAt: nil),
    Older(slug: "f-nobody", threshold: 1, verified: [], publications: 1, revealedAt: nil),
    Older(slug: "g-none-verified", threshold: 1, verified: [0, 0], publications: 1, revealedAt: nil),
    Older(slug: "h-first", threshold: 1, verified: [0, 1], publications: 1, revealedAt: 1),
  ]

  /// Writes a database as it was when only so many steps were known.
  private func makeOlder(steps: Int) throws {
    let database = try folder.byHand()
    var migrator = DatabaseMigrator()
    for step in Migrations.steps.prefix(steps) {
      migrator.registerMigration(step.name, foreignKeyChecks: .immediate) { try $0.execute(sql: step.sql) }
    }
    try migrator.migrate(database)
    try database.write { database in
      try database.execute(
        sql: """
          INSERT INTO vault VALUES (1, zeroblob(16));
          INSERT INTO campaign VALUES (1, 'fair-work', 'Fair work', 20000);
          INSERT INTO target VALUES (2, 'acme', 'Acme', 'company');
          """)
      for (number, petition) in ActionMigrationTests.petitions.enumerated() {
        let id = 10 + number
        try database.execute(
          sql: """
            INSERT INTO petition (id, slug, campaign, target, title, language, cohort, reveal_threshold, state,
              created_on)
            VALUES (?, ?, 1, 2, 'Title', 'en', 0, ?, 'open', 20000)
            """,
          arguments: [id, petition.slug, petition.threshold])
        for (cohort, verified) in petition.verified.enumerated() {
          try database.execute(
            sql: "INSERT INTO tally (petition, cohort, pending, verified, held) VALUES (?, ?, 50, ?, 50)",
            arguments: [id, cohort, verified])
        }
        for publication in 0..<petition.publications {
          try database.execute(
            sql: "INSERT INTO publication VALUES (?, ?, ?, 20000, x'01')",
            arguments: [100 * id + publication, id, publication + 1])
        }
      }
    }
    try database.close()
  }

  @Test("a petition that has shown its names stays revealed, and no other is", arguments: [1, 2])
  func reveals(steps: Int) throws {
    try makeOlder(steps: steps)
    let found = try SQLiteRepository(at: folder.path("picket.db")).read { try $0.petitions.all() }
    #expect(found.map(\.slug.description) == ActionMigrationTests.petitions.map(\.slug))
    for (petition, expected) in zip(found, ActionMigrationTests.petitions) {
      #expect(petition.revealedAt == expected.revealedAt, "\(expected.slug)")
      #expect(petition.revealThreshold == expected.threshold, "\(expected.slug)")
      #expect(
        petition.isRevealed == (expected.revealedAt != nil || expected.threshold == nil), "\(expected.slug)")
    }
  }

  @Test("what is confirmed after the step is not undone by opening the database again")
  func once() throws {
    try makeOlder(steps: 2)
    var petition = try #require(
      try SQLiteRepository(at: folder.path("picket.db")).read { try $0.petitions.find(try Slug("d-unpublished")) })
    try petition.reveal(at: 11)
    try SQLiteRepository(at: folder.path("picket.db")).write { try $0.petitions.update(petition) }
    let again = try SQLiteRepository(at: folder.path("picket.db"))
    #expect(try again.read { try $0.petitions.find(petition.slug) } == petition)
  }

  @Test(
    "the petition of a fixture is revealed where its names were out: with the verified signatures of its day",
    arguments: [("m0001-first", 5), ("m0002-ledger", 8)])
  func fixtures(step: String, verified: Int) throws {
    for (threshold, revealedAt) in [(verified, verified), (verified + 1, nil)] {
      let name = "\(threshold).db"
      try folder.put(Data(contentsOf: FixtureTests.fixture(of: step)), as: name)
      let hand = try folder.byHand(name)
      try hand.write { database in
        try database.execute(sql: "UPDATE petition SET reveal_threshold = ? WHERE id = 3", arguments: [threshold])
      }
      try hand.close()
      let repository = try SQLiteRepository(at: folder.path(name))
      let petition = try #require(try repository.read { try $0.petitions.find(Sample().petition.slug) })
      #expect(petition.revealedAt == revealedAt)
      #expect(try repository.read { try $0.petitions.tally(of: petition.id).total.verified } == verified)
    }
  }

  @Test(
    "a database of an older schema has nothing of what is new, and takes it",
    arguments: ["m0001-first", "m0002-ledger"])
  func empty(step: String) throws {
    try folder.put(Data(contentsOf: FixtureTests.fixture(of: step)), as: "picket.db")
    let repository = try SQLiteRepository(at: folder.path("picket.db"))
    let actions = try ActionSample()
    let (campaign, boycott) = (actions.sample.campaign.id, actions.boycotts[0].id)
    try repository.read { transaction in
      // The petition of the fixture has a publication and too few verified signatures.
      let petitions = try transaction.petitions.all()
      #expect(petitions.map(\.revealedAt) == [nil, nil])
      #expect(try transaction.demands.responses(in: campaign) == [])
      #expect(try transaction.terminations.all(of: campaign) == [])
      #expect(try transaction.terminations.slugs() == [])
      #expect(try transaction.boycotts.all() == [])
      #expect(try transaction.incidents.all(of: campaign) == [])
    }
    try actions.add(to: repository)
    try repository.readEverything()
    try repository.read { transaction in
      let boycotts = try transaction.boycotts.all()
      #expect(boycotts == actions.boycotts)
      #expect(try transaction.boycotts.events(of: boycott) == actions.events)
      #expect(try transaction.demands.responses(in: campaign) == actions.responses)
      #expect(try transaction.terminations.all(of: campaign) == actions.terminations)
      #expect(try transaction.incidents.all(of: campaign) == actions.incidents)
    }
  }
}
