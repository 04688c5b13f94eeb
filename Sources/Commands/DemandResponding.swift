import ArgumentParser
import Campaigns
import Office

struct DemandRespond: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "respond",
    abstract: "Record how a target responded to a demand.",
    discussion: """
      Each response is added to those before; the demand stands as the newest one
      says. met-otherwise means: what was wanted came about in another way than was
      asked.

        picket demand respond 1 --campaign no-contract --outcome rejected \\
          --on 2026-11-16 --summary "The chief executive defends the contract." \\
          --source https://news.example/nimbus
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The campaign's slug.")
  var campaign: String

  @Argument(help: "The demand's number.")
  var number: Int

  @Option(help: "met, partly-met, rejected or met-otherwise.")
  var outcome: DemandResponse.Outcome

  @Option(name: .customLong("on"), help: "The day of the response, YYYY-MM-DD.")
  var day: CalendarDate

  @Option(help: "What the target said or did, in a few sentences.")
  var summary: String?

  @Option(help: "Where it can be read.")
  var source: String?

  @Option(help: "The statement that it came in, as you call it.")
  var statement: String?

  func run() throws {
    var draft = ResponseDraft(outcome, on: day)
    draft.summary = summary
    draft.source = source
    draft.statement = statement
    let office = try database.office()
    let details = try office.respond(toDemand: number, of: campaign, draft)
    if output.json { return try printJSON(DemandOutput(details)) }
    Terminal.say(Copy.responded(details.demand, outcome: outcome, standing: details.words))
    for account in try office.boycotts(of: campaign)
    where account.proposesEnd && account.boycott.untilDemands.contains(number) {
      Terminal.say(Copy.proposesEnd(account.boycott))
    }
  }
}

extension DemandResponse.Outcome: ExpressibleByArgument {}

/// A demand as JSON.
struct DemandOutput: Encodable {
  let number: Int
  let target: String
  let text: String
  let state: String
  let answeredOn: String?
  let source: String?
  var outcome: String?
  var responses: [Response]?

  struct Response: Encodable {
    let outcome, respondedOn: String
    let summary, source, statement: String?
  }

  init(_ demand: Demand, target: String) {
    number = demand.number
    self.target = target
    text = demand.text
    state = demand.state.rawValue
    answeredOn = demand.answeredOn?.description
    source = demand.source
  }

  init(_ details: DemandDetails) {
    self.init(details.demand, target: details.target.slug.description)
    outcome = details.outcome?.rawValue
    responses = details.responses.map { response in
      Response(
        outcome: response.outcome.rawValue, respondedOn: response.respondedOn.description,
        summary: response.summary, source: response.source, statement: response.statement)
    }
  }
}
