import ArgumentParser
import Campaigns
import Office

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "The ways to open the database.", subcommands: [List.self, Add.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the ways to open the database.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let slots = try database.office().keySlots()
      if output.json { return try printJSON(slots.map(SlotOutput.init)) }
      var table = Table(["SLOT", "OPENED BY", "ADDED ON"], numbers: [0])
      for slot in slots { table.add([String(slot.number), slot.kind.rawValue, slot.addedOn.description]) }
      try Terminal.write(table.text)
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a key file or a passphrase; those that are there stay.",
      discussion: """
        With --new-key-file a key file is created, else a passphrase is asked for. The
        vault is opened with a key that it has already, or with the recovery code:

          picket key add --new-key-file /media/stick/new.key --recovery-code
        """)

    @OptionGroup var vault: VaultOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "Where to create the key file; nothing may stand there.", completion: .file())
    var newKeyFile: String?

    func run() throws {
      let office = try vault.office()
      let key: FoundingKey =
        if let newKeyFile {
          .keyFile(path: newKeyFile)
        } else {
          .passphrase(try newPassphrase(elseHint: "use --new-key-file FILE, or run it on a terminal"))
        }
      let slot = try office.addKey(key)
      if output.json { return try printJSON(SlotOutput(slot)) }
      Terminal.say(Copy.addedSlot(slot))
    }
  }

  private struct SlotOutput: Encodable {
    let slot: Int
    let kind: String
    let addedOn: String

    init(_ record: KeySlotRecord) {
      slot = record.number
      kind = record.kind.rawValue
      addedOn = record.addedOn.description
    }
  }
}
