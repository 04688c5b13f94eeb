import Campaigns
import Ledger
import Vault

/// Holds what a campaign keeps besides petitions against what was sealed and against its ledger: terminations, boycotts
/// with their pledges, responses to demands, statements with their captures, incidents, its roster.
struct ActionExamination {
  private let campaign: Campaign
  private let ledger: LedgerExamination
  private let transaction: any Transaction
  private let vault: Vault
  private var report = VerificationReport()
  /// The leaves of the rows that are there.
  private var owned: Set<LedgerHash> = []
  private var sealedRows = 0
  /// Whether all rows could be read so far.
  private var isReadable = true

  init(_ campaign: Campaign, _ ledger: LedgerExamination, _ transaction: any Transaction, _ vault: Vault) {
    self.campaign = campaign
    self.ledger = ledger
    self.transaction = transaction
    self.vault = vault
  }

  /// What is found in the campaign; nothing where it has nothing of the kind.
  mutating func run() throws -> VerificationReport {
    try read("terminations") { try $0.checkTerminations() }
    try read("boycotts") { try $0.checkBoycotts() }
    try read("responses to demands") { try $0.checkResponses() }
    try read("statements") { try $0.checkStatements() }
    try read("evidence and events") { try $0.checkRecord() }
    try read("incidents") { try $0.checkIncidents() }
    try read("the roster") { try $0.checkRoster() }
    // Where a row could not be read, its leaf would be taken for one whose row is gone.
    if isReadable { checkMissing() }
    if report.holds, sealedRows > 0 {
      report.holds(
        "\(campaign.slug)", "its \(sealedRows) terminations, pledges and incidents are the ones that were sealed")
    }
    return report
  }

  /// Checks rows of one kind. One that holds what no Picket writes ends that kind, not the examination.
  private mutating func read(_ kind: String, _ check: (inout ActionExamination) throws -> Void) throws {
    do {
      try check(&self)
    } catch let refusal as Refusal where refusal.code == .corrupt || refusal.code == .altered {
      isReadable = false
      report.take("\(kind) of \(campaign.slug)", refusal)
    }
  }

  private mutating func checkIncidents() throws {
    let seal = IncidentSeal(vault)
    for incident in try transaction.incidents.all(of: campaign.id) {
      check("incident \(incident.id) of \(campaign.slug)") { _ = try seal.open(incident) }
    }
  }

  /// Opens a row; where it does not open, the report says which it is.
  private mutating func check(_ row: String, _ open: () throws -> Void) {
    sealedRows += 1
    do {
      try open()
    } catch {
      report.fails(
        row,
        "its row is not the one that was sealed: altered by hand, swapped with another, or damaged. Compare it with "
          + "your newest backup")
    }
  }

  /// Notes that a row stands for a leaf, which the ledger has to know.
  private mutating func require(_ leaf: LedgerLeaf, _ subject: String, _ what: String) {
    owned.insert(leaf.hash)
    guard ledger.hasBegun, ledger.leaves[leaf.hash] == nil else { return }
    report.fails(
      subject,
      "\(what) is not in the ledger: it was changed, or put in by hand. Compare it with your newest backup")
  }

  private mutating func checkTerminations() throws {
    let seal = TerminationSeal(vault)
    for sealed in try transaction.terminations.all(of: campaign.id) {
      var told: [Termination.Published] = []
      check("termination \(sealed.slug)") { told = try seal.open(sealed).publications }
      for published in told {
        require(
          PublicLeaves.leaf(of: published, sealed.id), "termination \(sealed.slug)",
          "what the public was told of it on \(published.day)")
      }
    }
  }

  private mutating func checkBoycotts() throws {
    for boycott in try transaction.boycotts.all() where boycott.campaign == campaign.id {
      for event in try transaction.boycotts.events(of: boycott.id) {
        require(
          PublicLeaves.leaf(of: event), "\(boycott.slug)",
          "its event \(event.id) (\(event.kind.rawValue), \(event.day))")
      }
      let seal = PledgeSeal(vault, boycott.id)
      try transaction.pledges.forEachBatch(of: boycott.id, limit: 8192) { batch in
        // An erased pledger left nothing to open.
        for pledge in batch where pledge.contents != nil {
          check("pledge \(pledge.id) in \(boycott.slug)") { _ = try seal.open(pledge) }
        }
      }
    }
  }

