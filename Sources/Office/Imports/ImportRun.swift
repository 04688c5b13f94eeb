import Campaigns
import Foundation
import Intake
import Ledger
import Logging
import Vault

extension Office {
  /// Imports a sheet: all of it in one transaction, or nothing.
  ///
  /// Reading and judging, sealing, and storing run beside each other. The refused rows are in their file before the
  /// transaction ends, so that none is lost.
  /// - Parameter progress: told from time to time how many rows are done.
  /// - Throws: `notFound`; `notAllowed` where the petition takes no signatures; `unusableFile` where the sheet cannot be
  ///   read; `cannotCreate` where the file of the refused rows cannot be.
  public func importSheet(
    _ request: SheetImport, progress: @escaping (Int) -> Void = { _ in }
  ) throws -> SheetImportOutcome {
    let sheet = try SheetReader(request.source, options: request.options)
    var rejects: Rejects?
    do {
      return try writeUnlocked { transaction in
        let run = try ImportRun(transaction, self, request, sheet)
        return try run.run(&rejects, progress: progress)
      }
    } catch {
      // Nothing was imported, so no row was refused either.
      rejects?.takeBack()
      throw error
    }
  }

  /// What importing the sheet would do; nothing is written.
  /// - Throws: as `importSheet`, but for `cannotCreate`.
  public func rehearseImport(_ request: SheetImport) throws -> SheetImportOutcome {
    let sheet = try SheetReader(request.source, options: request.options)
    return try readUnlocked { transaction in
      let run = try ImportRun(transaction, self, request, sheet)
      return try run.rehearse()
    }
  }
}

/// One import on its way through its three stages.
private struct ImportRun {
  private let transaction: any Transaction
  private let request: SheetImport
  private let sheet: SheetReader
  private let details: PetitionDetails
  private let keys: PetitionKeys
  private let book: LeafBook
  private let importSeal: ImportSeal
  private let importID: Identifier<ImportReport>
  private let source: ImportReport.Source
  private let judge: RowJudge
  private let groups: IdentifierGroups<Signature>

  private static let batchSize = 16_384

  init(_ transaction: any Transaction, _ office: Office, _ request: SheetImport, _ sheet: SheetReader) throws {
    self.transaction = transaction
    self.request = request
    self.sheet = sheet
    details = try transaction.details(of: transaction.petition(request.petition))
    let cohort = request.cohort ?? details.petition.cohort
    try details.petition.requireTakingSignatures(of: cohort, at: Date())
    let letter = try transaction.letter(request.letter, of: details.petition)
    keys = try office.keys(for: details.petition)
    book = try LeafBook(details.petition, transaction, office.vault())
    importSeal = ImportSeal(try office.vault(), details.petition.id)
    importID = Identifier(on: request.options.today)
    let fileName = (sheet.name as NSString).lastPathComponent
    source = ImportReport.Source(
      fileName: fileName, partner: request.partner,
      digest: sheet.mapping.hasEmail ? nil : try request.digest?(),
      mapping: sheet.mapping.mapped.map { "\($0.field)=\($0.column.header)" })
    let earlier = try transaction.imports.all(of: keys.petition)
    var judge = try RowJudge(
      keys, details, request, letter: letter.id, origin: importID,
      emailColumn: sheet.mapping.columns[.email]?.number,
      sheetIdentity: try ImportRun.identity(of: source, among: earlier, importSeal),
      marks: try transaction.signatures.marks(of: keys.petition))
    try OpenedSignatures(transaction: transaction, keys: keys).forEachBatch { rows, signatures in
      for (row, signature) in zip(rows, signatures) { judge.enter(row, signature) }
    }
    self.judge = judge
    groups = try IdentifierGroups(on: request.options.today) { try transaction.signatures.taken(in: $0) }
  }

  /// Bytes that are the same for the same file: the name that it had when its contents were first imported.
  private static func identity(
    of source: ImportReport.Source, among reports: [SealedImport], _ seal: ImportSeal
  ) throws -> [UInt8] {
    guard let digest = source.digest else { return Array("\(source.fileName)\n".utf8) }
    let earlier = try reports.map(seal.open).first { $0.source.digest == digest }
    return Array("\(earlier?.source.fileName ?? source.fileName)\n".utf8)
  }

  // MARK: - The real run

  private struct Judged: Sendable {
    var newcomers: [RowJudge.Newcomer]
    var refused: [RefusedRow]
    var withheld: [RefusedRow]
    var rowCount: Int
  }

  private struct Sealed: Sendable {
    var signatures: [SealedSignature]
    var leaves: [QueuedLeaf]
    var refused: [RefusedRow]
    var withheld: [RefusedRow]
    var rowCount: Int
  }

  /// What the judge knows at the end.
  private struct Verdicts: Sendable {
    var counts: ImportReport.Counts
    var stricter: [Identifier<Signature>: Visibility]
  }

