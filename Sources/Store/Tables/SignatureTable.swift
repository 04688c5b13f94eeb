import Campaigns
import Foundation
import GRDB

struct SignatureTable: SignatureRepository {
  let database: Database

  func add(_ signatures: [SealedSignature]) throws {
    let insertion = try SignatureInsertion(database: database)
    try keepingTallies { changes in
      for signature in signatures {
        try insertion.insert(signature)
        changes[signature.petition, default: PetitionTally()]
          .count(signature.cohort, signature.state, signature.standing)
      }
    }
  }

  func update(_ signatures: [SealedSignature]) throws {
    let statement = try database.cachedStatement(
      sql: """
        UPDATE signature SET letter = ?, origin = ?, signed_on = ?, cohort = ?, state = ?, held = ?, tag = ?,
          name_tag = ?, commitment = ?, contents = ?
        WHERE id = ?
        """)
    try keepingTallies { changes in
      for signature in signatures {
        guard let old = try find(signature.id, of: signature.petition) else {
          throw Refusal.gone("signature \(signature.id)")
        }
        try translatingConstraints(
          unique: .addressTaken(signature.id), foreignKey: .gone("the signature's letter or import")
        ) {
          try statement.execute(
            arguments: [
              signature.letter.rawValue, signature.origin?.rawValue, signature.signedOn.daysSinceEpoch,
              signature.cohort.code, signature.state.rawValue, signature.standing.rawValue,
              signature.tag?.bytes.databaseBlob, signature.nameTag?.bytes.databaseBlob,
              signature.commitment?.bytes.databaseBlob, signature.contents.databaseBlob, signature.id.rawValue,
            ])
        }
        var change = changes[signature.petition, default: PetitionTally()]
        change.count(old.cohort, old.state, old.standing, -1)
        change.count(signature.cohort, signature.state, signature.standing)
        changes[signature.petition] = change
      }
    }
  }

