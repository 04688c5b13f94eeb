import Testing

/// `picket target`.
struct TargetTests {
  @Test func `a target is added, listed, shown and changed`() throws {
    let desk = try Desk.withDatabase()
    try desk.succeed("target", "add", "nimbus", "--name", "Nimbus Cloud", "--domain", "nimbus.example")
    #expect(try desk.succeed("target", "list").text.contains("nimbus.example"))
    #expect(try desk.succeed("target", "show", "nimbus").text.contains("Nimbus Cloud"))
    try desk.succeed("target", "edit", "nimbus", "--name", "Nimbus", "--kind", "agency")
    let shown = try desk.succeed("target", "show", "nimbus").text
    #expect(shown.contains("agency"))
    #expect(shown.contains("nimbus.example"))
  }

  @Test func `targets for programs`() throws {
    let desk = try Desk.withDatabase()
    let added = try desk.succeed(
      "target", "add", "nimbus", "--name", "Nimbus", "--domain", "nimbus.example", "--domain", "@NIMBUS.test",
      "--json"
    ).json
    #expect(
      added == ["slug": "nimbus", "name": "Nimbus", "kind": "company", "domains": ["nimbus.example", "nimbus.test"]])
    #expect(try desk.succeed("target", "show", "nimbus", "--json").json == added)
    #expect(try desk.succeed("target", "list", "--json").json == [added])
  }

  @Test func `domains are replaced or taken away as a whole`() throws {
    let desk = try Desk.withDatabase()
    try desk.succeed("target", "add", "nimbus", "--name", "Nimbus", "--domain", "a.example")
    let replaced = try desk.succeed("target", "edit", "nimbus", "--domain", "b.example", "--json").json
    #expect(replaced["domains"] == ["b.example"])
    #expect(try desk.succeed("target", "edit", "nimbus", "--no-domains", "--json").json["domains"] == [])
  }

  @Test func `what is no domain or no kind is refused`() throws {
    let desk = try Desk.withDatabase()
    try desk.refuse(65, "target", "add", "t", "--name", "T", "--domain", "not a domain", saying: "domain")
    try desk.refuse(64, "target", "add", "t", "--name", "T", "--kind", "planet", saying: "legislature")
    try desk.succeed("target", "add", "t", "--name", "T")
    try desk.refuse(65, "target", "add", "t", "--name", "T", saying: "t")
  }
}
