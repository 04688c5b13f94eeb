import ArgumentParser
import Campaigns
import Foundation
import Logging
import Office
import Vault

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
  @Option(name: .customLong("db"), help: "The database. Else PICKET_DB, else picket.db here.", completion: .file())
  var file: String?

  @Flag(help: "Tell on standard error what is being done: steps and counts, never who signed.")
  var verbose = false

  /// The database's path.
  var path: String {
    file ?? ProcessInfo.processInfo.environment["PICKET_DB"].flatMap { $0.isEmpty ? nil : $0 } ?? "picket.db"
  }

  /// The storage that the program was wired with.
  var storage: Storage {
    get throws {
      guard let storage = Picket.storage else { throw Refusal(.usage, "Picket was started without a storage") }
      return storage
    }
  }

  /// An office over the database that never has to open the vault.
  func office() throws -> Office {
    try office { _ in throw Refusal(.locked, "this command does not open the vault") }
  }

  fileprivate func office(_ secret: @escaping (VaultRecord) throws -> Secret) throws -> Office {
    startLogging()
    return Office(repository: try storage.open(path), secret: secret)
  }

  private func startLogging() {
    let level: Logger.Level = verbose ? .debug : .critical
    LoggingSystem.bootstrap { label in
      var handler = StreamLogHandler.standardError(label: label)
      handler.logLevel = level
      return handler
    }
  }
}

/// Which database a command works on, and what opens its vault.
struct VaultOptions: ParsableArguments {
  @OptionGroup var database: DatabaseOptions

  @Option(
    help: "The key file. Else PICKET_KEY_FILE, else where init noted it; else the passphrase is asked.",
    completion: .file())
  var keyFile: String?

  @Flag(name: .customLong("recovery-code"), help: "Ask for the recovery code instead of another key.")
  var asksForRecoveryCode = false

  /// An office over the database that finds its key when it needs one.
  func office() throws -> Office {
    try database.office(secret)
  }

  private func secret(for vault: VaultRecord) throws -> Secret {
    if asksForRecoveryCode {
      return .recoveryCode(try RecoveryCode(try answer("Recovery code: ", elseHint: "run it on a terminal")))
    }
    let environment = ProcessInfo.processInfo.environment["PICKET_KEY_FILE"].flatMap { $0.isEmpty ? nil : $0 }
    if let path = keyFile ?? environment { return try Office.secret(inKeyFile: path, for: vault) }
    if let path = KeyNotes().keyFile(for: vault.id), FileManager.default.fileExists(atPath: path) {
      return try Office.secret(inKeyFile: path, for: vault)
    }
    guard vault.slots.contains(where: { $0.kind == .passphrase }) else {
      throw Refusal(
        .locked, "the vault is locked and its key file was not found",
        hint: "name it with --key-file or PICKET_KEY_FILE, or use --recovery-code")
    }
    return .passphrase(
      try answer("Passphrase: ", elseHint: "run it on a terminal, or name a key file with --key-file"))
  }

  private func answer(_ question: String, elseHint hint: String) throws -> String {
    guard let questions = Questions() else {
      throw Refusal(.locked, "the vault is locked and there is no terminal to ask on", hint: hint)
    }
    defer { questions.close() }
    guard let answer = questions.askSecretly(question), !answer.isEmpty else {
      throw Refusal(.locked, "the vault stays locked: nothing was typed", hint: "try again")
    }
    return answer
  }
}

/// How a command prints its result.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print JSON for programs.")
  var json = false
}
