import ArgumentParser
import Campaigns
import Office

struct PledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pledge", abstract: "What people promise within a boycott or a walk-out.",
    discussion: """
      A pledge can wait for others: "if 200 others do". It binds once so many other
      verified pledges bind; nobody outside is told before organizers confirm it.

        picket pledge add walk-out --name "Ana Example" \\
          --email ana@mail.example --if-others 200
        picket pledge verify walk-out ID --method badge
        picket pledge tally walk-out
        picket pledge reveal walk-out
      """,
    subcommands: [
      PledgeAdd.self, PledgeImportCommand.self, PledgeList.self, PledgeShow.self, PledgeVerify.self,
      PledgeEdit.self, PledgeKeep.self, PledgeBreak.self, PledgeWithdraw.self, PledgeTallyCommand.self,
      PledgeRevealCommand.self,
      PledgeExport.self,
    ])
}

/// A pledge as JSON, whole.
struct PledgeOutput: Encodable {
  let id, name: String
  let email, jobTitle, team, location, affiliation: String?
  let cohort, state, visibility: String
  let binds, verified, revealed: Bool
  let hidden: [String]
  let ifOthers: Int?
  let terms: Int
  let lapsesOn: String?
  let verification: SignatureOutput.Verified?
  let outcomes: [Outcome]

  struct Outcome: Encodable {
    let outcome, day: String
    let evidence: String?
  }

  init(_ report: PledgeReport) {
    let pledge = report.pledge
    id = pledge.id.description
    name = pledge.signatory.name
    email = pledge.signatory.email
    jobTitle = pledge.signatory.jobTitle
    team = pledge.signatory.team
    location = pledge.signatory.location
    affiliation = pledge.signatory.affiliation
    cohort = pledge.cohort.rawValue
    state = report.state.rawValue
    visibility = pledge.visibility.level.rawValue
    binds = report.state == .binding
    verified = pledge.isVerified
    revealed = pledge.isRevealed
    hidden = pledge.visibility.hidden.sorted().map(\.rawValue)
    ifOthers = pledge.ifOthers
    terms = pledge.terms
    lapsesOn = pledge.lapsesOn?.description
    verification = pledge.verification.map {
      SignatureOutput.Verified(method: $0.method.description, day: $0.day.description, by: $0.by)
    }
    outcomes = pledge.outcomes.map {
      Outcome(outcome: $0.wasKept ? "kept" : "broken", day: $0.day.description, evidence: $0.evidence)
    }
  }
}

extension PledgeState: ExpressibleByArgument {}
