import Campaigns
import Foundation
import Office

// What Picket says of channels, of several lists in one run, and of signatures that may be one person's.
extension Copy {
  static func opened(_ channel: ImportOutcome.NewChannel, of slug: String, isRehearsal: Bool = false) -> String {
    let near = channel.near.map(\.description).joined(separator: ", or ")
    let mend = isRehearsal ? "" : " Then undo what came through this one: picket import undo."
    return (isRehearsal ? "Would open" : "Opened") + " the channel \(channel.name), which \(slug) did not have."
      + (near.isEmpty ? "" : " Did you mean \(near)?" + mend)
  }

  static func opened(_ channel: Channel, of slug: String) -> String {
    "The channel \(channel.name) of \(slug) is open."
  }

  static func closed(_ channel: Channel, of slug: String) -> String {
    let since = channel.closesAt?.formatted(.iso8601) ?? "now"
    return channel.isClosed(at: Date())
      ? "The channel \(channel.name) of \(slug) is closed since \(since); the others go on."
      : "The channel \(channel.name) of \(slug) closes at \(since)."
  }

  static func beside(_ claim: ClaimedTally) -> String {
    "beside, without records: \(claim.source) reports \(grouped(claim.count)) \(claim.cohort.plural)"
  }
}

// MARK: - Signatures that may be one person's

extension Copy {
  static func toldApart(_ pair: SignaturePair) -> String {
    "Noted: signatures \(pair.one) and \(pair.other) are of two people."
  }

  static func furtherPairs(_ count: Int) -> String {
    "\(grouped(count)) more \(count == 1 ? "pair is" : "pairs are") not shown: --limit 0 shows all."
  }

  static func cutPairs(_ count: Int) -> String {
    "there are more than \(grouped(count)) pairs: these are of the most telling kinds. Decide some, and look again."
  }

  static func crowds(_ count: Int, largest: Int) -> String {
    (count == 1 ? "one name is" : "\(grouped(count)) names are")
      + " shared by more than \(Lookalikes.mostOfAKey) signers of one place, employer or kind of address, up to "
      + "\(grouped(largest)): these were not compared. picket signature search finds them."
  }

  static func crowdedPlaces(_ count: Int) -> String {
    let groups = count == 1 ? "group" : "groups"
    return "Slips of the hand were not looked for in \(grouped(count)) large \(groups) of similar names."
  }

  static func reviewed(_ different: Int, _ same: Int, _ later: Int, of count: Int) -> String {
    let open = max(0, count - different - same)
    return "\(grouped(different)) told apart, \(grouped(same)) taken out as the same person; "
      + "\(grouped(open)) of \(grouped(count)) left."
  }
}
