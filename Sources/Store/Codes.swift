import Campaigns
import Foundation
import GRDB

// How the domain's values stand in columns. The numbers are part of the schema and never change.

extension Cohort {
  /// The cohort's number in a column.
  var code: Int {
    switch self {
    case .employee: 0
    case .contractor: 1
    case .alumni: 2
    case .supporter: 3
    case .organization: 4
    }
  }

  /// The cohort of this number.
  init(code: Int) throws {
    guard let cohort = Cohort.allCases.first(where: { $0.code == code }) else {
      throw Refusal.unreadable("a cohort")
    }
    self = cohort
  }
}

extension Row {
  /// The identifier in a column.
  func identifier<Subject>(_ column: String) -> Identifier<Subject> {
    Identifier(rawValue: self[column])
  }

  /// The day in a column.
  func day(_ column: String) -> CalendarDate {
    CalendarDate(daysSinceEpoch: self[column])
  }

  /// The day in a column that may be empty.
  func optionalDay(_ column: String) -> CalendarDate? {
    (self[column] as Int?).map(CalendarDate.init(daysSinceEpoch:))
  }

  /// The bytes in a column.
  func bytes(_ column: String) -> [UInt8] {
    (self[column] as Data?).map(Array.init) ?? []
  }

  /// The word in a column that has a fixed set of words.
  func word<Word: RawRepresentable>(_ column: String) throws -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: self[column]) else { throw Refusal.unreadable("a word in \(column)") }
    return word
  }
}

extension [UInt8] {
  /// The bytes as a value of a column.
  var databaseBlob: DatabaseValue { Data(self).databaseValue }
}
