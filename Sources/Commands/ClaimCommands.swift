import ArgumentParser
import Campaigns
import Office

struct ClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim", abstract: "Numbers that others report without records.", subcommands: [Add.self, List.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record a number that a partner or a paper sheet reports.",
      discussion: """
        It is shown beside the verified number everywhere, and never inside it.

          picket claim add letter-1 --source "Partner group" --count 300000 \\
            --evidence https://partner.example
        """, aliases: ["create"])

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var slug: String

    @Option(help: "Who reports it.")
    var source: String

    @Option(help: "The number.")
    var count: Int

    @Option(help: "The cohort that the number is of; else supporter.")
    var cohort: Cohort?

    @Option(help: "Where the claim can be checked.")
    var evidence: String?

    func run() throws {
      let claim = try database.office().addClaim(
        to: slug, source: source, count: count, cohort: cohort, evidence: evidence)
      if output.json { return try printJSON(ClaimOutput(claim)) }
      Terminal.say(Copy.recorded(claim))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List a petition's claimed numbers.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var slug: String

    func run() throws {
      let claims = try database.office().claims(for: slug)
      if output.json { return try printJSON(claims.map(ClaimOutput.init)) }
      var table = Table(["ON", "COUNT", "COHORT", "SOURCE", "EVIDENCE"], numbers: [1])
      for claim in claims {
        table.add([
          claim.claimedOn.description, grouped(claim.count), claim.cohort.plural, claim.source, claim.evidence ?? "",
        ])
      }
      try Terminal.write(table.text)
    }
  }

  private struct ClaimOutput: Encodable {
    let id, source, cohort, claimedOn: String
    let count: Int
    let evidence: String?

    init(_ claim: ClaimedTally) {
      id = claim.id.description
      source = claim.source
      cohort = claim.cohort.rawValue
      count = claim.count
      evidence = claim.evidence
      claimedOn = claim.claimedOn.description
    }
  }
}
