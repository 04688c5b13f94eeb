import Foundation
import Testing

/// `picket boycott target import`.
struct BoycottTargetImportTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withBoycott()
    try desk.write(Self.sheet, to: "brands.csv")
  }

  private static let sheet = """
    id,name,description,status,reasons,countries,categories,website,logo_url,alternatives,alternatives_text
    1,Café Nimbus,A café.,avoid,Pays for the raids.,,,https://cafe.example,,beans,Beans from the co-op
    2,  NIMBUS   cloud ,A cloud.,avoid,,,,,,,
    3,Stratus Systems,Sells the cloud on.,avoid,,,,https://stratus.example,,,
    4,,A brand without a name.,avoid,,,,,,,
    5,Good Beans,The co-op.,support,,,,,,,
    6,雲,A cloud.,avoid,,,,,,,
    7,Café Nimbus,Twice.,avoid,,,,,,,

    """

  @Test func `targets are created, listed with reason and evidence, and refused rows are in their file`() throws {
    let counts = try desk.succeed("boycott", "target", "import", "no-cloud", "brands.csv", "--json").json
    #expect(counts["rows"] == 7)
    #expect(counts["listed"] == 3)
    #expect(counts["created"] == 2)
    #expect(counts["listedBefore"] == 2)
    #expect(counts["rejected"] == 2)
    #expect(counts["alternatives"] == 1)
    #expect(counts["terms"] == 2)
    #expect(counts["rejectsFile"] == "brands.rejects.csv")
    #expect(counts["mapping"]?["reasons"] == "reasons")
    #expect(counts["dropped"] == ["id", "countries", "categories", "logo_url"])
    let cafe = try desk.listing("cafe-nimbus")
    #expect(cafe["name"] == "Café Nimbus")
    #expect(cafe["reason"] == "Pays for the raids.")
    #expect(cafe["notes"]?.elements.map { $0["source"] } == ["https://cafe.example"])
    #expect(try desk.listing("stratus")["reason"] == "Sells the cloud on.")
    #expect(try desk.listing("target")["name"] == "雲")
    #expect(try desk.boycott()["alternatives"] == ["Instead of Café Nimbus: Beans from the co-op"])
    #expect(try desk.succeed("target", "show", "cafe-nimbus", "--json").json["kind"] == "company")
    let rejects = desk.read("brands.rejects.csv")
    #expect(rejects.contains("5,2,the name is empty,4,,A brand without a name."))
    #expect(rejects.contains("its status says that it is not boycotted,5,Good Beans"))
    #expect(rejects.split(separator: "\n").count == 3)
    #expect(desk.mode("brands.rejects.csv") == 0o600)
  }

  @Test func `the same sheet again adds nothing, and mended rows are taken`() throws {
    try desk.succeed("boycott", "target", "import", "no-cloud", "brands.csv")
    let mended = desk.read("brands.rejects.csv").replacing(",4,,A brand", with: ",4,Altus,A brand")
    try desk.write(mended, to: "mended.csv")
    let again = try desk.picket("boycott", "target", "import", "no-cloud", "mended.csv", "--json").json
    #expect(again["listed"] == 1)
    #expect(again["terms"] == 3)
    let before = try desk.boycott()
    let twice = try desk.succeed("boycott", "target", "import", "no-cloud", "brands.csv", "--json").json
    #expect(twice["listed"] == 0)
    #expect(twice["listedBefore"] == 5)
    #expect(twice["terms"] == nil)
    #expect(try desk.boycott() == before)
  }

  @Test func `a dry run shows the mapping and the counts, and writes nothing`() throws {
    let before = (desk.files(), desk.contents(desk.database))
    let outcome = try desk.succeed("boycott", "target", "import", "no-cloud", "brands.csv", "--dry-run")
    #expect(outcome.text.contains("(dropped)"))
    #expect(outcome.text.contains("cafe-nimbus  Café Nimbus"))
    #expect(outcome.text.contains("would list"))
    #expect(outcome.stderr.contains("brands.csv:5:2: the name is empty"))
    #expect(!outcome.stderr.contains("Good Beans"))
    #expect(desk.files() == before.0)
    let isUntouched = desk.contents(desk.database) == before.1
    #expect(isUntouched)
    let json = try desk.succeed("boycott", "target", "import", "no-cloud", "brands.csv", "--dry-run", "--json").json
    #expect(json["listed"] == 3)
    #expect(json["rejectsFile"] == nil)
  }

  @Test func `after the call each new target is told in public, under one number of terms`() throws {
    try desk.succeed("boycott", "call", "no-cloud")
    try desk.succeed("boycott", "target", "import", "no-cloud", "brands.csv")
    #expect(try desk.events() == ["called", "listed", "listed", "listed"])
    #expect(try desk.boycott()["terms"] == 2)
    try desk.succeed("checkpoint", "justice", "-o", "c")
    #expect(try desk.doctor().holds)
  }

  @Test func `whoever was withdrawn is not listed again by a sheet`() throws {
    try desk.succeed("boycott", "target", "withdraw", "no-cloud", "nimbus", "--because", "Wrong.")
    let counts = try desk.succeed("boycott", "target", "import", "no-cloud", "brands.csv", "--json").json
    #expect(counts["withdrawnBefore"] == 1)
    #expect(try desk.listing("nimbus")["withdrawnBecause"] == "Wrong.")
  }

  @Test func `an export is a sheet that can be imported again, and what was withdrawn is refused`() throws {
    try desk.succeed("boycott", "target", "import", "no-cloud", "brands.csv")
    try desk.succeed("boycott", "target", "withdraw", "no-cloud", "stratus", "--because", "Wrong.")
    try desk.succeed("boycott", "call", "no-cloud")
    try desk.succeed("boycott", "export", "no-cloud", "--format", "csv", "-o", "public.csv")
    try desk.succeed(
      "boycott", "create", "other", "--campaign", "justice", "--title", "Other", "--scope", "buying")
    let counts = try desk.succeed("boycott", "target", "import", "other", "public.csv", "--json").json
    #expect(counts["listed"] == 3)
    #expect(counts["created"] == 0)
    #expect(counts["rejected"] == 1)
    #expect(try desk.listing("cafe-nimbus", of: "other")["reason"] == "Pays for the raids.")
  }

  @Test func `sheets that are refused`() throws {
    try desk.write("brandless,reasons\nA,B\n", to: "bad.csv")
    try desk.refuse(65, "boycott", "target", "import", "no-cloud", "bad.csv", saying: "missing: name")
    try desk.write("name\n\"open\n", to: "open.csv")
    try desk.refuse(65, "boycott", "target", "import", "no-cloud", "open.csv", saying: "open.csv")
    try desk.refuse(66, "boycott", "target", "import", "no-cloud", "none.csv", saying: "none.csv")
    try desk.refuse(66, "boycott", "target", "import", "nothing", "brands.csv", saying: "no boycott")
    try desk.write("name,status\nA,support\n", to: "all.csv")
    let all = try desk.picket("boycott", "target", "import", "no-cloud", "all.csv")
    #expect(all.code == 65)
    try desk.write("name\nA\n", to: "one.csv")
    try desk.succeed("boycott", "end", "no-cloud")
    try desk.refuse(65, "boycott", "target", "import", "no-cloud", "one.csv", saying: "has ended")
  }
}
