import Campaigns
import Export
import Ledger

/// Writes the files of a delivery into its folder, the first time and whenever it is asked for again.
struct DeliveryWriter {
  let folder: DeliveryFolder
  let transaction: any Transaction
  let log: CampaignLog
  let letters: [Letter]

  /// Writes the list as the manifest commits to it, row by row.
  func writeList(_ rows: [String]) throws {
    try folder.write(DeliveryManifest.listName) { sink in
      var bytes: [UInt8] = []
      for row in rows {
        bytes.append(contentsOf: row.utf8)
        if bytes.count > 1 << 16 {
          try bytes.withUnsafeBytes { try sink($0) }
          bytes.removeAll(keepingCapacity: true)
        }
      }
      try bytes.withUnsafeBytes { try sink($0) }
    }
  }

  /// Writes every file whose bytes the manifest commits to, and notes their digests in it.
  /// - Parameter lines: the list's lines; of a list that has lost lines the readable forms are left out.
  func writeCommitted(
    _ manifest: inout DeliveryManifest, counted: [UInt8], checkpoint: [UInt8], subject: SignatoryList.Subject,
    lines: [ListLine]
  ) throws {
    var files: [(name: String, digest: LedgerHash)] = []
    func write(_ name: String, _ fill: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void) throws {
      files.append((name, try folder.write(name, fill)))
    }
    func write(_ name: String, _ bytes: [UInt8]) throws {
      files.append((name, try folder.write(name, bytes)))
    }
    try write("checkpoint", checkpoint)
    try write("leaves") { try log.writeLeaves(counted, size: manifest.tree.size, to: $0) }
    for letter in letters { try write(DeliveryWriter.name(of: letter), Array(letter.text.utf8)) }
    if lines.count == manifest.lines.count {
      let list = SignatoryList(
        public: lines, counted: manifest.counted, cohorts: manifest.parts, claimed: manifest.claimed, of: subject,
        asOf: manifest.deliveredOn)
      for format in ListFormat.delivered {
        try write("list.\(format.fileExtension)") { try list.write(as: format, to: $0) }
      }
    }
    try write("tally.json", manifest.tallyJSON)
    try write("README.md", manifest.readme)
    manifest.files = files.sorted { $0.name < $1.name }
  }

  /// The name of a letter's file.
  static func name(of letter: Letter) -> String { "letter-\(letter.language)-\(letter.version).md" }
}

extension CampaignLog {
  /// Writes the leaves of the tree when it had this size, a line each; those whose bit is set are marked as counted.
  func writeLeaves(_ counted: [UInt8], size: Int, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    var index = 0
    var bytes: [UInt8] = []
    try transaction.ledger.forEachLeafBlock(of: campaign) { block in
      bytes.removeAll(keepingCapacity: true)
      for leaf in try CampaignLog.leaves(in: block) where index < size {
        bytes.append(contentsOf: leaf.text.utf8)
        if index >> 3 < counted.count, counted[index >> 3] >> UInt8(index & 7) & 1 == 1 {
          bytes.append(contentsOf: " counted".utf8)
        }
        bytes.append(UInt8(ascii: "\n"))
        index += 1
      }
      if !bytes.isEmpty { try bytes.withUnsafeBytes { try sink($0) } }
    }
  }
}
