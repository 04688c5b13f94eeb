import Foundation
import Testing

/// A sheet of who works there.
///
/// Worker number N is called "Signer N" and has an address of that number, as the signer of that number has.
struct Staff {
  private(set) var text = "Name,Email,Job title,Team,Site,Shift,Cohort\n"

  /// A sheet with these workers, who are alike in all else.
  init(
    _ numbers: some Sequence<Int> = EmptyCollection(), job: String = "Engineer", team: String = "Maps",
    site: String = "Springfield", shift: String = "late", cohort: String = ""
  ) {
    add(numbers, job: job, team: team, site: site, shift: shift, cohort: cohort)
  }

  /// Appends workers.
  mutating func add(
    _ numbers: some Sequence<Int>, job: String = "Engineer", team: String = "Maps", site: String = "Springfield",
    shift: String = "late", cohort: String = ""
  ) {
    for number in numbers {
      add("Signer \(number)", "signer\(number)@mail.example", job, team, site, shift, cohort)
    }
  }

  /// Appends a row.
  mutating func add(_ cells: String...) {
    text += cells.map(Sheet.cell).joined(separator: ",") + "\n"
  }
}

extension Desk {
  /// Imports a roster and returns what the program counted.
  @discardableResult
  func importRoster(
    _ staff: Staff, _ options: String..., at location: SourceLocation = #_sourceLocation
  ) throws -> JSON {
    try write(staff.text, to: "staff.csv")
    let outcome = try Program.picket.run(
      ["roster", "import", "justice", "staff.csv", "--json"] + options, in: folder, environment: environment,
      timeout: 120)
    #expect(outcome.code == 0, "\(outcome.stderr)", sourceLocation: location)
    return try outcome.json
  }

  /// The coverage of the petition.
  func coverage(_ options: String...) throws -> JSON {
    let outcome = try Program.picket.run(
      ["coverage", "letter-1", "--json"] + options, in: folder, environment: environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return try outcome.json
  }
}
