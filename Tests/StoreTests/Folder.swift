import Foundation
import Testing

/// A temporary folder that goes with the test.
final class Folder: Sendable {
  private let root: String

  init() throws {
    root = NSTemporaryDirectory() + "picket-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func path(_ name: String) -> String { root + "/" + name }

  /// All names in the folder, hidden ones too.
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: root).sorted() }

  func put(_ bytes: some Sequence<UInt8>, as name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path(name))) }

  func mode(_ name: String) throws -> mode_t {
    var status = stat()
    try #require(lstat(path(name), &status) == 0)
    return status.st_mode & 0o7777
  }

  /// Whether any file of the folder holds the bytes.
  func holds(_ needle: [UInt8]) throws -> Bool {
    for name in try names() where try bytes(name).range(of: Data(needle)) != nil { return true }
    return false
  }
}
