import Campaigns
import Foundation
import Testing

@testable import Intake

@Suite("Files")
struct FileSourceTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "intake-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test("a file is read to its end")
  func file() throws {
    try withFolder { folder in
      let path = folder + "/sheet.csv"
      try Data("a,b\nc,d\n".utf8).write(to: URL(fileURLWithPath: path))
      let source = try FileSource(path)
      #expect(source.name == path)
      #expect(try records(of: source).map(\.cells) == [["a", "b"], ["c", "d"]])
    }
  }

  @Test("an empty file is refused")
  func empty() throws {
    try withFolder { folder in
      let path = folder + "/empty.csv"
      try Data().write(to: URL(fileURLWithPath: path))
      let refusal = try refusal { _ = try SheetReader(FileSource(path)) }
      #expect(refusal.code == .unusableFile)
      #expect(refusal.place == SourcePlace(file: path))
    }
  }

  @Test("an absent file")
  func absent() throws {
    let refusal = try refusal { _ = try FileSource("/nonexistent/sheet.csv") }
    #expect(refusal.code == .notFound)
    #expect(refusal.place == SourcePlace(file: "/nonexistent/sheet.csv"))
    #expect(refusal.hint != nil)
  }

  @Test("a folder")
  func folder() throws {
    try withFolder { folder in
      let refusal = try refusal { _ = try FileSource(folder) }
      #expect(refusal.code == .unusableFile)
      #expect(refusal.hint != nil)
    }
  }

  @Test("a file that may not be read", .enabled(if: geteuid() != 0, "root may read everything"))
  func unreadable() throws {
    try withFolder { folder in
      let path = folder + "/secret.csv"
      try Data("a".utf8).write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
      let refusal = try refusal { _ = try FileSource(path) }
      #expect(refusal.code == .unusableFile)
      #expect(refusal.hint?.contains("permissions") == true)
    }
  }

  @Test("a name that leads in a circle")
  func circle() throws {
    try withFolder { folder in
      let path = folder + "/circle.csv"
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
      let refusal = try refusal { _ = try FileSource(path) }
      #expect(refusal.code == .unusableFile)
    }
  }

  #if os(Linux)
    @Test("a file whose reading fails")
    func failing() throws {
      let source = try FileSource("/proc/self/mem")
      let refusal = try refusal { _ = try CSVReader(source) }
      #expect(refusal.code == .inputOutput)
      #expect(refusal.hint != nil)
    }
  #endif

  @Test(
    "files of other kinds",
    arguments: [
      [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], [0x25, 0x50, 0x44, 0x46, 0x2D],
      [0x1F, 0x8B, 0x08],
    ] as [[UInt8]])
  func otherKinds(_ bytes: [UInt8]) throws {
    for delimiter in [nil, Delimiter.comma] {
      let refusal = try refusal { _ = try ReadSheet(bytes, SheetOptions(delimiter: delimiter)) }
      #expect(refusal.code == .unusableFile)
      #expect(refusal.hint?.contains("save it as CSV") == true)
    }
  }
}
