import Campaigns
import Testing

@Suite("The gate: what is new since a delivery")
struct NewLinesTests {
  private func named(_ names: [String], job: String? = nil, cohort: Cohort = .employee) -> [Signature] {
    names.map { Sample.signature($0, jobTitle: job, cohort: cohort, .named) }
  }

  private func names(_ range: ClosedRange<Int>) -> [String] { range.map { "Signer \($0)" } }

  /// What the roll shows, as a delivery keeps it.
  private func delivered(_ roll: PublicRoll) -> DeliveredLines {
    DeliveredLines(named: roll.lines.filter { $0.fullName != nil }, nameless: roll.publication.lines)
  }

  private func new(_ now: [Signature], since then: [Signature]) -> NewLines {
    let before = roll(of: then)
    return NewLines(in: roll(of: now, since: before.publication), since: delivered(before))
  }

  @Test("names are shown from five new ones of a cohort on", arguments: [(4, 0, 4), (5, 5, 0), (6, 6, 0)])
  func names(more: Int, shown: Int, waiting: Int) {
    let new = new(named(names(1...(7 + more))), since: named(names(1...7)))
    #expect(new.lines.count == shown)
    #expect(new.waiting == waiting)
    #expect(Set(new.lines.compactMap(\.fullName)).isDisjoint(with: names(1...7)))
  }

  @Test("each cohort is a group of its own")
  func cohorts() {
    let then = named(names(1...3))
    let new = new(
      then + named(names(11...15)) + named(names(21...24), cohort: .contractor), since: then)
    #expect(Set(new.lines.compactMap(\.fullName)) == Set(names(11...15)))
    #expect(new.waiting == 4)
  }

  @Test("who stood there without a name and shows it now is as new as everybody else")
  func unnamedBefore() {
    // Left out, these five would be known to have signed before.
    let then = signers(5, .role, jobTitle: "Baker") + signers(5, .counted)
    let new = new(named(names(0...4), job: "Baker") + signers(5, .counted), since: then)
    #expect(new.lines.count == 5)
    #expect(new.lines.allSatisfy { $0.fullName != nil })
  }

  @Test("a name that was changed is a new name: nothing ties it to the old one")
  func renamed() {
    let new = new(named(names(2...6) + ["Renamed Person"]), since: named(names(1...6)))
    #expect(new.lines.isEmpty)
    #expect(new.waiting == 1)
  }

  @Test("another job title or an academic one makes nobody new")
  func editedLine() {
    var titled = named(names(1...6), job: "Lead")
    for place in titled.indices { titled[place].signatory.honorific = "Dr." }
    let new = new(titled, since: named(names(1...6), job: "Engineer"))
    #expect(new.lines.isEmpty)
    #expect(new.waiting == 0)
  }

  @Test("of several with one name, as many are new as they are more, whatever their order")
  func namesakes() {
    let then = named(names(1...2)) + named(["Ana Example"], job: "Baker")
    let now = named(names(1...2)) + named(["Ana Example"], job: "Cook") + named(["Ana Example"], job: "Driver")
    let more = named(names(11...14))
    let one = new(now + more, since: then)
    let other = new(Array((now + more).reversed()), since: then)
    #expect(one.lines.count == 5)
    // Neither line stood there: the choice is by what they say.
    #expect(one.lines.first { $0.fullName == "Ana Example" }?.jobTitle == "Driver")
    #expect(Set(one.lines) == Set(other.lines))
  }

  @Test("lines without a name are told by how many they are more, from five on", arguments: [(4, 0), (5, 5), (9, 9)])
  func nameless(more: Int, shown: Int) {
    let new = new(signers(7 + more, .role, jobTitle: "Baker"), since: signers(7, .role, jobTitle: "Baker"))
    #expect(new.lines.count == shown)
    #expect(new.lines.allSatisfy { $0.fullName == nil && $0.jobTitle == "Baker" })
  }

  @Test("who left and who came in one group are not told apart")
  func leftAndCame() {
    let first = roll(of: signers(8, .role, jobTitle: "Baker"))
    // Two leave; a list in between shows six. Then seven come.
    let between = roll(of: signers(6, .role, jobTitle: "Baker"), since: first.publication)
    let last = roll(of: signers(13, .role, jobTitle: "Baker"), since: between.publication)
    let new = NewLines(in: last, since: delivered(first))
    #expect(last.lines.count == 13)
    #expect(new.lines.count == 5)
    let few = roll(of: signers(11, .role, jobTitle: "Baker"), since: between.publication)
    #expect(few.lines.count == 11)
    #expect(NewLines(in: few, since: delivered(first)).lines.isEmpty)
    #expect(NewLines(in: few, since: delivered(first)).waiting == 3)
  }

  @Test("a team that is told as such and a team of people without a title are one group: they look the same")
  func groupsThatLookTheSame() {
    let line = ListLine(affiliation: "Maps", cohort: .employee, visibility: .role)
    let publication = Publication(shown: [
      Publication.Group(.employee, .team("Maps")): 7,
      Publication.Group(.employee, .work(jobTitle: nil, affiliation: "Maps")): 5,
      Publication.Group(.employee, .counted): 3,
    ])
    #expect(publication.lines == [line: 12])
    #expect(publication.counted == 3)
  }

  @Test("where erasures have made the delivered groups unknown, no line without a name is shown")
  func unknown() {
    let now = roll(of: signers(20, .role, jobTitle: "Baker") + named(names(1...5)))
    let new = NewLines(in: now, since: DeliveredLines(named: [], nameless: nil))
    #expect(new.lines.count == 5)
    #expect(new.lines.allSatisfy { $0.fullName != nil })
    #expect(!new.knowsNameless)
  }

  @Test("before a reveal nothing is new")
  func notRevealed() {
    let before = PublicRoll(of: collected(named(names(1...7))), isRevealed: false, since: nil)
    let now = PublicRoll(of: collected(named(names(1...20))), isRevealed: false, since: before.publication)
    let new = NewLines(in: now, since: delivered(before))
    #expect(new.lines.isEmpty)
    #expect(new.waiting == 0)
  }

  @Test("it follows from the two lists alone, whoever stands behind their lines", arguments: 0..<60)
  func followsFromTheLists(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let levels: [Visibility.Level] = [.named, .named, .role, .counted]
    func people(_ count: Int) -> [Signature] {
      (0..<count).map { number in
        Sample.signature(
          "Signer \(number % 23)", jobTitle: ["Baker", "Cook", nil][Int.random(in: 0..<3, using: &random)],
          cohort: [.employee, .contractor][Int.random(in: 0..<2, using: &random)],
          levels[Int.random(in: 0..<4, using: &random)])
      }
    }
    let then = roll(of: people(40))
    let now = roll(of: people(70), since: then.publication)
    let new = NewLines(in: now, since: delivered(then))
    // Every group in it has five or more, and no more than the lists differ by.
    let perCohort = Dictionary(grouping: new.lines.filter { $0.fullName != nil }, by: \.cohort)
    #expect(perCohort.allSatisfy { $0.value.count >= PublicRoll.k })
    for (line, group) in Dictionary(grouping: new.lines.filter { $0.fullName == nil }, by: \.self) {
      #expect(group.count >= PublicRoll.k)
      #expect(group.count == now.lines.count { $0 == line } - then.lines.count { $0 == line })
    }
    // Every new name is more often in the one list than in the other.
    for (name, group) in Dictionary(grouping: new.lines.filter { $0.fullName != nil }, by: \.fullName) {
      let more = now.lines.count { $0.fullName == name } - then.lines.count { $0.fullName == name }
      #expect(group.count <= more)
    }
  }
}
