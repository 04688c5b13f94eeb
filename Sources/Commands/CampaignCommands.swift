import ArgumentParser
import Campaigns
import Office

struct CampaignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign", abstract: "What groups everything against one or more targets.",
    subcommands: [
      Create.self, List.self, Show.self, Edit.self, CampaignImporting.self, CampaignExporting.self,
    ])

  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Set up a campaign.",
      discussion: "  picket campaign create no-contract --title \"End the contract\"", aliases: ["add"])

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "Its name in commands: a to z, digits and hyphens.")
    var slug: String

    @Option(help: "What it is called in public.")
    var title: String

    func run() throws {
      let campaign = try database.office().createCampaign(slug, title: title)
      if output.json { return try printJSON(CampaignOutput(campaign)) }
      Terminal.say(Copy.setUp(campaign))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the campaigns.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let campaigns = try database.office().campaigns()
      if output.json { return try printJSON(campaigns.map(CampaignOutput.init)) }
      var table = Table(["SLUG", "SINCE", "TITLE"])
      for campaign in campaigns {
        table.add([campaign.slug.description, campaign.createdOn.description, campaign.title])
      }
      try Terminal.write(table.text)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a campaign.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The campaign's slug.")
    var slug: String

    func run() throws {
      let office = try database.office()
      let campaign = try office.campaign(slug)
      if output.json { return try printJSON(CampaignOutput(campaign)) }
      var facts = Facts()
      facts.add("campaign", campaign.slug.description)
      facts.add("title", campaign.title)
      facts.add("since", campaign.createdOn.description)
      for details in try office.demandDetails(of: slug) {
        let state = details.outcome == .metOtherwise ? details.words : details.demand.state.rawValue
        facts.add("demand \(details.demand.number)", "\(details.demand.text) (\(details.target.name): \(state))")
      }
      try Terminal.write(facts.text)
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Change a campaign's title.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The campaign's slug.")
    var slug: String

    @Option(help: "What it is called in public from now on.")
    var title: String

    func run() throws {
      let campaign = try database.office().editCampaign(slug, title: title)
      if output.json { return try printJSON(CampaignOutput(campaign)) }
      Terminal.say(Copy.changed(campaign))
    }
  }

  private struct CampaignOutput: Encodable {
    let slug: String
    let title: String
    let createdOn: String

    init(_ campaign: Campaign) {
      slug = campaign.slug.description
      title = campaign.title
      createdOn = campaign.createdOn.description
    }
  }
}
