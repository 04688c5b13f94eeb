import Campaigns
import Foundation
import Intake
import Ledger
import Logging
import Vault

extension Office {
  /// Imports a sheet: all of it in one transaction, or nothing.
  /// - Throws: as `importSheets`.
  public func importSheet(
    _ request: SheetImport, progress: @escaping (Int) -> Void = { _ in }
  ) throws -> SheetImportOutcome {
    try importSheets([request], progress: progress).files[0]
  }

  /// Imports sheets into one petition: all of them in one transaction, or nothing.
  ///
  /// They are read in their order, so of two rows of one person the earlier file's stands. Reading and judging,
  /// sealing, and storing run beside each other. The refused rows are in their files before the transaction ends,
  /// so that none is lost.
  /// - Parameter progress: told from time to time how many rows are done.
  /// - Throws: `notFound`; `usage` where there is no file, or more than `ListOverlaps.mostLists`; `notAllowed`
  ///   where the petition takes no signatures or a channel is closed; `unusableFile` where a sheet cannot be read;
  ///   `cannotCreate` where the file of the refused rows cannot be.
  public func importSheets(
    _ requests: [SheetImport], progress: @escaping (Int) -> Void = { _ in }
  ) throws -> ImportOutcome {
    let sheets = try ImportRun.open(requests)
    var rejects: [Rejects?] = Array(repeating: nil, count: sheets.count)
    do {
      return try writeUnlocked { transaction in
        let run = try ImportRun(transaction, self, sheets)
        return try run.run(&rejects, progress: progress)
      }
    } catch {
      // Nothing was imported, so no row was refused either.
      for file in rejects { file?.takeBack() }
      throw error
    }
  }

  /// What importing the sheet would do; nothing is written.
  /// - Throws: as `importSheet`, but for `cannotCreate`.
  public func rehearseImport(_ request: SheetImport) throws -> SheetImportOutcome {
    try rehearseImport([request]).files[0]
  }

  /// What importing the sheets would do; nothing is written.
  /// - Throws: as `importSheets`, but for `cannotCreate`.
  public func rehearseImport(_ requests: [SheetImport]) throws -> ImportOutcome {
    let sheets = try ImportRun.open(requests)
    return try readUnlocked { transaction in
      let run = try ImportRun(transaction, self, sheets, rehearsing: true)
      return try run.rehearse()
    }
  }
}

/// One import of one or several sheets on its way through its three stages.
private struct ImportRun {
  private let transaction: any Transaction
  private let ground: ImportGround
  private let sheets: [OpenedSheet]
  private let judge: Handed<RowJudge>
  private let groups: IdentifierGroups<Signature>

  private static let batchSize = 16_384

  /// A request with the reader of its sheet, at the first row.
  struct OpenedSheet: Sendable {
    let request: SheetImport
    let reader: SheetReader
  }

  /// Reads the headers of all sheets, so that one that is unusable is told before anything is done.
  static func open(_ requests: [SheetImport]) throws -> [OpenedSheet] {
    guard (1...ListOverlaps.mostLists).contains(requests.count) else {
      throw Refusal(
        .usage, "one import takes 1 to \(ListOverlaps.mostLists) files, not \(requests.count)",
        hint: "import the rest with a command of its own")
    }
    var taken: Set<String> = []
    return try requests.map { request in
      var request = request
      if taken.contains(request.rejectsPath) {
        request.rejectsPath = Rejects.path(beside: request.rejectsPath, besides: taken)
      }
      taken.insert(request.rejectsPath)
      return OpenedSheet(request: request, reader: try SheetReader(request.source, options: request.options))
    }
  }

  init(
    _ transaction: any Transaction, _ office: Office, _ sheets: [OpenedSheet], rehearsing: Bool = false
  ) throws {
    self.transaction = transaction
    self.sheets = sheets
    ground = try ImportGround(transaction, office, sheets.map { ($0.request, $0.reader) }, rehearsing: rehearsing)
    judge = Handed(try ground.judge(transaction))
    groups = try IdentifierGroups(on: sheets[0].request.options.today) { try transaction.signatures.taken(in: $0) }
  }

  // MARK: - The real run

  private struct Judged: Sendable {
    var sheet: Int
    var newcomers: [RowJudge.Newcomer]
    var refused: [RefusedRow]
    var withheld: [RefusedRow]
    var rowCount: Int
  }

  private struct Sealed: Sendable {
    var sheet: Int
    var signatures: [SealedSignature]
    var leaves: [QueuedLeaf]
    var refused: [RefusedRow]
    var withheld: [RefusedRow]
    var rowCount: Int
  }

