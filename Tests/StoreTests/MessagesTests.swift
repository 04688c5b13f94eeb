import Campaigns
import GRDB
import RepositoryConformance
import Testing

@testable import Store

@Suite("Refusals of the store")
struct MessagesTests {
  private let folder: Folder
  private let repository: SQLiteRepository

  init() throws {
    folder = try Folder()
    repository = try folder.makeDatabase(signatures: 2)
  }

  private func texts(of refusal: Refusal?) -> String {
    "\(refusal?.message ?? "") \(refusal?.hint ?? "") \(refusal.map(String.init(describing:)) ?? "")"
  }

  @Test("a refused signature's refusal has its identifier, and none of what it holds")
  func signature() throws {
    let canary = Array("Zelda Canary".utf8)
    let tag = try #require(BlindTag(Array("zelda@canary.exa".utf8)))
    let sample = try Sample()
    let signature = SealedSignature(
      id: Identifier(rawValue: 1_000), petition: sample.petition.id, letter: sample.letter.id, origin: nil,
      signedOn: Sample.day, cohort: .employee, state: .pending, standing: .sole, tag: tag, nameTag: nil,
      contents: canary)
    let refusal = #expect(throws: Refusal.self) { try repository.write { try $0.signatures.add([signature]) } }
    #expect(refusal?.code == .alreadyExists)
    #expect(texts(of: refusal).contains(signature.id.description))
    #expect(!texts(of: refusal).lowercased().contains("zelda"))
    #expect(!texts(of: refusal).contains("signature ("))
  }

  @Test("what SQLite says of a statement does not come out: it can quote values")
  func sqliteTexts() throws {
    let refusal = try #require(
      #expect(throws: Refusal.self) {
        try repository.write { transaction in
          try (transaction as? SQLiteTransaction)?.database.execute(
            sql: "INSERT INTO nowhere (name) VALUES (?)", arguments: ["Zelda Canary"])
        }
      })
    #expect(refusal.code == .inputOutput)
    for word in ["Zelda", "nowhere", "INSERT", "no such table"] { #expect(!texts(of: refusal).contains(word)) }
  }

  @Test("an error of the body's own comes out as it is")
  func ownErrors() {
    struct Own: Error, Equatable { let number: Int }
    #expect(throws: Own(number: 7)) { try repository.read { _ in throw Own(number: 7) } }
    #expect(throws: Own(number: 8)) { try repository.write { _ in throw Own(number: 8) } }
  }

  @Test(
    "every refusal of a failing store says what it means, and which file",
    arguments: [
      (ResultCode.SQLITE_BUSY, Refusal.Code.busy), (.SQLITE_BUSY_SNAPSHOT, .busy), (.SQLITE_LOCKED, .busy),
      (.SQLITE_FULL, .diskFull), (.SQLITE_READONLY, .readOnly), (.SQLITE_READONLY_DIRECTORY, .readOnly),
      (.SQLITE_READONLY_ROLLBACK, .readOnly), (.SQLITE_PERM, .readOnly), (.SQLITE_NOTADB, .notADatabase),
      (.SQLITE_CORRUPT, .corrupt), (.SQLITE_CORRUPT_INDEX, .corrupt), (.SQLITE_CANTOPEN, .inputOutput),
      (.SQLITE_IOERR_READ, .inputOutput), (.SQLITE_NOMEM, .inputOutput), (.SQLITE_ERROR, .inputOutput),
    ])
  func codes(result: ResultCode, code: Refusal.Code) {
    let refusal = #expect(throws: Refusal.self) {
      try translatingFailures(of: "/tmp/x.db") { throw DatabaseError(resultCode: result, message: "Zelda Canary") }
    }
    #expect(refusal?.code == code)
    #expect(refusal?.message.contains("/tmp/x.db") == true)
    #expect(!texts(of: refusal).contains("Zelda"))
  }
}
