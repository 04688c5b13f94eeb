import Campaigns
import Testing

@Suite("Identifiers")
struct IdentifierTests {
  private typealias ID = Identifier<Signature>

  @Test("an identifier is 13 characters of the alphabet and is read back")
  func roundTrip() throws {
    let alphabet = Set("0123456789abcdefghjkmnpqrstvwxyz")
    for _ in 0..<1_000 {
      let id = ID(on: Sample.day)
      let text = id.description
      try #require(text.count == 13 && alphabet.isSuperset(of: text))
      try #require(ID(text) == id)
    }
    for value in [0, 1, 31, 32, Int64.max] {
      #expect(ID(ID(rawValue: value).description)?.rawValue == value)
    }
  }

  @Test(
    "capitals, hyphens and letters that look like digits are forgiven",
    arguments: [
      "0a1b0c1d0e1f0", "0A1B0C1D0E1F0", "0a1b-0c1d-0e1f0", "oalboclDOEIFo", "-0a1b0c1d0e1f0-",
    ])
  func forgiving(text: String) {
    #expect(ID(text)?.description == "0a1b0c1d0e1f0")
  }

  @Test(
    "what is no identifier is refused",
    arguments: [
      "", "-------------", "0a1b0c1d0e1f", "0a1b0c1d0e1f00", "0a1b0c1d0e1fu", "0a1b0c1d0e1f ", "0a1b0c1d0e1fé",
      "8000000000000", "zzzzzzzzzzzzz", "0a1b_0c1d0e1f0",
    ])
  func refused(text: String) {
    #expect(ID(text) == nil)
  }

  @Test("an identifier holds the day and chance, nothing else")
  func dayAndChance() {
    let ids = (0..<2_000).map { _ in ID(on: Sample.day) }
    #expect(ids.allSatisfy { $0.rawValue >> 47 == Int64(Sample.day.daysSinceEpoch) })
    #expect(Set(ids).count == ids.count)
    // Were a counter or a clock in it, later identifiers would be larger.
    let rises = zip(ids, ids.dropFirst()).count { $0 < $1 }
    #expect((700...1_300).contains(rises))
    for bit in 0..<47 {
      let ones = ids.count { $0.rawValue >> bit & 1 == 1 }
      #expect((800...1_200).contains(ones), "bit \(bit)")
    }
  }

  @Test("identifiers of a later day sort later")
  func sorting() {
    let day = ID.range(on: Sample.day, group: .max)
    let next = ID.range(on: CalendarDate(daysSinceEpoch: Sample.day.daysSinceEpoch + 1), group: 0)
    #expect(day.upperBound < next.lowerBound)
    #expect(day.upperBound.rawValue + 1 == next.lowerBound.rawValue)
  }

  @Test("groups of a day follow each other without a gap or an overlap")
  func groups() {
    for group in [UInt16(0), 1, 255, 65_534] {
      let this = ID.range(on: Sample.day, group: group)
      let next = ID.range(on: Sample.day, group: group + 1)
      #expect(this.upperBound.rawValue + 1 == next.lowerBound.rawValue)
      #expect(this.upperBound.rawValue - this.lowerBound.rawValue + 1 == 1 << 31)
    }
  }

  @Test("a batch is ascending, without repetition and within its range", arguments: [0, 1, 100, 65_536])
  func batch(count: Int) {
    let range = ID.range(on: Sample.day, group: 7)
    let batch = ID.batch(of: count, in: range, besides: [])
    #expect(batch.count == count)
    #expect(zip(batch, batch.dropFirst()).allSatisfy { $0 < $1 })
    #expect(batch.allSatisfy(range.contains))
  }

  @Test("a batch avoids what is taken")
  func taken() {
    let range = ID(rawValue: 1_000)...ID(rawValue: 1_099)
    let taken = Set((1_000..<1_050).map { ID(rawValue: $0) })
    let batch = ID.batch(of: 50, in: range, besides: taken)
    #expect(batch.map(\.rawValue) == Array(1_050..<1_100))
  }

  @Test("a batch is spread over its range, so that the next does not follow from the last")
  func spread() throws {
    let range = ID.range(on: Sample.day, group: 0)
    let batch = ID.batch(of: 1_000, in: range, besides: [])
    let middle = range.lowerBound.rawValue + 1 << 30
    #expect((400...600).contains(batch.count { $0.rawValue < middle }))
    #expect(batch != ID.batch(of: 1_000, in: range, besides: []))
  }
}