  func run(_ rejects: inout [Rejects?], progress: (Int) -> Void) throws -> ImportOutcome {
    var outcome = ground.outcome
    let judged = Conveyor<Judged>(capacity: 2)
    let sealed = Conveyor<Sealed>(capacity: 2)
    let verdicts = Conveyor<RowJudge>(capacity: 1)
    startJudging(into: judged, verdicts)
    startSealing(judged, into: sealed)
    defer {
      // Where storing failed, the stages before it must not wait for it for ever.
      judged.end()
      sealed.end()
    }
    var rowCount = 0
    while let batch = try sealed.receive() {
      let sheet = batch.sheet
      if !batch.signatures.isEmpty {
        // The signatures refer to the import, whose counts are known at the end.
        if outcome.files[sheet].id == nil { outcome.files[sheet].id = try record(sheet, ImportReport.Counts()) }
        try transaction.signatures.add(batch.signatures)
        try transaction.ledger.enqueue(batch.leaves)
      }
      if !batch.refused.isEmpty {
        if rejects[sheet] == nil {
          rejects[sheet] = try Rejects(at: sheets[sheet].request.rejectsPath, sheets[sheet].reader.rejects)
        }
        try rejects[sheet]?.write(batch.refused)
        outcome.files[sheet].note(batch.refused)
      }
      outcome.files[sheet].withhold(batch.withheld)
      rowCount += batch.rowCount
      Log.office.debug("import: stored a batch", metadata: ["rows": "\(rowCount)"])
      progress(rowCount)
    }
    guard let verdict = try verdicts.receive() else {
      throw Refusal(.inputOutput, "the import stopped before its end", hint: "try again")
    }
    let tightened = try tighten(verdict.stricterChoices, verdict.confirmations)
    ground.close(&outcome, with: verdict, stricter: tightened)
    for (sheet, opened) in sheets.enumerated() {
      outcome.files[sheet].metZonelessTime = opened.reader.metZonelessTime
      outcome.files[sheet].metMissingWish = opened.reader.metMissingWish
      let counts = outcome.files[sheet].counts
      if outcome.files[sheet].id != nil {
        try transaction.imports.update(try ground.report(sheet, counts))
      } else if counts.rows > counts.rejected {
        outcome.files[sheet].id = try record(sheet, counts)
      }
    }
    for sheet in rejects.indices {
      try rejects[sheet]?.place()
      outcome.files[sheet].rejectsPath = rejects[sheet]?.path
    }
    return outcome
  }

  private func startJudging(into judged: Conveyor<Judged>, _ verdicts: Conveyor<RowJudge>) {
    let readers = sheets.map(\.reader)
    let groups = groups
    let handed = judge
    Thread.detachNewThread {
      var groups = groups
      var random = BulkRandom()
      do {
        guard var judge = handed.take() else { return judged.end() }
        for (sheet, reader) in readers.enumerated() {
          while !judged.hasEnded, let batch = try reader.next(ImportRun.batchSize) {
            let identifiers = try groups.next(batch.rows.count)
            let verdict = judge.judge(batch, of: sheet, identifiers, &random)
            judged.send(
              Judged(
                sheet: sheet, newcomers: verdict.newcomers, refused: verdict.refused, withheld: verdict.withheld,
                rowCount: batch.rows.count + batch.refused.count))
          }
        }
        verdicts.send(judge)
        verdicts.end()
        judged.end()
      } catch {
        judged.end(.failure(error))
      }
    }
  }

  private func startSealing(_ judged: Conveyor<Judged>, into sealed: Conveyor<Sealed>) {
    let keys = ground.keys
    let book = ground.book
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
              sheet: batch.sheet, signatures: signatures, leaves: numbers.queued(leaves, in: book),
              refused: batch.refused, withheld: batch.withheld, rowCount: batch.rowCount))
        }
        sealed.end()
      } catch {
        sealed.end(.failure(error))
      }
    }
  }

  /// Makes signatures less visible where a duplicate asked for it.
  /// - Returns: how many were changed, for each sheet.
  private func tighten(
    _ choices: [Identifier<Signature>: RowJudge.StricterChoice],
    _ confirmations: [Identifier<Signature>: RowJudge.Confirmation]
  ) throws -> [Int] {
    var counts = Array(repeating: 0, count: sheets.count)
    let changed = try Set(choices.keys).union(confirmations.keys).sorted().compactMap { id -> SealedSignature? in
      guard let sealed = try transaction.signatures.find(id, of: ground.keys.petition) else { return nil }
      var signature = try ground.keys.seal.open(sealed)
      if let choice = choices[id] {
        signature.visibility = choice.visibility
        signature.hasOwnWish = true
        counts[choice.sheet] += 1
      }
      if let confirmation = confirmations[id] { try signature.verify(confirmation.verification) }
      return try ground.keys.seal(signature, tag: sealed.tag)
    }
    try transaction.signatures.update(changed)
    return counts
  }

  private func record(_ sheet: Int, _ counts: ImportReport.Counts) throws -> Identifier<ImportReport> {
    let report = try ground.report(sheet, counts)
    try transaction.imports.add(report)
    return report.id
  }

  // MARK: - The rehearsal

  func rehearse() throws -> ImportOutcome {
    var outcome = ground.outcome
    guard var judge = judge.take() else { return outcome }
    var groups = groups
    var random = BulkRandom()
    for (sheet, opened) in sheets.enumerated() {
      while let batch = try opened.reader.next(ImportRun.batchSize) {
        let verdict = judge.judge(batch, of: sheet, try groups.next(batch.rows.count), &random)
        outcome.files[sheet].note(verdict.refused)
        outcome.files[sheet].withhold(verdict.withheld)
        let missing = 5 - outcome.files[sheet].samples.count
        if missing > 0 { outcome.files[sheet].samples += batch.rows.prefix(missing) }
      }
      outcome.files[sheet].metZonelessTime = opened.reader.metZonelessTime
    }
    var stricter = Array(repeating: 0, count: sheets.count)
    for choice in judge.stricterChoices.values { stricter[choice.sheet] += 1 }
    ground.close(&outcome, with: judge, stricter: stricter)
    return outcome
  }
}
