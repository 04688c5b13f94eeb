import Testing

@testable import Campaigns

@Suite struct LikenessTests {
  private func signer(
    _ latin: String, writing: String? = nil, place: String? = nil, work: String? = nil, address: String? = nil
  ) -> SignerTraits {
    SignerTraits(
      Identifier(rawValue: 1), latin: latin, writing: writing ?? latin, place: place, work: work, address: address)
  }

  private func name(_ one: SignerTraits, _ other: SignerTraits) -> Likeness.Names? {
    #expect(Likeness(one, other) == Likeness(other, one), "whichever comes first")
    return Likeness(one, other)?.name
  }

  @Test("the same name alone is never enough")
  func nameAlone() {
    #expect(name(signer("ana example"), signer("ana example")) == nil)
    #expect(
      name(
        signer("ana example", place: "bonn", work: "maps", address: "ana@mail.example"),
        signer("ana example", place: "lima", work: "search", address: "ae77@post.example")) == nil)
  }

  @Test("the same name with the same place, the same work or a near address is a reason")
  func nameAndMore() {
    let bonn = signer("ana example", place: "bonn, germany", work: "maps", address: "ana.example@mail.example")
    #expect(name(bonn, signer("ana example", place: "bonn")) == .same)
    #expect(name(bonn, signer("ana example", work: "maps")) == .same)
    #expect(name(bonn, signer("ana example", address: "ana.example@post.example")) == .same)
    #expect(Likeness(bonn, signer("ana example", address: "ana.exampel@mail.example"))?.address == .near)
    #expect(Likeness(bonn, signer("ana example", address: "ana.example@mail.example"))?.address == .same)
  }

  @Test("names are one in other scripts, in other spellings of umlauts, and in another order")
  func writings() {
    let place = "bonn"
    #expect(
      name(signer("muller", writing: "müller", place: place), signer("mueller", place: place)) == .otherWriting)
    #expect(
      name(signer("irina petrova", writing: "ирина петрова", place: place), signer("irina petrova", place: place))
        == .otherWriting)
    #expect(name(signer("nowak, ana", place: place), signer("ana nowak", place: place)) == .swapped)
    #expect(name(signer("o'brien ana", place: place), signer("obrien ana", place: place)) == .otherWriting)
  }

  @Test("slips of the hand count by the length of the name, in the same place only")
  func slips() {
    let place = "bonn"
    #expect(name(signer("ana smith", place: place), signer("ana smiht", place: place)) == .slips(1))
    #expect(name(signer("katarina nowak", place: place), signer("catarina novak", place: place)) == .slips(2))
    #expect(name(signer("ana smith", place: place), signer("ana smiht", place: "lima")) == nil)
    #expect(name(signer("ana smith", work: "maps"), signer("ana smiht", work: "maps")) == nil)
    #expect(name(signer("li na", place: place), signer("li an", place: place)) == nil)
    #expect(name(signer("ana smith", place: place), signer("eva smith", place: place)) == nil)
    #expect(
      name(signer("ana smith", address: "a@mail.example"), signer("ana smiht", address: "a@mail.example"))
        == .slips(1))
  }

  @Test("numbers are never a slip")
  func numbers() {
    #expect(name(signer("union local 12", place: "bonn"), signer("union local 13", place: "bonn")) == nil)
    #expect(
      Likeness(
        signer("ana example", address: "signer12@mail.example"),
        signer("ana example", address: "signer13@mail.example")) == nil)
  }

  @Test("a short address tells nothing by being near another")
  func shortAddresses() {
    #expect(
      name(signer("ana example", address: "ana@a.example"), signer("ana example", address: "ana@b.example")) == nil)
    #expect(
      name(signer("ana example", address: "ana@a.example"), signer("ana example", address: "ann@a.example")) == nil)
  }

  @Test("who has no name is like nobody")
  func nameless() {
    #expect(name(signer("…", place: "bonn"), signer("…", place: "bonn")) == nil)
  }

  @Test("more reasons are stronger")
  func strength() throws {
    let one = signer("ana example", place: "bonn", work: "maps", address: "ana.example@mail.example")
    let twice = try #require(Likeness(one, one)).strength
    let near = try #require(Likeness(one, signer("ana example", address: "ana.example@post.example"))).strength
    let place = try #require(Likeness(one, signer("ana example", place: "bonn"))).strength
    let slip = try #require(Likeness(one, signer("ana exmaple", place: "bonn"))).strength
    #expect(twice > near)
    #expect(near > place)
    #expect(place > slip)
  }
}
