import ArgumentParser
import Campaigns
import Foundation
import Office

/// The program: takes a command line and ends the process with its exit code.
public enum Picket {
  @TaskLocal static var storage: Storage?

  /// Runs the command that the process was started with, over databases of this storage.
  public static func main(_ storage: Storage) -> Never {
    // Before anything creates a file: nobody but its owner reads it.
    umask(0o077)
    let code = $storage.withValue(storage) { run() }
    exit(code)
  }

  private static func run() -> Int32 {
    do {
      var command = try PicketCommand.parseAsRoot()
      try command.run()
      return 0
    } catch let refusal as Refusal {
      Terminal.tell(refusal)
      return exitCode(of: refusal)
    } catch let code as ExitCode {
      return code.rawValue
    } catch  where PicketCommand.exitCode(for: error) != .failure || error is any CustomNSError {
      let code = PicketCommand.exitCode(for: error)
      let message = wrappingUsage(PicketCommand.fullMessage(for: error))
      if code.isSuccess {
        try? Terminal.print(message)
      } else {
        for line in message.split(separator: "\n", omittingEmptySubsequences: false) { Terminal.say(String(line)) }
      }
      return code.rawValue
    } catch {
      // The error's own text is not shown: nobody has made sure that it names no one.
      Terminal.tell(
        Refusal(.inputOutput, "something went wrong that Picket has no words for (\(type(of: error)))"))
      return 1
    }
  }
}

/// The root of all commands.
struct PicketCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picket",
    abstract: "Petitions that people can trust with their jobs.",
    discussion: """
      A first petition:

        mkdir -p ~/keys
        picket init --key-file ~/keys/picket.key
        picket campaign create no-contract --title "End the contract"
        picket target add nimbus --name "Nimbus Cloud" --domain nimbus.example
        picket petition create letter-1 --campaign no-contract --target nimbus \\
          --title "Cancel the contract" --letter letter.md
        picket petition open letter-1
        picket signature import letter-1 signups.csv
        picket tally letter-1
        picket export letter-1 --format markdown --for public

      Everything lies in one database: --db FILE, else PICKET_DB, else picket.db
      here.

      Exit codes: 0 done, 1 failed, 64 usage, 65 refused data, 66 no such thing,
      73 cannot create, 75 busy, 77 locked vault.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(name: "Setting up", subcommands: [InitCommand.self, KeyCommand.self, BackupCommand.self]),
      CommandGroup(
        name: "Campaigning",
        subcommands: [
          CampaignCommand.self, TargetCommand.self, DemandCommand.self, PetitionCommand.self, LetterCommand.self,
          RosterCommand.self,
        ]),
      CommandGroup(
        name: "Signing",
        subcommands: [
          SignatureCommand.self, ImportCommand.self, ChannelCommand.self, SheetCommand.self, DuplicatesCommand.self,
          TallyCommand.self, CoverageCommand.self, ClaimCommand.self, ExportCommand.self,
        ]),
      CommandGroup(
        name: "Acting",
        subcommands: [
          TerminationCommand.self, BoycottCommand.self, PledgeCommand.self, IncidentCommand.self,
        ]),
      CommandGroup(
        name: "Telling",
        subcommands: [
          StatementCommand.self, EvidenceCommand.self, EventCommand.self, TimelineCommand.self, BriefCommand.self,
        ]),
      CommandGroup(
        name: "Proving",
        subcommands: [
          DeliveryCommand.self, ReceiptCommand.self, CheckpointCommand.self, VerifyCommand.self, DoctorCommand.self,
        ]),
    ])
}
