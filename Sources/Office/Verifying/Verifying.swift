import Campaigns
import Files
import Foundation
import Ledger

/// Checks receipts, openings, checkpoints and deliveries, from their files alone: no database, no key, no network.
public struct FileVerifier {
  private var report = VerificationReport()
  private var receipts: [(name: String, receipt: Receipt)] = []
  private var openings: [(name: String, opening: OpeningFile)] = []
  private var checkpoints: [NamedCheckpoint] = []
  private var deliveries: [DeliveryCheck] = []

  /// A checkpoint with the file it came from.
  struct NamedCheckpoint {
    let name: String
    let note: SignedNote
    let checkpoint: Checkpoint
  }

  /// Checks the files and folders, and that all of them belong together.
  /// - Parameter checkpoint: a checkpoint that was kept apart; everything else has to be consistent with it.
  /// - Throws: `notFound` or `inputOutput` where one of them cannot be read at all. What can be read and is false is in
  ///   the report.
  public static func verify(_ paths: [String], against checkpoint: String?) throws -> VerificationReport {
    var verifier = FileVerifier()
    for path in paths { try verifier.take(path) }
    if let checkpoint {
      let bytes = try FileVerifier.contents(of: checkpoint)
      do {
        verifier.checkpoints.append(try FileVerifier.checkpoint(checkpoint, bytes))
      } catch {
        verifier.report.take(checkpoint, error)
      }
    }
    verifier.checkReceipts()
    verifier.checkOpenings()
    for delivery in verifier.deliveries { verifier.report.append(delivery.check()) }
    verifier.checkCheckpoints()
    return verifier.report
  }

