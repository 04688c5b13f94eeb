import Campaigns
import Export
import Files
import Foundation

/// Standard output for data, standard error for talk, and the terminal for questions.
enum Terminal {
  /// Writes data to standard output.
  /// - Throws: `diskFull`, `inputOutput`.
  static func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try writeAll(UnsafeRawBufferPointer($0), to: STDOUT_FILENO, named: "standard output") }
  }

  /// Writes a line of data to standard output.
  static func print(_ line: String) throws {
    try write(line + "\n")
  }

  /// Says something on standard error, on one line that does not steer the terminal: file names and what was typed
  /// stand in it.
  static func say(_ line: String, after word: String = "") {
    var text = word + SafeText.line(line) + "\n"
    // Where nobody listens any more there is nobody to tell.
    try? text.withUTF8 { try writeAll(UnsafeRawBufferPointer($0), to: STDERR_FILENO, named: "standard error") }
  }

  /// Says what to watch out for.
  static func warn(_ message: String) {
    say(message, after: coloured("warning: ", "33"))
  }

  /// Says what was refused, where, and what to do next.
  static func tell(_ refusal: Refusal) {
    let place = refusal.place.map { "\($0): " } ?? ""
    say(place + refusal.message, after: coloured("error: ", "31"))
    if let hint = refusal.hint { say(hint, after: coloured("hint: ", "36")) }
  }

  /// Whether standard error is a terminal.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  private static func coloured(_ text: String, _ colour: String) -> String {
    let environment = ProcessInfo.processInfo.environment
    let wanted = isInteractive && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    return wanted ? "\u{1B}[1;\(colour)m\(text)\u{1B}[0m" : text
  }
}
