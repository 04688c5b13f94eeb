import Campaigns
import GRDB
import GRDBSQLite

/// Inserts signatures with one prepared statement, bound where the values stand: the hot path of an import.
struct SignatureInsertion {
  private let database: Database
  // Keeps the statement that `pointer` is of.
  private let statement: Statement
  private let pointer: OpaquePointer

  init(database: Database) throws {
    self.database = database
    statement = try database.cachedStatement(
      sql: """
        INSERT INTO signature (id, petition, letter, origin, signed_on, cohort, state, held, tag, name_tag,
          commitment, contents)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    pointer = statement.sqliteStatement
  }

  /// Inserts one.
  /// - Throws: as `SignatureRepository.add`.
  func insert(_ signature: SealedSignature) throws {
    sqlite3_bind_int64(pointer, 1, signature.id.rawValue)
    sqlite3_bind_int64(pointer, 2, signature.petition.rawValue)
    sqlite3_bind_int64(pointer, 3, signature.letter.rawValue)
    if let origin = signature.origin {
      sqlite3_bind_int64(pointer, 4, origin.rawValue)
    } else {
      sqlite3_bind_null(pointer, 4)
    }
    sqlite3_bind_int64(pointer, 5, Int64(signature.signedOn.daysSinceEpoch))
    sqlite3_bind_int64(pointer, 6, Int64(signature.cohort.code))
    sqlite3_bind_int64(pointer, 7, Int64(signature.state.rawValue))
    sqlite3_bind_int64(pointer, 8, Int64(signature.standing.rawValue))
    // The buffers are bound without a copy, so the step and the reset come before they move.
    let code = withBytes(of: signature.tag) { tag in
      bind(tag, at: 9)
      return withBytes(of: signature.nameTag) { nameTag in
        bind(nameTag, at: 10)
        return withBytes(of: signature.commitment) { commitment in
          bind(commitment, at: 11)
          return signature.contents.withUnsafeBytes { contents in
            bind(contents, at: 12)
            let code = sqlite3_step(pointer)
            let extended = code == SQLITE_DONE ? code : sqlite3_extended_errcode(database.sqliteConnection)
            sqlite3_reset(pointer)
            return extended
          }
        }
      }
    }
    guard code == SQLITE_DONE else {
      try translatingConstraints(
        unique: .addressTaken(signature.id), foreignKey: .gone("the signature's petition, letter or import")
      ) {
        throw DatabaseError(resultCode: ResultCode(rawValue: code))
      }
      return
    }
  }

  private func bind(_ bytes: UnsafeRawBufferPointer?, at index: Int32) {
    if let bytes {
      sqlite3_bind_blob(pointer, index, bytes.baseAddress, Int32(bytes.count), nil)
    } else {
      sqlite3_bind_null(pointer, index)
    }
  }

  private func withBytes<Value>(of tag: BlindTag?, _ body: (UnsafeRawBufferPointer?) -> Value) -> Value {
    guard let tag else { return body(nil) }
    return tag.withUnsafeBytes { body($0) }
  }

  private func withBytes<Value>(of hash: Bytes32?, _ body: (UnsafeRawBufferPointer?) -> Value) -> Value {
    guard let hash else { return body(nil) }
    return hash.withUnsafeBytes { body($0) }
  }
}
