import Campaigns
import Testing

@Suite("The gate: any population")
struct PublicRollPropertyTests {
  @Test("nothing is shown beyond what the signers chose", arguments: 0..<150)
  func nothingBeyond(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var population = PublicRollPropertyTests.population(&random)
    var previous: Publication?
    for _ in 0..<4 {
      let roll = roll(of: population, since: previous)
      try PublicRollPropertyTests.check(roll, of: population)
      if let previous { PublicRollPropertyTests.checkGrowth(of: roll, since: previous) }
      previous = roll.publication
      population.removeAll { _ in Int.random(in: 0..<20, using: &random) == 0 }
      population += PublicRollPropertyTests.population(&random).prefix(Int.random(in: 0...40, using: &random))
    }
  }

  private static func check(_ roll: PublicRoll, of population: [Signature]) throws {
    let verified = population.filter { $0.state == .verified && $0.standing != .held }
    #expect(roll.total == roll.lines.count + roll.counted)
    #expect(roll.total + roll.heldBack == verified.count)
    #expect(roll.cohorts.map(\.count).reduce(0, +) == roll.total)

    let named = verified.filter { $0.visibility.level == .named }
    #expect(roll.lines.compactMap(\.fullName).sorted() == named.map(\.signatory.name).sorted())
    for line in roll.lines {
      guard let name = line.fullName else { continue }
      let signer = try #require(named.first { $0.signatory.name == name })
      #expect(line.signedOn == (signer.visibility.hidden.contains(.day) ? nil : signer.signedOn))
      for hidden in PublicRollPropertyTests.hiddenValues(of: signer) {
        #expect(!"\(line.jobTitle ?? "")|\(line.affiliation ?? "")|\(line.location ?? "")".contains(hidden))
      }
    }

    let nameless = Dictionary(grouping: roll.lines.filter { $0.fullName == nil }) { $0 }
    let roles = verified.filter { $0.visibility.level == .role }
    for (line, same) in nameless {
      #expect(same.count >= 5, "\(line)")
      #expect(line.signedOn == nil)
      #expect(line.visibility == .role)
      // Whoever such a line can stand for shows all of it: nobody's hidden field makes up the number.
      let bearers = roles.filter { PublicRollPropertyTests.shows(line, $0) }
      #expect(bearers.count >= same.count, "\(line)")
    }
    #expect(nameless.values.map(\.count).reduce(0, +) <= roles.count)
  }

  private static func checkGrowth(of roll: PublicRoll, since previous: Publication) {
    for (group, count) in roll.publication.shown {
      let before = previous.shown[group] ?? 0
      #expect(count <= before || count >= before + 5, "\(group)")
    }
  }

  /// Whether the line can be read off what the signer lets the public see.
  private static func shows(_ line: ListLine, _ signer: Signature) -> Bool {
    let hidden = signer.visibility.hidden
    var shown = signer.signatory
    if hidden.contains(.jobTitle) { shown.jobTitle = nil }
    if hidden.contains(.team) { shown.team = nil }
    if hidden.contains(.affiliation) { shown.affiliation = nil }
    if hidden.contains(.location) { shown.location = nil }
    return line.cohort == signer.cohort && (line.jobTitle == nil || line.jobTitle == shown.jobTitle)
      && (line.affiliation == nil || line.affiliation == shown.belonging)
      && (line.location == nil || line.location == shown.location)
  }

  private static func hiddenValues(of signer: Signature) -> [String] {
    let hidden = signer.visibility.hidden
    return [
      hidden.contains(.jobTitle) ? signer.signatory.jobTitle : nil,
      hidden.contains(.team) ? signer.signatory.team : nil,
      hidden.contains(.affiliation) ? signer.signatory.affiliation : nil,
      hidden.contains(.location) ? signer.signatory.location : nil,
    ].compactMap { $0 }
  }

  /// Some dozens of signers who differ in everything; no word of one field is in another.
  private static func population(_ random: inout SeededRandom) -> [Signature] {
    let size = Int.random(in: 0...120, using: &random)
    let variety = Int.random(in: 1...3, using: &random)
    return (0..<size).map { _ in
      func word(_ stem: String) -> String? {
        let number = Int.random(in: 0...variety, using: &random)
        return number == 0 ? nil : "\(stem)\(number)"
      }
      let hidden = Visibility.Field.allCases.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
      return Sample.signature(
        "Name \(UInt32.random(in: 0...(.max), using: &random))", jobTitle: word("Job"), team: word("Team"),
        affiliation: word("House"), location: word("Site"),
        cohort: Cohort.allCases[Int.random(in: 0..<3, using: &random)],
        Visibility.Level.allCases.randomElement(using: &random) ?? .counted, hiding: Visibility.Fields(hidden),
        state: Int.random(in: 0..<5, using: &random) > 0
          ? .verified : Signature.State.allCases.randomElement(using: &random) ?? .pending,
        standing: Int.random(in: 0..<10, using: &random) > 0 ? .sole : .held)
    }
  }
}
