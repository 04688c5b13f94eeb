import Campaigns
import Vault

/// Seals and opens the pledges of one boycott, and tags their addresses. What is clear of a row is bound to what is
/// sealed of it.
struct PledgeSeal: Sendable {
  /// The boycott.
  let boycott: Identifier<Boycott>
  private let cipher: RecordCipher
  private let index: BlindIndex

  init(_ vault: Vault, _ boycott: Identifier<Boycott>) {
    self.boycott = boycott
    cipher = vault.cipher(for: .pledge, petition: nil)
    index = vault.blindIndex(for: boycott)
  }

  /// The tag of an address: of two pledges that have the same, one is the other again.
  func tag(of address: NormalizedAddress) -> BlindTag { index.addressTag(address) }

  /// The mark that keeps an erased address from being imported again.
  func mark(of address: NormalizedAddress) -> BlindTag { index.suppressionMark(address) }

  /// The pledge with this tag, sealed.
  func seal(_ pledge: Pledge, tag: BlindTag?) throws -> SealedPledge {
    var sealer = Sealer(self)
    return try sealer.seal(pledge, tag: tag)
  }

  /// The pledge, opened.
  /// - Throws: `altered` where the row is not the one that was sealed; it names the pledge. `notFound` where it was
  ///   erased.
  func open(_ sealed: SealedPledge) throws -> Pledge {
    guard let contents = sealed.contents else { throw Refusal(.notFound, "pledge \(sealed.id) was erased") }
    let opened = try Refusal.naming("pledge \(sealed.id)") {
      let binding = PledgeSeal.binding(sealed.id, sealed.boycott, sealed.kind, sealed.tag)
      let opened = try PledgeContents.read(cipher.open(contents, boundTo: binding))
      guard (opened.person.verification != nil) == sealed.isVerified else { throw Refusal(.altered, "a pledge") }
      return opened
    }
    return Pledge(
      id: sealed.id, boycott: sealed.boycott, signatory: opened.person.signatory, cohort: sealed.cohort,
      visibility: opened.person.visibility, ifOthers: sealed.ifOthers, terms: sealed.terms, lapsesOn: sealed.lapsesOn,
      stage: sealed.stage, verification: opened.person.verification, outcomes: opened.outcomes,
      isRevealed: opened.isRevealed)
  }

  /// Seals many pledges one after the other, on one thread.
  struct Sealer: ~Copyable {
    private var sealer: RecordSealer
    private var plaintext: [UInt8] = []

    init(_ seal: PledgeSeal) {
      sealer = RecordSealer(seal.cipher)
    }

    /// The pledge with this tag, sealed.
    mutating func seal(_ pledge: Pledge, tag: BlindTag?) throws -> SealedPledge {
      plaintext.removeAll(keepingCapacity: true)
      try PledgeContents.write(pledge, to: &plaintext)
      let kind = pledge.kind
      let contents = try sealer.seal(
        plaintext, boundTo: PledgeSeal.binding(pledge.id, pledge.boycott, kind, tag))
      return SealedPledge(
        id: pledge.id, boycott: pledge.boycott, cohort: kind.cohort, stage: kind.stage, isVerified: kind.isVerified,
        ifOthers: kind.ifOthers, terms: kind.terms, lapsesOn: kind.lapsesOn, tag: tag, contents: contents)
    }
  }

  private static func binding(
    _ id: Identifier<Pledge>, _ boycott: Identifier<Boycott>, _ kind: PledgeGroup, _ tag: BlindTag?
  ) -> [UInt8] {
    var binding = BoundBytes(table: "pledge")
    binding.append(id.rawValue)
    binding.append(boycott.rawValue)
    binding.append(kind.cohort.rawValue)
    binding.append(kind.stage.rawValue)
    binding.append(kind.isVerified ? 1 : 0)
    binding.append(kind.ifOthers)
    binding.append(kind.terms)
    binding.append(kind.lapsesOn?.daysSinceEpoch)
    binding.append(tag)
    return binding.bytes
  }
}

extension Office {
  /// What seals, opens and tags the boycott's pledges.
  /// - Throws: as `vault`.
  func seal(for boycott: Boycott) throws -> PledgeSeal {
    PledgeSeal(try vault(), boycott.id)
  }
}