  private mutating func checkRoster() throws {
    let seal = RosterSeal(vault, campaign.id)
    var people = 0
    var altered: [Identifier<RosterEntry>] = []
    try transaction.roster.forEachBatch(of: campaign.id, limit: 8192) { batch in
      people += batch.count
      for row in batch {
        guard let entry = try? seal.open(row), try seal.tag(of: entry) == row.tag else {
          altered.append(row.id)
          continue
        }
      }
    }
    for id in altered {
      report.fails(
        "roster entry \(id) of \(campaign.slug)",
        "its row is not the one that was sealed: altered by hand, swapped with another, or damaged. Compare it with "
          + "your newest backup, or import the roster anew with --replace")
    }
    if people > 0, altered.isEmpty {
      report.holds("roster of \(campaign.slug)", "its \(people) entries are the ones that were sealed")
    }
  }

  private mutating func checkResponses() throws {
    let demands = try transaction.demands.all(of: campaign.id)
    for response in try transaction.demands.responses(in: campaign.id) {
      let number = demands.first { $0.id == response.demand }?.number ?? 0
      require(
        PublicLeaves.leaf(of: response), "demand \(number) of \(campaign.slug)",
        "its response of \(response.respondedOn)")
    }
  }

  private mutating func checkStatements() throws {
    let seal = ObserverSeal(vault)
    var checked: Set<Bytes32> = []
    for statement in try transaction.statements.all() where statement.campaign == campaign.id {
      let subject = "statement \(statement.slug)"
      for sealed in try transaction.statements.captures(of: statement.id) {
        let capture = sealed.capture
        let name = "its capture \(capture.id) of \(capture.observedAt)"
        require(PublicLeaves.leaf(of: capture), subject, name)
        do { _ = try seal.open(sealed) } catch {
          report.fails(
            subject, "who observed \(name) is not what was sealed: altered by hand, swapped with another, or damaged")
        }
        for digest in [capture.content?.raw, capture.content?.text].compactMap({ $0 })
        where checked.insert(digest).inserted {
          do { _ = try transaction.keptBytes(digest) } catch {
            report.fails(
              subject,
              "the bytes of \(name) are not the ones that were captured: altered by hand, gone, or damaged. Take them "
                + "from your newest backup")
          }
        }
      }
      for account in try transaction.statements.accounts(of: statement.id) {
        require(PublicLeaves.leaf(of: account), subject, "the account \(account.id) that a source gives of it")
      }
    }
    if report.holds, !checked.isEmpty {
      report.holds("\(campaign.slug)", "the captures of its statements are the ones whose digests were recorded")
    }
  }

  private mutating func checkRecord() throws {
    for evidence in try transaction.record.evidence(of: campaign.id) {
      require(PublicLeaves.leaf(of: evidence), "evidence \(evidence.number) of \(campaign.slug)", "its row")
    }
    for event in try transaction.record.events(of: campaign.id) {
      require(PublicLeaves.leaf(of: event), "event \(event.id) of \(campaign.slug)", "its row")
    }
    for event in try transaction.record.withdrawnEvents(of: campaign.id) {
      for leaf in PublicLeaves.leaves(of: event) {
        require(leaf, "event \(event.id) of \(campaign.slug)", "its withdrawal, or what was withdrawn,")
      }
    }
  }

  /// What stands in the ledger and is gone from the database. A termination can be erased, and leaves its leaf.
  private mutating func checkMissing() {
    let nouns: [LedgerLeaf.Kind: String] = [
      .boycott: "event of a boycott", .demandResponse: "response to a demand",
      .statementRevision: "capture or account of a statement", .evidence: "evidence", .event: "event of the record",
    ]
    let missing = ledger.leaves.filter { hash, leaf in nouns[leaf.kind] != nil && !owned.contains(hash) }
    for (hash, leaf) in missing.sorted(by: { $0.key < $1.key }) {
      report.fails(
        "\(campaign.slug)",
        "the \(nouns[leaf.kind] ?? "") with leaf \(hash.hex.prefix(16))… stands in the ledger and its row is gone or "
          + "changed: by hand, or the file is older than the ledger. Take it from your newest backup")
    }
  }
}
