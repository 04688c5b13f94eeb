import ArgumentParser
import Campaigns
import Office

struct TerminationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "termination", abstract: "Contracts that people end over the issue.",
    discussion: """
      Who ends a contract and why is sealed until they agree to its publication; what
      is clear is the slug, the campaign, the target, and whether it is considered,
      noticed or rescinded. A notice takes effect on its day by itself.

        picket termination add --campaign no-contract --target nimbus \\
          --by "Ana Example" --notice-date 2026-06-18 --notice-period "1 month"
        picket termination publish t-7k3fq --consent --statement "Not in my name."
        picket termination export no-contract --for public
      """,
    subcommands: [
      TerminationAdd.self, TerminationImportCommand.self, TerminationList.self, TerminationShow.self,
      TerminationEdit.self, TerminationGiveNotice.self, TerminationRescind.self, TerminationPublish.self,
      TerminationErase.self, TerminationExport.self, TerminationLetter.self, TerminationTemplate.self,
    ])
}

/// A termination as JSON, whole. What is absent is left out.
struct TerminationOutput: Encodable {
  let slug, state, campaign, target, by: String
  let organization: Bool
  let email, jobTitle, affiliation, location: String?
  let kind: String
  let reference, signedOn, noticeDate, noticePeriod, effectiveDate: String?
  let valueMinor: Int64?
  let value, currency: String?
  let reason: String?
  let demand: Int?
  let statement: String?
  let evidence: [String]
  let visibility: String
  let hidden: [String]
  let consentedOn, publishedOn, rescindedOn, rescindedBecause: String?

  init(_ details: TerminationDetails) {
    let termination = details.termination
    slug = termination.slug.description
    state = termination.state(on: .today).rawValue
    campaign = details.campaign.slug.description
    target = details.target.slug.description
    by = termination.party.name
    organization = termination.isOrganization
    email = termination.party.email
    jobTitle = termination.party.jobTitle
    affiliation = termination.party.affiliation
    location = termination.party.location
    kind = termination.kind.rawValue
    reference = termination.reference
    signedOn = termination.signedOn?.description
    noticeDate = termination.notice?.givenOn.description
    noticePeriod = termination.notice?.period?.description
    effectiveDate = termination.notice?.effectiveOn?.description
    valueMinor = termination.value?.minorUnits
    value = termination.value?.plainAmount
    currency = termination.value?.currency.code
    reason = termination.reason
    demand = termination.demand
    statement = termination.statement
    evidence = termination.evidence.map(\.source)
    visibility = termination.visibility.level.rawValue
    hidden = termination.hiddenWords
    consentedOn = termination.consentedOn?.description
    publishedOn = termination.publishedOn?.description
    rescindedOn = termination.rescindedOn?.description
    rescindedBecause = termination.rescindedBecause
  }
}

/// What a command tells of a termination that it changed: nothing that is sealed but its days.
struct TerminationChangeOutput: Encodable {
  let slug, state: String
  let noticeDate, effectiveDate, publishedOn: String?

  init(_ details: TerminationDetails) {
    let termination = details.termination
    slug = termination.slug.description
    state = termination.state(on: .today).rawValue
    noticeDate = termination.notice?.givenOn.description
    effectiveDate = termination.notice?.effectiveOn?.description
    publishedOn = termination.publishedOn?.description
  }
}

extension Termination {
  /// All that is hidden of it, in the words of `--hide`.
  var hiddenWords: [String] {
    (visibility.hidden.map(\.rawValue) + withheld.map(\.rawValue)).sorted()
  }
}
