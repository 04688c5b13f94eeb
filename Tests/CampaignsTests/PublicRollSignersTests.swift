import Campaigns
import Testing

@Suite("The gate: whose each line is")
struct PublicRollSignersTests {
  @Test("every verified signer is in the roll once: with a line or counted")
  func everybody() {
    let signers =
      signers(3, .named) + signers(6, .role, jobTitle: "Baker") + signers(2, .role, jobTitle: "Cook")
      + signers(4, .counted) + signers(2, .named, state: .pending) + signers(2, .named, standing: .held)
    let roll = roll(of: signers)
    let verified = signers.filter { $0.state == .verified && $0.standing != .held }.map(\.id)
    #expect(roll.signers.count == roll.lines.count)
    #expect(roll.countedSigners.count == roll.counted)
    #expect(roll.signers.count + roll.countedSigners.count == verified.count)
    #expect(Set(roll.signers + roll.countedSigners) == Set(verified))
  }

  @Test("a named line is its own signer's, and a role line is that of somebody with that role")
  func lines() throws {
    let signers = signers(5, .named) + signers(7, .role, jobTitle: "Baker") + signers(9, .role, jobTitle: "Cook")
    let byID = Dictionary(uniqueKeysWithValues: signers.map { ($0.id, $0.signatory) })
    let roll = roll(of: signers)
    for (line, signer) in zip(roll.lines, roll.signers) {
      let signatory = try #require(byID[signer])
      if let name = line.fullName { #expect(name == signatory.name) }
      #expect(line.jobTitle == signatory.jobTitle)
    }
  }

  @Test("who is held back is nobody's line and not counted")
  func heldBack() {
    let first = signers(5, .counted)
    let before = roll(of: first)
    let after = roll(of: first + signers(3, .counted), since: before.publication)
    #expect(after.heldBack == 3)
    #expect(after.countedSigners.count == 5)
    #expect(after.total == 5)
  }

  @Test("below the reveal threshold everybody is counted, and known as counted")
  func threshold() {
    let signers = signers(4, .named) + signers(5, .role, jobTitle: "Baker")
    let roll = PublicRoll(of: collected(signers), isRevealed: false, since: nil)
    #expect(roll.signers.isEmpty)
    #expect(Set(roll.countedSigners) == Set(signers.map(\.id)))
  }
}
