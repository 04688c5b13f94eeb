import Foundation
import Testing

/// Signatures that may be one person's: shown with their reasons, decided by a person, never by themselves.
struct DuplicatesTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  /// Two lists with four likely people in both, and some who are not.
  private func importLists() throws {
    var alpha = Sheet()
    alpha.add(name: "Jürgen Müller", email: "jm@one.example", city: "Bonn")
    alpha.add(name: "Ирина Петрова", email: "irina@one.example", city: "Lima", as: "counted")
    alpha.add(name: "Ana Nowak", email: "ana.nowak@mail.example", city: "Bonn", on: "2026-03-02")
    alpha.add(name: "Cleo Example", email: "cleo@one.example", city: "Bonn")
    alpha.add(name: "Katarina Smith", email: "kat@one.example", city: "Springfield")
    var beta = Sheet()
    beta.add(name: "Jurgen Mueller", email: "jurgen@two.example", city: "Bonn")
    beta.add(name: "Irina Petrova", email: "ip@two.example", city: "Lima")
    beta.add(name: "Nowak, Ana", email: "ana.nowak@post.example", city: "Oslo", on: "2026-03-01")
    // The same name and nothing else.
    beta.add(name: "Cleo Example", email: "ce@two.example", team: "Search", city: "Oslo")
    beta.add(name: "Catarina Smith", email: "cs@two.example", city: "Springfield, Illinois")
    try desk.write(alpha.text, to: "alpha.csv")
    try desk.write(beta.text, to: "beta.csv")
    try desk.succeed(
      "signature", "import", "letter-1", "alpha.csv", "beta.csv", "--partner", "Alpha", "--partner", "Beta")
  }

  private func pairs() throws -> [JSON] {
    try desk.succeed("duplicates", "list", "letter-1", "--json").json["pairs"]?.elements ?? []
  }

  private func names(_ pair: JSON) -> Set<String?> {
    [pair["earlier"]?["name"]?.string, pair["later"]?["name"]?.string]
  }

  @Test func `each pair comes with its reasons and its lists, the strongest first`() throws {
    try importLists()
    let pairs = try pairs()
    #expect(pairs.count == 4)
    #expect(
      Set(pairs.map(names)) == [
        ["Jürgen Müller", "Jurgen Mueller"], ["Ирина Петрова", "Irina Petrova"], ["Ana Nowak", "Nowak, Ana"],
        ["Katarina Smith", "Catarina Smith"],
      ])
    let strengths = pairs.compactMap { $0["strength"]?.number }
    #expect(strengths == strengths.sorted(by: >))
    let ana = try #require(pairs.first { names($0).contains("Ana Nowak") })
    #expect(ana["earlier"]?["name"] == "Nowak, Ana", "by the day of signing")
    #expect(ana["earlierList"] == "Beta")
    #expect(ana["laterList"] == "Alpha")
    #expect(
      ana["reasons"] == ["same names in another order", "same employer or team", "near addresses"])
    let irina = try #require(pairs.first { names($0).contains("Irina Petrova") })
    #expect(irina["reasons"] == ["same name in another writing", "same place", "same employer or team"])
    let katarina = try #require(pairs.first { names($0).contains("Katarina Smith") })
    #expect(katarina["reasons"]?.elements.first == "names one slip apart")
    #expect(try desk.tally()["gross"] == 10, "nothing is merged by itself")
  }

  @Test func `the list for people names both, and can be cut`() throws {
    try importLists()
    let outcome = try desk.succeed("duplicates", "list", "letter-1", "--limit", "1")
    #expect(outcome.lines.count == 2)
    #expect(outcome.stderr.contains("3 more pairs are not shown"))
    #expect(try desk.succeed("duplicates", "list", "letter-1", "--limit", "0").lines.count == 5)
    try desk.refuse(64, "duplicates", "list", "letter-1", "--limit=-1", saying: "0 or more")
    try desk.refuse(66, "duplicates", "list", "letter-9", saying: "no petition")
  }

  @Test func `who was told apart is not listed again, until one of them is erased`() throws {
    try importLists()
    let pair = try #require(try pairs().first { names($0).contains("Irina Petrova") })
    let (one, other) = (pair["earlier"]?["id"]?.string ?? "", pair["later"]?["id"]?.string ?? "")
    for _ in 0..<2 { try desk.succeed("duplicates", "tell-apart", "letter-1", other, one) }
    #expect(try pairs().count == 3)
    #expect(try desk.sqlite("SELECT count(*) FROM told_apart") == "1")
    try desk.refuse(65, "duplicates", "tell-apart", "letter-1", one, one, saying: "both are signature")
    try desk.refuse(66, "duplicates", "tell-apart", "letter-1", one, "2h5p015q4qpy0", saying: "no signature")
    try desk.succeed("signature", "erase", "letter-1", one)
    #expect(try desk.sqlite("SELECT count(*) FROM told_apart") == "0")
  }

  @Test func `who does not stand is in no pair`() throws {
    try importLists()
    for pair in try pairs() {
      let id = pair["later"]?["id"]?.string ?? ""
      try desk.succeed("signature", "withdraw", "letter-1", id)
    }
    #expect(try pairs() == [])
  }

  @Test func `a review takes out the later one, keeps the stricter choice, and asks nobody twice`() throws {
    try importLists()
    let shown = try desk.converse(
      "duplicates", "review", "letter-1",
      answering: [
        Terminal.Answer("[q]uit: ", "x"), Terminal.Answer("[q]uit: ", "d"), Terminal.Answer("[q]uit: ", "s"),
        Terminal.Answer("[2]: ", ""), Terminal.Answer("[q]uit: ", "l"), Terminal.Answer("[q]uit: ", "q"),
      ])
    #expect(shown.code == 0)
    for told in ["Pair 1 of 4: ", "Pair 2 of 4: ", "Type d, s, l or q.", "1 list", "2 list", "Alpha", "Beta"] {
      #expect(shown.text.contains(told), "\(told) in \(shown.text)")
    }
    #expect(shown.text.contains("1 told apart, 1 taken out as the same person; 2 of 4 left."))
    let tally = try desk.tally()
    #expect(tally["invalidated"] == 1)
    #expect(tally["gross"] == 10)
    #expect(try pairs().count == 2)
    #expect(try desk.doctor().holds)
  }

  @Test func `which of the two stands is the reviewer's choice, with the reason and the stricter visibility`() throws
  {
    var sheet = Sheet()
    sheet.add(name: "Ana Example", email: "ana@one.example", as: "counted", on: "2026-03-01")
    sheet.add(name: "Ana Example", email: "ae@two.example", as: "named", on: "2026-03-02")
    try desk.importSheet(sheet.text)
    let pair = try #require(try pairs().first)
    let (early, late) = (pair["earlier"]?["id"]?.string ?? "", pair["later"]?["id"]?.string ?? "")
    let shown = try desk.converse(
      "duplicates", "review", "letter-1",
      answering: [
        Terminal.Answer("[q]uit: ", "s"), Terminal.Answer("[2]: ", "n"), Terminal.Answer("[q]uit: ", "s"),
        Terminal.Answer("[2]: ", "1"),
      ])
    #expect(shown.code == 0)
    let gone = try desk.succeed("signature", "show", "letter-1", early, "--json").json
    #expect(gone["state"] == "invalidated")
    #expect(gone["invalidationReason"] == .string("same person as signature \(late)"))
    let stands = try desk.succeed("signature", "show", "letter-1", late, "--json").json
    #expect(stands["state"] == "pending")
    #expect(stands["visibility"] == "counted")
  }

  @Test func `where nobody is at a terminal a review is refused, and says how to go on`() throws {
    try importLists()
    let outcome = try desk.refuse(64, "duplicates", "review", "letter-1", saying: "on a terminal")
    for way in ["picket duplicates list letter-1 --json", "tell-apart", "signature invalidate"] {
      #expect(outcome.stderr.contains(way))
    }
    for name in ["Petrova", "Müller"] { #expect(!outcome.stderr.contains(name)) }
  }

  @Test func `looking for pairs writes nothing`() throws {
    try importLists()
    let (files, database) = (desk.files(), desk.contents(desk.database))
    _ = try pairs()
    _ = try desk.converse("duplicates", "review", "letter-1", answering: [Terminal.Answer("[q]uit: ", "q")])
    #expect(desk.files() == files)
    #expect(desk.contents(desk.database) == database)
  }

  @Test func `what was looked at and decided can be read by nobody without the key`() throws {
    var sheet = Sheet()
    sheet.add(name: "Zqcanarysheetname One", email: "one@zqcanarysheetaddress.example")
    sheet.add(name: "Zqcanarysheetname One", email: "two@zqcanarysheetaddress.example")
    sheet.add(name: "Zqcanarysheetname Onee", email: "three@zqcanarysheetaddress.example")
    try desk.importSheet(sheet.text, named: "sheet.csv", "--partner", "Zqcanarysheetpartner")
    try FileManager.default.removeItem(atPath: desk.folder + "/sheet.csv")
    let shown = try desk.converse(
      "duplicates", "review", "letter-1",
      answering: [Terminal.Answer("[q]uit: ", "s"), Terminal.Answer("[2]: ", ""), Terminal.Answer("[q]uit: ", "d")])
    #expect(shown.text.contains("Zqcanarysheetname Onee"))
    #expect(try desk.sqlite("SELECT count(*) FROM told_apart") == "1")
    #expect(desk.leaks() == [])
  }

  @Test func `a crowd of one name is told by its size only`() throws {
    var sheet = Sheet()
    for number in 1...101 { sheet.add(name: "Kim Zqmany", email: "k\(number)@mail.example") }
    try desk.importSheet(sheet.text)
    let outcome = try desk.succeed("duplicates", "list", "letter-1", "--json")
    #expect(try outcome.json["pairCount"] == 0)
    #expect(try outcome.json["crowds"]?.elements.contains(101) == true)
    #expect(outcome.stderr.contains("up to 101"))
    #expect(!outcome.stderr.contains("Zqmany"))
  }
}
