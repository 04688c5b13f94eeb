import Campaigns
import Foundation
import Office

/// One termination in texts: what options say, or one object of JSON; the keys are the columns of lists.
struct TerminationRecord: Decodable {
  var slug: String?
  var campaign: String?
  var target: String?
  var by: String?
  var organization: Bool?
  var email: String?
  var job_title: String?
  var affiliation: String?
  var location: String?
  var kind: String?
  var reference: String?
  var signed_on: String?
  var notice_date: String?
  var notice_period: String?
  var effective_date: String?
  var value: String?
  var currency: String?
  var reason: String?
  var demand: DemandNumber?
  var statement: String?
  var evidence: [String]?
  var visibility: String?
  var hide: [String]?

  private static let known = [
    "slug", "campaign", "target", "by", "organization", "email", "job_title", "affiliation", "location", "kind",
    "reference", "signed_on", "notice_date", "notice_period", "effective_date", "value", "currency", "reason",
    "demand", "statement", "evidence", "visibility", "hide",
  ]

  /// The termination on standard input.
  /// - Throws: `invalidValue`; it never says what was read.
  static func read() throws -> TerminationRecord {
    let bytes = try contents(of: "-", what: "the termination", atMost: 1 << 20)
    let place = SourcePlace(file: "-")
    do {
      let keys = try JSONDecoder().decode([String: Ignored].self, from: Data(bytes)).keys
      if let unknown = keys.filter({ !known.contains($0) }).min() {
        throw Refusal(
          .invalidValue, "there is no key \"\(unknown.prefix(40))\"",
          hint: "keys: \(known.joined(separator: ", "))", at: place)
      }
      return try JSONDecoder().decode(TerminationRecord.self, from: Data(bytes))
    } catch is DecodingError {
      throw Refusal(
        .invalidValue, "this is not one termination as JSON",
        hint: "write one object of texts with at least \"by\"; see picket termination add --help", at: place)
    }
  }

  /// A demand's number, which JSON may have as a number or as a text.
  struct DemandNumber: Decodable {
    var text: String

    init(_ text: String) { self.text = text }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      text = try (try? container.decode(Int.self)).map(String.init) ?? container.decode(String.self)
    }
  }

  private struct Ignored: Decodable {
    init(from decoder: any Decoder) {}
  }

  /// The record, and where it says nothing, what the other one says.
  func orElse(_ other: TerminationRecord) -> TerminationRecord {
    // A value and its currency belong together.
    let money = value == nil && currency == nil ? other : self
    return TerminationRecord(
      slug: slug ?? other.slug, campaign: campaign ?? other.campaign, target: target ?? other.target,
      by: by ?? other.by, organization: organization ?? other.organization, email: email ?? other.email,
      job_title: job_title ?? other.job_title, affiliation: affiliation ?? other.affiliation,
      location: location ?? other.location, kind: kind ?? other.kind, reference: reference ?? other.reference,
      signed_on: signed_on ?? other.signed_on, notice_date: notice_date ?? other.notice_date,
      notice_period: notice_period ?? other.notice_period, effective_date: effective_date ?? other.effective_date,
      value: money.value, currency: money.currency, reason: reason ?? other.reason, demand: demand ?? other.demand,
      statement: statement ?? other.statement, evidence: evidence ?? other.evidence,
      visibility: visibility ?? other.visibility, hide: hide ?? other.hide)
  }

  /// What it says, read. An empty text takes a field away.
  /// - Throws: `invalidValue`; `usage` where a value has no currency or the reverse. Neither says what was written.
  func draft(holidays: Holidays = .none) throws -> TerminationDraft {
    var draft = TerminationDraft()
    draft.slug = slug
    draft.target = target
    draft.name = by
    draft.isOrganization = organization
    draft.email = TerminationRecord.optional(email)
    draft.jobTitle = TerminationRecord.optional(job_title)
    draft.affiliation = TerminationRecord.optional(affiliation)
    draft.location = TerminationRecord.optional(location)
    draft.kind = try kind.map { try read($0, "kind", Termination.Kind.init(named:)) }
    draft.reference = TerminationRecord.optional(reference)
    draft.signedOn = try optional(signed_on, "signed_on") { CalendarDate($0) }
    draft.noticeDate = try optional(notice_date, "notice_date") { CalendarDate($0) }
    draft.noticePeriod = try TerminationRecord.optional(notice_period).map { try $0.map { try NoticePeriod($0) } }
    draft.effectiveDate = try optional(effective_date, "effective_date") { CalendarDate($0) }
    draft.holidays = holidays
    draft.value = try money()
    draft.reason = TerminationRecord.optional(reason)
    draft.demand = try optional(demand?.text, "demand") { Int($0) }
    draft.statement = TerminationRecord.optional(statement)
    draft.evidence = evidence?.filter { !$0.trimmingWhitespace().isEmpty }
    draft.level = try visibility.map { try read($0, "visibility", Visibility.Level.init(named:)) }
    for word in hide ?? [] {
      switch try read(word, "hide", TerminationField.init(argument:)) {
      case .party(let field): draft.hide.insert(field)
      case .detail(let detail): draft.withhold.insert(detail)
      }
    }
    return draft
  }

  private func money() throws -> Money?? {
    guard value != nil || currency != nil else { return nil }
    let amount = value?.trimmingWhitespace() ?? ""
    let code = currency?.trimmingWhitespace() ?? ""
    guard amount.isEmpty == code.isEmpty else {
      throw Refusal(
        .usage, "a value and its currency are given together", hint: "for example 19400000.00 and USD")
    }
    return amount.isEmpty ? .some(nil) : try Money(amount, in: Currency(code))
  }

  /// An empty text takes the field away; no text leaves it.
  private static func optional(_ text: String?) -> String?? {
    text.map { $0.trimmingWhitespace().isEmpty ? nil : $0 }
  }

  private func optional<Value>(_ text: String?, _ key: String, _ parse: (String) -> Value?) throws -> Value?? {
    try TerminationRecord.optional(text).map { try $0.map { try read($0.trimmingWhitespace(), key, parse) } }
  }

  private func read<Value>(_ text: String, _ key: String, _ parse: (String) -> Value?) throws -> Value {
    guard let value = parse(text) else {
      throw Refusal(
        .invalidValue, "the value of \(key) is none that it can have",
        hint: "days are written YYYY-MM-DD and have to be in the calendar; see picket termination add --help")
    }
    return value
  }
}
