import ArgumentParser
import Campaigns
import Office

struct DemandCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demand", abstract: "What a campaign asks of a target.",
    subcommands: [Add.self, List.self, Show.self, Edit.self, DemandRespond.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a demand under the campaign's next number.",
      discussion: "  picket demand add --campaign no-contract --target nimbus \"Cancel it.\"",
      aliases: ["create"])

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "The campaign's slug.")
    var campaign: String

    @Option(help: "The slug of the target that is asked.")
    var target: String

    @Argument(help: "What is asked, in a sentence or a few.")
    var text: String

    func run() throws {
      let demand = try database.office().addDemand(text, campaign: campaign, target: target)
      if output.json { return try printJSON(DemandOutput(demand, target: target)) }
      Terminal.say(Copy.added(demand, to: campaign))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List a campaign's demands.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "The campaign's slug.")
    var campaign: String

    func run() throws {
      let demands = try database.office().demandDetails(of: campaign)
      if output.json { return try printJSON(demands.map { DemandOutput($0) }) }
      var table = Table(["NO", "TARGET", "STATE", "SINCE", "DEMAND"], numbers: [0])
      for details in demands {
        let demand = details.demand
        table.add([
          String(demand.number), details.target.slug.description, details.outcome?.rawValue ?? demand.state.rawValue,
          demand.answeredOn?.description ?? "", demand.text,
        ])
      }
      try Terminal.write(table.text)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a demand with the responses to it.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "The campaign's slug.")
    var campaign: String

    @Argument(help: "The demand's number.")
    var number: Int

    func run() throws {
      let details = try database.office().demandDetails(number, of: campaign)
      if output.json { return try printJSON(DemandOutput(details)) }
      let demand = details.demand
      var facts = Facts()
      facts.add("demand", String(demand.number))
      facts.add("asks", "\(details.target.name) (\(details.target.slug))")
      facts.add("text", demand.text)
      facts.add("state", details.outcome == .metOtherwise ? details.words : demand.state.rawValue)
      facts.add("since", demand.answeredOn?.description)
      facts.add("source", demand.source)
      for response in details.responses {
        let extra = [response.source, response.statement.map { "in: \($0)" }].compactMap { $0 }
        facts.add(
          "response",
          "\(response.respondedOn): \(response.outcome.words)" + (response.summary.map { ". \($0)" } ?? "")
            + (extra.isEmpty ? "" : " (\(extra.joined(separator: "; ")))"))
      }
      try Terminal.write(facts.text)
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change a demand, or record how it was answered.",
      discussion: """
          picket demand edit 1 --campaign no-contract --state met --on 2026-11-20 \\
            --source https://news.example/nimbus
        """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "The campaign's slug.")
    var campaign: String

    @Argument(help: "The demand's number.")
    var number: Int

    @Option(help: "What is asked from now on.")
    var text: String?

    @Option(help: "open, partly-met, met, rejected or withdrawn.")
    var state: Demand.State?

    @Option(name: .customLong("on"), help: "The day of the answer, YYYY-MM-DD.")
    var answeredOn: CalendarDate?

    @Option(help: "Where the answer can be read.")
    var source: String?

    func run() throws {
      let office = try database.office()
      let demand = try office.editDemand(
        number, of: campaign, text: text, state: state, answeredOn: answeredOn, source: source)
      let target = try office.demandDetails(number, of: campaign).target
      if output.json { return try printJSON(DemandOutput(demand, target: target.slug.description)) }
      Terminal.say(Copy.changed(demand, of: campaign))
    }
  }
}
