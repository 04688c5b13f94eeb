import Campaigns
import Export
import Testing

@testable import Office

@Suite struct ListTests {
  @Test("names stand in the order of the language, lines without names behind them")
  func order() throws {
    func line(_ name: String?, _ title: String? = nil) -> ListLine {
      ListLine(fullName: name, jobTitle: title, cohort: .employee, visibility: name == nil ? .role : .named)
    }
    let lines = [line(nil, "Writer"), line("Öberg"), line("Zander"), line(nil, "Cook"), line("Ana"), line("Oberg")]
    let german = NameOrder(try Language("de")).sorted(lines).map { $0.fullName ?? $0.jobTitle }
    #expect(german == ["Ana", "Oberg", "Öberg", "Zander", "Cook", "Writer"])
    let swedish = NameOrder(try Language("sv")).sorted(lines).map { $0.fullName ?? $0.jobTitle }
    #expect(swedish == ["Ana", "Oberg", "Zander", "Öberg", "Cook", "Writer"])
  }

  @Test("a public list holds verified signers only, and never by date")
  func publicList() throws {
    let office = try TemporaryOffice()
    _ = try office.add("Ana Example", "ana@mail.example") { $0.verification = .badge }
    _ = try office.add("Bo Example", "bo@mail.example")
    let report = try office.office.publicList(of: "letter", order: .name)
    #expect(report.list.lines.map(\.fullName) == ["Ana Example"])
    #expect(report.pendingLeftOut == 1)
    #expect(refusal { _ = try office.office.publicList(of: "letter", order: .date) } == .usage)
  }

  @Test("groups without names grow by five against the list before")
  func growth() throws {
    let office = try TemporaryOffice()
    func sign(_ numbers: Range<Int>) throws {
      for number in numbers {
        _ = try office.add("Signer \(number)", "s\(number)@mail.example") {
          $0.visibility = Visibility(.counted)
          $0.verification = .badge
        }
      }
    }
    func counted() throws -> Int { try office.office.publicList(of: "letter", order: .name).list.counted }
    try sign(0..<3)
    #expect(try counted() == 3)
    try sign(3..<7)
    let held = try office.office.publicList(of: "letter", order: .name)
    #expect(held.list.counted == 3)
    #expect(held.heldBack == 4)
    try sign(7..<8)
    #expect(try counted() == 8)
  }

  @Test("a shuffled list stays the same until the next publication")
  func shuffled() throws {
    let office = try TemporaryOffice()
    for number in 0..<30 {
      _ = try office.add("Signer \(number)", "s\(number)@mail.example") { $0.verification = .badge }
    }
    func names() throws -> [String?] {
      try office.office.publicList(of: "letter", order: .shuffled).list.lines.map(\.fullName)
    }
    let first = try names()
    #expect(try names() == first)
    #expect(first != first.sorted { ($0 ?? "") < ($1 ?? "") })
  }

  @Test("the organizers' list holds all that stand, whole, and no held ones")
  func organizers() throws {
    let office = try TemporaryOffice()
    _ = try office.add("Ana Example", "ana@mail.example") {
      $0.signatory.team = "Maps"
      $0.visibility = Visibility(.counted, hiding: [.team])
    }
    _ = try office.add("Bo Example", "ana@mail.example")
    let lines = try office.office.organizersList(of: "letter", order: .date).list.lines
    #expect(lines.map(\.fullName) == ["Ana Example"])
    #expect(lines.map(\.affiliation) == ["Maps"])
  }
}
