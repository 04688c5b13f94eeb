import Campaigns
import Foundation
import GRDB

struct ChannelTable: ChannelRepository {
  let database: Database

  func keep(_ channel: Channel) throws {
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "there is a channel \(channel.name) already"),
      foreignKey: .gone("the channel's petition")
    ) {
      try database.execute(
        sql: """
          INSERT INTO channel (petition, name, closes_at) VALUES (?, ?, ?)
          ON CONFLICT (petition, name) DO UPDATE SET closes_at = excluded.closes_at
          """,
        arguments: [
          channel.petition.rawValue, channel.name.description, channel.closesAt.map { Int($0.timeIntervalSince1970) },
        ])
    }
  }

  func find(_ name: Slug, of petition: Identifier<Petition>) throws -> Channel? {
    try channels("WHERE petition = ? AND name = ?", [petition.rawValue, name.description]).first
  }

  func all(of petition: Identifier<Petition>) throws -> [Channel] {
    try channels("WHERE petition = ? ORDER BY name", [petition.rawValue])
  }

  private func channels(_ clause: String, _ arguments: StatementArguments) throws -> [Channel] {
    try Row.fetchAll(database, sql: "SELECT * FROM channel \(clause)", arguments: arguments).map { row in
      try Channel(
        petition: row.identifier("petition"), name: row.parsed("name", Slug.init),
        closesAt: (row.value("closes_at") as Int?).map { Date(timeIntervalSince1970: Double($0)) })
    }
  }
}
