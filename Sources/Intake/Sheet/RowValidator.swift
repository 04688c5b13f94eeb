import Campaigns
import Foundation

/// Makes a signature of a record, or says which cell forbids it.
struct RowValidator: Sendable {
  /// A cell that breaks a rule.
  struct Fault: Error {
    /// The cell's number, from 0.
    var column: Int
    var reason: CellFault
  }

  /// The columns of the fields, from 0; nil where the sheet has none.
  private let name: Int?
  private let nameParts: [Int]
  private let honorific: Int?
  private let credentials: Int?
  private let email: Int?
  private let addressesMayBeEmpty: Bool
  private let jobTitle: Int?
  private let team: Int?
  private let location: Int?
  private let locationParts: [Int]
  private let affiliation: Int?
  private let cohort: Int?
  private let visibility: Int?
  private let asksForAnonymity: Bool
  private let signedOn: Int?
  private let confirmed: Int?
  private let kept: [ColumnMapping.Column]

  private var text = CellText()
  private var days: DayReader
  private var levels = WordMemo<Visibility?>()
  private var cohorts = WordMemo<Cohort>()
  private var confirmations = WordMemo<Verification.Method?>()
  /// Whether a row was too short to have the cell of its signer's wish how to be shown.
  private(set) var metMissingWish = false
  private var joined: [UInt8] = []

  /// A validator of rows with these columns.
  init(_ mapping: ColumnMapping, zone: TimeZone, today: CalendarDate, addressesMayBeEmpty: Bool = false) {
    func column(_ field: SheetField) -> Int? { mapping.columns[field].map { $0.number - 1 } }
    self.name = column(.name)
    self.nameParts = SheetField.name.parts.compactMap(column)
    self.honorific = column(.honorific)
    self.credentials = column(.credentials)
    self.email = column(.email)
    self.addressesMayBeEmpty = addressesMayBeEmpty
    self.jobTitle = column(.jobTitle)
    self.team = column(.team)
    self.location = column(.location)
    self.locationParts = SheetField.location.parts.compactMap(column)
    self.affiliation = column(.affiliation)
    self.cohort = column(.cohort)
    self.visibility = column(.visibility)
    self.asksForAnonymity = mapping.columns[.visibility].map { QuestionText.asksForAnonymity($0.header) } ?? false
    self.signedOn = column(.signedOn)
    self.confirmed = column(.confirmed)
    self.kept = mapping.kept
    self.days = DayReader(zone: zone, today: today)
  }

  /// Whether a time without a zone was met.
  var metZonelessTime: Bool { days.metZonelessTime }

  /// The signature of the current record, which is valid UTF-8.
  mutating func row(of csv: borrowing CSVReader) throws(Fault) -> SignatureRow {
    var signatory = Signatory(name: try name(csv))
    signatory.honorific = try optionalText(csv, honorific, .honorific)
    signatory.credentials = try optionalText(csv, credentials, .credentials)
    signatory.email = try address(csv)
    signatory.jobTitle = try optionalText(csv, jobTitle, .jobTitle)
    signatory.team = try optionalText(csv, team, .team)
    signatory.location = try place(csv)
    signatory.affiliation = try optionalText(csv, affiliation, .affiliation)
    var row = SignatureRow(
      line: csv.line, signatory: signatory, visibility: try visibility(csv), signedOn: try day(csv),
      cohort: try cohort(csv), record: [])
    if confirmed != nil { row.verification = try verification(csv) }
    if !kept.isEmpty { row.kept = try answers(csv) }
    return row
  }

  // MARK: - Name and address

  private mutating func name(_ csv: borrowing CSVReader) throws(Fault) -> String {
    guard let name else { return try nameOfParts(csv) }
    do throws(CellFault) {
      let found = try text.clean(csv.cell(name), .name, limit: longestName, tabs: .areRefused, string)
      guard let found else { throw .nameEmpty }
      return found
    } catch {
      throw Fault(column: name, reason: error)
    }
  }

  private mutating func nameOfParts(_ csv: borrowing CSVReader) throws(Fault) -> String {
    let name = try join(csv, nameParts, .name, limit: longestName, tabs: .areRefused, by: " ")
    guard let name else { throw Fault(column: nameParts[0], reason: .nameEmpty) }
    return name
  }

  private func address(_ csv: borrowing CSVReader) throws(Fault) -> String? {
    guard let email else { return nil }
    var cell = CellText.withoutSpaces(csv.cell(email))
    if !CellText.isPrintableASCII(cell) { cell = CellText.trimmed(cell) }
    if addressesMayBeEmpty, cell.isEmpty { return nil }
    do throws(CellFault) {
      try MailAddress.check(cell)
    } catch {
      throw Fault(column: email, reason: error)
    }
    return string(cell)
  }

