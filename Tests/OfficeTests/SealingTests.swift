import Campaigns
import Foundation
import Testing
import Vault

@testable import Office

@Suite struct SealingTests {
  private let keys = PetitionKeys(Vault.create(), Identifier(on: .today))

  private func signature(_ signatory: Signatory = Signatory(name: "Ana Example")) -> Signature {
    Signature(
      id: Identifier(on: .today), petition: keys.petition, letter: Identifier(on: .today), signedOn: .today,
      cohort: .contractor, signatory: signatory, visibility: Visibility(.named))
  }

  @Test("a signature comes back whole")
  func roundTrip() throws {
    var whole = signature(
      Signatory(
        name: "Zoë Ångström", email: "zoe@mail.example", jobTitle: "Engineer", team: "Maps", location: "Zürich",
        affiliation: "Example Ltd"))
    whole.visibility = Visibility(.role, hiding: [.team, .day])
    try whole.verify(Verification(method: .badge, on: .today, by: "Mara"))
    #expect(try keys.seal.open(keys.seal(whole, tag: nil)) == whole)
    var left = signature()
    try left.invalidate(because: "not an employee")
    #expect(try keys.seal.open(keys.seal(left, tag: nil)) == left)
  }

  @Test("an absent field and an empty one are not the same")
  func absence() throws {
    let empty = signature(Signatory(name: "Ana Example", jobTitle: ""))
    #expect(try keys.seal.open(keys.seal(empty, tag: nil)).signatory.jobTitle == "")
    #expect(try keys.seal.open(keys.seal(signature(), tag: nil)).signatory.jobTitle == nil)
  }

  @Test("every clear column is bound: whichever is changed, the row is told as altered", arguments: 0..<10)
  func bound(column: Int) throws {
    let tag = try #require(BlindTag([UInt8](repeating: 7, count: 16)))
    let sealed = try keys.seal(signature(), tag: tag)
    let other = SealedSignature(
      id: column == 0 ? Identifier(on: .today) : sealed.id,
      petition: column == 1 ? Identifier(on: .today) : sealed.petition,
      letter: column == 2 ? Identifier(on: .today) : sealed.letter,
      origin: column == 3 ? Identifier(on: .today) : sealed.origin,
      signedOn: column == 4 ? CalendarDate(daysSinceEpoch: 1) : sealed.signedOn,
      cohort: column == 5 ? .employee : sealed.cohort,
      state: column == 6 ? .verified : sealed.state,
      standing: column == 7 ? .held : sealed.standing,
      tag: column == 8 ? nil : sealed.tag,
      nameTag: column == 9 ? tag : sealed.nameTag,
      contents: sealed.contents)
    #expect(refusal { _ = try keys.seal.open(other) } == .altered)
    #expect(try keys.seal.open(sealed).signatory.name == "Ana Example")
  }

  @Test("contents of another version, cut or with unknown fields are refused")
  func strictContents() throws {
    var bytes: [UInt8] = []
    try SignatureContents.write(signature(), to: &bytes)
    #expect(refusal { _ = try SignatureContents.read([2] + bytes.dropFirst()) } == .altered)
    #expect(refusal { _ = try SignatureContents.read(Array(bytes.dropLast())) } == .altered)
    #expect(refusal { _ = try SignatureContents.read(bytes + [200, 0, 0]) } == .altered)
    #expect(refusal { _ = try SignatureContents.read([]) } == .altered)
  }

  @Test("a publication comes back with every kind of group")
  func publications() throws {
    let seal = PublicationSeal(Vault.create(), keys.petition)
    let publication = Publication(shown: [
      .init(.employee, .work(jobTitle: "Engineer", affiliation: nil)): 5,
      .init(.employee, .work(jobTitle: nil, affiliation: "Maps")): 6,
      .init(.employee, .team("Maps")): 7, .init(.alumni, .site("Bonn")): 8, .init(.alumni, .cohort): 9,
      .init(.supporter, .counted): 1,
    ])
    let sealed = try seal.seal(publication, number: 3, of: keys.petition, on: .today)
    #expect(try seal.open(sealed) == publication)
    let renumbered = SealedPublication(
      id: sealed.id, petition: sealed.petition, number: 4, publishedOn: sealed.publishedOn, contents: sealed.contents)
    #expect(refusal { _ = try seal.open(renumbered) } == .altered)
  }
}
