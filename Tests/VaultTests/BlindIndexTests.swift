import Campaigns
import Testing

@testable import Vault

@Suite struct BlindIndexTests {
  private let index = knownVault.blindIndex(for: knownPetition)

  @Test("the tags are those that another implementation made")
  func known() throws {
    let ana = try address("Ana@Example.org")
    #expect(index.addressTag(ana).bytes == bytes("f729b55a9b55c89a730a96712c85e4c1"))
    #expect(index.nameTag("josé").bytes == bytes("fb34b3a2ac5a2b3d8cce8c29db5945a2"))
    #expect(index.rowTag([0, 1, 2]).bytes == bytes("2aa07b7955f6951dd57408960252a7a7"))
    #expect(index.suppressionMark(ana).bytes == bytes("231ba240610446a5d1a4f56bd6ca8c0f"))
  }

  @Test("the same text has another tag in every role, petition and vault")
  func separation() throws {
    let ana = try address("ana@example.org")
    let indexes = [
      index, knownVault.blindIndex(for: otherPetition), Vault.create().blindIndex(for: knownPetition),
    ]
    let tags = indexes.flatMap { index in
      [
        index.addressTag(ana), index.nameTag(ana.text), index.rowTag(Array(ana.text.utf8)),
        index.suppressionMark(ana),
      ]
    }
    #expect(Set(tags).count == 12)
    #expect(index.addressTag(ana) == index.addressTag(try address(" ANA+picket@example.org ")))
  }
}
