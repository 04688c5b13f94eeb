import ArgumentParser
import Campaigns
import Office

struct PetitionReveal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reveal",
    abstract: "Let those be shown who wait for a number of verified signatures.",
    discussion: """
      A petition can have a reveal threshold, and so can each signer: until it is
      reached and you confirm it here, they are counted. Look at how they were
      verified first: a handful of false signatures must not unmask real people.
      It cannot be undone; a signer can still ask to be shown less.

      On a terminal the number of verified signatures is asked for. Elsewhere it is
      given, and nothing is done where it is another one:

        picket petition reveal letter-1 --confirm 200
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var confirmation: Confirmation

  @Argument(help: "The petition's slug.")
  var slug: String

  func run() throws {
    let report = try vault.office().reveal(slug) { report in
      if !output.json || !confirmation.dryRun { Terminal.say(Copy.wouldReveal(report)) }
      if confirmation.dryRun, output.json { try printJSON(RevealOutput(report, slug, isDone: false)) }
      return try confirmation.holds(report.verified, "verified signatures")
    }
    guard let report else { return }
    if output.json { return try printJSON(RevealOutput(report, slug, isDone: true)) }
    Terminal.say(Copy.revealed(report, slug))
  }

  private struct RevealOutput: Encodable {
    let petition: String
    let verified, revealed, waiting: Int
    let threshold: Int?
    let methods: [String: Int]
    let done: Bool

    init(_ report: RevealReport, _ slug: String, isDone: Bool) {
      petition = slug
      verified = report.verified
      revealed = report.revealed
      waiting = report.waiting
      threshold = report.threshold
      methods = Dictionary(report.methods.map { ($0.key.description, $0.value) }) { $1 }
      done = isDone
    }
  }
}

/// A number that a person confirms before something is shown that cannot be hidden again.
struct Confirmation: ParsableArguments {
  @Option(help: "The number that is confirmed; on a terminal it is asked for.")
  var confirm: Int?

  @Flag(help: "Say what would be shown, and show nothing.")
  var dryRun = false

  /// Whether the person confirms this number; false in a dry run, or where nothing was typed.
  /// - Throws: `usage` where another number is confirmed, or nobody is there to ask.
  func holds(_ number: Int, _ what: String) throws -> Bool {
    if dryRun { return false }
    if let confirm {
      guard confirm == number else {
        throw Refusal(
          .usage, "there are \(grouped(number)) \(what), not \(grouped(confirm)); nothing was revealed",
          hint: "look again with --dry-run")
      }
      return true
    }
    guard let questions = Questions() else {
      throw Refusal(
        .usage, "nobody confirmed it; nothing was revealed", hint: "repeat with --confirm and the number of \(what)")
    }
    defer { questions.close() }
    let answer = questions.ask("Type the number of \(what) to reveal them, or nothing: ") ?? ""
    guard !answer.trimmingWhitespace().isEmpty else { return false }
    guard Int(answer.trimmingWhitespace().filter { $0 != "," }) == number else {
      throw Refusal(.usage, "that is not the number of \(what); nothing was revealed", hint: "look again and repeat")
    }
    return true
  }
}
