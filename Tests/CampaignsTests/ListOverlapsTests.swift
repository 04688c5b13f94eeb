import Testing

@testable import Campaigns

@Suite struct ListOverlapsTests {
  private func address(_ number: UInt8) throws -> BlindTag {
    try #require(BlindTag([UInt8](repeating: number, count: BlindTag.byteCount)))
  }

  @Test("each address counts once for each two lists, however often either holds it")
  func pairs() throws {
    var overlaps = ListOverlaps(of: 3)
    for (list, numbers) in [[1, 2, 3, 3, 1], [2, 3, 2], [3, 4, 1]].enumerated() {
      for number in numbers { overlaps.note(try address(UInt8(number)), in: list) }
    }
    #expect(
      overlaps.pairs == [
        ListOverlaps.Pair(list: 0, other: .list(1), count: 2), ListOverlaps.Pair(list: 0, other: .list(2), count: 2),
        ListOverlaps.Pair(list: 1, other: .list(2), count: 1),
      ])
  }

  @Test("a list says whether it held the address before")
  func within() throws {
    var overlaps = ListOverlaps(of: 2)
    #expect(overlaps.note(try address(1), in: 0) == false)
    #expect(overlaps.note(try address(1), in: 1) == false)
    #expect(overlaps.note(try address(1), in: 0) == true)
  }

  @Test("an address that stood before counts for the list that brought it, once for each list of the run")
  func earlier() throws {
    var overlaps = ListOverlaps(of: 2)
    overlaps.enter(try address(1), earlier: 7)
    overlaps.enter(try address(2), earlier: 4)
    for number: UInt8 in [1, 1, 2, 3] { overlaps.note(try address(number), in: 1) }
    #expect(
      overlaps.pairs == [
        ListOverlaps.Pair(list: 1, other: .earlier(4), count: 1),
        ListOverlaps.Pair(list: 1, other: .earlier(7), count: 1),
      ])
  }

  @Test("a run of one list keeps nothing of addresses that are new")
  func alone() throws {
    var overlaps = ListOverlaps(of: 1)
    overlaps.enter(try address(1), earlier: 0)
    #expect(overlaps.note(try address(2), in: 0) == nil)
    #expect(overlaps.note(try address(2), in: 0) == nil)
    #expect(overlaps.note(try address(1), in: 0) == false)
    #expect(overlaps.note(try address(1), in: 0) == true)
    #expect(overlaps.pairs == [ListOverlaps.Pair(list: 0, other: .earlier(0), count: 1)])
  }

  @Test("the last of the most lists has a place of its own")
  func most() throws {
    var overlaps = ListOverlaps(of: ListOverlaps.mostLists)
    overlaps.note(try address(1), in: 0)
    overlaps.note(try address(1), in: ListOverlaps.mostLists - 1)
    #expect(overlaps.note(try address(1), in: ListOverlaps.mostLists) == nil)
    #expect(overlaps.pairs == [ListOverlaps.Pair(list: 0, other: .list(ListOverlaps.mostLists - 1), count: 1)])
  }
}
