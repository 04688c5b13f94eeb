import Campaigns
import Intake
import Logging
import Vault

/// One import of pledges, batch by batch.
struct PledgeImportRun {
  private let transaction: any Transaction
  private let request: PledgeImport
  private let list: PledgeList
  private let reception: PledgeReception
  private let verification: Verification?
  private let isRehearsal: Bool
  private let marks: Set<BlindTag>
  private var groups: IdentifierGroups<Pledge>
  private var random = BulkRandom()
  private var outcome: PledgeImportOutcome
  /// The tags of all pledges behind the current batch.
  private var tags: Set<BlindTag> = []
  /// What a rehearsal, which stores nothing, has to remember of its rows.
  private var rehearsed: [BlindTag: Remembered] = [:]

  private static let batchSize = 16_384

  init(
    _ transaction: any Transaction, _ office: Office, _ request: PledgeImport, _ list: PledgeList, isRehearsal: Bool
  ) throws {
    self.transaction = transaction
    self.request = request
    self.list = list
    self.isRehearsal = isRehearsal
    let boycott = try transaction.boycott(request.boycott)
    reception = try PledgeReception(boycott, office.seal(for: boycott), transaction, on: .today)
    verification = request.verification.map { Verification(method: $0, on: .today) }
    marks = try transaction.pledges.marks(of: boycott.id)
    groups = try IdentifierGroups(on: .today) { try transaction.pledges.taken(in: $0) }
    outcome = PledgeImportOutcome(reading: list)
    var tags: Set<BlindTag> = []
    try transaction.pledges.forEachBatch(of: boycott.id, limit: PledgeImportRun.batchSize) { batch in
      for row in batch { if let tag = row.tag { tags.insert(tag) } }
    }
    self.tags = tags
  }

  /// What a batch of rows has come to so far.
  private struct Batch {
    var identifiers: [Identifier<Pledge>]
    /// The pledges that are new or changed, by their tags.
    var newcomers: [BlindTag: Pledge] = [:]
    var changed: [BlindTag: Pledge] = [:]
    var refused: [RefusedRow] = []
    var rowCount = 0
  }

  /// As much of a pledge as decides what comes of a promise under its address: a sheet can have a million.
  private struct Remembered {
    let name: String
    let ifOthers: Int32
    let lapsesOn: Int32
    let level: Visibility.Level
    let stage: Pledge.Stage
    let isVerified: Bool

    init(_ pledge: Pledge) {
      name = pledge.signatory.name
      ifOthers = pledge.ifOthers.map(Int32.init(clamping:)) ?? -1
      lapsesOn = pledge.lapsesOn.map { Int32(clamping: $0.daysSinceEpoch) } ?? .min
      level = pledge.visibility.level
      stage = pledge.stage
      isVerified = pledge.isVerified
    }

    func pledge(_ reception: PledgeReception) -> Pledge {
      Pledge(
        id: Identifier(rawValue: 0), boycott: reception.boycott.id, signatory: Signatory(name: name),
        cohort: .employee, visibility: Visibility(level), ifOthers: ifOthers < 0 ? nil : Int(ifOthers),
        terms: reception.boycott.terms,
        lapsesOn: lapsesOn == .min ? nil : CalendarDate(daysSinceEpoch: Int(lapsesOn)), stage: stage,
        verification: isVerified ? Verification(method: .known, on: reception.day) : nil)
    }
  }

  mutating func run(_ rejects: inout Rejects?, _ progress: (Int) -> Void) throws -> PledgeImportOutcome {
    while true {
      // Dealt out by chance, and stored in their order: nothing tells who came first.
      var batch = Batch(identifiers: try groups.next(PledgeImportRun.batchSize))
      batch.identifiers.shuffle(using: &random)
      while batch.rowCount < PledgeImportRun.batchSize, let row = try list.next() {
        batch.rowCount += 1
        switch row {
        case .success(let row): try take(row, in: &batch)
        case .failure(let refused): batch.refused.append(refused)
        }
      }
      guard batch.rowCount > 0 else { break }
      try store(batch)
      try keep(batch.refused, &rejects)
      outcome.rows += batch.rowCount
      Log.office.debug("import: stored a batch of pledges", metadata: ["rows": "\(outcome.rows)"])
      progress(outcome.rows)
    }
    try rejects?.place()
    outcome.rejectsPath = rejects?.path
    return outcome
  }

