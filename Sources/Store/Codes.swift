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

extension CalendarDate {
  /// The day of this number in a column; only days that can be written are kept.
  init(code: Int) throws {
    guard (-719_162...2_932_896).contains(code) else { throw Refusal.unreadable("a day") }
    self.init(daysSinceEpoch: code)
  }
}

extension Row {
  /// The value in a column. Where it is of another kind this throws, while GRDB's own subscript ends the process.
  func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    do {
      return try decode(forColumn: column)
    } catch is RowDecodingError {
      throw Refusal.unreadable("a value in \(column)")
    }
  }

  /// The value that a column's text stands for.
  func parsed<Value>(_ column: String, _ parse: (String) throws -> Value) throws -> Value {
    let text: String = try value(column)
    do {
      return try parse(text)
    } catch {
      throw Refusal.unreadable("a value in \(column)")
    }
  }

  /// The word in a column that has a fixed set of words.
  func word<Word: RawRepresentable>(_ column: String) throws -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: try value(column)) else { throw Refusal.unreadable("a value in \(column)") }
    return word
  }

  /// The identifier in a column.
  func identifier<Subject>(_ column: String) throws -> Identifier<Subject> {
    Identifier(rawValue: try value(column))
  }

  /// The day in a column.
  func day(_ column: String) throws -> CalendarDate {
    try CalendarDate(code: try value(column))
  }

  /// The day in a column that may be empty.
  func optionalDay(_ column: String) throws -> CalendarDate? {
    try (value(column) as Int?).map(CalendarDate.init(code:))
  }

  /// The bytes in a column.
  func bytes(_ column: String) throws -> [UInt8] {
    Array(try value(column) as Data)
  }

  /// The bytes in a column that may be empty.
  func optionalBytes(_ column: String) throws -> [UInt8]? {
    (try value(column) as Data?).map(Array.init)
  }
}

extension [UInt8] {
  /// The bytes as a value of a column.
  var databaseBlob: DatabaseValue { Data(self).databaseValue }
}
