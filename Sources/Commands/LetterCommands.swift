import ArgumentParser
import Campaigns
import Office

struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: "The versions of a petition's text.",
    subcommands: [Add.self, List.self, Show.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a version of the text, in the petition's language or another.",
      discussion: """
        A version is never changed: signatures stay bound to the version that was
        shown.

          picket letter add letter-1 brief.md --language de
        """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var slug: String

    @Argument(help: "The letter's file, Markdown in UTF-8; - is standard input.", completion: .file())
    var file: String

    @Option(help: "The text's language; else the petition's.")
    var language: String?

    func run() throws {
      let text = try contents(of: file, what: "the letter", atMost: Letter.mostBytes)
      let letter = try database.office().addLetter(to: slug, text: text, language: language)
      if output.json { return try printJSON(LetterOutput(letter)) }
      Terminal.say(Copy.added(letter))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the versions of a petition's text.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var slug: String

    func run() throws {
      let letters = try database.office().petition(slug).letters
      if output.json { return try printJSON(letters.map { LetterOutput($0) }) }
      var table = Table(["LANGUAGE", "VERSION", "ADDED ON", "SHA-256"], numbers: [1])
      for letter in letters {
        table.add([
          letter.language.description, String(letter.version), letter.addedOn.description,
          String(letter.hexDigest.prefix(32)) + "…",
        ])
      }
      try Terminal.write(table.text)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a version of a petition's text.",
      discussion: """
        Without a choice: the newest version in the petition's language. Choose with
        LANGUAGE, LANGUAGE:VERSION, or the first 8 or more digits of the SHA-256.

          picket letter show letter-1 de:2
        """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var slug: String

    @Argument(help: "Which version.")
    var choice: String?

    func run() throws {
      let letter = try database.office().letter(choice, of: slug)
      if output.json { return try printJSON(LetterOutput(letter, withText: true)) }
      try Terminal.write(letter.text)
    }
  }
}

/// A letter as JSON.
struct LetterOutput: Encodable {
  let language: String
  let version: Int
  let addedOn: String
  let sha256: String
  let text: String?

  init(_ letter: Letter, withText: Bool = false) {
    language = letter.language.description
    version = letter.version
    addedOn = letter.addedOn.description
    sha256 = letter.hexDigest
    text = withText ? letter.text : nil
  }
}