  private mutating func take(_ row: TypedPledge, in batch: inout Batch) throws {
    guard let address = row.signatory.email.flatMap(NormalizedAddress.init) else {
      batch.refused.append(row.row.refused("email", "the address is none that mail could reach"))
      return
    }
    guard marks.isEmpty || !marks.contains(reception.seal.mark(of: address)) else {
      var refused = row.row.refused(
        "email", "this person asked to be erased: only an act of their own brings them back")
      refused.record = []
      outcome.withheld += 1
      outcome.rejected += 1
      outcome.note(refused)
      return
    }
    var promise = Promise(
      signatory: row.signatory, cohort: row.cohort ?? request.cohort,
      visibility: Visibility(row.visibility ?? request.visibility), ifOthers: row.ifOthers, lapsesOn: row.lapsesOn)
    promise.verification = verification
    let tag = reception.seal.tag(of: address)
    if let newcomer = batch.newcomers[tag] {
      if let renewed = try meet(newcomer, promise, row, &batch) { batch.newcomers[tag] = renewed }
    } else if let standing = try batch.changed[tag] ?? standing(at: tag) {
      if let renewed = try meet(standing, promise, row, &batch) { batch.changed[tag] = renewed }
    } else if let id = batch.identifiers.popLast() {
      batch.newcomers[tag] = reception.pledge(promise, id)
      outcome.added += 1
      if reception.isAtTarget(address) { outcome.targetAddresses += 1 }
    }
  }

  private func standing(at tag: BlindTag) throws -> Pledge? {
    guard tags.contains(tag) else { return nil }
    if let remembered = rehearsed[tag] { return remembered.pledge(reception) }
    return try transaction.pledges.find(tagged: tag, of: reception.boycott.id).map(reception.seal.open)
  }

  /// The pledge once it has taken in the promise; nil where nothing changes.
  private mutating func meet(
    _ standing: Pledge, _ promise: Promise, _ row: TypedPledge, _ batch: inout Batch
  ) throws -> Pledge? {
    var pledge = standing
    switch try reception.meet(&pledge, promise) {
    case .unchanged: outcome.duplicates += 1
    case .renewed, .returned:
      outcome.renewed += 1
      if standing.terms < reception.boycott.terms { outcome.renewedOlderTerms += 1 }
      return pledge
    case .otherName:
      batch.refused.append(row.row.refused("email", "another name has pledged with this address"))
    case .takenBack:
      batch.refused.append(
        row.row.refused("email", "the pledge was taken back: only an act of the person's own brings it back"))
    }
    return nil
  }

  private mutating func store(_ batch: Batch) throws {
    tags.formUnion(batch.newcomers.keys)
    guard !isRehearsal else {
      for (tag, pledge) in batch.newcomers { rehearsed[tag] = Remembered(pledge) }
      for (tag, pledge) in batch.changed { rehearsed[tag] = Remembered(pledge) }
      return
    }
    var sealer = PledgeSeal.Sealer(reception.seal)
    func sealed(_ pledges: [BlindTag: Pledge]) throws -> [SealedPledge] {
      var rows: [SealedPledge] = []
      rows.reserveCapacity(pledges.count)
      for (tag, pledge) in pledges.sorted(by: { $0.value.id < $1.value.id }) {
        rows.append(try sealer.seal(pledge, tag: tag))
      }
      return rows
    }
    try transaction.pledges.add(try sealed(batch.newcomers))
    try transaction.pledges.update(try sealed(batch.changed))
  }

  /// Writes the refused rows into their file, and counts them.
  private mutating func keep(_ refused: [RefusedRow], _ rejects: inout Rejects?) throws {
    outcome.rejected += refused.count
    for row in refused.prefix(5) { outcome.note(row) }
    guard !isRehearsal, !refused.isEmpty else { return }
    if rejects == nil { rejects = try Rejects(at: request.rejectsPath, list.reader.rejects) }
    try rejects?.write(refused)
  }
}

extension PledgeImportOutcome {
  fileprivate mutating func note(_ refused: RefusedRow) {
    if refusals.count < 5 { refusals.append(refused) }
  }
}
