import Campaigns
import Testing

@Suite("Who on a roster has signed")
struct RosterMatchingTests {
  private typealias Person = RosterMatching.Person

  private func match(_ signers: [Person], _ entries: [Person]) -> [RosterMatching.Match] {
    RosterMatching(of: signers, with: entries).matches
  }

  private let roster = [
    Person(address: "ana@work.example", name: "ana silva"), Person(address: "bo@work.example", name: "bo lind"),
    Person(address: nil, name: "cy park"), Person(address: "dee1@work.example", name: "dee roe"),
    Person(address: "dee2@work.example", name: "dee roe"),
  ]

  @Test("by address, whatever the name is")
  func address() {
    #expect(match([Person(address: "bo@work.example", name: "robert")], roster) == [.entry(1)])
  }

  @Test("by a name that is there once on both sides, from another address or none")
  func name() {
    #expect(match([Person(address: "ana@home.example", name: "ana silva")], roster) == [.entry(0)])
    #expect(match([Person(address: nil, name: "cy park")], roster) == [.entry(2)])
  }

  @Test("a name that is there twice on the roster or among the signatures is nobody's")
  func ambiguous() {
    #expect(match([Person(address: "dee@home.example", name: "dee roe")], roster) == [.ambiguous])
    let two = [Person(address: "a@x.example", name: "ana silva"), Person(address: "b@x.example", name: "ana silva")]
    #expect(match(two, roster) == [.ambiguous, .ambiguous])
  }

  @Test("who has a signature by address gets no second one by name")
  func taken() {
    let signers = [
      Person(address: "ana@work.example", name: "ana s."), Person(address: "x@home.example", name: "ana silva"),
    ]
    #expect(match(signers, roster) == [.entry(0), .ambiguous])
    // The name also counts among those that were matched by address.
    let namesakes = [
      Person(address: "bo@work.example", name: "ana silva"), Person(address: "x@home.example", name: "ana silva"),
    ]
    #expect(match(namesakes, roster) == [.entry(1), .ambiguous])
  }

  @Test("who is not on the roster is matched with nobody")
  func none() {
    #expect(match([Person(address: "eva@home.example", name: "eva moss")], roster) == [.none])
    #expect(match([Person(address: nil, name: "ana silva")], []) == [.none])
    #expect(match([], roster) == [])
  }

  @Test("whoever an ambiguous signature could be of may have signed")
  func mayHaveSigned() {
    let signers = [
      Person(address: "bo@work.example", name: "bo lind"), Person(address: "dee@home.example", name: "dee roe"),
      Person(address: nil, name: "eva moss"),
    ]
    #expect(RosterMatching(of: signers, with: roster).mayHaveSigned == [false, true, false, true, true])
    // A held signature: Bo's address under Ana's name.
    let held = RosterMatching(of: [Person(address: "bo@work.example", name: "ana silva")], with: roster)
    #expect(held.matches == [.entry(1)])
    #expect(held.mayHaveSigned == [true, true, false, false, false])
  }

  @Test("each entry is matched once at most by name, and no rule guesses", arguments: 0..<100)
  func property(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    func person() -> Person {
      let address = Int.random(in: 0..<8, using: &random)
      return Person(
        address: address < 6 ? "a\(address)@x.example" : nil, name: "name \(Int.random(in: 0..<8, using: &random))")
    }
    var addresses: Set<String> = []
    let entries = (0..<8).map { _ in person() }.filter { $0.address.map { addresses.insert($0).inserted } ?? true }
    let signers = (0..<8).map { _ in person() }
    let matching = RosterMatching(of: signers, with: entries)
    for (signer, match) in zip(signers, matching.matches) {
      let byAddress = entries.firstIndex { $0.address != nil && $0.address == signer.address }
      let namesakes = entries.indices.filter { entries[$0].name == signer.name }
      if let byAddress {
        #expect(match == .entry(byAddress))
      } else if namesakes.isEmpty {
        #expect(match == .none)
      } else if case .entry(let place) = match {
        #expect(namesakes == [place])
        #expect(signers.count { $0.name == signer.name } == 1)
        #expect(matching.matches.count { $0 == .entry(place) } == 1)
      }
    }
    for (place, entry) in entries.enumerated() {
      let isMatched = matching.matches.contains(.entry(place))
      let isNamed = zip(signers, matching.matches).contains { signer, match in
        guard case .entry(let other) = match else { return signer.name == entry.name && match == .ambiguous }
        return signer.name == entry.name && entries[other].name != entry.name
      }
      #expect(matching.mayHaveSigned[place] == (isMatched || isNamed))
    }
  }
}
