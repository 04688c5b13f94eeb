import Campaigns
import Export
import Foundation
import Ledger

extension DeliveryManifest {
  /// The delivery's numbers as JSON.
  var tallyJSON: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      let tally = Tally(
        verified: total, listed: lines.count, countedWithoutLine: counted,
        cohorts: parts.map { Tally.Part(cohorts: $0.cohorts.map(\.rawValue), count: $0.count) },
        claimed: claimed.map { Tally.Claim(source: $0.source, cohort: $0.cohort.rawValue, count: $0.count) },
        deliveredOn: deliveredOn.description)
      return Array(try encoder.encode(tally)) + [UInt8(ascii: "\n")]
    }
  }

  private struct Tally: Encodable {
    let verified, listed, countedWithoutLine: Int
    let cohorts: [Part]
    let claimed: [Claim]
    let deliveredOn: String

    struct Part: Encodable {
      let cohorts: [String]
      let count: Int
    }

    struct Claim: Encodable {
      let source, cohort: String
      let count: Int
    }
  }

  /// What the recipient reads first: what this is, and how to check it.
  var readme: [UInt8] {
    let claims = claimed.map { "- \($0.source) reports \($0.count) \($0.cohort.plural), without records\n" }.joined()
    let text = """
      # \(title)

      Delivered to \(target) on \(deliveredOn), delivery \(number) of this petition.

      **\(total) \(total == 1 ? "person has" : "people have") signed**; each signature was verified by the organizers.
      \(lines.count) of them stand in the list, as far as they chose to be shown; \(counted) are counted without a line.
      \(claims.isEmpty ? "" : "\nBeside this number, and not in it:\n\n" + claims)
      ## What is in this folder

      - `letter-….md`: the letter, in its languages and versions
      - `list.csv`, `list.json`, `list.md`, `list.txt`: the list of signatories, the same in four forms
      - `list`: the same list, line by line as the manifest commits to it
      - `tally.json`: the numbers
      - `leaves`: the campaign's whole ledger up to this delivery, a line each; those that are counted here are marked
      - `checkpoint`: the signed root of that ledger
      - `manifest`: what all of this is, signed

      ## How to check it

      With Picket, which needs no network, no database and no key for this:

          picket verify THIS-FOLDER

      If you have kept an earlier checkpoint of the same campaign, this also shows that nothing was rewritten since:

          picket verify THIS-FOLDER --checkpoint EARLIER

      By hand: each line of `leaves` is a ledger leaf in base64; the root over their hashes (RFC 9162) stands in
      `checkpoint`; the number of lines marked `counted` is the delivered number.

      The key that signed: `\(key?.vkey ?? "")`. Compare it with what the organizers have published elsewhere.

      ## What this proves, and what not

      It proves that the number is the number of marked leaves, that the list has not changed since it was signed, and,
      with an earlier checkpoint, that the ledger only grew. That each leaf is a real person who works there is the
      organizers' word: no name follows from a leaf. Each signer can show, with a receipt, that their own leaf is in it.

      """
    return Array(text.utf8)
  }
}
