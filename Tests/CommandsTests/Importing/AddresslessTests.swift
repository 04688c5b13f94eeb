import Testing

/// Sheets without addresses: equal rows are told by their cells and their file.
struct AddresslessTests {
  private let desk: Desk
  private static let sheet = """
    Name,City,Country,Signed On
    Ana Example,Springfield,US,2026-03-01
    Ben Example,Shelbyville,US,2026-03-01
    Ana Example,Springfield,US,2026-03-01
    Ana Example,Capital City,US,2026-03-01

    """

  init() throws { desk = try Desk.withPetition() }

  @Test func `the same cells twice are one row, the same name is only reported`() throws {
    let counts = try desk.importSheet(Self.sheet)
    #expect(counts["added"] == 3)
    #expect(counts["duplicates"] == 1)
    #expect(counts["sameName"] == 1)
    #expect(try desk.tally()["gross"] == 3)
  }

  @Test func `the file again adds nothing, also under another name`() throws {
    try desk.importSheet(Self.sheet)
    for name in ["sheet.csv", "renamed.csv"] {
      let again = try desk.importSheet(Self.sheet, named: name)
      #expect(again["added"] == 0)
      #expect(again["duplicates"] == 4)
    }
  }

  @Test func `a sheet that has grown adds its new rows only`() throws {
    try desk.importSheet(Self.sheet)
    let grown = try desk.importSheet(Self.sheet + "Cem Example,Springfield,US,2026-03-02\n")
    #expect(grown["added"] == 1)
    #expect(grown["duplicates"] == 4)
  }

  @Test func `another sheet may hold other people with the same cells`() throws {
    try desk.importSheet(Self.sheet)
    let other = try desk.importSheet(
      "Name,City,Country,Signed On\nAna Example,Springfield,US,2026-03-01\n", named: "other.csv")
    #expect(other["added"] == 1)
    #expect(other["sameName"] == 1)
  }

  @Test func `who left does not come back by the file`() throws {
    try desk.importSheet(Self.sheet)
    let ids = try desk.signatures().compactMap { $0["id"]?.string }
    try desk.succeed("signature", "withdraw", "letter-1", ids[0])
    try desk.succeed("signature", "erase", "letter-1", ids[1])
    let again = try desk.importSheet(Self.sheet)
    #expect(again["added"] == 0)
    #expect((again["duplicates"]?.number ?? 0) + (again["rejected"]?.number ?? 0) == 4)
    #expect(try desk.tally()["net"] == 1)
  }
}
