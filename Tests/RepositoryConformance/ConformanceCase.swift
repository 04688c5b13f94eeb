import Campaigns

/// One documented behaviour of the repository protocols, as a check that any engine has to pass.
///
/// An engine's tests run them all:
/// ```swift
/// @Test(arguments: ConformanceCase.all)
/// func conforms(to behaviour: ConformanceCase) throws { try behaviour.check { try MyRepository(…) } }
/// ```
public struct ConformanceCase: Sendable, CustomStringConvertible {
  /// The behaviour, as a sentence.
  public let description: String
  private let body: @Sendable (any Repository) throws -> Void

  /// A behaviour and the check of it on a repository that holds `vault` and nothing else.
  init(_ description: String, _ body: @escaping @Sendable (any Repository) throws -> Void) {
    self.description = description
    self.body = body
  }

  /// Checks the behaviour.
  /// - Parameter makeRepository: makes a new repository that holds `vault` and nothing else.
  /// - Throws: `Nonconformance` where the repository behaves otherwise; whatever else it throws is a failure too.
  public func check(_ makeRepository: () throws -> any Repository) throws {
    try body(try makeRepository())
  }

  /// The vault that a new repository holds.
  public static let vault = VaultRecord(
    id: Array(1...16),
    slots: [
      KeySlotRecord(
        number: 1, kind: .keyFile, addedOn: CalendarDate(daysSinceEpoch: 19_999), parameters: [1, 2],
        wrappedKey: [3, 4, 5]),
      KeySlotRecord(
        number: 2, kind: .recoveryCode, addedOn: CalendarDate(daysSinceEpoch: 20_000), parameters: [],
        wrappedKey: [6]),
    ])

  /// Every behaviour.
  public static let all =
    transactions + campaigns + targets + demands + petitions + letters + signatures + sharedAddresses
    + changedSignatures + commitments + batches + erasures + erasureLists + tallies + imports + publications
    + ledgerQueues + ledgerTrees + deliveries + claims + responses + vaults + actions + record
    + channels + toldApart + rosters

  /// What people do besides signing, and what they suffer for it.
  private static let actions =
    demandResponses + terminations + boycotts + boycottListings + boycottHistories + pledges + pledgeBatches
    + pledgeGroups + erasedPledges + incidents

  /// What is on public record, and what a timeline tells besides.
  private static let record =
    statements + keptBytes + captures + accounts + evidenceRecords + enteredEvents + recordedEvents + verifiedByDay
    + openings + sheets
}
