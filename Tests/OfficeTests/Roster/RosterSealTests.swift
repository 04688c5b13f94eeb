import Campaigns
import Testing
import Vault

@testable import Office

@Suite struct RosterSealTests {
  private let vault = Vault.create()
  private let seal: RosterSeal

  init() { seal = RosterSeal(vault, Identifier(rawValue: 7)) }

  private let whole = RosterEntry(
    id: Identifier(rawValue: 9), name: "Zoë Example", email: "zoe@work.example", jobTitle: "Advisor", team: "Maps",
    site: "Bonn", shift: "night", cohort: .contractor)

  private func sealed(_ entry: RosterEntry) throws -> SealedRosterEntry {
    var sealer = RosterSeal.Sealer(seal)
    return try sealer.seal(entry, tag: try seal.tag(of: entry))
  }

  @Test func `an entry comes back whole, and one with a name only too`() throws {
    #expect(try seal.open(sealed(whole)) == whole)
    let little = RosterEntry(id: whole.id, name: "Bo")
    #expect(try seal.open(sealed(little)) == little)
  }

  @Test(arguments: 0..<4) func `every clear column is bound: whichever is changed, it is altered`(column: Int) throws
  {
    let there = try sealed(whole)
    var contents = there.contents
    if column == 3 { contents[contents.count / 2] ^= 1 }
    let other = SealedRosterEntry(
      id: column == 0 ? Identifier(rawValue: 8) : there.id,
      campaign: column == 1 ? Identifier(rawValue: 6) : there.campaign,
      tag: column == 2 ? try seal.tag(of: RosterEntry(id: whole.id, name: "Bo")) : there.tag, contents: contents)
    #expect(refusal { _ = try seal.open(other) } == .altered)
    #expect(refusal { _ = try RosterSeal(Vault.create(), there.campaign).open(there) } == .altered)
  }

  @Test func `how long it is shows only in steps, and the same address has the same tag in any writing`() throws {
    var other = whole
    other.name = "Z"
    #expect(try sealed(other).contents.count == sealed(whole).contents.count)
    other.email = " ZOE+list@work.example"
    #expect(try seal.tag(of: other) == seal.tag(of: whole))
    other.email = nil
    #expect(try seal.tag(of: other) != seal.tag(of: whole))
  }

  @Test func `contents of a newer Picket are refused, not dropped`() throws {
    for bytes: [UInt8] in [[2, 1, 0, 1, 65], [1, 99, 0, 1, 65], [1, 1, 0, 9, 65], [1, 7, 0, 1, 65], []] {
      #expect(refusal { _ = try RosterContents.read(bytes, Identifier(rawValue: 1)) } == .altered)
    }
  }
}
