import Foundation
import Testing

/// A row that was changed by hand, behind the program's back, is found and named.
struct AlteredTests {
  private let desk: Desk
  private let ids: [String]

  init() throws {
    desk = try Desk.withPetition()
    try desk.importSheet(Sheet(1...5).text)
    ids = try desk.signatures().compactMap { $0["id"]?.string }
  }

  /// The condition that picks a signature by its place in the list, which is the order of the identifiers.
  private func row(_ place: Int) -> String { "id = (SELECT id FROM signature ORDER BY id LIMIT 1 OFFSET \(place))" }

  private func refused(naming place: Int, at location: SourceLocation = #_sourceLocation) throws {
    let words = "signature \(ids[place]) was altered"
    try desk.refuse(65, "signature", "show", "letter-1", ids[place], saying: words, at: location)
    try desk.refuse(65, "signature", "verify", "letter-1", ids[place], saying: words, at: location)
    try desk.refuse(65, "export", "letter-1", "-o", "list.md", saying: words, at: location)
    try desk.refuse(65, "export", "letter-1", "--for", "organizers", "-o", "list.md", saying: words, at: location)
    try desk.write(Sheet(6...9).text, to: "more.csv")
    try desk.refuse(65, "signature", "import", "letter-1", "more.csv", saying: words, at: location)
    let list = try desk.picket("signature", "list", "letter-1", "--json")
    #expect(list.code == 65, sourceLocation: location)
    #expect(list.stderr.contains(words), sourceLocation: location)
  }

  @Test(arguments: [
    "state = 1", "state = 2", "cohort = 3", "signed_on = signed_on + 1", "held = 1, name_tag = tag", "origin = NULL",
    "tag = zeroblob(16)", "contents = zeroblob(length(contents))",
    "contents = CAST(substr(contents, 1, length(contents) - 1) || X'00' AS BLOB)",
  ])
  func `a value that was changed by hand`(change: String) throws {
    try desk.sqlite("UPDATE signature SET \(change) WHERE \(row(2))")
    try refused(naming: 2)
    // The others are what they were.
    try desk.succeed("signature", "show", "letter-1", ids[0])
  }

  @Test func `two rows whose sealed contents were swapped`() throws {
    try desk.sqlite(
      """
      CREATE TEMP TABLE two AS SELECT id, contents FROM signature ORDER BY id LIMIT 2;
      UPDATE signature SET contents = (SELECT contents FROM two WHERE two.id <> signature.id)
        WHERE id IN (SELECT id FROM two);
      """)
    try refused(naming: 0)
    try desk.refuse(65, "signature", "show", "letter-1", ids[1], saying: "signature \(ids[1]) was altered")
  }

  @Test func `a row that was moved to another petition`() throws {
    try desk.createPetition("letter-2")
    try desk.succeed("petition", "open", "letter-2")
    try desk.sqlite(
      "UPDATE signature SET petition = (SELECT id FROM petition WHERE slug = 'letter-2') WHERE \(row(1))")
    try desk.refuse(65, "signature", "show", "letter-2", ids[1], saying: "signature \(ids[1]) was altered")
  }

  @Test func `an import whose counts were changed`() throws {
    let id = try #require(desk.succeed("import", "list", "letter-1", "--json").json.elements[0]["id"]?.string)
    try desk.sqlite("UPDATE import SET duplicates = duplicates + 1, row_count = row_count + 1")
    try desk.refuse(65, "import", "list", "letter-1", saying: "import \(id) was altered")
    try desk.refuse(65, "import", "undo", "letter-1", id, saying: "import \(id) was altered")
  }

  @Test func `a publication that was changed`() throws {
    try desk.succeed("export", "letter-1")
    try desk.importSheet(Sheet(11...17, as: "counted").text, named: "c.csv", "--verified", "badge")
    try desk.succeed("export", "letter-1")
    try desk.sqlite("UPDATE publication SET published_on = published_on - 1")
    try desk.refuse(65, "export", "letter-1", "-o", "list.md", saying: "publication 2 was altered")
  }

  @Test func `a value that no Picket writes`() throws {
    try desk.sqlite("PRAGMA ignore_check_constraints = ON; UPDATE signature SET cohort = 9 WHERE \(row(3))")
    let outcome = try desk.picket("signature", "show", "letter-1", ids[3])
    #expect(outcome.code == 65)
    #expect(outcome.stderr.contains("that no Picket writes"))
  }
}
