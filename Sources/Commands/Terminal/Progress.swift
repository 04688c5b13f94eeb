import Foundation

/// A line on the terminal that says how far a long work is; nothing where standard error is no terminal.
struct Progress {
  private let what: String
  private var last = Date.distantPast

  /// The progress of this work.
  init(_ what: String) {
    self.what = what
  }

  /// Says how many rows are done, a few times a second at most.
  mutating func tell(_ rows: Int) {
    guard Terminal.isInteractive, Date().timeIntervalSince(last) > 0.2 else { return }
    last = Date()
    FileHandle.standardError.write(Data("\r\u{1B}[K\(what): \(grouped(rows)) rows".utf8))
  }

  /// Takes the line away.
  func end() {
    guard Terminal.isInteractive, last != .distantPast else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}

/// The number with a comma between thousands.
func grouped(_ number: Int) -> String {
  var digits = Array(String(number))
  var place = digits.count - 3
  while place > 0 {
    digits.insert(",", at: place)
    place -= 3
  }
  return String(digits)
}
