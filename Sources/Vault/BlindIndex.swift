import Campaigns
import Crypto
import Foundation

/// Tags by which the equal values of one petition, one boycott or one roster find each other, although none of them
/// can be read.
///
/// HMAC-SHA-256 under keys that come from the vault and the identifier, cut to 16 bytes. Values of
/// different kinds have different keys: an address never has the tag of a name. Tags of two petitions do not compare.
public struct BlindIndex: Sendable, Confidential {
  // Keyed once and copied for each tag: keying takes longer than the tag itself.
  private let addresses: HMAC<SHA256>
  private let names: HMAC<SHA256>
  private let rows: HMAC<SHA256>
  private let suppressions: HMAC<SHA256>
  private let signatures: HMAC<SHA256>

  fileprivate init(of vault: Vault, _ realm: String, _ number: Int64) {
    func keyed(_ kind: String) -> HMAC<SHA256> {
      let info = joined(Array(realm.utf8), Array(kind.utf8), number.bigEndianBytes)
      return HMAC(key: vault.derivedKey(info))
    }
    addresses = keyed("address")
    names = keyed("name")
    rows = keyed("row")
    suppressions = keyed("suppression")
    signatures = keyed("signature")
  }

  /// The tag of an address: of two signatures that have the same, one is a duplicate or is held.
  public func addressTag(_ address: NormalizedAddress) -> BlindTag {
    tag(address.text, addresses)
  }

  /// The tag of a name, which the caller has folded.
  public func nameTag(_ name: String) -> BlindTag {
    tag(name, names)
  }

  /// The tag of a row without an address, from bytes that are equal where its cells and its file are.
  public func rowTag(_ row: [UInt8]) -> BlindTag {
    row.withUnsafeBytes { truncatedCode(over: $0, rows) }
  }

  /// The mark that keeps an erased address from being imported again.
  public func suppressionMark(_ address: NormalizedAddress) -> BlindTag {
    tag(address.text, suppressions)
  }

  /// The tag by which the lines of a signature in delivered lists are found again.
  public func signatureTag(_ signature: Identifier<Signature>) -> BlindTag {
    withUnsafeBytes(of: signature.rawValue.bigEndian) { truncatedCode(over: $0, signatures) }
  }

  private func tag(_ text: String, _ keyed: HMAC<SHA256>) -> BlindTag {
    var text = text
    return text.withUTF8 { truncatedCode(over: UnsafeRawBufferPointer($0), keyed) }
  }
}

/// The first 16 bytes of the code over the bytes.
private func truncatedCode(over bytes: UnsafeRawBufferPointer, _ keyed: HMAC<SHA256>) -> BlindTag {
  var code = keyed
  code.update(data: bytes)
  return code.finalize().withUnsafeBytes { code in
    guard let tag = BlindTag(UnsafeRawBufferPointer(rebasing: code[..<BlindTag.byteCount])) else {
      // An empty tag in its place would make everyone a duplicate of everyone.
      preconditionFailure("HMAC-SHA-256 has 32 bytes, of which a tag takes 16")
    }
    return tag
  }
}

/// Marks the leaves that wait for a campaign's tree, so that only who has the key can queue one.
public struct LeafIndex: Sendable, Confidential {
  private let keyed: HMAC<SHA256>

  fileprivate init(of vault: Vault, campaign: Identifier<Campaign>) {
    let info = joined(Array("picket queued leaf".utf8), campaign.rawValue.bigEndianBytes)
    keyed = HMAC(key: vault.derivedKey(info))
  }

  /// The mark of a leaf's bytes.
  public func mark(_ leaf: UnsafeRawBufferPointer) -> BlindTag { truncatedCode(over: leaf, keyed) }
}

extension Vault {
  /// The marks of this campaign's queued leaves.
  public func leafIndex(for campaign: Identifier<Campaign>) -> LeafIndex {
    LeafIndex(of: self, campaign: campaign)
  }

  /// The tags of this petition's values.
  public func blindIndex(for petition: Identifier<Petition>) -> BlindIndex {
    BlindIndex(of: self, "picket blind index", petition.rawValue)
  }

  /// The tags of this boycott's pledges.
  public func blindIndex(for boycott: Identifier<Boycott>) -> BlindIndex {
    BlindIndex(of: self, "picket pledge index", boycott.rawValue)
  }

  /// The tags of this campaign's roster.
  public func blindIndex(for campaign: Identifier<Campaign>) -> BlindIndex {
    BlindIndex(of: self, "picket roster index", campaign.rawValue)
  }
}
