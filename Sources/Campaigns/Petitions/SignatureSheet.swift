/// A sheet of paper that was printed to be signed by hand, under a number of its petition.
public struct SignatureSheet: Hashable, Sendable {
  /// The petition that is signed on it.
  public let petition: Identifier<Petition>
  /// The sheet's number within its petition, from 1.
  public let number: Int
  /// The letter version that stands on it, to which its signatures are bound.
  public let letter: Identifier<Letter>
  /// How many have room on it.
  public let rowCount: Int
  /// The day on which it was printed.
  public let printedOn: CalendarDate

  /// A sheet as a repository keeps it.
  public init(
    petition: Identifier<Petition>, number: Int, letter: Identifier<Letter>, rowCount: Int, printedOn: CalendarDate
  ) {
    self.petition = petition
    self.number = number
    self.letter = letter
    self.rowCount = rowCount
    self.printedOn = printedOn
  }

  /// What the import of its rows is called.
  public var name: String { "sheet \(number)" }

  /// How many rows a sheet may have: more would be too low to write in.
  public static let rowCounts = 1...16
  /// Most sheets that are printed at once.
  public static let mostAtOnce = 1000
}
