import Campaigns
import Vault

/// Seals and opens the roster of one campaign, and tags its entries.
struct RosterSeal: Sendable {
  /// The campaign.
  let campaign: Identifier<Campaign>
  private let cipher: RecordCipher
  private let index: BlindIndex

  init(_ vault: Vault, _ campaign: Identifier<Campaign>) {
    self.campaign = campaign
    cipher = vault.cipher(for: .roster, petition: nil)
    index = vault.blindIndex(for: campaign)
  }

  /// The tag of an address: the entry that has the same is this person's.
  func tag(of address: NormalizedAddress) -> BlindTag { index.addressTag(address) }

  /// The tag of an entry: of its address; where it has none, of all that it says.
  /// - Throws: `invalidValue` where its address is none that mail could reach, or a field is too long.
  func tag(of entry: RosterEntry) throws -> BlindTag {
    guard let email = entry.email else {
      var bytes: [UInt8] = []
      try RosterContents.write(entry, to: &bytes)
      return index.rowTag(bytes)
    }
    guard let address = NormalizedAddress(email) else {
      throw Refusal(.invalidValue, "the address is none that mail could reach", hint: "check it letter by letter")
    }
    return index.addressTag(address)
  }

  /// The entry, opened.
  /// - Throws: `altered` where the row is not the one that was sealed; it names the entry by its identifier.
  func open(_ sealed: SealedRosterEntry) throws -> RosterEntry {
    try Refusal.naming("roster entry \(sealed.id)") {
      try RosterContents.read(
        cipher.open(sealed.contents, boundTo: RosterSeal.binding(sealed.id, sealed.campaign, sealed.tag)), sealed.id)
    }
  }

  /// Seals many entries one after the other, on one thread.
  struct Sealer: ~Copyable {
    private let campaign: Identifier<Campaign>
    private var sealer: RecordSealer
    private var plaintext: [UInt8] = []

    init(_ seal: RosterSeal) {
      campaign = seal.campaign
      sealer = RecordSealer(seal.cipher)
    }

    /// The entry with this tag, sealed.
    mutating func seal(_ entry: RosterEntry, tag: BlindTag) throws -> SealedRosterEntry {
      plaintext.removeAll(keepingCapacity: true)
      try RosterContents.write(entry, to: &plaintext)
      let contents = try sealer.seal(plaintext, boundTo: RosterSeal.binding(entry.id, campaign, tag))
      return SealedRosterEntry(id: entry.id, campaign: campaign, tag: tag, contents: contents)
    }
  }

  private static func binding(
    _ id: Identifier<RosterEntry>, _ campaign: Identifier<Campaign>, _ tag: BlindTag
  ) -> [UInt8] {
    var binding = BoundBytes(table: "roster_entry")
    binding.append(id.rawValue)
    binding.append(campaign.rawValue)
    binding.append(tag)
    return binding.bytes
  }
}

extension Office {
  /// What seals, opens and tags the campaign's roster.
  /// - Throws: as `vault`.
  func rosterSeal(of campaign: Identifier<Campaign>) throws -> RosterSeal {
    RosterSeal(try vault(), campaign)
  }
}
