import Campaigns
import Intake
import Logging
import Vault

/// One import of a roster, batch by batch.
struct RosterImportRun {
  private let transaction: any Transaction
  private let request: RosterImport
  private let list: RosterList
  private let seal: RosterSeal
  private let isRehearsal: Bool
  private var groups: IdentifierGroups<RosterEntry>
  private var random = BulkRandom()
  private var outcome: RosterImportOutcome
  /// The entries that were there before, by their tags.
  private var standing: [BlindTag: Identifier<RosterEntry>] = [:]
  /// The rows of the sheet so far: their tags, with a fingerprint of the name.
  private var seen: [BlindTag: Int] = [:]

  private static let batchSize = 16_384

  init(
    _ transaction: any Transaction, _ office: Office, _ request: RosterImport, _ list: RosterList, isRehearsal: Bool
  ) throws {
    self.transaction = transaction
    self.request = request
    self.list = list
    self.isRehearsal = isRehearsal
    let campaign = try transaction.campaign(request.campaign).id
    seal = try office.rosterSeal(of: campaign)
    groups = try IdentifierGroups(on: .today) { try transaction.roster.taken(in: $0) }
    outcome = RosterImportOutcome(reading: list)
    var standing: [BlindTag: Identifier<RosterEntry>] = [:]
    try transaction.roster.forEachBatch(of: campaign, limit: RosterImportRun.batchSize) { batch in
      for row in batch { standing[row.tag] = row.id }
    }
    self.standing = standing
  }

  /// What a batch of rows has come to so far.
  private struct Batch {
    var identifiers: [Identifier<RosterEntry>]
    var newcomers: [(tag: BlindTag, entry: RosterEntry)] = []
    var changed: [(tag: BlindTag, entry: RosterEntry)] = []
    var refused: [RefusedRow] = []
    var rowCount = 0
  }

  mutating func run(_ rejects: inout Rejects?, _ progress: (Int) -> Void) throws -> RosterImportOutcome {
    while true {
      // Dealt out by chance, and stored in their order: nothing tells in which order the sheet had them.
      var batch = Batch(identifiers: try groups.next(RosterImportRun.batchSize))
      batch.identifiers.shuffle(using: &random)
      while batch.rowCount < RosterImportRun.batchSize, let row = try list.next() {
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
      Log.office.debug("import: stored a batch of a roster", metadata: ["rows": "\(outcome.rows)"])
      progress(outcome.rows)
    }
    try removeOthers()
    outcome.count = standing.count + outcome.added - outcome.removed
    try rejects?.place()
    outcome.rejectsPath = rejects?.path
    return outcome
  }

  private mutating func take(_ row: TypedRosterEntry, in batch: inout Batch) throws {
    var entry = RosterEntry(
      id: Identifier(rawValue: 0), name: row.name, email: row.email, jobTitle: row.jobTitle, team: row.team,
      site: row.site, shift: row.shift, cohort: row.cohort ?? request.cohort)
    let tag: BlindTag
    if let email = entry.email {
      guard let address = NormalizedAddress(email) else {
        return batch.refused.append(row.row.refused("email", "the address is none that mail could reach"))
      }
      tag = seal.tag(of: address)
    } else {
      tag = try seal.tag(of: entry)
      outcome.withoutAddress += 1
    }
    let name = PetitionKeys.fingerprint(entry.name)
    if let first = seen.updateValue(name, forKey: tag) {
      seen[tag] = first
      guard first == name else {
        if entry.email == nil { outcome.withoutAddress -= 1 }
        return batch.refused.append(
          row.row.refused("email", "another name further up has this address: leave it empty where it is shared"))
      }
      outcome.unchanged += 1
    } else if let id = standing[tag] {
      guard let changed = try change(id, tag, to: entry, row) else { return outcome.unchanged += 1 }
      outcome.updated += 1
      batch.changed.append((tag, changed))
    } else if let id = batch.identifiers.popLast() {
      entry = RosterEntry(
        id: id, name: entry.name, email: entry.email, jobTitle: entry.jobTitle, team: entry.team, site: entry.site,
        shift: entry.shift, cohort: entry.cohort)
      outcome.added += 1
      batch.newcomers.append((tag, entry))
    }
  }

  /// The entry that stands under the tag once it says what the row says; nil where it does already.
  ///
  /// What the sheet has no column for stays, unless the sheet replaces the roster.
  private func change(
    _ id: Identifier<RosterEntry>, _ tag: BlindTag, to row: RosterEntry, _ typed: TypedRosterEntry
  ) throws -> RosterEntry? {
    guard let sealed = try transaction.roster.find(tagged: tag, of: seal.campaign) else {
      throw Refusal(.altered, "roster entry \(id) changed while it was read", hint: "try again")
    }
    let before = try seal.open(sealed)
    let columns = list.reader.mapping.columns
    func has(_ name: String) -> Bool { request.replaces || columns[name] != nil }
    var after = before
    after.name = row.name
    after.email = row.email
    if has("job_title") { after.jobTitle = row.jobTitle }
    if has("team") { after.team = row.team }
    if has("site") { after.site = row.site }
    if has("shift") { after.shift = row.shift }
    if request.replaces || typed.cohort != nil { after.cohort = row.cohort }
    return after == before ? nil : after
  }

  private func store(_ batch: Batch) throws {
    guard !isRehearsal else { return }
    var sealer = RosterSeal.Sealer(seal)
    func sealed(_ entries: [(tag: BlindTag, entry: RosterEntry)]) throws -> [SealedRosterEntry] {
      var rows: [SealedRosterEntry] = []
      rows.reserveCapacity(entries.count)
      for (tag, entry) in entries.sorted(by: { $0.entry.id < $1.entry.id }) {
        rows.append(try sealer.seal(entry, tag: tag))
      }
      return rows
    }
    try transaction.roster.add(try sealed(batch.newcomers))
    try transaction.roster.update(try sealed(batch.changed))
  }

  /// Takes off the roster whoever the sheet, which replaces it, does not have.
  private mutating func removeOthers() throws {
    guard request.replaces else { return }
    guard outcome.rejected < outcome.rows else {
      throw Refusal(
        .unusableFile, "no row of the sheet can be taken: the roster stays as it was",
        hint: "--dry-run without --replace says what is wrong with them; picket roster remove empties a roster")
    }
    let gone = standing.filter { seen[$0.key] == nil }.map(\.value)
    outcome.removed = gone.count
    if !isRehearsal { try transaction.roster.erase(gone.sorted(), of: seal.campaign) }
  }

  /// Writes the refused rows into their file, and counts them.
  private mutating func keep(_ refused: [RefusedRow], _ rejects: inout Rejects?) throws {
    outcome.rejected += refused.count
    outcome.refusals += refused.prefix(5 - outcome.refusals.count)
    guard !isRehearsal, !refused.isEmpty else { return }
    if rejects == nil { rejects = try Rejects(at: request.rejectsPath, list.reader.rejects) }
    try rejects?.write(refused)
  }
}
