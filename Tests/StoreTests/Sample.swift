import Campaigns
import Foundation
import GRDB
import RepositoryConformance
import Testing

@testable import Store

/// A made-up petition, as it stands in the databases of these tests.
struct Sample {
  static let day = CalendarDate(daysSinceEpoch: 20_000)

  let campaign: Campaign
  let target: Target
  let petition: Petition
  let letter: Letter

  init() throws {
    campaign = Campaign(
      id: Identifier(rawValue: 1), slug: try Slug("fair-work"), title: "Fair work", createdOn: Sample.day)
    target = Target(
      id: Identifier(rawValue: 2), slug: try Slug("acme"), name: "Acme", kind: .company,
      domains: [try MailDomain("acme.example")])
    petition = Petition(
      id: Identifier(rawValue: 3), slug: try Slug("fair-shifts"), campaign: campaign.id, target: target.id,
      title: "Fair shifts", language: try Language("en"), admits: [.employee, .alumni], goal: 100,
      revealThreshold: 10, closesAt: Date(timeIntervalSince1970: 1_800_000_000), state: .open,
      createdOn: Sample.day)
    letter = Letter(
      id: Identifier(rawValue: 4), petition: petition.id, language: try Language("en"), version: 1,
      text: "Dear Acme,\n", addedOn: Sample.day)
  }

  /// Adds it all to a repository.
  func add(to repository: any Repository) throws {
    try repository.write { transaction in
      try transaction.campaigns.add(campaign)
      try transaction.targets.add(target)
      try transaction.petitions.add(petition)
      try transaction.letters.add(letter)
    }
  }

  /// Signatures with ascending identifiers from `first` on, and these contents.
  func signatures(_ count: Int, from first: Int64 = 1_000, _ contents: (Int) -> [UInt8]) -> [SealedSignature] {
    (0..<count).map { number in
      SealedSignature(
        id: Identifier(rawValue: first + Int64(number)), petition: petition.id, letter: letter.id, origin: nil,
        signedOn: Sample.day, cohort: .employee, state: .pending, standing: .sole, tag: nil, nameTag: nil,
        contents: contents(number))
    }
  }
}

extension Folder {
  /// Creates a database with the sample and this many signatures in the folder.
  @discardableResult
  func makeDatabase(_ name: String = "picket.db", signatures: Int = 0) throws -> SQLiteRepository {
    try SQLiteRepository.create(at: path(name), vault: ConformanceCase.vault)
    let repository = try SQLiteRepository(at: path(name), patience: 0.2)
    let sample = try Sample()
    try sample.add(to: repository)
    try repository.write { transaction in
      try transaction.signatures.add(
        sample.signatures(signatures) { [UInt8](repeating: UInt8($0 % 251), count: 300) })
    }
    return repository
  }

  /// Opens a database of the folder as somebody would by hand.
  func byHand(_ name: String = "picket.db") throws -> DatabaseQueue {
    try DatabaseQueue(path: path(name))
  }
}

extension SQLiteRepository {
  /// How many signatures the sample's petition has.
  func signatureCount() throws -> Int {
    try read { transaction in
      var count = 0
      try transaction.signatures.forEachBatch(of: Sample().petition.id, origin: nil, limit: 100) { count += $0.count }
      return count
    }
  }

  /// Reads everything there is.
  func readEverything() throws {
    try read { transaction in
      _ = try transaction.campaigns.all()
      _ = try transaction.targets.all()
      for campaign in try transaction.campaigns.all() {
        _ = try transaction.demands.all(of: campaign.id)
        _ = try transaction.demands.responses(in: campaign.id)
        _ = try transaction.terminations.all(of: campaign.id)
        _ = try transaction.incidents.all(of: campaign.id)
        _ = try transaction.record.evidence(of: campaign.id)
        _ = try transaction.record.events(of: campaign.id).map { "\($0.at) \($0.at.utc) \($0.at.end)" }
      }
      _ = try transaction.terminations.slugs()
      for boycott in try transaction.boycotts.all() {
        _ = try transaction.boycotts.listings(of: boycott.id)
        _ = try transaction.boycotts.notes(of: boycott.id)
        _ = try transaction.boycotts.events(of: boycott.id)
        _ = try transaction.pledges.groups(of: boycott.id)
        _ = try transaction.pledges.marks(of: boycott.id)
        try transaction.pledges.forEachBatch(of: boycott.id, limit: 100) { _ in }
      }
      for statement in try transaction.statements.all() {
        let captures = try transaction.statements.captures(of: statement.id).map(\.capture)
        _ = RevisionHistory(of: captures)
        _ = captures.map { "\($0.observedAt) \($0.observedAt.utc) \($0.observedAt.end)" }
        for content in captures.compactMap(\.content) {
          _ = try transaction.statements.bytes(content.raw)
          _ = try transaction.statements.bytes(content.text)
        }
        _ = try transaction.statements.accounts(of: statement.id).map { "\($0.at?.description ?? "")" }
      }
      _ = try transaction.statements.captureCounts()
      for petition in try transaction.petitions.all() {
        _ = try transaction.signatures.verifiedByDay(of: petition.id)
        _ = try transaction.petitions.tally(of: petition.id)
        _ = try transaction.letters.all(of: petition.id)
        _ = try transaction.imports.all(of: petition.id)
        _ = try transaction.publications.newest(of: petition.id)
        _ = try transaction.signatures.marks(of: petition.id)
        try transaction.signatures.forEachBatch(of: petition.id, origin: nil, limit: 100) { _ in }
      }
      _ = try transaction.vault.record()
    }
  }
}
