import Campaigns
import Foundation
import Testing
import Vault

@testable import Office

struct PledgeSealingTests {
  private let seal = PledgeSeal(Vault.create(), Identifier(on: .today))
  private let tag = BlindTag([UInt8](repeating: 7, count: 16))

  private func pledge(_ change: (inout Pledge) throws -> Void = { _ in }) throws -> Pledge {
    var pledge = Pledge(
      id: Identifier(on: .today), boycott: seal.boycott,
      signatory: Signatory(
        name: "Zoë Ångström", email: "zoe@mail.example", jobTitle: "Engineer", team: "Maps", location: "Zürich",
        affiliation: "Example Ltd"),
      cohort: .contractor, visibility: Visibility(.role, hiding: [.team, .location]), ifOthers: 200, terms: 3,
      lapsesOn: CalendarDate(daysSinceEpoch: 21_000))
    try change(&pledge)
    return pledge
  }

  @Test func `a pledge comes back whole`() throws {
    let plain = try pledge()
    #expect(try seal.open(seal.seal(plain, tag: tag)) == plain)
    let whole = try pledge { pledge in
      try pledge.verify(Verification(method: .badge, on: .today, by: "Mara"))
      pledge.reveal()
      try pledge.record(Pledge.Outcome(wasKept: false, day: .today, evidence: nil))
      try pledge.record(Pledge.Outcome(wasKept: true, day: .today, evidence: "https://news.example"))
      try pledge.withdraw()
    }
    #expect(try seal.open(seal.seal(whole, tag: nil)) == whole)
  }

  @Test(arguments: 0..<10)
  func `every clear column is bound: whichever is changed, the row is told as altered`(column: Int) throws {
    let sealed = try seal.seal(pledge(), tag: tag)
    let other = SealedPledge(
      id: column == 0 ? Identifier(on: .today) : sealed.id,
      boycott: column == 1 ? Identifier(on: .today) : sealed.boycott,
      cohort: column == 2 ? .employee : sealed.cohort, stage: column == 3 ? .bound : sealed.stage,
      isVerified: column == 4 ? true : sealed.isVerified, ifOthers: column == 5 ? 1 : sealed.ifOthers,
      terms: column == 6 ? 4 : sealed.terms, lapsesOn: column == 7 ? nil : sealed.lapsesOn,
      tag: column == 8 ? nil : sealed.tag,
      contents: column == 9 ? sealed.contents.map { $0.dropLast() + [0] } : sealed.contents)
    #expect(other != sealed)
    #expect(refusal { _ = try seal.open(other) } == .altered)
    #expect(try seal.open(sealed).signatory.name == "Zoë Ångström")
  }

  @Test func `no condition and the condition zero, no day and day zero are not the same`() throws {
    let sealed = try seal.seal(
      Pledge(
        id: Identifier(on: .today), boycott: seal.boycott, signatory: Signatory(name: "Ana Example"),
        cohort: .employee, visibility: Visibility(.named), ifOthers: nil, terms: 1), tag: tag)
    for (others, day) in [(0, nil), (nil, CalendarDate(daysSinceEpoch: 0))] as [(Int?, CalendarDate?)] {
      let other = SealedPledge(
        id: sealed.id, boycott: sealed.boycott, cohort: sealed.cohort, stage: sealed.stage,
        isVerified: sealed.isVerified, ifOthers: others, terms: sealed.terms, lapsesOn: day, tag: sealed.tag,
        contents: sealed.contents)
      #expect(refusal { _ = try seal.open(other) } == .altered)
    }
  }

  @Test func `contents of another version, cut or with unknown fields are refused`() throws {
    var bytes: [UInt8] = []
    try PledgeContents.write(pledge(), to: &bytes)
    #expect(refusal { _ = try PledgeContents.read([2] + bytes.dropFirst()) } == .altered)
    #expect(refusal { _ = try PledgeContents.read(Array(bytes.dropLast())) } == .altered)
    #expect(refusal { _ = try PledgeContents.read(bytes + [200, 0, 0]) } == .altered)
    #expect(refusal { _ = try PledgeContents.read(bytes + [14, 0, 0]) } == .altered, "evidence of nothing")
    #expect(refusal { _ = try PledgeContents.read([]) } == .altered)
  }

  @Test func `a pledge of one boycott has another tag in the next`() throws {
    let vault = Vault.create()
    let address = try #require(NormalizedAddress("ana@mail.example"))
    let first = PledgeSeal(vault, Identifier(on: .today))
    let second = PledgeSeal(vault, Identifier(on: .today))
    #expect(first.tag(of: address) != second.tag(of: address))
    #expect(first.tag(of: address) != first.mark(of: address))
  }
}
