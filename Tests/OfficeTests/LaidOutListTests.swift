import Campaigns
import Export
import Testing

@testable import Office

@Suite("Lists that are laid out")
struct LaidOutListTests {
  private func list(_ office: TemporaryOffice, _ change: (inout ListLayout) -> Void) throws -> SignatoryList {
    var layout = ListLayout()
    change(&layout)
    return try office.office.publicList(of: "letter", order: .name, layout: layout).list
  }

  @Test("the order tells nothing of what is left out")
  func order() throws {
    func office(_ names: [(String, String)]) throws -> TemporaryOffice {
      let office = try TemporaryOffice()
      for (name, job) in names {
        _ = try office.add(name, "\(job.lowercased())@mail.example") {
          $0.signatory.jobTitle = job
          $0.verification = .badge
        }
      }
      return office
    }
    // One has the first name and signed last, the other the last and signed first.
    let one = try office([("Ann Zed", "Writer"), ("Adam Zulu", "Baker"), ("Bo Yes", "Cook")])
    let other = try office([("Adam Zulu", "Writer"), ("Bo Yes", "Cook"), ("Ann Zed", "Baker")])
    for office in [one, other] {
      let initials = try list(office) { $0.showsInitialsOnly = true }
      #expect(initials.lines.map(\.fullName) == ["A. Z.", "A. Z.", "B. Y."])
      #expect(initials.lines.map(\.jobTitle) == ["Baker", "Writer", "Cook"])
      let jobs = try list(office) { $0.fields = [.jobTitle] }
      #expect(jobs.lines.map(\.jobTitle) == ["Baker", "Cook", "Writer"])
      #expect(jobs.lines.allSatisfy { $0.fullName == nil })
    }
  }

  @Test("headings stand in the order of the petition's language")
  func headings() throws {
    let office = try TemporaryOffice()
    for (number, team) in ["Zoo", "Öl", "Ads", "Oel", nil].enumerated() {
      _ = try office.add("Signer \(number)", "s\(number)@mail.example") {
        $0.signatory.team = team
        $0.verification = .badge
      }
    }
    let sections = try list(office) { $0.grouping = .organization }.sections
    #expect(sections.map { $0.heading?.words } == ["Ads", "Oel", "Öl", "Zoo", nil])
  }

  @Test("the letter is the newest that was signed, in the petition's language")
  func letter() throws {
    let office = try TemporaryOffice()
    _ = try office.add("Ana Example", "ana@mail.example") { $0.verification = .badge }
    _ = try office.office.addLetter(to: "letter", text: Array("We ask again.".utf8), language: "en")
    let list = try office.office.publicList(of: "letter", order: .name, withLetter: true).list
    #expect(list.letter?.version == 1)
    _ = try office.add("Bo Example", "bo@mail.example") { $0.verification = .badge }
    let newer = try office.office.publicList(of: "letter", order: .name, withLetter: true).list
    #expect(newer.letter?.version == 2)
    #expect(newer.otherSignedLetters.map(\.version) == [1])
  }
}
