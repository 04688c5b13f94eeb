import Campaigns
import Crypto
import Ledger
import Text
import Vault

/// Holds a petition's rows against its ledger, its tally, its tags and its deliveries.
struct PetitionExamination {
  private let petition: Petition
  private let ledger: LedgerExamination
  private let transaction: any Transaction
  private let keys: PetitionKeys
  private let vault: Vault
  private let book: LeafBook
  private var report = VerificationReport()
  private var recount = PetitionTally()
  /// What the leaves of the rows that are there commit to.
  private var owned: Set<LedgerHash> = []

  init(
    _ petition: Petition, _ ledger: LedgerExamination, _ transaction: any Transaction, _ keys: PetitionKeys,
    _ vault: Vault
  ) throws {
    self.petition = petition
    self.ledger = ledger
    self.transaction = transaction
    self.keys = keys
    self.vault = vault
    book = try LeafBook(petition, transaction)
  }

  /// What is found in the petition.
  mutating func run() throws -> VerificationReport {
    try checkLetters()
    var rows = 0
    try transaction.signatures.forEachBatch(of: petition.id, origin: nil, limit: 16_384) { batch in
      rows += batch.count
      for row in batch { check(row) }
    }
    if report.holds { report.holds("\(petition.slug)", "its \(rows) rows are the ones that were sealed") }
    try checkClaims()
    checkMissing()
    try checkTally()
    try checkDeliveries()
    return report
  }

  private mutating func fails(_ row: SealedSignature, _ text: String) {
    report.fails("signature \(row.id) of \(petition.slug)", text)
  }

  // MARK: - Rows

  private mutating func check(_ row: SealedSignature) {
    recount.count(row.cohort, row.state, row.standing)
    if let commitment = row.commitment?.withUnsafeBytes({ LedgerHash($0) }) { owned.insert(commitment) }
    let signature: Signature
    do {
      signature = try keys.seal.open(row)
    } catch {
      fails(
        row,
        "its row is not the one that was sealed: altered by hand, swapped with another, or damaged. Compare it "
          + "with your newest backup")
      return
    }
    checkTags(row, signature)
    guard ledger.hasBegun else { return }
    guard let committed = signature.committed, let leaf = book.leaf(of: signature) else {
      if signature.standing != .held {
        fails(row, "it has no leaf in the ledger: it was put in by hand, or is from an older file")
      }
      return
    }
    let commitment = [committed.identityOpening, committed.roleOpening].compactMap { $0?.inner }
    if commitment.count == 2,
      Commitment.signature(identity: commitment[0], role: commitment[1]).bytes != committed.commitment.bytes
    {
      fails(row, "its leaf commits to another name or role than it keeps")
    }
    guard ledger.leaves[leaf.hash] != nil else {
      fails(
        row,
        "its leaf is not in the ledger: the letter it is bound to was altered, or the row or the ledger is from "
          + "another file")
      return
    }
    if signature.state.isNet, ledger.ended.contains(leaf.hash) {
      fails(
        row,
        "the ledger says that it was withdrawn or invalidated, the row that it stands: the row was restored "
          + "from an older file. Withdraw it again")
    }
    if !signature.state.isNet, !ledger.ended.contains(leaf.hash) {
      fails(row, "it is \(signature.state.word), and the ledger does not know it")
    }
  }

  private mutating func checkTags(_ row: SealedSignature, _ signature: Signature) {
    guard let tag = row.tag else { return }
    if let email = signature.signatory.email {
      let expected = NormalizedAddress(email).map(keys.index.addressTag)
      if expected != tag { fails(row, "its address tag is not that of its address") }
    }
    if row.nameTag != keys.nameTag(of: signature, tag: tag), row.nameTag != nil {
      // A name that was edited keeps no tag of the old one, since editing tags anew.
      fails(row, "its name tag is not that of its name")
    }
  }

  /// What stands in the ledger and was ended by nothing there, and yet is gone from the database.
  private mutating func checkMissing() {
    let nouns: [LedgerLeaf.Kind: String] = [
      .signature: "signature", .letter: "letter version", .claimedTally: "claim",
    ]
    let missing = ledger.leaves.filter { hash, leaf in
      leaf.petition == petition.id && nouns[leaf.kind] != nil && !ledger.ended.contains(hash)
        && !owned.contains(leaf.commitment)
    }
    for (hash, leaf) in missing.sorted(by: { $0.key < $1.key }) {
      report.fails(
        "\(petition.slug)",
        "the \(nouns[leaf.kind] ?? "") with leaf \(hash.hex.prefix(16))… stands in the ledger and its row is gone: it was "
          + "deleted by hand, or the file is older than the ledger. Take it from your newest backup")
    }
  }

