import ArgumentParser
import Campaigns
import Office

struct PetitionDeliver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract: "Hand a petition over: freeze its public list and its number, signed, in a folder.",
    discussion: """
      The folder holds the letter, the public list in every form, the numbers, the ledger's leaves so that anyone can \
      recount, a signed manifest, and a README for the recipient. It can be written again at any time: picket delivery \
      show.

        picket petition deliver letter-1 -o delivery
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Option(name: [.customShort("o"), .customLong("output")], help: "The folder to create.", completion: .directory)
  var folder: String

  @Option(
    name: .customLong("tar"), help: "The same files as one archive too: the file to create.", completion: .file())
  var archive: String?

  func validate() throws {
    guard folder != archive else { throw ValidationError("the folder and the archive need two names") }
  }

  func run() throws {
    let office = try vault.office()
    let report = try office.deliver(slug, to: folder, archive: archive)
    try tell(report, slug, folder, output)
    guard !output.json else { return }
    Terminal.say(Copy.publishKey(report.key))
    if try office.petition(slug).petition.state != .open { Terminal.say(Copy.reopen(slug)) }
  }
}

struct PetitionRespond: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "respond",
    abstract: "Record how the target answered a delivered petition.",
    discussion: """
        picket petition respond letter-1 --on 2026-12-01 \\
          --summary "Refuses to end it." --source https://news.example/nimbus
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Option(name: .customLong("on"), help: "The day of the answer, YYYY-MM-DD; else today.")
  var day: CalendarDate = .today

  @Option(help: "What the target answered, in a few sentences.")
  var summary: String

  @Option(help: "Where the answer can be read.")
  var source: String?

  func run() throws {
    let response = try database.office().respond(to: slug, on: day, summary: summary, source: source)
    if output.json { return try printJSON(["id": response.id.description, "respondedOn": day.description]) }
    Terminal.say(Copy.recordedResponse(to: slug))
  }
}

struct DeliveryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delivery", abstract: "What was delivered.", subcommands: [List.self, Show.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List a petition's deliveries.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var slug: String

    func run() throws {
      let deliveries = try database.office().deliveries(of: slug)
      if output.json {
        return try printJSON(
          deliveries.map { Row(number: $0.number, deliveredOn: $0.deliveredOn.description, total: $0.total) })
      }
      var table = Table(["NO", "DELIVERED ON", "SIGNATURES"], numbers: [0, 2])
      for delivery in deliveries {
        table.add([String(delivery.number), delivery.deliveredOn.description, grouped(delivery.total)])
      }
      try Terminal.write(table.text)
    }

    private struct Row: Encodable {
      let number: Int
      let deliveredOn: String
      let total: Int
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a delivery again.",
      discussion: """
        The line of a signer who was erased since is replaced by its hash: the delivery still verifies, and picket \
        verify says how many lines are missing.

          picket delivery show letter-1 1 -o delivery-again
        """)

    @OptionGroup var vault: VaultOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var slug: String

    @Argument(help: "The delivery's number.")
    var number: Int

    @Option(name: [.customShort("o"), .customLong("output")], help: "The folder to create.", completion: .directory)
    var folder: String

    func run() throws {
      try tell(try vault.office().writeDelivery(number, of: slug, to: folder), slug, folder, output)
    }
  }
}

private func tell(_ report: DeliveryReport, _ slug: String, _ folder: String, _ output: OutputOptions) throws {
  if report.heldBack > 0 { Terminal.say(Copy.heldBack(report.heldBack)) }
  if output.json {
    return try printJSON(
      DeliveryOutput(
        delivery: report.number, folder: folder, total: report.total, lines: report.lines, missing: report.missing,
        key: report.key))
  }
  Terminal.say(
    Copy.delivered(
      report.number, of: slug, to: folder, total: report.total, lines: report.lines, missing: report.missing))
}

private struct DeliveryOutput: Encodable {
  let delivery: Int
  let folder: String
  let total, lines, missing: Int
  let key: String
}
