import Campaigns
import Crypto
import Files
import Foundation
import Ledger

/// A folder that appears whole or not at all: its files are written under a hidden name beside it.
final class DeliveryFolder {
  private let path: String
  private let workingPath: String
  private var isPlaced = false

  /// Begins a folder that is to stand at the path.
  /// - Throws: `cannotCreate` where something stands there already or the folder around it takes none.
  init(at path: String) throws {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    try NewFile.requireFree(path)
    workingPath = NewFile.workingName(for: path)
    guard mkdir(workingPath, 0o700) == 0 else {
      throw Refusal(
        .cannotCreate, "\(path) cannot be created: \(reason(errno))", hint: "choose a folder that you can write to")
    }
  }

  deinit {
    if !isPlaced { try? FileManager.default.removeItem(atPath: workingPath) }
  }

  /// Lets `fill` write a file.
  /// - Returns: the file's SHA-256.
  @discardableResult
  func write(
    _ name: String, _ fill: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws -> LedgerHash {
    let file = try NewFile(at: workingPath + "/" + name)
    var hasher = SHA256()
    try fill { bytes in
      hasher.update(bufferPointer: bytes)
      try file.write(bytes)
    }
    try file.place()
    return LedgerHash(Array(hasher.finalize())) ?? .empty
  }

  /// Writes a file of these bytes.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> LedgerHash {
    try write(name) { sink in try bytes.withUnsafeBytes { try sink($0) } }
  }

  /// Takes a file out again.
  func remove(_ name: String) {
    unlink(workingPath + "/" + name)
  }

  /// Packs the files, in the order of their names, into one archive, which is not placed yet.
  func pack(into file: NewFile, on day: CalendarDate) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: workingPath).sorted()
    var folderName = path.split(separator: "/").last.map(String.init) ?? "delivery"
    if names.contains(where: { "\(folderName)/\($0)".utf8.count > Tar.longestName }) { folderName = "delivery" }
    for name in names {
      guard let bytes = FileManager.default.contents(atPath: workingPath + "/" + name) else { continue }
      try file.write(Tar.header("\(folderName)/\(name)", size: bytes.count, on: day))
      try bytes.withUnsafeBytes { try file.write($0) }
      try file.write([UInt8](repeating: 0, count: Tar.padding(bytes.count)))
    }
    try file.write(Tar.end)
  }

  /// Lets the folder appear at its path.
  func place() throws {
    try NewFile.requireFree(path)
    guard rename(workingPath, path) == 0 else {
      throw Refusal(.cannotCreate, "\(path) cannot be created: \(reason(errno))", hint: "choose another name")
    }
    isPlaced = true
    NewFile.syncFolder(of: path)
  }
}