  /// Reads a file or folder by what is in it.
  private mutating func take(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw Refusal(
        errno == ENOENT ? .notFound : .inputOutput, "\(path) cannot be read: \(reason(errno))",
        hint: "name a receipt, an opening, a checkpoint, or a delivery's folder or archive")
    }
    do {
      if status.st_mode & S_IFMT == S_IFDIR {
        deliveries.append(try DeliveryCheck(path, try FileVerifier.files(in: path)))
        return
      }
      let bytes = try FileVerifier.contents(of: path)
      if bytes.starts(with: Array("c2sp.org/tlog-proof".utf8)) {
        receipts.append((path, try Receipt(bytes)))
      } else if bytes.first == UInt8(ascii: "{") {
        openings.append((path, try OpeningFile(bytes)))
      } else if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) {
        deliveries.append(try DeliveryCheck(path, try Tar.files(in: bytes)))
      } else {
        checkpoints.append(try FileVerifier.checkpoint(path, bytes))
      }
    } catch let refusal as Refusal where refusal.code != .inputOutput {
      report.take(path, refusal)
    }
  }

  private static func checkpoint(_ name: String, _ bytes: [UInt8]) throws -> NamedCheckpoint {
    let note = try SignedNote(bytes)
    return NamedCheckpoint(name: name, note: note, checkpoint: try Checkpoint(unverified: note))
  }

  private static func contents(of path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Refusal(.notFound, "\(path) cannot be read", hint: "check the name and its permissions")
    }
    return Array(data)
  }

  /// The plain files in a folder; whatever else stands there is a file with no bytes that nobody committed to.
  private static func files(in folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      var status = stat()
      let path = folder + "/" + name
      let isPlain = lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      files[name] = isPlain ? try contents(of: path) : []
    }
    return files
  }

  // MARK: - Receipts and openings

  private mutating func checkReceipts() {
    for (name, receipt) in receipts {
      do {
        let checkpoint = try receipt.proof.verify(leaf: receipt.leaf.hash, with: [receipt.key])
        report.holds(name, "the leaf is in the ledger \(checkpoint.origin) as it stood at \(checkpoint.size) leaves")
        report.check(
          name, receipt.leaf.kind == .signature, "the leaf is that of a signature", else: "the leaf is no signature's"
        )
        if let letter = receipt.leaf.letter {
          report.holds(name, "it is bound to the letter with SHA-256 \(letter.hex)")
        }
        check(receipt, name, checkpoint)
        report.note(
          name,
          "who signed: a leaf names nobody; an opening does, as the organizers recorded it. "
            + "Whether the key \(receipt.key.vkey) is the campaign's: compare it with what the organizers published")
        checkpoints.append(NamedCheckpoint(name: name, note: receipt.proof.note, checkpoint: checkpoint))
      } catch {
        report.take(name, error)
      }
    }
  }

  private mutating func check(_ receipt: Receipt, _ name: String, _ checkpoint: Checkpoint) {
    guard let ending = receipt.ending else {
      report.note(
        name, "that the signature still stands: a receipt without a withdrawal says nothing about later ones")
      return
    }
    let ends =
      (ending.leaf.kind == .withdrawal || ending.leaf.kind == .invalidation)
      && ending.leaf.commitment == Commitment.ending(receipt.leaf)
    let isIn = InclusionProof(index: ending.index, size: checkpoint.size, hashes: ending.hashes)
      .verify(leaf: ending.leaf.hash, root: checkpoint.root)
    let what = ending.leaf.kind == .withdrawal ? "withdrawn by its signer" : "invalidated by the organizers"
    report.check(
      name, ends && isIn, "the signature was \(what), which is in the ledger too",
      else: "the withdrawal that the receipt names does not belong to it")
  }

  private mutating func checkOpenings() {
    for (name, opening) in openings {
      guard opening.opening.opens(opening.leaf) else {
        report.fails(name, "the fields are not those that the leaf commits to")
        continue
      }
      for (field, part) in [("name", opening.opening.identity), ("role", opening.opening.role)] {
        switch part {
        case .opened(let opened):
          report.holds(
            name, "the leaf commits to the \(field) \"\(String(decoding: opened.field, as: UTF8.self))\"")
        case .hidden: report.note(name, "the \(field) is not opened")
        }
      }
      let holders =
        receipts.filter { $0.receipt.leaf == opening.leaf }.map(\.name)
        + deliveries.filter { $0.contains(opening.leaf) }.map(\.name)
      if let holder = holders.first {
        report.holds(name, "it opens a leaf of \(holder)")
      } else if receipts.isEmpty, deliveries.isEmpty {
        report.note(name, "that its leaf is in any ledger: give the receipt or a delivery too")
      } else {
        report.fails(name, "it opens a leaf that is in nothing given here")
      }
    }
  }

  // MARK: - Checkpoints

  /// Every checkpoint is compared with every other of its log: proven by a line of the newer, or by a delivery's leaves.
  private mutating func checkCheckpoints() {
    let keys = receipts.map(\.receipt.key) + deliveries.compactMap(\.key)
    for origin in Set(keys.map(\.name)) where Set(keys.filter { $0.name == origin }).count > 1 {
      report.fails(
        origin, "what is given here was signed by two different keys under this one name: one is not the log's")
    }
    var believed: [NamedCheckpoint] = []
    for checkpoint in checkpoints {
      let known = keys.filter { $0.name == checkpoint.checkpoint.origin }
      if receipts.contains(where: { $0.name == checkpoint.name }) {
        believed.append(checkpoint)
      } else if known.isEmpty {
        report.note(
          checkpoint.name, "who signed it: no key of its log is at hand; give a receipt or a delivery of it too")
        believed.append(checkpoint)
      } else if (try? Checkpoint(verifying: checkpoint.note, with: known)) == nil {
        report.fails(checkpoint.name, "it is not signed by the log's key: it was altered, or somebody else made it")
      } else {
        report.holds(checkpoint.name, "it is signed by the log's key, at \(checkpoint.checkpoint.size) leaves")
        believed.append(checkpoint)
      }
    }
    // What nobody is known to have signed says nothing of the log.
    checkpoints = believed
    for (place, left) in checkpoints.enumerated() {
      for right in checkpoints[(place + 1)...] {
        let ordered = left.checkpoint.size <= right.checkpoint.size ? (left, right) : (right, left)
        compare(older: ordered.0, newer: ordered.1)
      }
      for delivery in deliveries { report.append(delivery.compare(left, proof: proof)) }
    }
    // Of two deliveries the later one has the leaves that prove it.
    let ascending = deliveries.sorted {
      ($0.checkpoint?.checkpoint.size ?? 0) < ($1.checkpoint?.checkpoint.size ?? 0)
    }
    for (place, earlier) in ascending.enumerated() {
      guard let checkpoint = earlier.checkpoint else { continue }
      for later in ascending[(place + 1)...] { report.append(later.compare(checkpoint, proof: proof)) }
    }
  }

  /// What proves that the tree of a checkpoint grew from this size: any checkpoint of the same tree may bring it.
  private func proof(of newer: Checkpoint, from size: Int) -> [LedgerHash]? {
    checkpoints.lazy.map(\.checkpoint)
      .filter { $0.origin == newer.origin && $0.size == newer.size && $0.root == newer.root }
      .flatMap(\.extensions).compactMap(ConsistencyLine.init).first { $0.oldSize == size }?.hashes
  }

  private mutating func compare(older: NamedCheckpoint, newer: NamedCheckpoint) {
    let subject = "\(older.name), \(newer.name)"
    switch newer.checkpoint.relation(to: older.checkpoint) {
    case .same: report.holds(subject, "both say the same of the log")
    case .otherLog: report.fails(subject, "they are of two different logs")
    case .splitView:
      report.fails(
        subject,
        "split view: the log has shown two different trees of \(older.checkpoint.size) leaves, one of them is false")
    case .newer, .older:
      let proof = newer.checkpoint.extensions.lazy.compactMap(ConsistencyLine.init)
        .first { $0.oldSize == older.checkpoint.size }
      guard let proof else {
        compareThroughOthers(older, newer, subject)
        return
      }
      report.check(
        subject, newer.checkpoint.isConsistent(with: older.checkpoint, proof: proof.hashes),
        "the log grew from \(older.checkpoint.size) to \(newer.checkpoint.size) leaves, and nothing before was changed",
        else: "the newer tree does not hold the older one: the log was rewritten")
    }
  }

  /// Two checkpoints that say nothing of one another may both be proven by a third one, or by a delivery's leaves.
  private mutating func compareThroughOthers(
    _ older: NamedCheckpoint, _ newer: NamedCheckpoint, _ subject: String
  ) {
    // Each of the two is held against every delivery's leaves, so nothing is left to say here.
    guard deliveries.isEmpty else { return }
    if let witness = checkpoints.first(where: { $0.proves(older) && $0.proves(newer) }) {
      report.holds(subject, "the log grew from one to the other: \(witness.name) proves it of both")
      return
    }
    let text =
      "that the newer grew from the older: nothing here proves it; ask for a new checkpoint of picket checkpoint, or "
      + "for a delivery"
    let names = receipts.map(\.name)
    // Receipts are made for their own leaf: nobody asked for what lies between them.
    if names.contains(older.name), names.contains(newer.name) {
      report.note(subject, text)
    } else {
      report.fails(subject, "not shown " + text)
    }
  }
}

extension FileVerifier.NamedCheckpoint {
  /// Whether this checkpoint is the other one, or shows that it grew from it.
  fileprivate func proves(_ other: FileVerifier.NamedCheckpoint) -> Bool {
    switch checkpoint.relation(to: other.checkpoint) {
    case .same: return true
    case .newer:
      let lines = checkpoint.extensions.lazy.compactMap(ConsistencyLine.init)
      guard let proof = lines.first(where: { $0.oldSize == other.checkpoint.size }) else { return false }
      return checkpoint.isConsistent(with: other.checkpoint, proof: proof.hashes)
    case .older, .splitView, .otherLog: return false
    }
  }
}
