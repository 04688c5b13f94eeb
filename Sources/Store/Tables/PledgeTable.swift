import Campaigns
import GRDB

struct PledgeTable: PledgeRepository {
  let database: Database

  func add(_ pledges: [SealedPledge]) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO pledge (cohort, stage, is_verified, if_others, terms, lapses_on, tag, contents, id, boycott)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for pledge in pledges {
      try translatingConstraints(unique: .pledged(pledge.id), foreignKey: .gone("the pledge's boycott")) {
        try statement.execute(arguments: columns(of: pledge) + [pledge.id.rawValue, pledge.boycott.rawValue])
      }
    }
  }

  func update(_ pledges: [SealedPledge]) throws {
    let statement = try database.cachedStatement(
      sql: """
        UPDATE pledge SET cohort = ?, stage = ?, is_verified = ?, if_others = ?, terms = ?, lapses_on = ?, tag = ?,
          contents = ?
        WHERE id = ? AND boycott = ?
        """)
    for pledge in pledges {
      try translatingConstraints(unique: .pledged(pledge.id)) {
        try statement.execute(arguments: columns(of: pledge) + [pledge.id.rawValue, pledge.boycott.rawValue])
      }
      guard database.changesCount == 1 else { throw Refusal.gone("pledge \(pledge.id)") }
    }
  }

  func erase(_ id: Identifier<Pledge>, of boycott: Identifier<Boycott>, leaving mark: BlindTag?) throws {
    try database.execute(
      sql: """
        UPDATE pledge SET stage = ?, tag = NULL, contents = NULL, mark = ?, if_others = NULL, lapses_on = NULL
        WHERE id = ? AND boycott = ? AND contents IS NOT NULL
        """,
      arguments: [Pledge.Stage.withdrawn.rawValue, mark?.bytes.databaseBlob, id.rawValue, boycott.rawValue])
    guard database.changesCount == 1 else { throw Refusal.gone("pledge \(id)") }
    try Traces.note(in: database)
  }

  func find(_ id: Identifier<Pledge>, of boycott: Identifier<Boycott>) throws -> SealedPledge? {
    try pledges("WHERE id = ? AND boycott = ?", [id.rawValue, boycott.rawValue]).first
  }

  func find(tagged tag: BlindTag, of boycott: Identifier<Boycott>) throws -> SealedPledge? {
    try pledges("WHERE boycott = ? AND tag = ?", [boycott.rawValue, tag.bytes.databaseBlob]).first
  }

  func forEachBatch(of boycott: Identifier<Boycott>, limit: Int, _ body: ([SealedPledge]) throws -> Void) throws {
    // Each batch is a query of its own, so that `body` may change what it was given.
    var last = Int64.min
    while true {
      let batch = try pledges("WHERE boycott = ? AND id > ? ORDER BY id LIMIT ?", [boycott.rawValue, last, limit])
      guard let end = batch.last else { return }
      try body(batch)
      guard batch.count == limit else { return }
      last = end.id.rawValue
    }
  }

  func taken(in range: ClosedRange<Identifier<Pledge>>) throws -> Set<Identifier<Pledge>> {
    let ids = try Int64.fetchAll(
      database, sql: "SELECT id FROM pledge WHERE id BETWEEN ? AND ?",
      arguments: [range.lowerBound.rawValue, range.upperBound.rawValue])
    return Set(ids.map(Identifier.init(rawValue:)))
  }

  func groups(of boycott: Identifier<Boycott>) throws -> [PledgeGroup] {
    // A cursor: where everybody waits for another number there are as many groups as pledges.
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT cohort, stage, is_verified, if_others, terms, lapses_on, count(*) AS many FROM pledge WHERE boycott = ?
        GROUP BY cohort, stage, is_verified, if_others, terms, lapses_on
        """,
      arguments: [boycott.rawValue])
    var groups: [PledgeGroup] = []
    while let row = try rows.next() {
      groups.append(
        PledgeGroup(
          cohort: try Cohort(code: row.value("cohort")), stage: try row.stage(),
          isVerified: try row.value("is_verified"), ifOthers: try row.value("if_others"),
          terms: try row.value("terms"), lapsesOn: try row.optionalDay("lapses_on"), count: try row.value("many")))
    }
    return groups
  }

  func marks(of boycott: Identifier<Boycott>) throws -> Set<BlindTag> {
    let rows = try Row.fetchAll(
      database, sql: "SELECT mark FROM pledge WHERE boycott = ? AND mark IS NOT NULL", arguments: [boycott.rawValue])
    return Set(try rows.compactMap { try BlindTag($0.bytes("mark")) })
  }

  func lift(_ mark: BlindTag, of boycott: Identifier<Boycott>) throws {
    try database.execute(
      sql: "UPDATE pledge SET mark = NULL WHERE boycott = ? AND mark = ?",
      arguments: [boycott.rawValue, mark.bytes.databaseBlob])
  }

  private func columns(of pledge: SealedPledge) -> StatementArguments {
    [
      pledge.cohort.code, pledge.stage.rawValue, pledge.isVerified, pledge.ifOthers, pledge.terms,
      pledge.lapsesOn?.daysSinceEpoch, pledge.tag?.bytes.databaseBlob, pledge.contents?.databaseBlob,
    ]
  }

  private func pledges(_ clause: String, _ arguments: StatementArguments) throws -> [SealedPledge] {
    let statement = try database.cachedStatement(sql: "SELECT * FROM pledge \(clause)")
    return try Row.fetchAll(statement, arguments: arguments).map { row in
      try SealedPledge(
        id: row.identifier("id"), boycott: row.identifier("boycott"), cohort: Cohort(code: row.value("cohort")),
        stage: row.stage(), isVerified: row.value("is_verified"), ifOthers: row.value("if_others"),
        terms: row.value("terms"), lapsesOn: row.optionalDay("lapses_on"),
        tag: row.optionalBytes("tag").flatMap { BlindTag($0) }, contents: row.optionalBytes("contents"))
    }
  }
}

extension Row {
  /// Where a pledge stands.
  fileprivate func stage() throws -> Pledge.Stage {
    guard let stage = Pledge.Stage(rawValue: try value("stage")) else {
      throw Refusal.unreadable("where a pledge stands")
    }
    return stage
  }
}

extension Refusal {
  /// An identifier, or an address, that another pledge of the boycott has.
  fileprivate static func pledged(_ id: Identifier<Pledge>) -> Refusal {
    Refusal(.alreadyExists, "pledge \(id) claims an address that another pledge has")
  }
}