  func run(_ rejects: inout Rejects?, progress: (Int) -> Void) throws -> SheetImportOutcome {
    var outcome = SheetImportOutcome(reading: sheet)
    let judged = Channel<Judged>(capacity: 2)
    let sealed = Channel<Sealed>(capacity: 2)
    let verdicts = Channel<Verdicts>(capacity: 1)
    startJudging(into: judged, verdicts)
    startSealing(judged, into: sealed)
    defer {
      // Where storing failed, the stages before it must not wait for it for ever.
      judged.end()
      sealed.end()
    }
    var rowCount = 0
    while let batch = try sealed.receive() {
      if !batch.signatures.isEmpty {
        // The signatures refer to the import, whose counts are known at the end.
        if outcome.id == nil { outcome.id = try record(outcome.counts) }
        try transaction.signatures.add(batch.signatures)
        try transaction.ledger.enqueue(batch.leaves)
      }
      if !batch.refused.isEmpty {
        if rejects == nil { rejects = try Rejects(at: request.rejectsPath, sheet.rejects) }
        try rejects?.write(batch.refused)
        outcome.note(batch.refused)
      }
      outcome.withhold(batch.withheld)
      rowCount += batch.rowCount
      Log.office.debug("import: stored a batch", metadata: ["rows": "\(rowCount)"])
      progress(rowCount)
    }
    guard let verdict = try verdicts.receive() else {
      throw Refusal(.inputOutput, "the import stopped before its end", hint: "try again")
    }
    outcome.counts = verdict.counts
    outcome.counts.stricter = try tighten(verdict.stricter)
    outcome.metZonelessTime = sheet.metZonelessTime
    if outcome.id != nil {
      try transaction.imports.update(try report(outcome.counts))
    } else if outcome.counts.rows > outcome.counts.rejected {
      outcome.id = try record(outcome.counts)
    }
    try rejects?.place()
    outcome.rejectsPath = rejects?.path
    return outcome
  }

  private func startJudging(into judged: Channel<Judged>, _ verdicts: Channel<Verdicts>) {
    let sheet = sheet
    let groups = groups
    let start = judge
    Thread.detachNewThread {
      var judge = start
      var groups = groups
      var random = BulkRandom()
      do {
        while !judged.hasEnded, let batch = try sheet.next(ImportRun.batchSize) {
          let identifiers = try groups.next(batch.rows.count)
          let verdict = judge.judge(batch, identifiers, &random)
          judged.send(
            Judged(
              newcomers: verdict.newcomers, refused: verdict.refused, withheld: verdict.withheld,
              rowCount: batch.rows.count + batch.refused.count))
        }
        verdicts.send(Verdicts(counts: judge.counts, stricter: judge.stricterChoices))
        verdicts.end()
        judged.end()
      } catch {
        judged.end(.failure(error))
      }
    }
  }

  private func startSealing(_ judged: Channel<Judged>, into sealed: Channel<Sealed>) {
    let keys = keys
    let book = book
    Thread.detachNewThread {
      do {
        var random = BulkRandom()
        var numbers = LeafNumbers()
        var sealer = SignatureSeal.Sealer(keys.seal)
        while !sealed.hasEnded, let batch = try judged.receive() {
          var signatures: [SealedSignature] = []
          var leaves: [LedgerLeaf] = []
          signatures.reserveCapacity(batch.newcomers.count)
          leaves.reserveCapacity(batch.newcomers.count)
          for newcomer in batch.newcomers {
            var signature = newcomer.signature
            if signature.standing != .held {
              book.commit(&signature, &random)
              if let leaf = book.leaf(of: signature) { leaves.append(leaf) }
            }
            let nameTag = keys.nameTag(of: signature, tag: newcomer.tag)
            signatures.append(try sealer.seal(signature, tag: newcomer.tag, nameTag: nameTag))
          }
          sealed.send(
            Sealed(
              signatures: signatures, leaves: numbers.queued(leaves, in: book), refused: batch.refused,
              withheld: batch.withheld, rowCount: batch.rowCount))
        }
        sealed.end()
      } catch {
        sealed.end(.failure(error))
      }
    }
  }

  /// Makes signatures less visible where a duplicate asked for it.
  /// - Returns: how many were changed.
  private func tighten(_ choices: [Identifier<Signature>: Visibility]) throws -> Int {
    let changed = try choices.sorted { $0.key < $1.key }.compactMap { id, visibility -> SealedSignature? in
      guard let sealed = try transaction.signatures.find(id, of: keys.petition) else { return nil }
      var signature = try keys.seal.open(sealed)
      signature.visibility = visibility
      return try keys.seal(signature, tag: sealed.tag)
    }
    try transaction.signatures.update(changed)
    return changed.count
  }

  private func record(_ counts: ImportReport.Counts) throws -> Identifier<ImportReport> {
    try transaction.imports.add(try report(counts))
    return importID
  }

  private func report(_ counts: ImportReport.Counts) throws -> SealedImport {
    try importSeal.seal(
      ImportReport(
        id: importID, petition: keys.petition, importedOn: request.options.today, counts: counts, source: source))
  }

  // MARK: - The rehearsal

  func rehearse() throws -> SheetImportOutcome {
    var outcome = SheetImportOutcome(reading: sheet)
    var judge = judge
    var groups = groups
    var random = BulkRandom()
    while let batch = try sheet.next(ImportRun.batchSize) {
      let verdict = judge.judge(batch, try groups.next(batch.rows.count), &random)
      outcome.note(verdict.refused)
      outcome.withhold(verdict.withheld)
      if outcome.samples.count < 5 { outcome.samples += batch.rows.prefix(5 - outcome.samples.count) }
    }
    outcome.counts = judge.counts
    outcome.counts.stricter = judge.stricterChoices.count
    outcome.metZonelessTime = sheet.metZonelessTime
    return outcome
  }
}
