import Campaigns
import Files
import Foundation
import Testing

@testable import Office

@Suite("Archives")
struct TarTests {
  private let office: TemporaryOffice
  private let day = CalendarDate(daysSinceEpoch: 20_000)

  init() throws { office = try TemporaryOffice() }

  private static let files: [String: [UInt8]] = [
    "empty": [], "one": [1], "block": [UInt8](repeating: 2, count: 512), "more": [UInt8](repeating: 3, count: 513),
    "letter-zh-Hant-12.md": Array("We ask.".utf8),
  ]

  /// An archive of the files as a folder packs them.
  private func archive(_ files: [String: [UInt8]] = files, folder: String = "delivery") throws -> [UInt8] {
    let path = office.folder.appendingPathComponent(folder).path
    let archive = office.folder.appendingPathComponent("\(UUID().uuidString).tar").path
    let folder = try DeliveryFolder(at: path)
    for (name, bytes) in files { try folder.write(name, bytes) }
    let file = try NewFile(at: archive)
    try folder.pack(into: file, on: day)
    try file.place()
    return Array(try Data(contentsOf: URL(fileURLWithPath: archive)))
  }

  @Test("what was packed comes back")
  func roundTrip() throws {
    #expect(try Tar.files(in: archive()) == TarTests.files)
  }

  @Test(
    "it comes back from a folder of whatever name",
    arguments: [
      "a delivery", "Übergabe an Acme", String(repeating: "long-", count: 40), "…", "name.tar", "日本語の請願書を渡す",
      String(repeating: "ü", count: 47),
    ])
  func names(folder: String) throws {
    #expect(try Tar.files(in: archive(folder: folder)) == TarTests.files)
  }

  @Test("tar reads it too", arguments: ["delivery", "a delivery"])
  func otherPrograms(folder: String) throws {
    let path = office.folder.appendingPathComponent("packed.tar").path
    try Data(archive(folder: folder)).write(to: URL(fileURLWithPath: path))
    let listing = try run("tar", "tf", path)
    #expect(listing.split(separator: "\n").map(String.init) == TarTests.files.keys.sorted().map { "\(folder)/\($0)" })
    for (name, bytes) in TarTests.files {
      #expect(try Array(run("tar", "xOf", path, "\(folder)/\(name)").utf8) == bytes)
    }
  }

  @Test("it is refused wherever it was cut")
  func cut() throws {
    let archive = try archive()
    for count in stride(from: 0, to: archive.count, by: 256) {
      #expect(refusal { _ = try Tar.files(in: Array(archive.prefix(count))) } == .unusableFile, "\(count)")
    }
  }

  @Test("it is refused where a header was changed, or something stands behind its end")
  func changed() throws {
    let archive = try archive()
    for place in [0, 40, 124, 130, 156, 257, 345] {
      #expect(refusal { _ = try Tar.files(in: archive.turning(place, 64)) } == .unusableFile, "\(place)")
    }
    #expect(refusal { _ = try Tar.files(in: archive + archive) } == .unusableFile)
    #expect(refusal { _ = try Tar.files(in: archive + [1]) } == .unusableFile)
    // Other programs fill up with zeros.
    #expect(try Tar.files(in: archive + [UInt8](repeating: 0, count: 4096)) == TarTests.files)
  }

  @Test("two files of one name are refused, and so is nothing")
  func strange() throws {
    let one = try archive(["list": [1]]).prefix(1024)
    #expect(refusal { _ = try Tar.files(in: Array(one + one) + Tar.end) } == .unusableFile)
    #expect(refusal { _ = try Tar.files(in: Tar.end) } == .unusableFile)
    #expect(refusal { _ = try Tar.files(in: []) } == .unusableFile)
  }

  private func run(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: bytes, as: UTF8.self)
  }
}
