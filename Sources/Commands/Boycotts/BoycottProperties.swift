import ArgumentParser
import Campaigns
import Office

extension Boycott.Form: ExpressibleByArgument {}

/// What can be said of a boycott when it is set up and later.
struct BoycottProperties: ParsableArguments {
  @Option(
    name: .customLong("scope"),
    help: """
      What is refused, with commas or given again: buying, selling, working-for, recruiting, speaking, sponsoring, \
      investing.
      """)
  var scopes: [String] = []

  @Option(name: .customLong("start"), help: "The day from which on it holds, YYYY-MM-DD; else the day of the call.")
  var startsOn: CalendarDate?

  @Option(help: "The numbers of the demands that end it once they are met, with commas: 1,2.")
  var untilDemands: [String] = []

  @Option(name: .customLong("exception"), help: "What is not meant, in a sentence; may be given again.")
  var exceptions: [String] = []

  @Option(name: .customLong("alternative"), help: "What people can do instead, in a sentence; may be given again.")
  var alternatives: [String] = []

  @Option(name: .customLong("pledges-lapse"), help: "The day by which a pledge that waits for others lapses.")
  var pledgesLapseOn: CalendarDate?

  func draft() throws -> BoycottDraft {
    var draft = BoycottDraft()
    if !scopes.isEmpty { draft.scopes = Set(try parts(scopes).map(scope)) }
    draft.startsOn = startsOn.map { .some($0) }
    if !untilDemands.isEmpty { draft.untilDemands = try parts(untilDemands).map(number) }
    if !exceptions.isEmpty { draft.exceptions = exceptions }
    if !alternatives.isEmpty { draft.alternatives = alternatives }
    draft.pledgesLapseOn = pledgesLapseOn.map { .some($0) }
    return draft
  }

  private func scope(_ text: String) throws -> Boycott.Scope {
    guard let scope = Boycott.Scope(named: text) else {
      throw Refusal(
        .usage, "there is no scope \"\(text.prefix(40))\"",
        hint: "the scopes are \(Boycott.Scope.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return scope
  }

  private func number(_ text: String) throws -> Int {
    guard let number = Int(text), number > 0 else {
      throw Refusal(
        .usage, "\"\(text.prefix(40))\" is no number of a demand", hint: "give numbers with commas, like 1,2")
    }
    return number
  }
}

/// What was given with commas, or again and again, or both.
func parts(_ texts: [String]) -> [String] {
  texts.flatMap { $0.split(separator: ",") }.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
}

/// Why a target is listed.
struct ListingProperties: ParsableArguments {
  @Option(help: "Why it is listed; the public reads it.")
  var reason: String?

  @Option(help: "Where that can be checked; may be given again.")
  var evidence: [String] = []

  var draft: ListingDraft { ListingDraft(reason: reason, evidence: evidence) }
}
