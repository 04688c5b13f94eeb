import Campaigns
import GRDB

struct ToldApartTable: ToldApartRepository {
  let database: Database

  func tellApart(_ pair: SignaturePair, of petition: Identifier<Petition>) throws {
    for id in [pair.one, pair.other] {
      guard try SignatureTable(database: database).find(id, of: petition) != nil else {
        throw Refusal.gone("signature \(id)")
      }
    }
    try database.execute(
      sql: "INSERT INTO told_apart (one, other, petition) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      arguments: [pair.one.rawValue, pair.other.rawValue, petition.rawValue])
  }

  func all(of petition: Identifier<Petition>) throws -> Set<SignaturePair> {
    let rows = try Row.fetchAll(
      database, sql: "SELECT one, other FROM told_apart WHERE petition = ?", arguments: [petition.rawValue])
    return Set(try rows.compactMap { try SignaturePair($0.identifier("one"), $0.identifier("other")) })
  }
}
