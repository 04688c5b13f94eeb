import Foundation
import Testing

/// The commands as the program itself lists them for tools.
struct CommandTree: Decodable {
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [Command]?
  }

  struct Argument: Decodable {
    let abstract: String?
    let valueName: String?
    let shouldDisplay: Bool?
  }

  /// A command with the words that call it.
  struct Entry {
    let words: [String]
    let command: Command

    var title: String { (["picket"] + words).joined(separator: " ") }
  }

  /// The commands of the built program.
  static func ofProgram() throws -> CommandTree { try asked.get().tree }

  /// What the program says of a command when it is asked for help.
  static func help(of entry: Entry) throws -> String { try asked.get().help[entry.title] ?? "" }

  // Asked once for all tests.
  private static let asked: Result<(tree: CommandTree, help: [String: String]), any Error> = Result {
    let desk = try Desk()
    let dump = try desk.succeed("--experimental-dump-help")
    let tree = try JSONDecoder().decode(CommandTree.self, from: Data(dump.stdout))
    let help = try tree.all.map { entry in
      let arguments = entry.words + ["--help"]
      return (entry.title, try Program.picket.run(arguments, in: desk.folder, environment: desk.environment).text)
    }
    return (tree, Dictionary(uniqueKeysWithValues: help))
  }

  /// All commands, each before those under it; `help` itself is left out.
  var all: [Entry] { CommandTree.entries(of: command, words: []) }

  private static func entries(of command: Command, words: [String]) -> [Entry] {
    [Entry(words: words, command: command)]
      + (command.subcommands ?? []).filter { $0.commandName != "help" }.flatMap {
        entries(of: $0, words: words + [$0.commandName])
      }
  }
}
