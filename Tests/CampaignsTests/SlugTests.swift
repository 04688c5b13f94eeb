import Campaigns
import Testing

@Suite("Slugs")
struct SlugTests {
  @Test(
    "a slug is lower-case letters, digits and single hyphens",
    arguments: [
      "a", "7", "fair-shifts", "2024-heat", "a-1-b", String(repeating: "x", count: 64),
    ])
  func wellFormed(text: String) throws {
    #expect(try Slug(text).description == text)
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "-", "-a", "a-", "a--b", "Fair", "fair shifts", "fair_shifts", "größe", "a/b", "a.b", " a", "a\n", "а",
      String(repeating: "x", count: 65),
    ])
  func refused(text: String) {
    let refusal = #expect(throws: Refusal.self) { try Slug(text) }
    #expect(refusal?.code == .invalidValue)
  }

  @Test(
    "a refusal proposes a slug that is one",
    arguments: [
      ("Fair Shifts!", "fair-shifts"), ("--a__b--", "a-b"), ("No. 7 / Heat", "no-7-heat"), ("größe", "gr-e"),
    ])
  func proposals(text: String, proposal: String) throws {
    let refusal = try #require(#expect(throws: Refusal.self) { try Slug(text) })
    #expect(refusal.hint?.hasSuffix("for example \(proposal)") == true)
    #expect(throws: Never.self) { try Slug(proposal) }
  }

  @Test("a proposal is cut to the longest slug and never ends in a hyphen")
  func longProposal() throws {
    let text = String(repeating: "x", count: 63) + " y"
    let refusal = try #require(#expect(throws: Refusal.self) { try Slug(text) })
    #expect(refusal.hint?.hasSuffix(" " + String(repeating: "x", count: 63)) == true)
  }

  @Test("where nothing can be proposed the hint names the rule only")
  func noProposal() throws {
    let refusal = try #require(#expect(throws: Refusal.self) { try Slug("!!!") })
    #expect(refusal.hint == "use a to z, digits and hyphens, at most 64")
  }

  @Test("a refusal does not repeat a long text whole")
  func longText() throws {
    let refusal = try #require(#expect(throws: Refusal.self) { try Slug(String(repeating: "!", count: 5_000)) })
    #expect(refusal.message.count < 120)
  }

  @Test(
    "near slugs are found by a slip of the fingers",
    arguments: [
      ("fair-shifts", "fair-shifts"), ("fair-shift", "fair-shifts"), ("fiar-shifts", "fair-shifts"),
      ("FAIR-SHIFTS", "fair-shifts"), ("shifts", "fair-shifts"), ("haet-rules", "heat-rules"),
      ("heatrules", "heat-rules"), ("no-overtme", "no-overtime"),
    ])
  func near(typed: String, meant: String) throws {
    let slugs = try ["fair-shifts", "heat-rules", "no-overtime"].map(Slug.init)
    #expect(Slug.near(typed, among: slugs).first?.description == meant)
  }

  @Test("a swap of neighbours is one slip, so it comes before two slips")
  func swaps() throws {
    let slugs = try ["aaad", "abdc"].map(Slug.init)
    #expect(Slug.near("abcd", among: slugs).map(\.description) == ["abdc", "aaad"])
  }

  @Test("nothing is suggested for what is far from everything")
  func far() throws {
    #expect(Slug.near("quarterly", among: [try Slug("fair-shifts")]).isEmpty)
    #expect(Slug.near("fair", among: []).isEmpty)
  }

  @Test("at most three are suggested, nearest first")
  func atMostThree() throws {
    let slugs = try ["heat-4", "heat-3", "heat-2", "heat-1", "heap"].map(Slug.init)
    #expect(Slug.near("heat-1", among: slugs).map(\.description) == ["heat-1", "heat-2", "heat-3"])
  }
}
