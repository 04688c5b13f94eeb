import Foundation
import Testing

@testable import Export

/// A PDF as the tools of Poppler see it, which read it as a viewer does.
struct Poppler {
  /// Whether the tools are installed: without them a machine skips what asks them.
  static let isThere = ["pdftotext", "pdffonts", "pdfinfo"].allSatisfy { tool($0) != nil }

  let bytes: [UInt8]

  /// The PDF that this list becomes.
  init(of list: SignatoryList) throws {
    var bytes: [UInt8] = []
    try PDFList(list).write { bytes.append(contentsOf: $0) }
    self.bytes = bytes
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The text of a page, from 1; of all pages where none is named.
  func text(of page: Int? = nil) throws -> String {
    try run("pdftotext", page.map { ["-f", "\($0)", "-l", "\($0)"] } ?? [], andThen: ["-"])
  }

  /// What `pdfinfo` says under this name.
  func info(_ name: String) throws -> String? {
    try run("pdfinfo").split(separator: "\n").first { $0.hasPrefix(name + ":") }
      .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
  }

  /// The number of pages.
  func pages() throws -> Int { try info("Pages").flatMap { Int($0) } ?? 0 }

  /// The kinds of the document's structure, in their order.
  func structure() throws -> [String] {
    try run("pdfinfo", ["-struct"]).split(separator: "\n").compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
  }

  /// Each font with whether it is embedded and whether only what is used of it is.
  func fonts() throws -> [(name: String, isEmbedded: Bool, isSubset: Bool)] {
    try run("pdffonts").split(separator: "\n").dropFirst(2).compactMap { line in
      let cells = line.split(separator: " ").map(String.init)
      // From the end: the kind before has spaces in it.
      guard cells.count > 6 else { return nil }
      return (cells[0], cells[cells.count - 5] == "yes", cells[cells.count - 4] == "yes")
    }
  }

  private static func tool(_ name: String) -> String? {
    ["/usr/bin", "/usr/local/bin"].map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private func run(_ name: String, _ options: [String] = [], andThen last: [String] = []) throws -> String {
    let file = NSTemporaryDirectory() + "/picket-test-\(UUID().uuidString).pdf"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Poppler.tool(name)))
    process.arguments = options + [file] + last
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let read = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: read, as: UTF8.self)
  }
}
