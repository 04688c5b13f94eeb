import ArgumentParser
import Campaigns
import Foundation
import Office

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create the database and the key that opens it.",
    discussion: """
      With --key-file the key is a new file. Keep it apart from the database: on a
      stick, or on another computer. Without it, a passphrase is asked for.
      The recovery code is printed once, on standard output. Write it on paper: it
      opens the database when the key is lost. Nobody can make a new one without a
      key.

        picket init --key-file /media/stick/picket.key
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Where to create the key file; nothing may stand there.", completion: .file())
  var keyFile: String?

  func run() throws {
    let key: FoundingKey
    if let keyFile {
      key = .keyFile(path: keyFile)
    } else {
      key = .passphrase(try newPassphrase(elseHint: "use --key-file FILE, or run it on a terminal"))
    }
    let code = try Office.found(at: database.path, in: try database.storage, with: key)
    Terminal.say(Copy.createdDatabase(database.path))
    if let keyFile {
      Terminal.say(Copy.createdKeyFile(keyFile))
      if folder(of: keyFile) == folder(of: database.path) { Terminal.warn(Copy.keyBesideDatabase) }
    }
    Terminal.say(Copy.recoveryCode)
    if output.json {
      try printJSON(Created(database: database.path, keyFile: keyFile, recoveryCode: code))
    } else {
      try Terminal.print(code)
    }
  }

  private func folder(of path: String) -> String {
    URL(fileURLWithPath: path).deletingLastPathComponent().standardizedFileURL.path
  }

  private struct Created: Encodable {
    let database: String
    let keyFile: String?
    let recoveryCode: String
  }
}

/// A passphrase that was typed twice on the terminal.
/// - Throws: `usage` where there is no terminal, or where the two differ.
func newPassphrase(elseHint hint: String) throws -> String {
  guard let questions = Questions() else {
    throw Refusal(.usage, "a passphrase is asked for on a terminal, and there is none", hint: hint)
  }
  defer { questions.close() }
  Terminal.say(Copy.choosePassphrase)
  guard let first = questions.askSecretly("Passphrase: "), let second = questions.askSecretly("Once more: ") else {
    throw Refusal(.usage, "no passphrase was typed", hint: "try again")
  }
  guard first == second else {
    throw Refusal(.usage, "the two passphrases differ; nothing was created", hint: "try again")
  }
  return first
}
