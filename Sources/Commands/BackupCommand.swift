import ArgumentParser
import Campaigns
import Office

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write a consistent copy of the database to a new file, and check it.",
    discussion: """
      Others may go on working meanwhile. The copy is as sealed as the database, and
      the same keys open it.

        picket backup /media/stick/picket-2026-11-24.db
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The file to create; nothing may stand there.", completion: .file())
  var destination: String

  func validate() throws {
    guard destination != "-" else {
      throw ValidationError("a backup is checked after writing, so it cannot be written to standard output")
    }
  }

  func run() throws {
    try database.storage.backUp(database.path, destination)
    if output.json { return try printJSON(["backup": destination]) }
    Terminal.say(Copy.backedUp(destination))
  }
}