  private mutating func checkLetters() throws {
    for letter in try transaction.letters.all(of: petition.id) where ledger.hasBegun {
      let leaf = book.leaf(of: letter)
      owned.insert(leaf.commitment)
      guard ledger.leaves[leaf.hash] == nil else { continue }
      report.fails(
        "\(petition.slug)",
        "its letter \(letter.language):\(letter.version) is not in the ledger: its text was altered, or put in by hand"
      )
    }
  }

  private mutating func checkClaims() throws {
    for claim in try transaction.deliveries.claims(for: petition.id) {
      recount.byCohort[claim.cohort, default: Tally()].claimed += claim.count
      let leaf = book.leaf(of: claim)
      owned.insert(leaf.commitment)
      guard ledger.hasBegun, ledger.leaves[leaf.hash] == nil else { continue }
      report.fails(
        "\(petition.slug)",
        "its claim \(claim.id) is not in the ledger: it was changed, or put in by hand. Compare it with your newest backup"
      )
    }
  }

  // MARK: - Tally and deliveries

  private mutating func checkTally() throws {
    for erasure in try transaction.signatures.erasures(of: petition.id) {
      if let state = erasure.countedAs { recount.count(erasure.cohort, state, .sole) }
    }
    let kept = try transaction.petitions.tally(of: petition.id)
    let differing = Set(recount.byCohort.keys).union(kept.byCohort.keys).sorted().filter {
      recount.byCohort[$0] ?? Tally() != kept.byCohort[$0] ?? Tally()
    }
    report.check(
      "\(petition.slug)", differing.isEmpty, "its tally is the count of its rows",
      else: "its tally of \(differing.map(\.plural).joined(separator: ", ")) is not the count of its rows: "
        + "a row or the tally was changed by hand")
  }

  private mutating func checkDeliveries() throws {
    let log = CampaignLog(campaign: petition.campaign, transaction: transaction)
    let verifier = try log.signer(vault).verifier
    let deliveries = try transaction.deliveries.all(of: petition.id)
    for delivery in deliveries {
      let subject = "delivery \(delivery.number) of \(petition.slug)"
      guard let note = try? SignedNote(delivery.manifest), (try? note.verify(with: [verifier]))?.isEmpty == false,
        let manifest = try? DeliveryManifest(note.text)
      else {
        report.fails(subject, "its manifest was altered")
        continue
      }
      let isSigned = try isSigned(delivery, manifest) && isCounted(delivery, manifest, log)
      let isKnown = ledger.leaves[book.leaf(ofDelivery: note).hash] != nil
      report.check(
        subject, isSigned && isKnown, "its list is the one that was signed, and the ledger knows it",
        else: "its list was altered, or the ledger does not know it")
    }
    let known = ledger.leaves.values.count { $0.kind == .delivery && $0.petition == petition.id }
    if known > deliveries.count {
      report.fails(
        "\(petition.slug)",
        "the ledger knows of \(known) deliveries, and \(deliveries.count) are there: the others were deleted by hand, or "
          + "the file is older than the ledger. Take them from your newest backup")
    }
  }

  /// Whether the delivery's lines are those that the manifest commits to, and say what they said.
  private func isSigned(_ delivery: StoredDelivery, _ manifest: DeliveryManifest) throws -> Bool {
    let seal = DeliverySeal(vault, petition.id, delivery.id)
    var hashes: [LedgerHash] = []
    var areOpened = true
    try transaction.deliveries.forEachLine(of: delivery.id) { line in
      guard let hash = LedgerHash(line.hash) else { return }
      hashes.append(hash)
      guard let contents = line.contents else { return }
      if (try? seal.open(contents, number: line.number, signer: line.signer))?.hash != hash { areOpened = false }
    }
    return try areOpened && root(ofLines: hashes) == manifest.lines.root
  }

  /// Whether the leaves that the delivery counts are those that the manifest commits to; true where the ledger itself
  /// was altered, which is told with the ledger.
  private func isCounted(_ delivery: StoredDelivery, _ manifest: DeliveryManifest, _ log: CampaignLog) throws -> Bool
  {
    guard delivery.size == manifest.tree.size, delivery.number == manifest.number,
      delivery.deliveredOn == manifest.deliveredOn, manifest.petition == petition.id
    else { return false }
    guard ledger.makes(manifest.tree.root, at: delivery.size),
      let digest = manifest.files.first(where: { $0.name == "leaves" })?.digest
    else { return true }
    var hasher = SHA256()
    try log.writeLeaves(delivery.counted, size: delivery.size) { hasher.update(bufferPointer: $0) }
    return hasher.finalize().elementsEqual(digest.bytes)
  }
}
