import ArgumentParser
import Campaigns
import Office

struct TallyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "How many have signed, by where their signatures stand.",
    discussion: """
      Each gross signature is pending, verified, withdrawn or invalidated; net is
      pending and verified; the number to publish is the verified one. Held ones
      share an address with another name and are in no sum. No key is needed.
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  func run() throws {
    let details = try database.office().petition(slug)
    let tally = details.tally
    if output.json { return try printJSON(TallyOutput(tally)) }
    var table = Table(
      ["COHORT", "VERIFIED", "PENDING", "NET", "WITHDRAWN", "INVALID", "GROSS", "HELD"],
      numbers: [1, 2, 3, 4, 5, 6, 7])
    func add(_ name: String, _ part: Tally) {
      let figures = [
        part.verified, part.pending, part.net, part.withdrawn, part.invalidated, part.gross, part.held,
      ]
      table.add([name] + figures.map(grouped))
    }
    for (cohort, part) in tally.byCohort.sorted(by: { $0.key < $1.key })
    where part.gross + part.held > 0 { add(cohort.plural, part) }
    add("total", tally.total)
    try Terminal.write(table.text)
    if tally.total.withdrawnAfterDelivery > 0 {
      try Terminal.print("withdrawn after a delivery: \(grouped(tally.total.withdrawnAfterDelivery))")
    }
    for claim in details.claimedTallies {
      try Terminal.print(Copy.beside(claim))
    }
    if tally.total.held > 0 {
      Terminal.say(Copy.heldWait(slug))
    }
  }
}

/// A tally as JSON: the sums, and the same for each cohort.
struct TallyOutput: Encodable {
  private let total: Figures
  private let byCohort: [String: Figures]

  init(_ tally: PetitionTally) {
    total = Figures(tally.total)
    byCohort = Dictionary(uniqueKeysWithValues: tally.byCohort.map { ($0.key.rawValue, Figures($0.value)) })
  }

  func encode(to encoder: any Encoder) throws {
    try total.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(byCohort, forKey: .byCohort)
  }

  private enum CodingKeys: CodingKey { case byCohort }

  private struct Figures: Encodable {
    let gross, pending, verified, withdrawn, withdrawnBeforeDelivery, withdrawnAfterDelivery: Int
    let invalidated, net, held, claimed: Int

    init(_ tally: Tally) {
      gross = tally.gross
      pending = tally.pending
      verified = tally.verified
      withdrawn = tally.withdrawn
      withdrawnBeforeDelivery = tally.withdrawnBeforeDelivery
      withdrawnAfterDelivery = tally.withdrawnAfterDelivery
      invalidated = tally.invalidated
      net = tally.net
      held = tally.held
      claimed = tally.claimed
    }
  }
}
