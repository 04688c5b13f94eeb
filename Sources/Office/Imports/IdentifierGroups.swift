import Campaigns

/// Ranges of identifiers for the batches of one import, one after the other from a place drawn by chance.
struct IdentifierGroups<Subject>: Sendable {
  private let day: CalendarDate
  private let taken: Set<Identifier<Subject>>
  private var next: UInt16
  private let last: UInt16

  /// Most batches of one import.
  private static var most: UInt16 { 4096 }

  /// The ranges of one import of that day.
  /// - Parameter taken: tells which identifiers of a range are taken already.
  init(
    on day: CalendarDate, taken: (ClosedRange<Identifier<Subject>>) throws -> Set<Identifier<Subject>>
  ) rethrows {
    self.day = day
    next = UInt16.random(in: 0..<(UInt16.max - IdentifierGroups.most))
    last = next + IdentifierGroups.most
    let first = Identifier<Subject>.range(on: day, group: next)
    self.taken = try taken(first.lowerBound...Identifier.range(on: day, group: last).upperBound)
  }

  /// As many ascending identifiers, behind all that were given before.
  /// - Throws: `unusableFile` where there are more batches than one import takes.
  mutating func next(_ count: Int) throws -> [Identifier<Subject>] {
    guard next <= last else {
      throw Refusal(.unusableFile, "the sheet has more rows than one import takes", hint: "split it in two")
    }
    defer { next += 1 }
    return Identifier.batch(of: count, in: Identifier.range(on: day, group: next), besides: taken)
  }
}
