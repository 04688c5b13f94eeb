import Campaigns
import Foundation
import Intake
import Testing

@testable import Office

@Suite struct SeveralSheetsTests {
  private let office: TemporaryOffice

  init() throws { office = try TemporaryOffice() }

  private func request(_ name: String, _ text: String) throws -> SheetImport {
    try SheetImport(try office.file(name, text), into: "letter", options: .init())
  }

  private var names: Set<String> {
    get throws {
      Set(try FileManager.default.contentsOfDirectory(atPath: office.folder.path))
    }
  }

  @Test("files of refused rows that cannot all be placed are none of them placed, and nothing is imported")
  func placing() throws {
    let bad = "Name,Email\nAna Example,nowhere\nBen Example,ben@mail.example\n"
    let requests = try [request("one.csv", bad), request("two.csv", bad)]
    let before = try names
    // Somebody puts a file where the second one's refused rows are to stand, while the import runs.
    let code = refusal {
      _ = try office.office.importSheets(requests) { _ in
        try? Data("theirs".utf8).write(to: URL(fileURLWithPath: requests[1].rejectsPath))
      }
    }
    #expect(code == .cannotCreate)
    #expect(try names.subtracting(before) == ["two.rejects.csv"])
    #expect(try String(contentsOfFile: requests[1].rejectsPath, encoding: .utf8) == "theirs")
    #expect(try office.tally == Tally())
    #expect(try office.office.imports(of: "letter") == [])
  }

  @Test("partner and channel of each file are in its sealed record, and what was sealed without them opens")
  func sealed() throws {
    var first = try request("one.csv", "Name,Email\nAna Example,ana@mail.example\n")
    first.partner = "Zqcanarypartner"
    first.channel = "web-form"
    let second = try request("two.csv", "Name,Email\nBen Example,ben@mail.example\n")
    _ = try office.office.importSheets([first, second])
    let sources = try office.office.imports(of: "letter").map(\.source).sorted { $0.fileName < $1.fileName }
    #expect(sources.map(\.partner) == ["Zqcanarypartner", nil])
    #expect(sources.map(\.channel) == ["web-form", nil])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: office.path))
    #expect(bytes.range(of: Data("Zqcanarypartner".utf8)) == nil)
  }

  @Test("one import takes no more files than there are places for them")
  func most() throws {
    let requests = try (0...ListOverlaps.mostLists).map { try request("\($0).csv", "Name,Email\n") }
    #expect(refusal { _ = try office.office.importSheets(requests) } == .usage)
    #expect(refusal { _ = try office.office.importSheets([]) } == .usage)
    #expect(refusal { _ = try office.office.rehearseImport(Array(requests.dropLast())) } == nil)
  }

  @Test("of two rows of one person in two files the first file's stands, wherever batches end")
  func order() throws {
    func rows(_ job: String) -> String {
      "Name,Email,Job title\n" + (0..<40_000).map { "Signer \($0),s\($0)@mail.example,\(job)\n" }.joined()
    }
    let outcome = try office.office.importSheets([
      request("one.csv", rows("First")), request("two.csv", rows("Second")),
    ])
    #expect(outcome.files.map(\.counts.added) == [40_000, 0])
    #expect(outcome.pairs.map(\.count) == [40_000])
    #expect(try office.signatures().allSatisfy { $0.signatory.jobTitle == "First" })
  }
}
