import Foundation
import Testing

extension Desk {
  /// A desk with a called boycott `walk-out` of the target `nimbus`.
  static func withWalkOut() throws -> Desk {
    let desk = try Desk.withPetition()
    try desk.succeed(
      "boycott", "create", "walk-out", "--campaign", "justice", "--target", "nimbus", "--scope", "buying,recruiting")
    try desk.succeed("boycott", "call", "walk-out")
    return desk
  }

  /// Adds a pledge and returns its identifier.
  @discardableResult
  func pledge(_ name: String, _ email: String, _ options: String...) throws -> String {
    let outcome = try Program.picket.run(
      ["pledge", "add", "walk-out", "--name", name, "--email", email] + options, in: folder, environment: environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return outcome.lines.first ?? ""
  }

  /// Imports the pledges with these numbers, each on this condition, and returns what the program counted.
  @discardableResult
  func importPledges(
    _ numbers: ClosedRange<Int>, ifOthers: String = "", as visibility: String = "named", _ options: String...,
    at location: SourceLocation = #_sourceLocation
  ) throws -> JSON {
    var text = "name,email,if_others,visibility\n"
    for number in numbers {
      text += "Pledger \(number),pledger\(number)@mail.example,\(ifOthers),\(visibility)\n"
    }
    try write(text, to: "pledges.csv")
    let outcome = try Program.picket.run(
      ["pledge", "import", "walk-out", "pledges.csv", "--json"] + options, in: folder, environment: environment)
    #expect(outcome.code == 0, "\(outcome.stderr)", sourceLocation: location)
    return try outcome.json
  }

  /// How many have pledged.
  func pledgeTally() throws -> JSON {
    try succeed("pledge", "tally", "walk-out", "--json").json
  }

  /// The pledges in this state, or all.
  func pledges(_ state: String? = nil) throws -> [JSON] {
    let options = state.map { ["--state", $0] } ?? []
    let outcome = try Program.picket.run(
      ["pledge", "list", "walk-out", "--json"] + options, in: folder, environment: environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return try outcome.json.elements
  }
}
