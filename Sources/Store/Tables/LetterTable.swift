import Campaigns
import GRDB

struct LetterTable: LetterRepository {
  let database: Database

  func add(_ letter: Letter) throws {
    try translatingConstraints(
      unique: Refusal(
        .alreadyExists, "the petition has this text, or a version \(letter.version), in \(letter.language) already",
        hint: "picket letter list shows its versions"),
      foreignKey: .gone("the letter's petition")
    ) {
      try database.execute(
        sql: """
          INSERT INTO letter (id, petition, language, version, digest, text, added_on)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          letter.id.rawValue, letter.petition.rawValue, letter.language.description, letter.version,
          letter.digest.databaseBlob, letter.text, letter.addedOn.daysSinceEpoch,
        ])
    }
  }

  func find(_ id: Identifier<Letter>) throws -> Letter? {
    try letters("WHERE id = ?", [id.rawValue]).first
  }

  func all(of petition: Identifier<Petition>) throws -> [Letter] {
    try letters("WHERE petition = ? ORDER BY language, version", [petition.rawValue])
  }

  private func letters(_ clause: String, _ arguments: StatementArguments) throws -> [Letter] {
    try Row.fetchAll(database, sql: "SELECT * FROM letter \(clause)", arguments: arguments).map { row in
      let letter = try Letter(
        id: row.identifier("id"), petition: row.identifier("petition"),
        language: row.parsed("language", Language.init), version: row.value("version"), text: row.value("text"),
        addedOn: row.day("added_on"))
      guard try letter.digest == row.bytes("digest") else {
        throw Refusal(
          .altered, "the text of letter \(letter.id) is not the one that was signed",
          hint: "the database was changed by hand or is damaged; go on with your newest backup")
      }
      return letter
    }
  }
}
