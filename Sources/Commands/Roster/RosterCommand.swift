import ArgumentParser
import Campaigns
import Office

struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster",
    abstract: "Who works there, as far as organizers know: sealed, and never exported.",
    discussion: """
      With a roster, picket coverage says how much of a team, a site or a shift has
      signed, and public lists describe nobody behind whom fewer than five colleagues
      stand who have not signed. Nothing lists the people who have not signed: such a
      list would be dangerous in wrong hands, and so there is none.

        picket roster import no-contract staff.csv
        picket roster show no-contract
        picket coverage letter-1 --by team
      """,
    subcommands: [RosterImportCommand.self, RosterShow.self, RosterRemove.self])
}
