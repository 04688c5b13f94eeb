import Foundation
import Testing

extension Desk {
  /// Adds a termination against `nimbus` in the campaign `justice` and returns its slug.
  @discardableResult
  func terminate(_ name: String, _ options: String..., at location: SourceLocation = #_sourceLocation) throws
    -> String
  {
    let outcome = try Program.picket.run(
      ["termination", "add", "--campaign", "justice", "--target", "nimbus", "--by", name] + options, in: folder,
      environment: environment)
    #expect(outcome.code == 0, "\(outcome.stderr)", sourceLocation: location)
    return outcome.lines.first ?? ""
  }

  /// The termination, as organizers see it.
  func termination(_ slug: String) throws -> JSON {
    try succeed("termination", "show", slug, "--json").json
  }

  /// What a format of the campaign's list says.
  func contracts(_ format: String = "text", for audience: String = "public") throws -> String {
    try succeed("termination", "export", "justice", "--format", format, "--for", audience).text
  }

  /// How many leaves wait for a checkpoint.
  func waitingLeaves() throws -> Int { try #require(Int(sqlite("SELECT count(*) FROM ledger_queue"))) }
}

/// The day so many days from today in UTC, as options take it.
func day(_ offset: Int) -> String {
  let date = Date().addingTimeInterval(Double(offset) * 86_400)
  return date.formatted(.iso8601.year().month().day())
}
