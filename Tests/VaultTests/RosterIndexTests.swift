import Campaigns
import Testing

@testable import Vault

@Suite struct RosterIndexTests {
  @Test("an address has another tag on every roster, and another than in a petition or boycott of the same number")
  func separation() throws {
    let ana = try #require(NormalizedAddress("ana@example.org"))
    let number = knownPetition.rawValue
    let campaign = Identifier<Campaign>(rawValue: number)
    let tags = [
      knownVault.blindIndex(for: campaign), knownVault.blindIndex(for: Identifier<Campaign>(rawValue: number + 1)),
      knownVault.blindIndex(for: knownPetition), knownVault.blindIndex(for: Identifier<Boycott>(rawValue: number)),
      Vault.create().blindIndex(for: campaign),
    ].map { $0.addressTag(ana) }
    #expect(Set(tags).count == tags.count)
    #expect(knownVault.blindIndex(for: campaign).addressTag(ana) == tags[0])
  }
}
