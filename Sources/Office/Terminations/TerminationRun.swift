import Campaigns
import Intake
import Text

/// One import of terminations on its way: judges each row, and adds what it takes.
struct TerminationRun {
  private let request: TerminationImport
  private let campaign: Campaign
  private let target: Target?
  private let targets: [Target]
  private let changer: TerminationChanger
  private var known: [[String]: [String]] = [:]

  init(_ request: TerminationImport, _ office: Office, _ transaction: any Transaction) throws {
    self.request = request
    campaign = try transaction.campaign(request.campaign)
    target = try request.target.map { try transaction.target($0) }
    targets = try transaction.targets.all()
    changer = try TerminationChanger(office, transaction)
    let seal = TerminationSeal(try office.vault())
    for sealed in try transaction.terminations.all(of: campaign.id) {
      let termination = try seal.open(sealed)
      known[TerminationRun.identity(of: termination)] = TerminationRun.details(of: termination)
    }
  }

  /// What makes two rows the same: who, with whom, what, and when.
  private static func identity(of termination: Termination) -> [String] {
    [
      Normalization.folded(termination.party.name), termination.target.description, termination.kind.rawValue,
      termination.reference ?? "", termination.notice?.givenOn.description ?? "",
    ]
  }

  /// What a row says besides.
  private static func details(of termination: Termination) -> [String] {
    [
      termination.value?.description ?? "", termination.reason ?? "", termination.visibility.level.rawValue,
      termination.signedOn?.description ?? "", termination.notice?.effectiveOn?.description ?? "",
    ]
  }

  /// Reads the list to its end. A rehearsal adds nothing.
  mutating func run(_ list: TerminationList, isRehearsal: Bool) throws -> TerminationImportOutcome {
    var outcome = TerminationImportOutcome(reading: list)
    while let row = try list.next() {
      outcome.rows += 1
      let termination: Termination
      do {
        termination = try made(of: try row.get())
      } catch let refused as RefusedRow {
        outcome.refused.append(refused)
        continue
      }
      let identity = TerminationRun.identity(of: termination)
      let details = TerminationRun.details(of: termination)
      if let standing = known[identity] {
        if standing == details {
          outcome.duplicates += 1
        } else if let row = try? row.get().row {
          // Another person of that name, or the same with another wish: nobody here can tell.
          outcome.refused.append(
            row.refused(
              "by",
              "one of this name, contract and day stands already with other details; edit it, or add this one singly")
          )
        }
        continue
      }
      known[identity] = details
      outcome.added.append(termination.slug)
      if !isRehearsal { try changer.add(termination) }
    }
    return outcome
  }

  /// The termination that the row stands for.
  /// - Throws: the refused row, and what the repository throws.
  private func made(of entry: TypedTermination) throws -> Termination {
    let target = try target(of: entry)
    let draft = try draft(of: entry)
    do {
      return try changer.made(draft, for: campaign, target: target)
    } catch let refusal as Refusal where [.invalidValue, .notAllowed, .usage].contains(refusal.code) {
      // What the rules say may repeat a cell; all that a row of a list can break is told above.
      throw entry.row.refused("by", "the fields of the row do not fit each other")
    }
  }

  private func target(of entry: TypedTermination) throws(RefusedRow) -> Target {
    guard let word = entry.target else {
      if let target { return target }
      throw entry.row.refused("target", "the target is empty; --target names one for all such rows")
    }
    let folded = Normalization.folded(word)
    let found = targets.first { $0.slug.description == folded || Normalization.folded($0.name) == folded }
    guard let found else {
      throw entry.row.refused("target", "there is no target of this slug or name; picket target list shows them")
    }
    return found
  }

  private func draft(of entry: TypedTermination) throws(RefusedRow) -> TerminationDraft {
    let row = entry.row
    var draft = TerminationDraft()
    draft.name = entry.by
    draft.kind = try row.value(
      "kind",
      else: "the kind is none of \(Termination.Kind.allCases.map(\.rawValue).joined(separator: ", "))"
    ) { Termination.Kind(named: $0) }
    draft.level = try row.value("visibility", else: "the visibility is none of named, role and counted") {
      Visibility.Level(named: $0)
    }
    if let reference = entry.reference {
      guard reference.count <= 300 else {
        throw row.refused("reference", "the reference is longer than 300 characters")
      }
      draft.reference = reference
    }
    draft.reason = entry.reason.map { .some($0) }
    draft.value = try value(of: entry).map { .some($0) }
    try addDays(of: entry, to: &draft)
    return draft
  }

  private func value(of entry: TypedTermination) throws(RefusedRow) -> Money? {
    let row = entry.row
    let currency = try row.value("currency", else: "the currency is no code of ISO 4217, like USD") {
      try? Currency($0)
    }
    guard let text = entry.value else {
      if currency != nil { throw row.refused("value", "there is a currency and no value") }
      return nil
    }
    guard let currency else { throw row.refused("currency", "there is a value and no currency") }
    guard let value = try? Money(text, in: currency) else {
      let decimals = currency.minorDigits == 0 ? "no decimals" : "at most \(currency.minorDigits) decimals"
      throw row.refused("value", "the value is no amount above 0 with \(decimals)")
    }
    return value
  }

  private func addDays(of entry: TypedTermination, to draft: inout TerminationDraft) throws(RefusedRow) {
    let row = entry.row
    let period = try row.value("notice_period", else: "the notice period is none, like 1 month or 4 weeks") {
      try? NoticePeriod($0)
    }
    draft.holidays = request.holidays
    if let signedOn = entry.signedOn {
      guard signedOn <= .tomorrow else { throw row.refused("signed_on", "the contract is signed in the future") }
      draft.signedOn = signedOn
    }
    guard let noticeDate = entry.noticeDate else {
      if period != nil || entry.effectiveDate != nil {
        throw row.refused("notice_date", "there is an end of the contract and no day of the notice")
      }
      return
    }
    if let signedOn = entry.signedOn, signedOn > noticeDate {
      throw row.refused("notice_date", "the notice is before the day on which the contract was signed")
    }
    if let effectiveDate = entry.effectiveDate, effectiveDate < noticeDate {
      throw row.refused("effective_date", "the contract ends before the notice")
    }
    if entry.effectiveDate == nil, let period {
      guard (try? period.effectiveDate(for: noticeDate, holidays: request.holidays)) != nil else {
        throw row.refused("notice_period", "with this notice the contract ends after the year 9999")
      }
    }
    draft.noticeDate = noticeDate
    draft.noticePeriod = period.map { .some($0) }
    draft.effectiveDate = entry.effectiveDate.map { .some($0) }
  }
}
