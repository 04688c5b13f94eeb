import Campaigns
import GRDB

/// The tallies, kept in step with the signatures by `SignatureTable`.
struct TallyTable {
  let database: Database

  func tally(of petition: Identifier<Petition>) throws -> PetitionTally {
    let rows = try Row.fetchAll(
      database, sql: "SELECT * FROM tally WHERE petition = ?", arguments: [petition.rawValue])
    var tally = PetitionTally()
    for row in rows {
      var part = Tally()
      part.pending = try row.value("pending")
      part.verified = try row.value("verified")
      part.withdrawnBeforeDelivery = try row.value("withdrawn_before_delivery")
      part.withdrawnAfterDelivery = try row.value("withdrawn_after_delivery")
      part.invalidated = try row.value("invalidated")
      part.held = try row.value("held")
      tally.byCohort[try Cohort(code: row.value("cohort"))] = part
    }
    for row in try Row.fetchAll(
      database, sql: "SELECT cohort, sum(count) AS claimed FROM claim WHERE petition = ? GROUP BY cohort",
      arguments: [petition.rawValue])
    {
      tally.byCohort[try Cohort(code: try row.value("cohort")), default: Tally()].claimed = try row.value("claimed")
    }
    return tally
  }

  /// Adds the change's figures, which may be negative, to the petition's tally.
  func add(_ change: PetitionTally, to petition: Identifier<Petition>) throws {
    for (cohort, part) in change.byCohort where part != Tally() {
      try database.execute(
        sql: "INSERT OR IGNORE INTO tally (petition, cohort) VALUES (?, ?)",
        arguments: [petition.rawValue, cohort.code])
      try database.execute(
        sql: """
          UPDATE tally SET pending = pending + ?, verified = verified + ?,
            withdrawn_before_delivery = withdrawn_before_delivery + ?,
            withdrawn_after_delivery = withdrawn_after_delivery + ?,
            invalidated = invalidated + ?, held = held + ?
          WHERE petition = ? AND cohort = ?
          """,
        arguments: [
          part.pending, part.verified, part.withdrawnBeforeDelivery, part.withdrawnAfterDelivery,
          part.invalidated, part.held, petition.rawValue, cohort.code,
        ])
    }
  }
}
