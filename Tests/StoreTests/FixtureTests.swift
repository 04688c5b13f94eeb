import Campaigns
import Foundation
import GRDB
import Migrations
import RepositoryConformance
import Testing

@testable import Store

@Suite("Databases of earlier versions")
struct FixtureTests {
  /// The database that was written when the step was the newest one.
  static func fixture(of step: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/schema-\(step.prefix(5)).db")
  }

  /// Whether the fixture of the step is asked for, is not there, and would get the schema of this step and of no
  /// later one. Under a later step a writer would put that one's schema under this one's name.
  static func isToBeWritten(_ step: String) -> Bool {
    ProcessInfo.processInfo.environment["PICKET_WRITE_FIXTURE"] != nil && Migrations.steps.last?.name == step
      && !FileManager.default.fileExists(atPath: fixture(of: step).path)
  }

  @Test("each step has its fixture, which had this step last", arguments: Migrations.steps.indices)
  func steps(place: Int) throws {
    let folder = try Folder()
    try folder.put(Data(contentsOf: FixtureTests.fixture(of: Migrations.steps[place].name)), as: "picket.db")
    let applied = try folder.byHand().read { try String.fetchAll($0, sql: "SELECT * FROM grdb_migrations") }
    #expect(applied == Migrations.steps[...place].map(\.name))
  }

  @Test(
    "a database of each step has, once it was opened, the schema of a new one", arguments: Migrations.steps.indices)
  func sameSchema(place: Int) throws {
    let folder = try Folder()
    try folder.makeDatabase("new.db")
    try folder.put(Data(contentsOf: FixtureTests.fixture(of: Migrations.steps[place].name)), as: "picket.db")
    _ = try SQLiteRepository(at: folder.path("picket.db"))
    #expect(try FixtureTests.schema(of: folder.byHand()) == FixtureTests.schema(of: folder.byHand("new.db")))
  }

  /// All that the database was told to be, word by word.
  private static func schema(of database: DatabaseQueue) throws -> [String] {
    try database.read {
      try String.fetchAll($0, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
    }
  }

  @Test("a database of the first schema opens, and everything in it is read as it was written")
  func first() throws {
    let folder = try Folder()
    try folder.put(Data(contentsOf: FixtureTests.fixture(of: "m0001-first")), as: "picket.db")
    let repository = try SQLiteRepository(at: folder.path("picket.db"))
    let expected = try FirstFixture()
    let petition = expected.sample.petition.id
    try repository.read { transaction in
      #expect(try transaction.campaigns.all() == [expected.sample.campaign])
      #expect(try transaction.targets.all() == [expected.sample.target])
      #expect(try transaction.demands.all(of: expected.sample.campaign.id) == expected.demands)
      #expect(try transaction.petitions.all() == [expected.draft, expected.sample.petition])
      #expect(try transaction.letters.all(of: petition) == [expected.sample.letter, expected.secondLetter])
      #expect(try transaction.imports.all(of: petition) == [expected.report])
      #expect(try transaction.publications.newest(of: petition) == expected.publication)
      #expect(try transaction.vault.record() == ConformanceCase.vault)
      #expect(try transaction.signatures.marks(of: petition) == [expected.mark])
      #expect(try transaction.signatures.erasure(of: expected.erasure.signature, of: petition) == expected.erasure)
      var signatures: [SealedSignature] = []
      try transaction.signatures.forEachBatch(of: petition, origin: nil, limit: 4) { signatures += $0 }
      #expect(signatures == Array(expected.signatures.dropLast()))
      #expect(try transaction.petitions.tally(of: petition) == expected.tally)
    }
    try repository.write { try $0.signatures.add(expected.sample.signatures(1, from: 77) { _ in [1] }) }
    #expect(try repository.signatureCount() == expected.signatures.count)
  }

  @Test("a database of the first schema gets an empty ledger, and its signatures commit to nothing")
  func firstWithoutLedger() throws {
    let folder = try Folder()
    try folder.put(Data(contentsOf: FixtureTests.fixture(of: "m0001-first")), as: "picket.db")
    let repository = try SQLiteRepository(at: folder.path("picket.db"))
    let expected = try FirstFixture()
    let petition = expected.sample.petition.id
    try repository.read { transaction in
      #expect(try transaction.ledger.size(of: expected.sample.campaign.id) == nil)
      #expect(try transaction.ledger.queueCount(of: expected.sample.campaign.id) == 0)
      #expect(try transaction.ledger.checkpoints(of: expected.sample.campaign.id).isEmpty)
      #expect(try transaction.deliveries.all(of: petition).isEmpty)
      #expect(try transaction.deliveries.claims(for: petition).isEmpty)
      #expect(try transaction.deliveries.responses(to: petition).isEmpty)
      var commitments: [Bytes32?] = []
      try transaction.signatures.forEachBatch(of: petition, origin: nil, limit: 4) {
        commitments += $0.map(\.commitment)
      }
      #expect(commitments == Array(repeating: nil, count: expected.signatures.count - 1))
    }
    let applied = try folder.byHand().read { try String.fetchAll($0, sql: "SELECT * FROM grdb_migrations") }
    #expect(applied == Migrations.steps.map(\.name))
  }
}

/// What the fixture of the first schema holds. The sealed contents are fakes.
struct FirstFixture {
  let sample: Sample
  let draft: Petition
  let demands: [Demand]
  let secondLetter: Letter
  let report: SealedImport
  let publication: SealedPublication
  /// The last one was erased.
  let signatures: [SealedSignature]
  let mark: BlindTag
  let erasure: Erasure