  func erase(leaving erasure: Erasure) throws {
    guard let old = try find(erasure.signature, of: erasure.petition) else {
      throw Refusal.gone("signature \(erasure.signature)")
    }
    try database.execute(sql: "DELETE FROM signature WHERE id = ?", arguments: [erasure.signature.rawValue])
    try Traces.note(in: database)
    try database.execute(
      sql: "INSERT INTO erasure (signature, petition, cohort, counted_as, mark) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        erasure.signature.rawValue, erasure.petition.rawValue, erasure.cohort.code, erasure.countedAs?.rawValue,
        erasure.mark?.bytes.databaseBlob,
      ])
    var change = PetitionTally()
    change.count(old.cohort, old.state, old.standing, -1)
    if let state = erasure.countedAs { change.count(erasure.cohort, state, .sole) }
    try TallyTable(database: database).add(change, to: erasure.petition)
  }

  func find(_ id: Identifier<Signature>, of petition: Identifier<Petition>) throws -> SealedSignature? {
    try signatures("WHERE id = ? AND petition = ?", [id.rawValue, petition.rawValue]).first
  }

  func find(tagged tag: BlindTag, of petition: Identifier<Petition>) throws -> [SealedSignature] {
    // Two partial indexes serve these two halves; one condition over both would be served by neither.
    try signatures(
      "WHERE petition = ? AND tag = ? AND held = 0 AND tag IS NOT NULL",
      [petition.rawValue, tag.bytes.databaseBlob])
      + signatures(
        "WHERE petition = ? AND tag = ? AND held <> 0 AND tag IS NOT NULL ORDER BY id",
        [petition.rawValue, tag.bytes.databaseBlob])
  }

  func verifiedByDay(of petition: Identifier<Petition>) throws -> [CalendarDate: [Cohort: Int]] {
    var counts: [CalendarDate: [Cohort: Int]] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT signed_on, cohort, count(*) AS many FROM signature WHERE petition = ? AND state = ? AND held <> ?
        GROUP BY signed_on, cohort
        """,
      arguments: [
        petition.rawValue, Signature.State.verified.rawValue, Signature.Standing.held.rawValue,
      ])
    while let row = try rows.next() {
      counts[try row.day("signed_on"), default: [:]][try Cohort(code: try row.value("cohort"))] = try row.value(
        "many")
    }
    return counts
  }

  func taken(in range: ClosedRange<Identifier<Signature>>) throws -> Set<Identifier<Signature>> {
    let numbers = try Int64.fetchAll(
      database,
      sql: """
        SELECT id FROM signature WHERE id BETWEEN ?1 AND ?2
        UNION ALL SELECT signature FROM erasure WHERE signature BETWEEN ?1 AND ?2
        """,
      arguments: [range.lowerBound.rawValue, range.upperBound.rawValue])
    return Set(numbers.map(Identifier.init(rawValue:)))
  }

  func forEachBatch(
    of petition: Identifier<Petition>, origin: Identifier<ImportReport>?, limit: Int,
    _ body: ([SealedSignature]) throws -> Void
  ) throws {
    // Each batch is a query of its own, so that `body` may change what it was given.
    let ofOrigin = origin == nil ? "" : "AND origin = ?4"
    var last = Int64.min
    while true {
      var arguments: StatementArguments = [petition.rawValue, last, limit]
      if let origin { arguments += [origin.rawValue] }
      let batch = try signatures("WHERE petition = ?1 AND id > ?2 \(ofOrigin) ORDER BY id LIMIT ?3", arguments)
      guard let end = batch.last else { return }
      try body(batch)
      guard batch.count == limit else { return }
      last = end.id.rawValue
    }
  }

  func erasure(of id: Identifier<Signature>, of petition: Identifier<Petition>) throws -> Erasure? {
    try erasures("WHERE signature = ? AND petition = ?", [id.rawValue, petition.rawValue]).first
  }

  func erasures(of petition: Identifier<Petition>) throws -> [Erasure] {
    try erasures("WHERE petition = ? ORDER BY signature", [petition.rawValue])
  }

  func marks(of petition: Identifier<Petition>) throws -> Set<BlindTag> {
    let rows = try Row.fetchAll(
      database, sql: "SELECT mark FROM erasure WHERE petition = ? AND mark IS NOT NULL",
      arguments: [petition.rawValue])
    return Set(try rows.compactMap { try BlindTag($0.bytes("mark")) })
  }

  func lift(_ mark: BlindTag, of petition: Identifier<Petition>) throws {
    try database.execute(
      sql: "UPDATE erasure SET mark = NULL WHERE petition = ? AND mark = ?",
      arguments: [petition.rawValue, mark.bytes.databaseBlob])
  }

  /// Runs `body` and adds the changes that it counted to the tallies.
  ///
  /// Also where it throws: a transaction that goes on after a refusal keeps the rows that came before it.
  private func keepingTallies(_ body: (inout [Identifier<Petition>: PetitionTally]) throws -> Void) throws {
    var changes: [Identifier<Petition>: PetitionTally] = [:]
    func apply() throws {
      for (petition, change) in changes { try TallyTable(database: database).add(change, to: petition) }
    }
    do {
      try body(&changes)
    } catch {
      if database.isInsideTransaction { try apply() }
      throw error
    }
    try apply()
  }

  private func erasures(_ clause: String, _ arguments: StatementArguments) throws -> [Erasure] {
    try Row.fetchAll(database, sql: "SELECT * FROM erasure \(clause)", arguments: arguments).map { row in
      Erasure(
        signature: try row.identifier("signature"), petition: try row.identifier("petition"),
        cohort: try Cohort(code: try row.value("cohort")),
        countedAs: (try row.value("counted_as") as Int?).flatMap(Signature.State.init(rawValue:)),
        mark: try row.optionalBytes("mark").flatMap { BlindTag($0) })
    }
  }

  private func signatures(_ clause: String, _ arguments: StatementArguments) throws -> [SealedSignature] {
    let cursor = try SealedSignatureCursor(database: database, clause: clause, arguments: arguments)
    return try cursor.all()
  }
}

extension Refusal {
  /// An identifier, or a claim to an address, that another signature has.
  static func addressTaken(_ id: Identifier<Signature>) -> Refusal {
    Refusal(.alreadyExists, "signature \(id) claims an address that another signature has")
  }
}
