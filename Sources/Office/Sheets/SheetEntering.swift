import Campaigns
import Crypto
import Foundation
import Intake

/// The rows of a printed sheet that somebody typed off.
public struct SheetEntry: Sendable {
  /// The petition's slug.
  public var petition: String
  /// The sheet's number.
  public var number: Int
  /// The rows, each with its number.
  public var rows: [PaperRow]
  /// How they were verified; nil where nobody did.
  public var verification: Verification.Method?
  /// The cohort of all of them; nil means the petition's own.
  public var cohort: Cohort?

  /// Rows of a sheet. One without a number is the one after the row before.
  public init(_ rows: [PaperRow], of number: Int, to petition: String) {
    self.petition = petition
    self.number = number
    self.rows = rows
    var last = 0
    for place in rows.indices {
      last = rows[place].row ?? last + 1
      self.rows[place].row = last
    }
  }
}

/// A row of a paper sheet that cannot be taken.
public struct RefusedPaperRow: Hashable, Sendable {
  /// Its number on the sheet.
  public let row: Int
  /// Why, in words that never say what was typed.
  public let reason: String

  /// A row that is refused for this reason.
  public init(row: Int, reason: String) {
    self.row = row
    self.reason = reason
  }
}

extension Office {
  /// Makes sure that rows of a sheet can be entered now, before anybody types them.
  /// - Returns: the sheet.
  /// - Throws: `notFound`; `notAllowed` where the petition takes no signatures; and as `vault`.
  public func prepareEntering(_ number: Int, of slug: String, cohort: Cohort?) throws -> SignatureSheet {
    _ = try vault()
    return try repository.read { transaction in
      let petition = try transaction.petition(slug)
      try petition.requireTakingSignatures(of: cohort ?? petition.cohort, at: Date())
      return try transaction.sheet(number, of: petition)
    }
  }

  /// Which of the rows could not be entered; nothing is written.
  /// - Throws: as `enterSheet`, but not for these rows.
  public func rehearseSheet(_ entry: SheetEntry) throws -> [RefusedPaperRow] {
    try rehearseImport(request(for: entry)).refusals.map { RefusedPaperRow(row: $0.line - 1, reason: $0.reason) }
  }

  /// Enters rows of a printed sheet as one import: all of them, or nothing.
  ///
  /// A row is known by its sheet and its number, or by its address: entered again, it adds nothing.
  /// - Throws: `notFound`; `invalidValue` where there is no row, a number stands twice or is not on the sheet, or a row
  ///   breaks a rule; `notAllowed` where the petition takes no signatures; and as `vault`.
  public func enterSheet(_ entry: SheetEntry) throws -> SheetImportOutcome {
    let request = try request(for: entry)
    if let refused = try rehearseSheet(entry).first {
      throw Refusal(
        .invalidValue, "row \(refused.row) of sheet \(entry.number) cannot be entered: \(refused.reason)",
        hint: "nothing was entered; mend the row or leave it out, and enter the sheet again")
    }
    return try importSheet(request)
  }

  private func request(for entry: SheetEntry) throws -> SheetImport {
    let sheet = try repository.read { transaction in
      let petition = try transaction.petition(entry.petition)
      return (try transaction.sheet(entry.number, of: petition), try transaction.letters.all(of: petition.id))
    }
    guard let letter = sheet.1.first(where: { $0.id == sheet.0.letter }) else {
      throw Refusal(.corrupt, "sheet \(entry.number) has no letter", hint: "go on with your newest backup")
    }
    try entry.check(against: sheet.0)
    var request = try SheetImport("-", into: entry.petition, options: PaperRow.options)
    request.source = MemorySource(PaperRow.sheet(of: entry.rows), name: sheet.0.name)
    request.digest = nil
    request.tellsRowsByLine = true
    request.channel = "paper"
    request.letter = "\(letter.language):\(letter.version)"
    request.verification = entry.verification
    request.cohort = entry.cohort
    request.visibility = Visibility(PaperRow.unmarked)
    return request
  }

  /// Attaches a scan of a sheet to the campaign's evidence, by its SHA-256 alone: it shows names and hands, so its bytes
  /// are kept nowhere.
  /// - Throws: `notFound`; `alreadyExists` where this scan is attached already; what reading it throws.
  public func attachScan(
    _ source: any ByteSource, ofSheet number: Int, of slug: String
  ) throws -> (evidence: EvidenceRecord, digest: String) {
    var source = source
    var hash = SHA256()
    var size = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { break }
      size += count
      hash.update(data: buffer[..<count])
    }
    guard size > 0 else {
      throw Refusal(
        .invalidValue, "the scan is empty", hint: "scan the sheet again", at: SourcePlace(file: source.name))
    }
    let digest = hash.finalize().map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
    let place = "SHA-256 \(digest)"
    return try repository.write { transaction in
      let petition = try transaction.petition(slug)
      let sheet = try transaction.sheet(number, of: petition)
      guard let campaign = try transaction.campaigns.find(petition.campaign) else {
        throw Refusal(.corrupt, "\(slug) has no campaign", hint: "go on with your newest backup")
      }
      if let known = try transaction.record.evidence(of: campaign.id).first(where: { $0.place == place }) {
        throw Refusal(
          .alreadyExists, "this scan is evidence \(known.number) of \(campaign.slug) already",
          hint: "picket evidence show \(known.number) --campaign \(campaign.slug) shows it")
      }
      var draft = EvidenceDraft("Scan of signature \(sheet.name) of \(petition.slug), kept by the organizers")
      draft.place = place
      draft.subject = "petition \(petition.slug)"
      return (try transaction.addEvidence(draft, to: campaign), digest)
    }
  }
}

extension SheetEntry {
  /// - Throws: `invalidValue` where there is no row, a number stands twice, or one is not on the sheet.
  fileprivate func check(against sheet: SignatureSheet) throws {
    guard !rows.isEmpty else {
      throw Refusal(.invalidValue, "there is no row to enter", hint: "type at least one, or give a file with them")
    }
    var seen: Set<Int> = []
    for number in rows.compactMap(\.row) {
      guard (1...sheet.rowCount).contains(number) else {
        throw Refusal(
          .invalidValue, "there is no row \(number) on sheet \(sheet.number): it has \(sheet.rowCount)",
          hint: "nothing was entered; check the sheet's number and the rows'")
      }
      guard seen.insert(number).inserted else {
        throw Refusal(
          .invalidValue, "row \(number) stands twice", hint: "nothing was entered; correct the numbers of the rows")
      }
    }
  }
}
