/// Who signed first with which address: the rule that tells a newcomer from a duplicate and from a shared address.
///
/// The first signature of an address stands. The same address under the same name is a duplicate. The same
/// address under another name is held, once: the second of that name is a duplicate of the held one. The same
/// name alone never makes a duplicate.
public struct AddressClaims: Sendable {
  private var firsts: [BlindTag: Claim] = [:]
  private var others: [OtherName: Claim] = [:]

  /// One signature, as far as the rule needs to know it.
  public struct Claim: Hashable, Sendable {
    /// The signature.
    public let signature: Identifier<Signature>
    /// A fingerprint of the folded name: equal names have equal fingerprints within one process.
    public let name: Int
    /// What its signer lets the public see.
    public var visibility: Visibility

    /// A signature's claim to an address.
    public init(signature: Identifier<Signature>, name: Int, visibility: Visibility) {
      self.signature = signature
      self.name = name
      self.visibility = visibility
    }
  }

  /// What a newcomer is.
  public enum Verdict: Hashable, Sendable {
    /// The first of its address.
    case first
    /// The same person again; `stricter` holds the visibility that stands from now on where it changed.
    case duplicate(of: Identifier<Signature>, stricter: Visibility?)
    /// The same address under another name.
    case held
  }

  private struct OtherName: Hashable {
    let address: BlindTag
    let name: Int
  }

  /// Claims of nobody.
  public init() {}

  /// Makes room for this many addresses.
  public mutating func reserveCapacity(_ count: Int) {
    firsts.reserveCapacity(count)
  }

  /// Enters a signature that stands already.
  public mutating func enter(_ claim: Claim, at address: BlindTag, standing: Signature.Standing) {
    if standing == .sole {
      firsts[address] = claim
    } else {
      others[OtherName(address: address, name: claim.name)] = claim
    }
  }

  /// Judges a newcomer and, unless it is a duplicate, enters it.
  ///
  /// Where a duplicate asks for less visibility than the standing signature, the stricter choice is entered.
  public mutating func judge(_ newcomer: Claim, at address: BlindTag) -> Verdict {
    let first = firsts[address]
    if first?.name == newcomer.name { return AddressClaims.duplicate(newcomer, of: &firsts[address]) }
    // Looked up also where the first has left the address: who was admitted there is not to be counted twice.
    let key = OtherName(address: address, name: newcomer.name)
    if others[key] != nil { return AddressClaims.duplicate(newcomer, of: &others[key]) }
    guard first == nil else {
      others[key] = newcomer
      return .held
    }
    firsts[address] = newcomer
    return .first
  }

  private static func duplicate(_ newcomer: Claim, of standing: inout Claim?) -> Verdict {
    guard var claim = standing else { return .first }
    let stricter = claim.visibility.stricter(with: newcomer.visibility)
    guard stricter != claim.visibility else { return .duplicate(of: claim.signature, stricter: nil) }
    claim.visibility = stricter
    standing = claim
    return .duplicate(of: claim.signature, stricter: stricter)
  }
}
