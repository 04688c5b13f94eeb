import ArgumentParser
import Campaigns
import Export
import Office

struct BoycottCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boycott", abstract: "Boycotts, walk-outs and joint terminations: what people refuse together.",
    discussion: """
      A boycott is planned first, and nothing of it is public. Calling it makes all
      of it public; from then on each change is added to its history, and to the
      ledger.

        picket boycott create no-cloud --campaign no-contract --target nimbus \\
          --scope buying,recruiting --until-demands 1
        picket boycott call no-cloud
        picket boycott export no-cloud --format html -o boycott.html
      """,
    subcommands: [
      BoycottCreate.self, BoycottEdit.self, BoycottList.self, BoycottShow.self, BoycottCall.self,
      BoycottSuspend.self, BoycottResume.self, BoycottEnd.self, BoycottTarget.self, BoycottExport.self,
    ])
}

extension BoycottAccount {
  /// Says what was done, or prints the boycott for programs.
  func report(_ sentence: String, _ output: OutputOptions) throws {
    if output.json { return try printJSON(BoycottRecord(self, asOf: .today)) }
    Terminal.say(sentence)
    if proposesEnd { Terminal.say(Copy.proposesEnd(boycott)) }
  }
}

extension ChangedBoycott {
  /// Says what was done and who has to be asked again, or prints the boycott for programs.
  func report(_ sentence: String, _ output: OutputOptions) throws {
    if hasNewTerms { Terminal.say(Copy.newTerms(account.boycott, toAskAgain: toAskAgain)) }
    try account.report(sentence, output)
  }
}
