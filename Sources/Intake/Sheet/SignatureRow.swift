import Campaigns

/// One row of a sheet that keeps all the rules of its fields.
public struct SignatureRow: Hashable, Sendable {
  /// The line on which the row begins, from 1.
  public var line: Int
  /// Who signed.
  public var signatory: Signatory
  /// What the signer lets the public see; nil where the sheet has no such column.
  public var visibility: Visibility?
  /// The day of signing; nil where the sheet does not say.
  public var signedOn: CalendarDate?
  /// What ties the signer to the target; nil where the sheet does not say.
  public var cohort: Cohort?
  /// The row as it stands in the sheet, in UTF-8, without the line break that ends it. Equal rows of a sheet without
  /// addresses are told by it, and a row that is refused later goes to the refused ones with it.
  public var record: [UInt8]
  /// What few rows have; it must cost the others nothing.
  private var rare: Rare?

  init(
    line: Int, signatory: Signatory, visibility: Visibility?, signedOn: CalendarDate?, cohort: Cohort?,
    record: [UInt8]
  ) {
    self.line = line
    self.signatory = signatory
    self.visibility = visibility
    self.signedOn = signedOn
    self.cohort = cohort
    self.record = record
  }

  /// The file that the line is of; nil where the sheet is one file.
  public internal(set) var file: String? {
    get { rare?.file }
    set { change { $0.file = newValue } }
  }

  /// How the sheet says that the signer was verified; nil where it does not say so.
  public internal(set) var verification: Verification.Method? {
    get { rare?.verification }
    set { change { $0.verification = newValue } }
  }

  /// The answers in the columns that are kept besides the fields; empty ones are not among them.
  public internal(set) var kept: [KeptAnswer] {
    get { rare?.kept ?? [] }
    set { change { $0.kept = newValue } }
  }

  private struct Contents: Hashable {
    var file: String?
    var verification: Verification.Method?
    var kept: [KeptAnswer] = []
  }

  /// One word in the row, whatever is in it.
  private final class Rare: Hashable, Sendable {
    let contents: Contents
    var file: String? { contents.file }
    var verification: Verification.Method? { contents.verification }
    var kept: [KeptAnswer] { contents.kept }

    init(_ contents: Contents) {
      self.contents = contents
    }

    static func == (left: Rare, right: Rare) -> Bool { left.contents == right.contents }

    func hash(into hasher: inout Hasher) { hasher.combine(contents) }
  }

  private mutating func change(_ set: (inout Contents) -> Void) {
    var contents = rare?.contents ?? Contents()
    set(&contents)
    rare = contents == Contents() ? nil : Rare(contents)
  }

  /// The same row among the refused ones: the cell of that number, from 1, is at fault for that reason.
  public func refused(column: Int, reason: String) -> RefusedRow {
    RefusedRow(line: line, column: column, reason: reason, record: record, file: file)
  }
}

/// One row of a sheet that breaks a rule. Whoever judges a row can throw it; the sheet is read on.
public struct RefusedRow: Error, Hashable, Sendable {
  /// The line on which the row begins, from 1.
  public var line: Int
  /// The number of the cell that is at fault, from 1.
  public var column: Int
  /// Why the row is refused, in plain words that never say what stands in the cell.
  public var reason: String
  /// The row as it stands in the sheet, in UTF-8, without the line break that ends it.
  public var record: [UInt8]
  /// The file that the line is of; nil where the sheet is one file.
  public var file: String?

  /// A refused row. The reason must not say what stands in the cell.
  public init(line: Int, column: Int, reason: String, record: [UInt8], file: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
    self.record = record
  }
}

/// Some consecutive rows of a sheet, each of both lists in the sheet's order.
public struct SheetBatch: Sendable {
  /// The rows that can be taken.
  public internal(set) var rows: [SignatureRow] = []
  /// The rows that cannot.
  public internal(set) var refused: [RefusedRow] = []
}
