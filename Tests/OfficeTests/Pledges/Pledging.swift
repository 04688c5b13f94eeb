import Campaigns
import Foundation
import Store
import Vault

@testable import Office

extension TemporaryOffice {
  /// Sets up a boycott `walk-out` of the target.
  func createBoycott() throws {
    try repository.write { transaction in
      let campaign = try transaction.campaign("campaign")
      var boycott = Boycott(
        id: Identifier(on: .today), slug: try Slug("walk-out"), campaign: campaign.id, title: "A walk-out",
        form: .walkOut, scopes: [.workingFor], createdOn: .today)
      try boycott.call(on: .today)
      try transaction.boycotts.add(boycott)
      try transaction.boycotts.add(
        BoycottListing(boycott: boycott.id, target: try transaction.target("target").id, listedOn: .today))
    }
  }

  /// Changes the boycott.
  func changeBoycott(_ change: (inout Boycott) throws -> Void) throws {
    try repository.write { transaction in
      var boycott = try transaction.boycott("walk-out")
      try change(&boycott)
      try transaction.boycotts.update(boycott)
    }
  }

  /// Enters one pledge.
  @discardableResult
  func pledge(
    _ name: String, _ email: String, ifOthers: Int? = nil, verified: Bool = true,
    _ change: (inout PledgeEntry) -> Void = { _ in }
  ) throws -> PledgeOutcome {
    var entry = PledgeEntry(Signatory(name: name, email: email))
    entry.ifOthers = ifOthers
    entry.verification = verified ? .badge : nil
    change(&entry)
    return try office.addPledge(entry, to: "walk-out")
  }

  /// All pledges, opened.
  func pledges() throws -> [PledgeReport] {
    var all: [PledgeReport] = []
    try office.forEachPledge(of: "walk-out") { all.append($0) }
    return all
  }

  /// How many have pledged.
  var pledgeTally: PledgeTally { get throws { try office.pledgeTally(of: "walk-out").tally } }

  /// Imports the text of a sheet of pledges.
  func importPledges(_ text: String, verified: Bool = true) throws -> PledgeImportOutcome {
    var request = try PledgeImport(try file("pledges.csv", text), into: "walk-out")
    request.verification = verified ? .known : nil
    return try office.importPledges(request)
  }
}
