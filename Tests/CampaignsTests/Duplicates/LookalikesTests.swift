import Testing

@testable import Campaigns

@Suite struct LookalikesTests {
  private static let names = ["ana", "anna", "ben", "benn", "cleo", "clea", "dora", "dorra", "emil", "emill"]
  private static let families = ["smith", "smyth", "nowak", "novak", "mueller", "muller", "petrova", "petrowa"]

  private func signer(
    _ number: Int, _ latin: String, place: String? = nil, work: String? = nil, address: String? = nil
  ) -> SignerTraits {
    SignerTraits(
      Identifier(rawValue: Int64(number)), latin: latin, writing: latin, place: place, work: work, address: address)
  }

  private func found(_ signers: [SignerTraits], besides apart: Set<SignaturePair> = []) -> Lookalikes.Found {
    var lookalikes = Lookalikes()
    for signer in signers { lookalikes.enter(signer) }
    return lookalikes.found(besides: apart)
  }

  /// A crowd of signers by a fixed recipe: many names that come near one another, in a few places.
  private func crowd(_ count: Int) -> [SignerTraits] {
    var random = UInt64(count)
    func next(_ limit: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % limit
    }
    return (0..<count).map { number in
      let (first, last) = (Self.names[next(Self.names.count)], Self.families[next(Self.families.count)])
      let name = next(8) == 0 ? "\(last), \(first)" : "\(first) \(last)"
      return signer(
        number, name, place: next(5) == 0 ? nil : "city \(next(12))", work: next(3) == 0 ? "team \(next(9))" : nil,
        address: "\(first).\(last)\(next(3) == 0 ? "x" : "")@provider\(next(4)).example")
    }
  }

  @Test("keys miss no pair of equal names, and of slips only those of two slips in two words")
  func complete() {
    let signers = crowd(400)
    let result = found(signers)
    let pairs = Set(result.pairs.map(\.signatures))
    #expect(pairs.count == result.pairs.count, "each pair once")
    #expect(result.crowds == [])
    var missed = 0
    for (place, one) in signers.enumerated() {
      for other in signers[(place + 1)...] {
        guard let likeness = Likeness(one, other), let pair = SignaturePair(one.signature, other.signature) else {
          continue
        }
        if case .slips(2) = likeness.name {
          missed += pairs.contains(pair) ? 0 : 1
        } else {
          #expect(pairs.contains(pair), "\(one.name) and \(other.name)")
        }
      }
    }
    #expect(pairs.count > 500)
    #expect(missed * 10 < pairs.count)
  }

  @Test("pairs that were told apart are left out, and the strongest come first")
  func apart() throws {
    let signers = [
      signer(1, "ana smith", place: "bonn"), signer(2, "ana smith", place: "bonn"),
      signer(3, "ana smiht", place: "bonn"),
    ]
    let pairs = found(signers).pairs
    #expect(pairs.map(\.likeness.name) == [.same, .slips(1), .slips(1)])
    let first = try #require(SignaturePair(Identifier(rawValue: 2), Identifier(rawValue: 1)))
    #expect(pairs.first?.signatures == first)
    #expect(found(signers, besides: [first]).pairs.map(\.likeness.name) == [.slips(1), .slips(1)])
  }

  @Test("where there are too many pairs the most telling are kept, and the rest is told of")
  func cut() {
    let signers = (0..<60).map {
      signer($0, "ana smith \($0 / 2)", place: "bonn", address: "\($0 % 2)mail\($0 % 2)@b.example")
    }
    let twins = (0..<2).map { signer(60 + $0, "ben nowak", address: "same@mail.example") }
    var lookalikes = Lookalikes()
    for signer in signers + twins { lookalikes.enter(signer) }
    let whole = lookalikes.found()
    #expect(whole.pairs.count == 31)
    #expect(!whole.isCut)
    let cut = lookalikes.found(atMost: 1)
    #expect(cut.isCut)
    #expect(cut.pairs.map(\.likeness.address) == [.same])
  }

  @Test("a crowd of one name is told and not compared")
  func crowds() {
    let many = Lookalikes.mostOfAKey + 1
    let crowd = (0..<many).map { signer($0, "kim min jun", place: "seoul") }
    let pair = (0..<2).map { signer(many + $0, "ana smith", place: "seoul") }
    let result = found(crowd + pair)
    #expect(result.crowds == [many])
    #expect(result.pairs.count == 1)
    #expect(found(Array(crowd.dropLast())).pairs.count == (many - 1) * (many - 2) / 2)
  }

  @Test("a crowd of similar names at one place costs no more than its size")
  func similar() {
    // One family name, one initial, one place.
    let crowd = (0..<20_000).map { signer($0, "a\(String($0, radix: 26)) smith", place: "seoul") }
    let result = found(crowd)
    #expect(result.crowdedPlaces > 0)
    let isBounded = result.pairs.count < crowd.count * Lookalikes.mostOfAKey / 2
    #expect(isBounded, "\(result.pairs.count) pairs")
  }
}
