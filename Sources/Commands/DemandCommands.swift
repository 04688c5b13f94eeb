import ArgumentParser
import Campaigns
import Office

struct DemandCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demand", abstract: "What a campaign asks of a target.",
    subcommands: [Add.self, List.self, Show.self, Edit.self])

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
      let demands = try database.office().demands(of: campaign)
      if output.json {
        return try printJSON(demands.map { DemandOutput($0.demand, target: $0.target.slug.description) })
      }
      var table = Table(["NO", "TARGET", "STATE", "SINCE", "DEMAND"], numbers: [0])
      for (demand, target) in demands {
        table.add([
          String(demand.number), target.slug.description, demand.state.rawValue,
          demand.answeredOn?.description ?? "", demand.text,
        ])
      }
      try Terminal.write(table.text)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a demand.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "The campaign's slug.")
    var campaign: String

    @Argument(help: "The demand's number.")
    var number: Int

    func run() throws {
      let (demand, target) = try database.office().demand(number, of: campaign)
      if output.json { return try printJSON(DemandOutput(demand, target: target.slug.description)) }
      var facts = Facts()
      facts.add("demand", String(demand.number))
      facts.add("asks", "\(target.name) (\(target.slug))")
      facts.add("text", demand.text)
      facts.add("state", demand.state.rawValue)
      facts.add("since", demand.answeredOn?.description)
      facts.add("source", demand.source)
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
      let (_, target) = try office.demand(number, of: campaign)
      if output.json { return try printJSON(DemandOutput(demand, target: target.slug.description)) }
      Terminal.say(Copy.changed(demand, of: campaign))
    }
  }

  private struct DemandOutput: Encodable {
    let number: Int
    let target: String
    let text: String
    let state: String
    let answeredOn: String?
    let source: String?

    init(_ demand: Demand, target: String) {
      number = demand.number
      self.target = target
      text = demand.text
      state = demand.state.rawValue
      answeredOn = demand.answeredOn?.description
      source = demand.source
    }
  }
}
