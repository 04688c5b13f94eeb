import ArgumentParser
import Campaigns
import Foundation
import Office

struct DuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "Signatures under different addresses that may be one person's.",
    discussion: """
      Looked at are those that stand: the same name, also in another script or order,
      with the same city, the same employer or team, or a near address; and names a
      slip of the hand apart in the same city. Nothing is merged by itself: it is for
      organizers to find out.
      """,
    subcommands: [List.self, DuplicatesReview.self, TellApart.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the pairs with their reasons, the strongest first, for organizers.",
      discussion: """
        Pairs that were told apart are left out.

          picket duplicates list letter-1
          picket duplicates list letter-1 --json | jq '.pairs[].reasons'
        """)

    @OptionGroup var vault: VaultOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var slug: String

    @Option(help: "Most pairs to print; 0 means all.")
    var limit = 1000

    func validate() throws {
      guard limit >= 0 else { throw ValidationError("a limit is 0 or more") }
    }

    func run() throws {
      let office = try vault.office()
      let found = try findLookalikes(of: slug, office)
      let shown = limit == 0 ? found.pairs[...] : found.pairs.prefix(limit)
      if output.json {
        var pairs: [LikelyPairOutput] = []
        try office.forEachLikelyPair(of: slug, in: shown) { pairs.append(LikelyPairOutput($0)) }
        try printJSON(
          LookalikesOutput(pairCount: found.pairs.count, pairs: pairs, crowds: found.crowds, isCut: found.isCut))
      } else {
        var table = Table(["EARLIER", "NAME", "LATER", "NAME", "WHY"])
        try office.forEachLikelyPair(of: slug, in: shown) { pair in
          let (one, other) = (pair.earlier.signature, pair.later.signature)
          table.add([
            one.id.description, one.signatory.name, other.id.description, other.signatory.name,
            pair.likeness.reasons.joined(separator: ", "),
          ])
        }
        try Terminal.write(table.text)
      }
      if shown.count < found.pairs.count { Terminal.say(Copy.furtherPairs(found.pairs.count - shown.count)) }
    }
  }

  struct TellApart: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tell-apart",
      abstract: "Note that two signatures are of two people.",
      discussion: """
        They are not shown as a pair again. Erasing one of them removes the note.

          picket duplicates tell-apart letter-1 ID ID
        """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var slug: String

    @Argument(help: "The identifier of one signature.")
    var one: String

    @Argument(help: "The identifier of the other.")
    var other: String

    func run() throws {
      let pair = try database.office().tellApart(one, other, of: slug)
      if output.json { return try printJSON(["one": pair.one.description, "other": pair.other.description]) }
      Terminal.say(Copy.toldApart(pair))
    }
  }
}

/// The petition's lookalikes; a person is told of crowds that were not compared.
func findLookalikes(of slug: String, _ office: Office) throws -> Lookalikes.Found {
  var progress = Progress("Comparing")
  let found = try office.lookalikes(of: slug) { progress.tell($0) }
  progress.end()
  if let largest = found.crowds.first { Terminal.warn(Copy.crowds(found.crowds.count, largest: largest)) }
  if found.isCut { Terminal.warn(Copy.cutPairs(found.pairs.count)) }
  if found.crowdedPlaces > 0 { Terminal.say(Copy.crowdedPlaces(found.crowdedPlaces)) }
  return found
}

extension Likeness {
  /// The reasons, each in a few words.
  var reasons: [String] {
    var reasons: [String] = []
    switch name {
    case .same: reasons.append("same name")
    case .otherWriting: reasons.append("same name in another writing")
    case .swapped: reasons.append("same names in another order")
    case .slips(let count): reasons.append(count == 1 ? "names one slip apart" : "names \(count) slips apart")
    }
    if sharesPlace { reasons.append("same place") }
    if sharesWork { reasons.append("same employer or team") }
    switch address {
    case .same: reasons.append("same address")
    case .near: reasons.append("near addresses")
    case nil: break
    }
    return reasons
  }
}

private struct LookalikesOutput: Encodable {
  let pairCount: Int
  let pairs: [LikelyPairOutput]
  let crowds: [Int]
  let isCut: Bool
}

/// Two signatures that may be one person's, as JSON.
private struct LikelyPairOutput: Encodable {
  let earlier, later: SignatureOutput
  let earlierList, laterList: String?
  let reasons: [String]
  let strength: Int

  init(_ pair: LikelyPair) {
    earlier = SignatureOutput(pair.earlier.signature)
    later = SignatureOutput(pair.later.signature)
    earlierList = pair.earlier.list
    laterList = pair.later.list
    reasons = pair.likeness.reasons
    strength = pair.likeness.strength
  }
}
