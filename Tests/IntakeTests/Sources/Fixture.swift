import Campaigns
import Foundation

@testable import Intake

/// The files of this folder, written by us in the shapes that sources write.
enum Fixture {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/Sources").path

  static func path(_ name: String) -> String { "\(folder)/\(name)" }

  static func read(_ name: String, _ options: SheetOptions = SheetOptions(today: today)) throws -> ReadSheet {
    try ReadSheet(FolderSource.open(path(name)), options)
  }

  static let today = CalendarDate(daysSinceEpoch: 20_700)
}

/// A folder that is gone after the test.
final class TemporaryFolder {
  let path = NSTemporaryDirectory() + "intake-" + UUID().uuidString

  init(_ files: [String: [UInt8]] = [:]) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, bytes) in files { try write(bytes, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }
}
