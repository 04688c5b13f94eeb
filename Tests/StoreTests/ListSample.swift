import Campaigns
import Foundation
import Testing

/// One of everything that belongs to lists, beside the sample. Tags and sealed contents are fakes.
///
/// It stands in a fixture: what is in here is never changed.
struct ListSample {
  let sample: Sample
  /// In the order of their names.
  let channels: [Channel]
  /// In the order of their numbers.
  let sheets: [SignatureSheet]
  /// Those of the pairs.
  let signatures: [SealedSignature]
  let pairs: [SignaturePair]
  /// In the order of their identifiers.
  let roster: [SealedRosterEntry]
  /// One that knows its publication.
  let delivery: StoredDelivery

  init() throws {
    let sample = try Sample()
    self.sample = sample
    let petition = sample.petition.id
    channels = [
      Channel(petition: petition, name: try Slug("github")),
      Channel(
        petition: petition, name: try Slug("web-form"), closesAt: Date(timeIntervalSince1970: 1_616_889_600)),
    ]
    sheets = [1, 2].map { number in
      SignatureSheet(
        petition: petition, number: number, letter: sample.letter.id, rowCount: 8 + number, printedOn: Sample.day)
    }
    signatures = sample.signatures(4, from: 5_000) { [UInt8](repeating: UInt8($0 + 1), count: 40) }
    pairs = try [
      #require(SignaturePair(signatures[0].id, signatures[1].id)),
      #require(SignaturePair(signatures[2].id, signatures[3].id)),
    ]
    roster = try [1, 2, 3].map { number in
      SealedRosterEntry(
        id: Identifier(rawValue: 6_000 + Int64(number)), campaign: sample.campaign.id,
        tag: try #require(BlindTag([UInt8](repeating: UInt8(number), count: 16))),
        contents: Array("sealed entry \(number)".utf8))
    }
    delivery = StoredDelivery(
      id: Identifier(rawValue: 7_000), petition: petition, number: 9, deliveredOn: Sample.day, size: 1,
      manifest: Array("a manifest".utf8), counted: [1], publication: 3)
  }

  /// Adds it all to a repository that holds the sample.
  func add(to repository: any Repository) throws {
    try repository.write { transaction in
      for channel in channels { try transaction.channels.keep(channel) }
      try transaction.sheets.add(sheets)
      try transaction.signatures.add(signatures)
      for pair in pairs { try transaction.toldApart.tellApart(pair, of: sample.petition.id) }
      try transaction.roster.add(roster)
      try transaction.deliveries.add(delivery, lines: [])
    }
  }
}
