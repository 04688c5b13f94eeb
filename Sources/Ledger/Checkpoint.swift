import Campaigns

/// What a log says of itself at one moment: how many leaves it has, and their root (C2SP tlog-checkpoint).
public struct Checkpoint: Hashable, Sendable {
  /// Which log it is, by custom a name like `example.org/campaign`.
  public let origin: String
  /// How many leaves the log has.
  public let size: Int
  /// The root over all of them.
  public let root: LedgerHash
  /// Further lines, which the tree does not vouch for.
  public let extensions: [String]

  /// A checkpoint of these parts.
  /// - Throws: `invalidValue` where the origin or a further line is empty or has a control character, the size is
  ///   below zero, or the root is not that of a log without leaves although the size is 0.
  public init(origin: String, size: Int, root: LedgerHash, extensions: [String] = []) throws {
    guard ([origin] + extensions).allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x20 } }) else {
      throw Refusal(.invalidValue, "a line of the checkpoint is empty or has a control character")
    }
    guard size > 0 || size == 0 && root == .empty else {
      throw Refusal(.invalidValue, "the checkpoint's root does not fit its size of \(size)")
    }
    self.origin = origin
    self.size = size
    self.root = root
    self.extensions = extensions
  }

  /// The checkpoint that a note holds, whoever signed it: to be believed only after `init(verifying:with:)`.
  /// - Throws: `unusableFile` where the note holds none.
  public init(unverified note: SignedNote) throws {
    let lines = note.text.utf8.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count >= 3, let size = DecimalNumber.value(of: lines[1]),
      let root = LedgerHash(base64: String(decoding: lines[2], as: UTF8.self))
    else { throw Checkpoint.malformed }
    do {
      try self.init(
        origin: String(decoding: lines[0], as: UTF8.self), size: size, root: root,
        extensions: lines[3...].map { String(decoding: $0, as: UTF8.self) })
    } catch {
      throw Checkpoint.malformed
    }
  }

  /// The checkpoint that a note holds, signed by one of the keys under the log's own name.
  /// - Throws: `unusableFile` where the note holds none; `altered` where a signature of a given key is false;
  ///   `wrongKey` where none of the given keys signed, or only keys of other logs.
  public init(verifying note: SignedNote, with verifiers: [NoteVerifier]) throws {
    let signed = try note.verify(with: verifiers)
    try self.init(unverified: note)
    let origin = origin
    guard signed.contains(where: { $0.name.utf8.elementsEqual(origin.utf8) }) else {
      throw Refusal(
        .wrongKey, "the checkpoint is signed by a key of another log than its own",
        hint: "check where the log's key was published")
    }
  }

  /// The text that is signed.
  public var text: String {
    ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
  }

  /// The checkpoint signed by one or more keys; the first should bear the log's name.
  /// - Throws: `invalidValue` where there is no key or more than 100, or the note would be too long.
  public func signed(by signers: NoteSigner...) throws -> SignedNote {
    try SignedNote(signing: text, by: signers)
  }

  private static let malformed = Refusal(
    .unusableFile, "the note holds no checkpoint",
    hint: "a checkpoint's first lines are the log's name, its size, and its root in base64")
}
