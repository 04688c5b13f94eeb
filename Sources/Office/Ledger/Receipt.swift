import Campaigns
import Foundation
import Ledger

/// A signer's receipt: their leaf, its place in a signed tree, and, where they left, the leaf that says so.
///
/// It is a C2SP `tlog-proof`; what goes beyond that form stands in its `extra` as JSON, and nothing there is believed
/// before it was checked.
public struct Receipt: Sendable {
  let leaf: LedgerLeaf
  let key: NoteVerifier
  let proof: TlogProof
  let ending: Ending?

  /// The leaf that ends the signature's, with its own place.
  struct Ending: Sendable {
    let leaf: LedgerLeaf
    let index: Int
    let hashes: [LedgerHash]
  }

  /// The file's bytes.
  public var bytes: [UInt8] { proof.bytes }

  init(leaf: LedgerLeaf, index: Int, hashes: [LedgerHash], checkpoint: SignedNote, key: NoteVerifier, ending: Ending?)
    throws
  {
    self.leaf = leaf
    self.key = key
    self.ending = ending
    let extra = Extra(
      leaf: leaf.text, key: key.vkey,
      ending: ending.map { ending in
        Extra.Ending(leaf: ending.leaf.text, index: ending.index, hashes: ending.hashes.map(\.base64))
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    proof = try TlogProof(
      extra: Array(try encoder.encode(extra)), index: index, hashes: hashes, note: checkpoint)
  }

  /// The receipt that these bytes are.
  /// - Throws: `unusableFile` where they are none.
  init(_ bytes: [UInt8]) throws {
    proof = try TlogProof(bytes)
    guard let data = proof.extra, let extra = try? JSONDecoder().decode(Extra.self, from: Data(data)),
      let leaf = LedgerLeaf(text: extra.leaf)
    else {
      throw Refusal(
        .unusableFile, "the proof is no receipt of Picket's", hint: "picket receipt writes one")
    }
    self.leaf = leaf
    key = try NoteVerifier(extra.key)
    ending = try extra.ending.map { ending in
      let hashes = ending.hashes.compactMap { LedgerHash(base64: $0) }
      guard let leaf = LedgerLeaf(text: ending.leaf), hashes.count == ending.hashes.count, ending.index >= 0 else {
        throw Refusal(.unusableFile, "the receipt's withdrawal cannot be read")
      }
      return Ending(leaf: leaf, index: ending.index, hashes: hashes)
    }
  }

  private struct Extra: Codable {
    var leaf: String
    var key: String
    var ending: Ending?

    struct Ending: Codable {
      var leaf: String
      var index: Int
      var hashes: [String]
    }
  }
}

/// What ties a name to a leaf: the fields that the leaf commits to, each with its salt or as its hash alone.
public struct OpeningFile: Sendable {
  let leaf: LedgerLeaf
  let opening: SignatureOpening

  /// Which of the fields are opened.
  public enum Choice: String, Sendable, CaseIterable {
    /// Name and role.
    case both
    /// The name alone.
    case identity
    /// The role alone.
    case role
  }

  init(leaf: LedgerLeaf, identity: Opening, role: Opening, choice: Choice) {
    self.leaf = leaf
    opening = SignatureOpening(
      identity: choice == .role ? .hidden(identity.inner) : .opened(identity),
      role: choice == .identity ? .hidden(role.inner) : .opened(role))
  }

  /// The file's bytes: JSON.
  public var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      let contents = Contents(
        picketOpening: 1, leaf: leaf.text, identity: Contents.Part(opening.identity),
        role: Contents.Part(opening.role))
      return Array(try encoder.encode(contents)) + [UInt8(ascii: "\n")]
    }
  }

  /// The opening that these bytes are.
  /// - Throws: `unusableFile` where they are none.
  init(_ bytes: [UInt8]) throws {
    guard let contents = try? JSONDecoder().decode(Contents.self, from: Data(bytes)), contents.picketOpening == 1,
      let leaf = LedgerLeaf(text: contents.leaf), let identity = contents.identity.part, let role = contents.role.part
    else { throw Refusal(.unusableFile, "this is no opening", hint: "picket receipt --opening writes one") }
    self.leaf = leaf
    opening = SignatureOpening(identity: identity, role: role)
  }

  private struct Contents: Codable {
    var picketOpening: Int
    var leaf: String
    var identity: Part
    var role: Part

    struct Part: Codable {
      var salt: Data?
      var value: String?
      var hash: Data?

      init(_ part: SignatureOpening.Part) {
        switch part {
        case .opened(let opening):
          salt = Data(opening.salt.bytes)
          value = String(decoding: opening.field, as: UTF8.self)
        case .hidden(let inner): hash = Data(inner.bytes)
        }
      }

      var part: SignatureOpening.Part? {
        if let salt, let value, hash == nil {
          return Salt(salt).map { .opened(Opening(salt: $0, field: Array(value.utf8))) }
        }
        guard let hash, salt == nil, value == nil else { return nil }
        return LedgerHash(hash).map { .hidden($0) }
      }
    }
  }
}
