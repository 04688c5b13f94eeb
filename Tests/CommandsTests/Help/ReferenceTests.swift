import Foundation
import Testing

/// The help texts, and the reference that is made of them.
struct ReferenceTests {
  @Test func `every command says in a sentence what it does`() throws {
    for entry in try CommandTree.ofProgram().all {
      #expect(entry.command.abstract?.isEmpty == false, "\(entry.title)")
    }
  }

  @Test func `every option and argument has help`() throws {
    for entry in try CommandTree.ofProgram().all {
      for argument in entry.command.arguments ?? [] where argument.shouldDisplay ?? true {
        #expect(argument.abstract?.isEmpty == false, "\(entry.title): \(argument.valueName ?? "?")")
      }
    }
  }

  @Test func `every help fits 80 columns`() throws {
    for entry in try CommandTree.ofProgram().all {
      for line in try CommandTree.help(of: entry).split(separator: "\n") {
        #expect(line.count <= 80, "\(entry.title): \(line)")
      }
    }
  }

  @Test func `no line of a help text that was broken by hand is broken again`() throws {
    for entry in try CommandTree.ofProgram().all {
      for paragraph in (entry.command.discussion ?? "").split(separator: "\n\n") {
        // One long line is a paragraph that is wrapped as a whole. Examples cannot be wrapped.
        let lines = paragraph.split(separator: "\n")
        for line in lines where lines.count > 1 || line.hasPrefix(" ") {
          #expect(line.count < 80, "\(entry.title): \(line)")
        }
      }
    }
  }

  @Test func `asking for help needs no database and creates nothing`() throws {
    let desk = try Desk()
    let before = desk.files()
    try desk.succeed("signature", "import", "--help")
    try desk.succeed("help", "export")
    #expect(desk.files() == before)
  }

  @Test func `the reference is what the program says, of every command`() throws {
    let text = try Reference.text()
    for entry in try CommandTree.ofProgram().all {
      let isThere = text.contains("\n## \(entry.title)\n")
      #expect(isThere, "\(entry.title)")
    }
    try Recording.check(text, at: Reference.path)
  }

  @Test func `the program knows its version`() throws {
    let outcome = try Desk().succeed("--version")
    #expect(outcome.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func `a mistyped command is a usage error that points to the help`() throws {
    let desk = try Desk()
    try desk.refuse(64, "tallly", saying: "--help")
    try desk.refuse(64, "tally", saying: "slug")
    try desk.refuse(64, "tally", "letter-1", "--jsn", saying: "--json")
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func `completions are generated`(shell: String) throws {
    let script = try Desk().succeed("--generate-completion-script", shell).text
    for word in ["withdraw", "key-file", "markdown"] { #expect(script.contains(word)) }
  }
}

/// `Documentation/reference.md`.
private enum Reference {
  static let path = "Documentation/reference.md"

  static func text() throws -> String {
    let entries = try CommandTree.ofProgram().all
    var text = """
      # Reference

      Every command of `picket` as its `--help` shows it, then the exit codes and the environment. This page is made by
      `PICKET_RECORD=1 swift test --filter ReferenceTests`; the same tests fail when it is not what the program says.


      """
    for entry in entries {
      let anchor = entry.title.replacing(" ", with: "-")
      text += String(repeating: "  ", count: max(0, entry.words.count - 1)) + "- [\(entry.title)](#\(anchor))\n"
    }
    text += "- [Exit codes](#exit-codes)\n- [Environment](#environment)\n"
    for entry in entries {
      text += "\n## \(entry.title)\n\n```text\n\(try CommandTree.help(of: entry))"
      text += text.hasSuffix("\n") ? "```\n" : "\n```\n"
    }
    return text + afterCommands
  }

  private static let afterCommands = """

    ## Exit codes

    | code | meaning | for example |
    |---|---|---|
    | 0 | done | also where every row of a sheet had signed already |
    | 1 | failed | the disk is full; the database cannot be written |
    | 64 | usage | an unknown option; a public list sorted by date; nobody there to ask for a passphrase |
    | 65 | refused data | every row of a sheet was refused; the petition is closed; a record was altered |
    | 66 | no such thing | no database, petition, signature or sheet of that name |
    | 73 | cannot create | something stands already where a file should go |
    | 75 | busy | another picket writes to the database |
    | 77 | locked vault | no key was found, or the wrong one |

    ## Environment

    | variable | meaning |
    |---|---|
    | `PICKET_DB` | the database, where `--db` does not name one; else `picket.db` in the working folder |
    | `PICKET_KEY_FILE` | the path of the key file, where `--key-file` does not name one; never a key itself |
    | `NO_COLOR` | where it is set and not empty, nothing is coloured |
    | `XDG_CONFIG_HOME` | the folder in which `picket init` notes where key files lie; else `~/.config` |

    """
}
