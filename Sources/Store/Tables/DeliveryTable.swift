import Campaigns
import GRDB

struct DeliveryTable: DeliveryRepository {
  let database: Database

  func add(_ delivery: StoredDelivery, lines: [StoredLine]) throws {
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "the petition has a delivery \(delivery.number) already"),
      foreignKey: .gone("the delivery's petition")
    ) {
      try database.execute(
        sql: """
          INSERT INTO delivery (id, petition, number, delivered_on, size, manifest, counted, publication)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          delivery.id.rawValue, delivery.petition.rawValue, delivery.number, delivery.deliveredOn.daysSinceEpoch,
          delivery.size, delivery.manifest.databaseBlob, delivery.counted.databaseBlob,
          delivery.publication,
        ])
    }
    let statement = try database.cachedStatement(
      sql: "INSERT INTO delivery_line (delivery, number, hash, signer, contents) VALUES (?, ?, ?, ?, ?)")
    for line in lines {
      try statement.execute(
        arguments: [
          delivery.id.rawValue, line.number, line.hash.databaseBlob, line.signer?.bytes.databaseBlob,
          line.contents?.databaseBlob,
        ])
    }
  }

  func find(_ number: Int, of petition: Identifier<Petition>) throws -> StoredDelivery? {
    try deliveries("WHERE petition = ? AND number = ?", [petition.rawValue, number]).first
  }

  func all(of petition: Identifier<Petition>) throws -> [StoredDelivery] {
    try deliveries("WHERE petition = ? ORDER BY number", [petition.rawValue])
  }

  func forEachLine(of delivery: Identifier<StoredDelivery>, _ body: (StoredLine) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT number, hash, signer, contents FROM delivery_line WHERE delivery = ? ORDER BY number",
      arguments: [delivery.rawValue])
    while let row = try rows.next() {
      let signer: [UInt8]? = try row.optionalBytes("signer")
      try body(
        StoredLine(
          number: try row.value("number"), hash: try row.bytes("hash"), signer: signer.flatMap { BlindTag($0) },
          contents: try row.optionalBytes("contents")))
    }
  }

  func erase(_ signer: BlindTag) throws {
    try database.execute(
      sql: "UPDATE delivery_line SET signer = NULL, contents = NULL WHERE signer = ?",
      arguments: [signer.bytes.databaseBlob])
    if database.changesCount > 0 { try Traces.note(in: database) }
  }

  func add(_ claim: ClaimedTally) throws {
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "there is a claim \(claim.id) already"),
      foreignKey: .gone("the claim's petition")
    ) {
      try database.execute(
        sql: """
          INSERT INTO claim (id, petition, source, count, cohort, evidence, claimed_on) VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          claim.id.rawValue, claim.petition.rawValue, claim.source, claim.count, claim.cohort.code, claim.evidence,
          claim.claimedOn.daysSinceEpoch,
        ])
    }
  }

  func claims(for petition: Identifier<Petition>) throws -> [ClaimedTally] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM claim WHERE petition = ? ORDER BY id", arguments: [petition.rawValue]
    ).map { row in
      ClaimedTally(
        id: try row.identifier("id"), petition: petition, source: try row.value("source"),
        count: try row.value("count"), cohort: try Cohort(code: try row.value("cohort")),
        evidence: try row.value("evidence"), claimedOn: try row.day("claimed_on"))
    }
  }

  func add(_ response: Response) throws {
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "there is a response \(response.id) already"),
      foreignKey: .gone("the response's petition")
    ) {
      try database.execute(
        sql: "INSERT INTO response (id, petition, responded_on, summary, source) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          response.id.rawValue, response.petition.rawValue, response.respondedOn.daysSinceEpoch, response.summary,
          response.source,
        ])
    }
  }

  func responses(to petition: Identifier<Petition>) throws -> [Response] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM response WHERE petition = ? ORDER BY responded_on, id",
      arguments: [petition.rawValue]
    ).map { row in
      Response(
        id: try row.identifier("id"), petition: petition, respondedOn: try row.day("responded_on"),
        summary: try row.value("summary"), source: try row.value("source"))
    }
  }

  private func deliveries(_ clause: String, _ arguments: StatementArguments) throws -> [StoredDelivery] {
    try Row.fetchAll(database, sql: "SELECT * FROM delivery \(clause)", arguments: arguments).map { row in
      StoredDelivery(
        id: try row.identifier("id"), petition: try row.identifier("petition"), number: try row.value("number"),
        deliveredOn: try row.day("delivered_on"), size: try row.value("size"), manifest: try row.bytes("manifest"),
        counted: try row.bytes("counted"), publication: try row.value("publication"))
    }
  }
}
