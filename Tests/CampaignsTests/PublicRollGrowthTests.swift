import Campaigns
import Testing

@Suite("The gate: how published numbers grow")
struct PublicRollGrowthTests {
  @Test(
    "a group grows by five at least, or stays; who came since is in no number",
    arguments: [
      (0, 0, 0), (1, 0, 1), (4, 0, 4), (5, 5, 0), (6, 6, 0),
    ])
  func grows(more: Int, shown: Int, heldBack: Int) {
    let first = roll(of: signers(7, .role, jobTitle: "Baker"))
    let next = roll(of: signers(7 + more, .role, jobTitle: "Baker"), since: first.publication)
    #expect(next.lines.count == 7 + shown)
    #expect(next.heldBack == heldBack)
    #expect(next.counted == 0)
    #expect(next.cohorts.map(\.count) == [7 + shown])
  }

  @Test("the counted grow by five as well")
  func countedGrow() {
    let first = roll(of: signers(3, .counted))
    #expect(first.counted == 3)
    let four = roll(of: signers(7, .counted), since: first.publication)
    #expect(four.counted == 3)
    #expect(four.heldBack == 4)
    #expect(roll(of: signers(8, .counted), since: four.publication).counted == 8)
  }

  @Test("nobody moves to a finer group with a newcomer, who would be told by it")
  func noMovers() {
    let team =
      signers(4, .role, jobTitle: "Engineer", team: "Maps") + signers(3, .role, jobTitle: "Baker", team: "Maps")
      + signers(3, .role, jobTitle: "Cook", team: "Maps")
    let first = roll(of: team)
    #expect(first.lines.count == 10)
    #expect(first.lines.allSatisfy { $0.jobTitle == nil && $0.affiliation == "Maps" })
    let next = roll(of: team + signers(1, .role, jobTitle: "Engineer", team: "Maps"), since: first.publication)
    #expect(next.lines == first.lines)
    #expect(next.heldBack == 1)
    let later = roll(of: team + signers(5, .role, jobTitle: "Engineer", team: "Maps"), since: next.publication)
    #expect(later.lines.count == 15)
  }

  @Test("four who were only counted are described together with the fifth")
  func firstDescription() {
    let first = roll(of: signers(4, .role, jobTitle: "Baker"))
    #expect(first.counted == 4)
    #expect(roll(of: signers(5, .role, jobTitle: "Baker"), since: first.publication).lines.count == 5)
  }

  @Test("a counted signer's cohort does not follow from subtracting the names")
  func noSubtraction() {
    let few = roll(of: signers(20, .named) + signers(1, .counted, cohort: .contractor))
    #expect(few.cohorts.map(\.cohorts) == [[.employee], []])
    #expect(few.cohorts.map(\.count) == [20, 1])
    let beside = roll(
      of: signers(20, .named) + signers(5, .named, cohort: .contractor)
        + signers(1, .counted, cohort: .contractor))
    #expect(beside.cohorts.map(\.count) == [20, 5, 1])
  }

  @Test("a new group of fewer than five is in no number until it has five")
  func newGroup() {
    let first = roll(of: signers(5, .counted))
    let next = roll(of: signers(5, .counted) + signers(4, .counted, cohort: .alumni), since: first.publication)
    #expect(next.total == 5)
    #expect(next.heldBack == 4)
    #expect(next.cohorts == roll(of: signers(5, .counted)).cohorts)
    let later = roll(of: signers(5, .counted) + signers(5, .counted, cohort: .alumni), since: next.publication)
    #expect(later.total == 10)
  }

  @Test("who leaves is gone at once", arguments: [6, 5])
  func shrinks(left: Int) {
    let first = roll(of: signers(7, .role, jobTitle: "Baker"))
    let next = roll(of: signers(left, .role, jobTitle: "Baker"), since: first.publication)
    #expect(next.lines.count == left)
    #expect(next.heldBack == 0)
  }

  @Test("a group that shrinks under five has no line any more")
  func shrinksAway() {
    let first = roll(of: signers(5, .role, jobTitle: "Baker") + signers(5, .counted))
    let next = roll(of: signers(4, .role, jobTitle: "Baker") + signers(5, .counted), since: first.publication)
    #expect(next.lines.isEmpty)
    #expect(next.counted == 5)
    #expect(next.heldBack == 4)
  }

  @Test("after a group has shrunk, growth is measured from what was shown then")
  func shrinksThenGrows() {
    let first = roll(of: signers(10, .counted))
    let second = roll(of: signers(8, .counted), since: first.publication)
    #expect(second.counted == 8)
    let third = roll(of: signers(12, .counted), since: second.publication)
    #expect(third.counted == 8)
    let fourth = roll(of: signers(13, .counted), since: third.publication)
    #expect(fourth.counted == 13)
  }

  @Test("publishing again and again does not let growth through in small steps")
  func manySteps() {
    var publication: Publication?
    var shown: [Int] = []
    for count in 10...25 {
      let next = roll(of: signers(count, .role, jobTitle: "Baker"), since: publication)
      publication = next.publication
      shown.append(next.lines.count)
    }
    #expect(shown == [10, 10, 10, 10, 10, 15, 15, 15, 15, 15, 20, 20, 20, 20, 20, 25])
  }

  @Test("below the reveal threshold the number grows by five too")
  func belowThreshold() {
    let first = PublicRoll(of: collected(signers(10, .named)), isRevealed: false, since: nil)
    let next = PublicRoll(of: collected(signers(12, .named)), isRevealed: false, since: first.publication)
    #expect(next.counted == 10)
    #expect(next.heldBack == 2)
  }
}
