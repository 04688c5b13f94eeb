import ArgumentParser
import Campaigns
import Foundation
import Intake

// The domain's words as options take them.

extension Cohort: ExpressibleByArgument {
  /// The value of a command line's word; nil where it is none.
  public init?(argument: String) { self.init(named: argument) }
}

extension Visibility.Level: ExpressibleByArgument {
  /// The value of a command line's word; nil where it is none.
  public init?(argument: String) { self.init(named: argument) }
}

extension Visibility.Field: ExpressibleByArgument {
  /// The value of a command line's word; nil where it is none.
  public init?(argument: String) { self.init(named: argument) }
}

extension Target.Kind: ExpressibleByArgument {}

extension Demand.State: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  /// The value of a command line's word; nil where it is none.
  public init?(argument: String) { self.init(argument) }
}

extension Delimiter: ExpressibleByArgument {
  /// The value of a command line's word; nil where it is none.
  public init?(argument: String) { self.init(named: argument) }
  /// The words that a command line can use.
  public static var allValueStrings: [String] { allCases.map(\.description) }
}

extension SheetEncoding: ExpressibleByArgument {
  /// The value of a command line's word; nil where it is none.
  public init?(argument: String) { self.init(named: argument) }
}

/// A signature's state as a person asks for it.
enum StateWord: String, CaseIterable, ExpressibleByArgument {
  case pending, verified, withdrawn, invalidated

  var state: Signature.State {
    switch self {
    case .pending: .pending
    case .verified: .verified
    case .withdrawn: .withdrawn
    case .invalidated: .invalidated
    }
  }
}

/// An instant as a person writes it: `2026-12-21T12:00Z`, with an offset, or a day, which means its first moment in UTC.
struct InstantOption: ExpressibleByArgument {
  let date: Date

  init?(argument: String) {
    let day = CalendarDate(argument).map { "\($0)T00:00:00Z" }
    let full = day ?? argument.replacing(/T(\d\d:\d\d)(Z|[+-]\d\d:\d\d)$/) { "T\($0.1):00\($0.2)" }
    guard let date = try? Date(full, strategy: .iso8601) else { return nil }
    self.date = date
  }
}

/// The bytes of a file that an option names; `-` is standard input.
func contents(of path: String, what: String, atMost limit: Int) throws -> [UInt8] {
  let source = try FileSource(path)
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
    if count == 0 { return bytes }
    bytes += buffer[..<count]
    guard bytes.count <= limit else {
      throw Refusal(
        .invalidValue, "\(what) is longer than \(grouped(limit)) bytes", at: SourcePlace(file: path))
    }
  }
}