  init() throws {
    sample = try Sample()
    let day = Sample.day
    let petition = sample.petition.id
    draft = Petition(
      id: Identifier(rawValue: 30), slug: try Slug("cool-halls"), campaign: sample.campaign.id,
      target: sample.target.id, title: "Kühle Hallen", language: try Language("de"), createdOn: day)
    demands = [
      Demand(
        id: Identifier(rawValue: 40), campaign: sample.campaign.id, target: sample.target.id, number: 1,
        text: "Shifts two weeks ahead"),
      Demand(
        id: Identifier(rawValue: 41), campaign: sample.campaign.id, target: sample.target.id, number: 2,
        text: "Paid breaks", state: .partlyMet, answeredOn: day, source: "https://acme.example/news"),
    ]
    secondLetter = Letter(
      id: Identifier(rawValue: 50), petition: petition, language: try Language("en"), version: 2,
      text: "Dear Acme, dear board,\n", addedOn: day)
    var counts = ImportReport.Counts()
    counts.rows = 6
    counts.added = 3
    counts.duplicates = 1
    counts.sharedAddress = 1
    counts.rejected = 1
    report = SealedImport(
      id: Identifier(rawValue: 60), petition: petition, importedOn: day, counts: counts, undoneOn: nil,
      contents: Array("sealed import".utf8))
    publication = SealedPublication(
      id: Identifier(rawValue: 70), petition: petition, number: 1, publishedOn: day,
      contents: Array("sealed publication".utf8))
    let (letter, origin) = (sample.letter.id, report.id)
    signatures = Cohort.allCases.flatMap { cohort in
      Signature.State.allCases.map { (cohort, $0) }
    }.enumerated().map { number, kind in
      let standing: Signature.Standing = kind.1 == .verified && number % 2 == 0 ? .admitted : .sole
      let tag = BlindTag([UInt8](repeating: UInt8(number), count: 16))
      return SealedSignature(
        id: Identifier(rawValue: 1_000 + Int64(number)), petition: petition, letter: letter,
        origin: number % 3 == 0 ? origin : nil, signedOn: day, cohort: kind.0, state: kind.1, standing: standing,
        tag: number % 5 == 4 ? nil : tag, nameTag: standing == .admitted ? tag : nil,
        contents: Array("sealed signature \(number)".utf8))
    }
    mark = try #require(BlindTag(Array("a mark of 16 byt".utf8)))
    let gone = try #require(signatures.last)
    erasure = Erasure(
      signature: gone.id, petition: petition, cohort: gone.cohort, countedAs: .withdrawn, mark: mark)
  }

  /// What the petition's tally has to be.
  var tally: PetitionTally {
    var tally = PetitionTally()
    for signature in signatures.dropLast() { tally.count(signature.cohort, signature.state, signature.standing) }
    tally.count(erasure.cohort, .withdrawn, .sole)
    return tally
  }

  func add(to repository: any Repository) throws {
    try sample.add(to: repository)
    try repository.write { transaction in
      try transaction.petitions.add(draft)
      for demand in demands { try transaction.demands.add(demand) }
      try transaction.letters.add(secondLetter)
      try transaction.imports.add(report)
      try transaction.publications.add(publication)
      try transaction.signatures.add(signatures)
      try transaction.signatures.erase(leaving: erasure)
    }
  }
}
