import Foundation
import Testing

/// What a test keeps under version control and compares with, byte for byte.
///
/// With `PICKET_RECORD=1` in the environment, the tests write these files instead.
enum Recording {
  static let isOn = ProcessInfo.processInfo.environment["PICKET_RECORD"] == "1"

  /// The package's folder.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Compares the text with the file at a path below the package's folder, or writes it there.
  static func check(_ text: String, at path: String, _ location: SourceLocation = #_sourceLocation) throws {
    let file = package.appending(path: path)
    if isOn {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard kept != text else { return }
    let (old, new) = (
      kept.split(separator: "\n", omittingEmptySubsequences: false),
      text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let place = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    Issue.record(
      """
      \(path) is not what the program says; PICKET_RECORD=1 swift test writes it anew. First difference, line \(place + 1):
      kept: \(old.indices.contains(place) ? old[place] : "(its end)")
      said: \(new.indices.contains(place) ? new[place] : "(its end)")
      """, sourceLocation: location)
  }
}
