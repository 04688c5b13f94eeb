import Campaigns
import Foundation
import Intake
import Ledger
import Synchronization
import Vault

/// What an import stands on: the petition, its keys, what each sheet is recorded as, and what stood before.
struct ImportGround {
  let keys: PetitionKeys
  let book: LeafBook
  private let details: PetitionDetails
  private let seal: ImportSeal
  private let earlier: [ImportReport]
  private let sources: [ImportReport.Source]
  private let terms: [RowJudge.Terms]
  private let names: ListNames
  /// The outcome before the first row.
  let outcome: ImportOutcome

  /// The ground of an import of these sheets into the petition of the first.
  /// - Parameter rehearsing: whether to open no channel.
  /// - Throws: `notFound`; `notAllowed` where the petition takes no signatures or a channel is closed.
  init(
    _ transaction: any Transaction, _ office: Office, _ sheets: [(request: SheetImport, reader: SheetReader)],
    rehearsing: Bool
  ) throws {
    let details = try transaction.details(of: transaction.petition(sheets[0].request.petition))
    let petition = details.petition
    let cohorts = sheets.map { $0.request.cohort ?? petition.cohort }
    for cohort in cohorts { try petition.requireTakingSignatures(of: cohort, at: Date()) }
    let channels = ChannelGate(transaction, petition)
    let newChannels = try channels.pass(sheets.compactMap(\.request.channel), rehearsing: rehearsing)

    self.details = details
    keys = try office.keys(for: petition)
    book = try LeafBook(petition, transaction, office.vault())
    let seal = ImportSeal(try office.vault(), petition.id)
    self.seal = seal
    let earlier = try transaction.imports.all(of: petition.id).map(seal.open)
    self.earlier = earlier
    sources = try sheets.map { request, reader in
      ImportReport.Source(
        fileName: (reader.name as NSString).lastPathComponent, partner: request.partner, channel: request.channel,
        digest: reader.mapping.hasEmail ? nil : try request.digest?(),
        mapping: reader.mapping.mapped.map { "\($0.field)=\($0.column.header)" },
        format: reader.source?.rawValue, kept: reader.mapping.kept.map(\.header))
    }
    try ImportGround.requireApart(sources)
    names = ListNames(sources, earlier: earlier)
    let all = earlier.map(\.source) + sources
    terms = try zip(zip(sheets, cohorts), sources).map { sheet, source in
      let ((request, reader), cohort) = sheet
      return RowJudge.Terms(
        letter: try transaction.letter(request.letter, of: petition).id,
        origin: Identifier(on: request.options.today), cohort: cohort, visibility: request.visibility,
        verification: request.verification.map { Verification(method: $0, on: request.options.today) },
        today: request.options.today, emailColumn: reader.mapping.columns[.email]?.number ?? 1,
        identity: ImportGround.identity(of: source, among: all), tellsRowsByLine: request.tellsRowsByLine,
        hasConfirmations: reader.mapping.columns[.confirmed] != nil)
    }
    var outcome = ImportOutcome(
      files: zip(sheets, cohorts).map { SheetImportOutcome(of: $0.request, reading: $0.reader, cohort: $1) })
    outcome.newChannels = newChannels
    outcome.claims = details.claimedTallies
    self.outcome = outcome
  }

  /// Bytes that are the same for the same file: the name and the partner that it had when its contents came first.
  private static func identity(of source: ImportReport.Source, among known: [ImportReport.Source]) -> [UInt8] {
    let first = source.digest.flatMap { digest in known.first { $0.digest == digest } } ?? source
    return Array("\(first.fileName)\n\(first.partner.map { "\($0)\n" } ?? "")".utf8)
  }

  /// Makes sure that rows of two different lists are not taken for those of one: where there are no addresses, a list is
  /// told by its name and its partner.
  /// - Throws: `usage`.
  private static func requireApart(_ sources: [ImportReport.Source]) throws {
    for (place, source) in sources.enumerated() {
      let other = sources[..<place].first { other in
        (other.fileName, other.partner) == (source.fileName, source.partner) && other.digest != nil
          && source.digest != nil && other.digest != source.digest
      }
      guard other == nil else {
        throw Refusal(
          .usage, "two files are called \(source.fileName) and have no addresses: equal rows would be taken for one",
          hint: "name the partner of each with --partner, or rename one")
      }
    }
  }

  /// A judge who knows what stands already.
  func judge(_ transaction: any Transaction) throws -> RowJudge {
    var judge = RowJudge(keys, details, terms, marks: try transaction.signatures.marks(of: keys.petition))
    let numbers = Dictionary(uniqueKeysWithValues: earlier.enumerated().map { ($1.id, $0) })
    try OpenedSignatures(transaction: transaction, keys: keys).forEachBatch { rows, signatures in
      for (row, signature) in zip(rows, signatures) {
        judge.enter(row, signature, from: row.origin.flatMap { numbers[$0] } ?? earlier.count)
      }
    }
    return judge
  }

  /// What is kept of the sheet's import, sealed.
  func report(_ sheet: Int, _ counts: ImportReport.Counts) throws -> SealedImport {
    try seal.seal(
      ImportReport(
        id: terms[sheet].origin, petition: keys.petition, importedOn: terms[sheet].today, counts: counts,
        source: sources[sheet]))
  }

  /// Takes into the outcome what the judge knows at the end.
  /// - Parameter stricter: how many signatures the duplicates of each sheet made less visible.
  func close(_ outcome: inout ImportOutcome, with judge: RowJudge, stricter: [Int]) {
    for sheet in outcome.files.indices {
      outcome.files[sheet].counts = judge.counts[sheet]
      outcome.files[sheet].counts.stricter = stricter[sheet]
      outcome.files[sheet].confirmed = judge.confirmations.values.count { $0.sheet == sheet }
      outcome.files[sheet].duplicatesWithin = judge.duplicatesWithin[sheet]
    }
    outcome.pairs = names.named(judge.overlaps.pairs)
  }
}

/// A value that is handed on once, so that whoever takes it is its only holder: what is large is not copied then.
final class Handed<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  init(_ value: Value) {
    self.value = Mutex(value)
  }

  /// The value; nil where it was taken before.
  func take() -> Value? {
    value.withLock { held in
      defer { held = nil }
      return held
    }
  }
}
