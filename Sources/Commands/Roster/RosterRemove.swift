import ArgumentParser
import Campaigns
import Foundation
import Office

struct RosterRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Erase a roster, or one person on it.",
    discussion: """
      What is erased is gone from the file; backups that were made before still hold
      it. Without --email the whole roster goes. What people signed stays as it is;
      and whoever asks to be erased from a petition stays on the roster until removed
      here: the roster is of who works there, and does not say who signed.

        picket roster remove no-contract --dry-run
        echo ana@mail.example | picket roster remove no-contract --email -
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The campaign's slug.")
  var campaign: String

  @Option(help: "Erase only the person of this address; - reads it from standard input.")
  var email: String?

  @Flag(help: "Say what would be erased, and erase nothing.")
  var dryRun = false

  func run() throws {
    let office = try vault.office()
    var count = 1
    if let email {
      try office.removeFromRoster(try address(email), of: campaign, rehearsing: dryRun)
    } else {
      count = try office.removeRoster(of: campaign, rehearsing: dryRun)
    }
    if output.json { return try printJSON(["removed": count]) }
    Terminal.say(Copy.removedFromRoster(count, campaign, isRehearsal: dryRun))
  }

  private func address(_ email: String) throws -> String {
    guard email == "-" else { return email }
    let bytes = try contents(of: "-", what: "the address", atMost: 1024)
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
