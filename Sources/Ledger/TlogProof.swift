import Campaigns

/// A file that proves offline that a leaf is in a log: an inclusion proof and the checkpoint it leads to (C2SP
/// tlog-proof). It is what a signer's receipt is made of; by custom its name ends in `.tlog-proof`.
public struct TlogProof: Hashable, Sendable {
  /// What the application adds; nothing vouches for it.
  public let extra: [UInt8]?
  /// The leaf's index, from 0.
  public let index: Int
  /// The hashes beside the way from the leaf to the root.
  public let hashes: [LedgerHash]
  /// The checkpoint as it was signed.
  public let note: SignedNote
  /// What the checkpoint says, to be believed only after `verify(leaf:with:)`.
  public let unverifiedCheckpoint: Checkpoint

  /// A proof of these parts.
  /// - Throws: `unusableFile` where the note holds no checkpoint; `invalidValue` where the index is not below the
  ///   checkpoint's size, or there are more hashes than any tree asks for.
  public init(extra: [UInt8]? = nil, index: Int, hashes: [LedgerHash], note: SignedNote) throws {
    let checkpoint = try Checkpoint(unverified: note)
    guard index >= 0, index < checkpoint.size, hashes.count <= InclusionProof.mostHashes else {
      throw Refusal(.invalidValue, "the proof's index or its hashes do not fit a log of \(checkpoint.size) leaves")
    }
    self.extra = extra
    self.index = index
    self.hashes = hashes
    self.note = note
    self.unverifiedCheckpoint = checkpoint
  }

  /// The proof with these bytes, read strictly: there is one way to write a proof.
  /// - Throws: `unusableFile` where it is none, is cut off, or has more than 2,000,000 bytes.
  public init(_ bytes: [UInt8]) throws {
    guard bytes.count <= TlogProof.mostBytes else {
      throw Refusal(.unusableFile, "the proof has more than \(TlogProof.mostBytes) bytes")
    }
    var rest = bytes[...]
    guard TlogProof.nextLine(of: &rest) == TlogProof.firstLine[...], var line = TlogProof.nextLine(of: &rest) else {
      throw TlogProof.malformed
    }
    var extra: [UInt8]?
    if line.starts(with: TlogProof.extraWord) {
      guard let bytes = Base64.bytes(of: line.dropFirst(TlogProof.extraWord.count)),
        let next = TlogProof.nextLine(of: &rest)
      else { throw TlogProof.malformed }
      extra = bytes
      line = next
    }
    guard line.starts(with: TlogProof.indexWord),
      let index = DecimalNumber.value(of: line.dropFirst(TlogProof.indexWord.count))
    else { throw TlogProof.malformed }
    var hashes: [LedgerHash] = []
    while let line = TlogProof.nextLine(of: &rest), !line.isEmpty {
      guard hashes.count < InclusionProof.mostHashes,
        let hash = LedgerHash(base64: String(decoding: line, as: UTF8.self))
      else { throw TlogProof.malformed }
      hashes.append(hash)
    }
    do {
      try self.init(extra: extra, index: index, hashes: hashes, note: SignedNote(Array(rest)))
    } catch let refusal as Refusal where refusal.code == .invalidValue {
      throw TlogProof.malformed
    }
  }

  /// The file's bytes.
  public var bytes: [UInt8] {
    var lines = TlogProof.firstLine + [UInt8(ascii: "\n")]
    if let extra { lines += TlogProof.extraWord + Array(Base64.text(of: extra).utf8) + [UInt8(ascii: "\n")] }
    lines += TlogProof.indexWord + Array("\(index)\n".utf8)
    for hash in hashes { lines += Array("\(hash.base64)\n".utf8) }
    return lines + [UInt8(ascii: "\n")] + note.bytes
  }

  /// The inclusion proof, for a tree of the size that the checkpoint claims.
  public var inclusion: InclusionProof {
    InclusionProof(index: index, size: unverifiedCheckpoint.size, hashes: hashes)
  }

  /// The checkpoint, once it is certain that one of the keys signed it under its log's name and that its log holds
  /// the leaf at the index.
  /// - Throws: `altered` where the leaf, the index, the hashes or a signature of a given key are false; `wrongKey`
  ///   where none of the given keys signed, or only keys of other logs.
  public func verify(leaf: LedgerHash, with verifiers: [NoteVerifier]) throws -> Checkpoint {
    let checkpoint = try Checkpoint(verifying: note, with: verifiers)
    guard inclusion.verify(leaf: leaf, root: checkpoint.root) else {
      throw Refusal(.altered, "the proof does not lead from this leaf to the checkpoint: one of the two was altered")
    }
    return checkpoint
  }

  /// Takes the next line off, without its line break; nil where no line break is left.
  private static func nextLine(of bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { bytes = bytes[(end + 1)...] }
    return bytes[..<end]
  }

  private static let firstLine = Array("c2sp.org/tlog-proof@v1".utf8)
  private static let extraWord = Array("extra ".utf8)
  private static let indexWord = Array("index ".utf8)
  /// Most bytes that a proof may have: as much again as its checkpoint.
  public static let mostBytes = 2_000_000
  private static let malformed = Refusal(
    .unusableFile, "this is no proof of a log, or it is cut off",
    hint: "its first line is \(String(decoding: firstLine, as: UTF8.self))")
}
