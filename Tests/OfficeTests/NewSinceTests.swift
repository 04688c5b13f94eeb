import Campaigns
import Export
import Foundation
import GRDB
import Testing

@testable import Office

@Suite("Lists of what is new since a delivery")
struct NewSinceTests {
  private let office: TemporaryOffice

  /// Delivered: four names, seven bakers, three counted.
  init() throws {
    office = try TemporaryOffice()
    try sign("Signer", 0..<4)
    try sign("Baker", 0..<7, .role, job: "Baker")
    try sign("Counted", 0..<3, .counted)
    _ = try office.deliver()
    _ = try office.office.movePetition("letter", to: .open)
  }

  private func sign(
    _ name: String, _ numbers: Range<Int>, _ level: Visibility.Level = .named, job: String? = nil
  ) throws {
    for number in numbers {
      _ = try office.add("\(name) \(number)", "\(name)\(number)@mail.example") {
        $0.signatory.jobTitle = job
        $0.visibility = Visibility(level)
        $0.verification = .badge
      }
    }
  }

  private func new() throws -> ListReport {
    try office.office.publicList(of: "letter", order: .name, since: 1)
  }

  private func id(_ name: String) throws -> String {
    try #require(try office.signatures().first { $0.signatory.name == name }).id.description
  }

  @Test("names and groups that have grown by five are in it, and nothing else")
  func shown() throws {
    try sign("New", 0..<5)
    try sign("Baker", 7..<12, .role, job: "Baker")
    try sign("Counted", 3..<9, .counted)
    let report = try new()
    #expect(report.list.lines.compactMap(\.fullName) == (0..<5).map { "New \($0)" })
    #expect(report.list.lines.count { $0.fullName == nil && $0.jobTitle == "Baker" } == 5)
    #expect(report.list.lines.count == 10)
    #expect(report.list.counted == 0)
    #expect(report.list.since?.delivery == 1)
    #expect(report.newWaiting == 0)
  }

  @Test("it is a publication like any other: what it was worked out from counts as shown")
  func publication() throws {
    try sign("New", 0..<5)
    try sign("Baker", 7..<12, .role, job: "Baker")
    _ = try new()
    try sign("Baker", 12..<16, .role, job: "Baker")
    let whole = try office.office.publicList(of: "letter", order: .name)
    #expect(whole.heldBack == 4)
    #expect(whole.list.lines.count { $0.jobTitle == "Baker" } == 12)
  }

  @Test("where too little is new, nothing is published")
  func tooFew() throws {
    try sign("New", 0..<4)
    let before = try publications()
    #expect(refusal { _ = try new() } == .notAllowed)
    try sign("Baker", 7..<12, .role, job: "Baker")
    // The bakers are enough now; the names wait.
    let report = try new()
    #expect(report.list.lines.allSatisfy { $0.jobTitle == "Baker" })
    #expect(report.newWaiting == 4)
    #expect(try publications() == before + 1)
  }

  private func publications() throws -> Int {
    try DatabaseQueue(path: office.path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM publication") ?? 0 }
  }

  @Test("an erasure among the delivered lines changes nothing of what is shown: no group is told to have lost one")
  func erased() throws {
    _ = try office.office.eraseSignature(id("Baker 3"), of: "letter")
    try sign("New", 0..<5)
    try sign("Baker", 7..<12, .role, job: "Baker")
    // Seven stood there; of the eleven that are, four are in no number yet.
    let report = try new()
    #expect(report.list.lines.count { $0.jobTitle == "Baker" } == 0)
    #expect(report.heldBack == 4)
    #expect(report.knowsNewNameless)
    try sign("Baker", 12..<17, .role, job: "Baker")
    let grown = try new().list.lines.count { $0.jobTitle == "Baker" }
    let whole = try office.office.publicList(of: "letter", order: .name).list.lines.count { $0.jobTitle == "Baker" }
    // Six of the delivered lines can still be read; told by those, it would be one more than the lists differ by.
    #expect(grown == 9)
    #expect(whole == 16)
  }

  @Test("a delivery of an older Picket without erasures is as good, one with erasures shows names only")
  func older() throws {
    try sign("New", 0..<5)
    try sign("Baker", 7..<12, .role, job: "Baker")
    try change("UPDATE delivery SET publication = NULL")
    #expect(try new().list.lines.count == 10)
    _ = try office.office.eraseSignature(id("Signer 1"), of: "letter")
    let report = try new()
    #expect(!report.knowsNewNameless)
    #expect(report.list.lines.allSatisfy { $0.fullName != nil })
  }

  @Test("a delivery that names another publication, or none that there is, is refused", arguments: [2, 9])
  func altered(number: Int) throws {
    try sign("New", 0..<5)
    try sign("Counted", 3..<9, .counted)
    _ = try office.office.publicList(of: "letter", order: .name)
    try change("UPDATE delivery SET publication = \(number)")
    #expect(refusal { _ = try new() } == .altered)
  }

  private func change(_ sql: String) throws {
    try DatabaseQueue(path: office.path).write { try $0.execute(sql: sql) }
    try office.reopen()
  }

  @Test("whoever leaves and comes back is nobody new")
  func returned() throws {
    _ = try office.office.withdrawSignatures([id("Signer 2")], of: "letter")
    _ = try office.add("Signer 2", "Signer2@mail.example") {
      $0.verification = .badge
      $0.returning = true
    }
    try sign("New", 0..<5)
    #expect(try new().list.lines.compactMap(\.fullName) == (0..<5).map { "New \($0)" })
  }

  @Test("a petition has only its own deliveries")
  func notThere() throws {
    #expect(
      refusal { _ = try office.office.publicList(of: "letter", order: .name, since: 2) } == .notFound)
    #expect(
      refusal { _ = try office.office.publicList(of: "letter", order: .date, since: 1) } == .usage)
  }
}