  // MARK: - Other texts

  private mutating func optionalText(
    _ csv: borrowing CSVReader, _ column: Int?, _ field: SheetField
  ) throws(Fault) -> String? {
    guard let column else { return nil }
    do throws(CellFault) {
      return try text.clean(csv.cell(column), field, limit: longestText, string)
    } catch {
      throw Fault(column: column, reason: error)
    }
  }

  private mutating func place(_ csv: borrowing CSVReader) throws(Fault) -> String? {
    if locationParts.isEmpty { return try optionalText(csv, location, .location) }
    return try join(csv, locationParts, .location, limit: longestText, by: ", ")
  }

  /// What stands in the columns, joined; nil where all are empty.
  private mutating func join(
    _ csv: borrowing CSVReader, _ columns: [Int], _ field: SheetField, limit: Int,
    tabs: CellText.Tabs = .becomeSpaces, by separator: StaticString
  ) throws(Fault) -> String? {
    var parts: [UInt8] = []
    swap(&parts, &joined)
    defer { swap(&parts, &joined) }
    parts.removeAll(keepingCapacity: true)
    for column in columns {
      do throws(CellFault) {
        try text.clean(csv.cell(column), field, limit: limit, tabs: tabs) { cell in
          guard !cell.isEmpty else { return }
          if !parts.isEmpty {
            separator.withUTF8Buffer { parts.append(contentsOf: $0) }
          }
          parts.append(contentsOf: cell)
        }
        if parts.count > limit, parts.count(where: { $0 & 0xC0 != 0x80 }) > limit {
          throw .tooLong(field, limit: limit)
        }
      } catch {
        throw Fault(column: column, reason: error)
      }
    }
    return parts.withUnsafeBytes(string)
  }

  // MARK: - Choices and days

  private mutating func visibility(_ csv: borrowing CSVReader) throws(Fault) -> Visibility? {
    guard let visibility else { return nil }
    if visibility >= csv.cellCount { metMissingWish = true }
    let cell = CellText.withoutSpaces(csv.cell(visibility))
    let asksForAnonymity = asksForAnonymity
    let found = levels.meaning(of: cell) { word in
      VisibilityWord.visibility(word.trimmingWhitespace(), asksForAnonymity: asksForAnonymity)
    }
    if let found { return found }
    let isEmpty = CellText.trimmed(cell).isEmpty
    throw Fault(column: visibility, reason: isEmpty ? .visibilityEmpty : .visibilityUnknown)
  }

  private mutating func cohort(_ csv: borrowing CSVReader) throws(Fault) -> Cohort? {
    guard let cohort else { return nil }
    let cell = CellText.withoutSpaces(csv.cell(cohort))
    guard !cell.isEmpty else { return nil }
    let found = cohorts.meaning(of: cell) { Cohort(named: $0.trimmingWhitespace()) }
    guard let found else { throw Fault(column: cohort, reason: .cohortUnknown) }
    return found
  }

  private mutating func verification(_ csv: borrowing CSVReader) throws(Fault) -> Verification.Method? {
    guard let confirmed else { return nil }
    let cell = CellText.withoutSpaces(csv.cell(confirmed))
    let found = confirmations.meaning(of: cell) { ConfirmationWord.verification($0.trimmingWhitespace()) }
    guard let found else { throw Fault(column: confirmed, reason: .confirmationUnknown) }
    return found
  }

  /// What stands in the columns that are kept besides the fields.
  private mutating func answers(_ csv: borrowing CSVReader) throws(Fault) -> [KeptAnswer] {
    var answers: [KeptAnswer] = []
    for column in kept {
      do throws(CellFault) {
        let text = try text.clean(csv.cell(column.number - 1), nil, limit: longestAnswer, string)
        if let text { answers.append(KeptAnswer(column: column.header, text: text)) }
      } catch {
        throw Fault(column: column.number - 1, reason: error)
      }
    }
    return answers
  }

  private mutating func day(_ csv: borrowing CSVReader) throws(Fault) -> CalendarDate? {
    guard let signedOn else { return nil }
    var cell = CellText.withoutSpaces(csv.cell(signedOn))
    if !CellText.isPrintableASCII(cell) { cell = CellText.trimmed(cell) }
    guard !cell.isEmpty else { return nil }
    do throws(CellFault) {
      return try days.day(cell)
    } catch {
      throw Fault(column: signedOn, reason: error)
    }
  }
}

/// The text of these bytes; nil where there are none.
@inline(__always)
func string(_ bytes: UnsafeRawBufferPointer) -> String? {
  bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
}

/// How many Unicode scalars a name may have.
let longestName = 200
/// How many Unicode scalars another text may have.
let longestText = 500
/// How many Unicode scalars an answer may have that is kept besides the fields.
let longestAnswer = 5000
