import Testing

extension Desk {
  /// A desk with a campaign `justice` that has no petition, the targets `nimbus` and `stratus`, and two demands.
  static func withCampaign() throws -> Desk {
    let desk = try Desk.withDatabase()
    try desk.succeed("campaign", "create", "justice", "--title", "Justice at Nimbus")
    try desk.succeed("target", "add", "nimbus", "--name", "Nimbus Cloud")
    try desk.succeed("target", "add", "stratus", "--name", "Stratus Systems")
    for text in ["Cancel the contract.", "Publish a policy."] {
      try desk.succeed("demand", "add", "--campaign", "justice", "--target", "nimbus", text)
    }
    return desk
  }

  /// The same with a planned boycott `no-cloud` of `nimbus`.
  static func withBoycott(_ options: String...) throws -> Desk {
    let desk = try Desk.withCampaign()
    let outcome = try Program.picket.run(
      ["boycott", "create", "no-cloud", "--campaign", "justice", "--target", "nimbus", "--scope", "buying"] + options,
      in: desk.folder, environment: desk.environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return desk
  }

  /// The boycott as programs see it.
  func boycott(_ slug: String = "no-cloud") throws -> JSON {
    try succeed("boycott", "show", slug, "--json").json
  }

  /// The target's listing as programs see it.
  func listing(_ target: String, of slug: String = "no-cloud") throws -> JSON {
    try #require(try boycott(slug)["targets"]?.elements.first { $0["slug"]?.string == target })
  }

  /// What has happened to the boycott, by the kinds of its events.
  func events(of slug: String = "no-cloud") throws -> [String] {
    try boycott(slug)["events"]?.elements.compactMap { $0["kind"]?.string } ?? []
  }

  /// Answers a demand of `justice`.
  func answer(_ number: Int, _ outcome: String, on day: String = "2026-02-20") throws {
    try succeed("demand", "respond", "\(number)", "--campaign", "justice", "--outcome", outcome, "--on", day)
  }
}
