import Campaigns
import Foundation
import Ledger
import Vault

extension Office {
  /// Examines the whole database: whether rows, tallies, leaves, tags and deliveries fit one another, and whether the
  /// ledger is the one that a checkpoint kept outside has seen. Nothing is repaired.
  /// - Parameter checkpoint: the path of a checkpoint that was kept outside; nil for none.
  /// - Throws: `unusableFile` where the checkpoint cannot be read, and as `vault`.
  public func examine(against checkpoint: String?) throws -> VerificationReport {
    let held = try checkpoint.map { path in
      guard let bytes = FileManager.default.contents(atPath: path) else {
        throw Refusal(.notFound, "\(path) cannot be read", hint: "check the name and its permissions")
      }
      let note = try SignedNote(Array(bytes))
      return (note: note, checkpoint: try Checkpoint(unverified: note))
    }
    return try readUnlocked { transaction in
      var report = VerificationReport()
      var isKnown = held == nil
      let petitions = try transaction.petitions.all()
      for campaign in try transaction.campaigns.all() {
        // Where nothing was signed, boycotts and responses to demands may have begun a log; if not, none is missed.
        let hasLog = try transaction.ledger.size(of: campaign.id) != nil
        var ofLedger = VerificationReport()
        let ledger = try LedgerExamination(campaign, transaction, try vault(), &ofLedger)
        if hasLog || petitions.contains(where: { $0.campaign == campaign.id }) { report.append(ofLedger) }
        if let held, held.checkpoint.origin == CampaignLog.origin(of: campaign.id) {
          isKnown = true
          ledger.compare(held.note, &report)
        }
        var actions = ActionExamination(campaign, ledger, transaction, try vault())
        report.append(try actions.run())
        for petition in petitions where petition.campaign == campaign.id {
          do {
            var examination = try PetitionExamination(
              petition, ledger, transaction, try keys(for: petition), try vault())
            report.append(try examination.run())
          } catch let refusal as Refusal where refusal.code == .altered {
            // A letter: without it no leaf of the petition can be told.
            report.take("\(petition.slug)", refusal)
          }
        }
      }
      if !isKnown { report.fails("checkpoint", "it is of another log than those of this database") }
      return report
    }
  }
}

/// A campaign's log, recomputed from its leaves.
struct LedgerExamination {
  private let slug: String
  /// Whether the log has begun.
  let hasBegun: Bool
  /// Every leaf in the tree and in the queue, by its hash.
  let leaves: [LedgerHash: LedgerLeaf]
  /// The hashes of the leaves that a withdrawal or an invalidation ends.
  let ended: Set<LedgerHash>
  private let key: NoteVerifier
  private let roots: [Int: LedgerHash]
  private let hashes: [LedgerHash]

  init(
    _ campaign: Campaign, _ transaction: any Transaction, _ vault: Vault, _ report: inout VerificationReport
  ) throws {
    slug = campaign.slug.description
    let log = CampaignLog(campaign: campaign.id, transaction: transaction)
    key = try log.signer(vault).verifier
    hasBegun = try transaction.ledger.size(of: campaign.id) != nil
    var inTree: [LedgerLeaf] = []
    var queued: [LedgerLeaf] = []
    do {
      try log.forEachLeaf { inTree.append($0) }
      queued = try CampaignLog.leaves(in: try transaction.ledger.queue(of: campaign.id).leaves)
    } catch let refusal as Refusal {
      report.take("ledger of \(slug)", refusal)
    }
    hashes = LedgerLeaf.hashes(of: inTree)
    var leaves: [LedgerHash: LedgerLeaf] = [:]
    var ended: Set<LedgerHash> = []
    for (hash, leaf) in zip(hashes + LedgerLeaf.hashes(of: queued), inTree + queued) {
      leaves[hash] = leaf
      if leaf.kind == .withdrawal || leaf.kind == .invalidation { ended.insert(leaf.commitment) }
    }
    self.leaves = leaves
    self.ended = ended
    guard hasBegun else {
      roots = [:]
      report.note("ledger of \(slug)", "ledger not started: the next command that writes with the key starts it")
      return
    }
    roots = try LedgerExamination.recompute(hashes, log, key, slug, &report)
  }

  /// Whether the leaves make this root at the size of one of the checkpoints.
  func makes(_ root: LedgerHash, at size: Int) -> Bool { roots[size] == root }

  /// The roots at every checkpoint's size, compared with what the checkpoints say, and the stored hashes with the leaves.
  private static func recompute(
    _ hashes: [LedgerHash], _ log: CampaignLog, _ key: NoteVerifier, _ slug: String,
    _ report: inout VerificationReport
  ) throws -> [Int: LedgerHash] {
    let subject = "ledger of \(slug)"
    var tiles = TileTable()
    var roots: [Int: LedgerHash] = [:]
    var size = 0
    var isSound = try log.size == hashes.count
    for stored in try log.transaction.ledger.checkpoints(of: log.campaign) {
      guard let note = try? SignedNote(stored.note),
        let checkpoint = try? Checkpoint(verifying: note, with: [key]),
        checkpoint.size == stored.size, checkpoint.size >= size, checkpoint.size <= hashes.count
      else {
        report.fails(subject, "its checkpoint at \(stored.size) leaves was altered, or leaves were taken away")
        continue
      }
      let growth = try MerkleTree(size: size, tiles: tiles).appending(Array(hashes[size..<checkpoint.size]))
      tiles.apply(growth)
      size = checkpoint.size
      roots[size] = growth.root
      if growth.root != checkpoint.root {
        report.fails(subject, "its leaves do not make the root that was signed at \(size) leaves: a leaf was altered")
        isSound = false
      }
    }
    let stored = StoredTiles(campaign: log.campaign, ledger: log.transaction.ledger)
    let differing = try tiles.tiles.filter { try stored.tile($0.key) != $0.value }
    report.check(
      subject, isSound && differing.isEmpty && size == hashes.count,
      "its \(hashes.count) leaves make every root that was signed",
      else: "its stored hashes are not those of its leaves: the ledger was changed by hand or is damaged")
    return roots
  }

  /// Holds the log against a checkpoint that was kept outside.
  func compare(_ note: SignedNote, _ report: inout VerificationReport) {
    let subject = "checkpoint of \(slug)"
    guard let held = try? Checkpoint(verifying: note, with: [key]) else {
      report.fails(subject, "it is not signed by this database's key: it was altered, or somebody else made it")
      return
    }
    guard held.size <= hashes.count else {
      report.fails(
        subject,
        "restored from an older file, or rolled back: the checkpoint has seen \(held.size) leaves, this database has "
          + "\(hashes.count). If you went back to a backup, look for a newer copy of the database and go on with that; "
          + "what was entered after the backup is missing here, withdrawals too. If nobody did, somebody changed the "
          + "file. Publish nothing from it until you know")
      return
    }
    let grown =
      roots[held.size]
      ?? (try? MerkleTree(size: 0, tiles: TileTable()).appending(Array(hashes[..<held.size])).root)
    report.check(
      subject, grown == held.root, "the ledger is the one that the checkpoint has seen, grown on from it",
      else: "the ledger is not the one that the checkpoint has seen: it was rewritten")
  }
}
