import Campaigns
import Crypto
import Export
import Foundation
import Ledger

/// Checks one delivery from its files.
struct DeliveryCheck {
  /// The folder or archive, as it was named.
  let name: String
  private let files: [String: [UInt8]]
  private let note: SignedNote
  private let manifest: DeliveryManifest
  /// The key that its README names; nil where there is none.
  let key: NoteVerifier?

  /// A delivery of these files.
  /// - Throws: `unusableFile` where they hold no manifest.
  init(_ name: String, _ files: [String: [UInt8]]) throws {
    self.name = name
    self.files = files
    guard let bytes = files[DeliveryManifest.name] else {
      throw Refusal(.unusableFile, "there is no manifest in it: it is no delivery, or not all of one")
    }
    note = try SignedNote(bytes)
    manifest = try DeliveryManifest(note.text)
    key = manifest.key
  }

  /// The checkpoint in it, not verified; nil where it has none that can be read.
  var checkpoint: FileVerifier.NamedCheckpoint? {
    guard let bytes = files["checkpoint"], let note = try? SignedNote(bytes),
      let checkpoint = try? Checkpoint(unverified: note)
    else { return nil }
    return FileVerifier.NamedCheckpoint(name: name, note: note, checkpoint: checkpoint)
  }

  /// Whether the leaf is one of the delivery's.
  func contains(_ leaf: LedgerLeaf) -> Bool {
    let text = Array(leaf.text.utf8)
    return (files["leaves"] ?? []).split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: text) }
  }

  /// What is found in the delivery.
  func check() -> VerificationReport {
    var report = VerificationReport()
    checkSignatures(&report)
    checkFiles(&report)
    let leaves = checkLeaves(&report)
    checkCounted(leaves, &report)
    checkList(&report)
    report.note(
      name,
      "that each counted leaf is a real person of the cohort named: that is the organizers' word; "
        + "ask how they verified, or for receipts")
    return report
  }

  private func checkSignatures(_ report: inout VerificationReport) {
    guard let key else {
      report.fails(name, "the manifest names no key")
      return
    }
    let signed = (try? note.verify(with: [key]))?.isEmpty == false
    report.check(
      name, signed, "the manifest is signed by \(key.vkey); compare this key with what the organizers published",
      else: "the manifest is not signed by the key that it names")
    guard let bytes = files["checkpoint"], let note = try? SignedNote(bytes),
      let checkpoint = try? Checkpoint(verifying: note, with: [key])
    else {
      report.fails(name, "the checkpoint is missing, or is not signed by the same key")
      return
    }
    report.check(
      name, checkpoint.size == manifest.tree.size && checkpoint.root == manifest.tree.root,
      "the checkpoint is the one that the manifest names, at \(checkpoint.size) leaves",
      else: "the checkpoint is another one than the manifest names")
  }

  /// Whether a file is worded by Picket for people: a later Picket may word it otherwise and leave it out.
  private static func isForReading(_ file: String) -> Bool {
    file == "README.md" || file == "list.md" || file == "list.txt"
  }

  /// Whether a line of the list stands as its hash only, since its signer was erased.
  private var hasLostLines: Bool {
    (files[DeliveryManifest.listName] ?? []).split(separator: UInt8(ascii: "\n"))
      .contains { $0.starts(with: "- ".utf8) }
  }

  /// Every file is one that the manifest commits to, and has the bytes that it commits to.
  private func checkFiles(_ report: inout VerificationReport) {
    var altered = 0
    for (file, digest) in manifest.files {
      guard let bytes = files[file] else {
        if file.hasPrefix("list."), hasLostLines {
          report.note(
            "\(name)/\(file)", "it was left out: of a list that has lost lines only the list itself is written")
        } else if DeliveryCheck.isForReading(file) {
          report.note("\(name)/\(file)", "it was left out; it is for reading, and the rest does not need it")
        } else {
          report.fails("\(name)/\(file)", "it is missing")
          altered += 1
        }
        continue
      }
      if Array(SHA256.hash(data: bytes)) != digest.bytes {
        report.fails("\(name)/\(file)", "it was altered: it is not the file that was signed")
        altered += 1
      }
    }
    let known = Set(manifest.files.map(\.name) + [DeliveryManifest.name, DeliveryManifest.listName])
    for file in files.keys.sorted() where !known.contains(file) {
      report.fails("\(name)/\(file)", "it was added: the delivery has no such file")
    }
    if altered == 0 { report.holds(name, "its files are the ones that were signed") }
  }

  /// The leaves, with whether each is counted; empty where they are not those of the tree.
  private func checkLeaves(_ report: inout VerificationReport) -> [(leaf: LedgerLeaf, isCounted: Bool)] {
    let rows = (files["leaves"] ?? []).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
    var leaves: [(leaf: LedgerLeaf, isCounted: Bool)] = []
    leaves.reserveCapacity(rows.count)
    for row in rows {
      let words = row.split(separator: UInt8(ascii: " "), maxSplits: 1)
      guard let text = words.first, let leaf = LedgerLeaf(text: String(decoding: text, as: UTF8.self)),
        words.count == 1 || words[1].elementsEqual("counted".utf8)
      else {
        report.fails("\(name)/leaves", "line \(leaves.count + 1) is no leaf")
        return []
      }
      leaves.append((leaf, words.count == 2))
    }
    let root = try? root(ofLines: LedgerLeaf.hashes(of: leaves.map(\.leaf)))
    let isTree = leaves.count == manifest.tree.size && root == manifest.tree.root
    report.check(
      "\(name)/leaves", isTree, "recounted: its \(leaves.count) leaves make the root that was signed",
      else: "its leaves do not make the root that was signed")
    return isTree ? leaves : []
  }

  private func checkCounted(
    _ leaves: [(leaf: LedgerLeaf, isCounted: Bool)], _ report: inout VerificationReport
  ) {
    guard !leaves.isEmpty else { return }
    let ended = Set(
      leaves.lazy.map(\.leaf).filter { $0.kind == .withdrawal || $0.kind == .invalidation }.map(\.commitment))
    let counted = leaves.filter(\.isCounted).map(\.leaf)
    report.check(
      name,
      counted.count == manifest.total && manifest.total == manifest.lines.count + manifest.counted
        && manifest.total == manifest.parts.reduce(0) { $0 + $1.count },
      "recounted: \(manifest.total) leaves are counted; \(manifest.lines.count) signers are listed, "
        + "\(manifest.counted) are counted without a line",
      else: "the number \(manifest.total) is not that of the counted leaves, or not the sum of its parts")
    let areSignatures = counted.allSatisfy { $0.kind == .signature && $0.petition == manifest.petition }
    report.check(
      name, areSignatures, "every counted leaf is a signature to this petition",
      else: "a counted leaf is no signature to this petition")
    report.check(
      name, Set(counted.lazy.map(\.commitment)).count == counted.count, "no leaf is counted twice",
      else: "a leaf is counted twice")
    let standing = counted.allSatisfy { !ended.contains(Commitment.ending($0)) }
    report.check(
      name, standing, "no counted signature was withdrawn or invalidated before the delivery",
      else: "a counted signature had been withdrawn or invalidated")
    checkLetters(counted, report: &report)
  }

  private func checkLetters(_ counted: [LedgerLeaf], report: inout VerificationReport) {
    let letters = Set(
      files.filter { $0.key.hasPrefix("letter-") }.compactMap { LedgerHash(Array(SHA256.hash(data: $0.value))) })
    report.check(
      name, counted.allSatisfy { leaf in leaf.letter.map(letters.contains) ?? false },
      "every counted signature is bound to one of the letters in it, word by word",
      else: "a counted signature is bound to a text that is not in it")
  }

  private func checkList(_ report: inout VerificationReport) {
    let subject = "\(name)/\(DeliveryManifest.listName)"
    var rows = (files[DeliveryManifest.listName] ?? [])
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // Behind the last line's end nothing stands.
    let isEnded = rows.popLast()?.isEmpty ?? true
    var hashes: [LedgerHash] = []
    var lines: [ListLine] = []
    for row in rows {
      let words = row.split(separator: UInt8(ascii: " "), maxSplits: 1, omittingEmptySubsequences: false)
      guard words.count == 2 else { break }
      let text = String(decoding: words[1], as: UTF8.self)
      if words[0].elementsEqual("-".utf8), let hash = LedgerHash(base64: text) {
        hashes.append(hash)
      } else if let salt = LedgerHash(base64: String(decoding: words[0], as: UTF8.self)),
        let salt = Bytes32(salt.bytes), let line = DeliveredLine(salt: salt, text: Substring(text))
      {
        hashes.append(line.hash)
        lines.append(line.line)
      }
    }
    let isWhole =
      isEnded && hashes.count == rows.count && hashes.count == manifest.lines.count
      && (try? root(ofLines: hashes)) == manifest.lines.root
    let missing = hashes.count - lines.count
    report.check(
      subject, isWhole,
      missing == 0
        ? "the list is the one that was signed, line by line"
        : "the list is the one that was signed; \(missing) of its \(hashes.count) lines "
          + "\(missing == 1 ? "is" : "are") missing and stand\(missing == 1 ? "s" : "") as a hash",
      else: "the list is not the one that was signed")
    if missing > 0 {
      report.note(
        subject, "why lines are missing: organizers leave them out where signers were erased; anybody else could too")
    }
    checkForms(isWhole && missing == 0 ? lines : nil, &report)
  }

  /// What is worded for people and for programs says the same as the list and the manifest.
  private func checkForms(_ lines: [ListLine]?, _ report: inout VerificationReport) {
    var expected: [(file: String, bytes: [UInt8]?)] = [
      ("tally.json", try? manifest.tallyJSON), ("README.md", manifest.readme),
    ]
    let list = lines.map { lines in
      SignatoryList(
        public: lines, counted: manifest.counted, cohorts: manifest.parts, claimed: manifest.claimed,
        of: SignatoryList.Subject(
          title: manifest.title, target: manifest.target, campaign: manifest.campaign, language: manifest.language),
        asOf: manifest.deliveredOn)
    }
    for format in ListFormat.delivered {
      var written: [UInt8]?
      if let list {
        var bytes: [UInt8] = []
        // A layout of its own is all that could be refused, and the list has none.
        try? list.write(as: format) { bytes.append(contentsOf: $0) }
        written = bytes
      }
      expected.append(("list.\(format.fileExtension)", written))
    }
    for (file, bytes) in expected {
      guard let found = files[file] else { continue }
      report.check(
        "\(name)/\(file)", found == bytes, "it says the same as the list and the manifest",
        else: "it says something else than the list and the manifest")
    }
  }

  /// How a checkpoint that was kept apart stands to the delivery's tree.
  /// - Parameter proof: what proves that a checkpoint's tree grew from a size; nil where nothing at hand does.
  func compare(
    _ other: FileVerifier.NamedCheckpoint, proof: (Checkpoint, Int) -> [LedgerHash]?
  ) -> VerificationReport {
    var report = VerificationReport()
    let subject = "\(other.name), \(name)"
    guard let own = checkpoint?.checkpoint else { return report }
    switch other.checkpoint.relation(to: own) {
    case .same: report.holds(subject, "both say the same of the log")
    case .otherLog: report.fails(subject, "they are of two different logs")
    case .splitView:
      report.fails(
        subject, "split view: the log has shown two different trees of \(own.size) leaves, one of them is false")
    case .older:
      let leaves = (files["leaves"] ?? []).split(separator: UInt8(ascii: "\n")).prefix(other.checkpoint.size)
      let hashes = leaves.compactMap { row in
        row.split(separator: UInt8(ascii: " ")).first
          .flatMap { LedgerLeaf(text: String(decoding: $0, as: UTF8.self)) }
      }
      let isPrefix =
        hashes.count == other.checkpoint.size
        && (try? root(ofLines: LedgerLeaf.hashes(of: hashes))) == other.checkpoint.root
      report.check(
        subject, isPrefix,
        "the log grew from \(other.checkpoint.size) to \(own.size) leaves, and nothing before was changed",
        else: "the delivery's tree does not hold the checkpoint's: the log was rewritten in between")
    case .newer:
      guard let proof = proof(other.checkpoint, own.size) else {
        report.fails(
          subject,
          "the checkpoint is newer than the delivery and proves nothing about it: ask for one of picket checkpoint")
        return report
      }
      report.check(
        subject, other.checkpoint.isConsistent(with: own, proof: proof),
        "the log grew on from the delivery's \(own.size) leaves to \(other.checkpoint.size)",
        else: "the checkpoint's tree does not hold the delivery's: the log was rewritten in between")
    }
    return report
  }
}
