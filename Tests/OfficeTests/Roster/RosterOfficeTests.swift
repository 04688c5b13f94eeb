import Campaigns
import Foundation
import Intake
import Testing

@testable import Office

struct RosterOfficeTests {
  private let office: TemporaryOffice

  init() throws {
    office = try TemporaryOffice()
    let sheet = try office.file(
      "staff.csv", "name,email,team\n" + (0..<3).map { "P \($0),p\($0)@work.example,Maps\n" }.joined())
    _ = try office.office.importRoster(try RosterImport(sheet, into: "campaign"))
  }

  @Test func `the doctor opens every entry, and holds where nothing was touched`() throws {
    #expect(try office.complaints().isEmpty)
    let report = try office.office.examine(against: nil)
    #expect(report.says(.holds, "its 3 entries are the ones that were sealed"))
  }

  @Test(arguments: [
    "contents = zeroblob(length(contents))", "contents = x''", "tag = zeroblob(16)", "id = 77",
    "contents = (SELECT contents FROM roster_entry WHERE id = (SELECT max(id) FROM roster_entry))",
  ])
  func `a row that was changed by hand is named, and stops whatever opens it`(change: String) throws {
    try office.byHand("UPDATE roster_entry SET \(change) WHERE id = (SELECT min(id) FROM roster_entry)")
    let complaints = try office.complaints()
    #expect(complaints.count == 1)
    #expect(complaints.allSatisfy { $0.subject.hasPrefix("roster entry ") && $0.subject.hasSuffix(" of campaign") })
    #expect(refusal { _ = try office.office.roster(of: "campaign") } == .altered)
    #expect(refusal { _ = try office.office.coverage(of: "letter", by: .team) } == .altered)
    // A list that was not held against the roster it should be held against is none.
    #expect(refusal { _ = try office.office.publicList(of: "letter", order: .name) } == .altered)
  }

  @Test func `an erased signer stays on the roster, which does not say who signed`() throws {
    let id = try office.add("P 0", "p0@work.example").id
    _ = try office.office.eraseSignature(id.description, of: "letter")
    #expect(try office.office.roster(of: "campaign").count == 3)
    #expect(try office.office.coverage(of: "letter", by: .team).total.signed == 0)
    #expect(try office.complaints().isEmpty)
  }
}
