import ArgumentParser
import Campaigns
import Foundation
import Office

/// What can be said of a termination. An empty text takes a field away.
struct TerminationOptions: ParsableArguments {
  @Option(help: "The slug of whom the contract is with.")
  var target: String?

  @Option(name: .customLong("by"), help: "The name of who ends the contract.")
  var name: String?

  @Flag(inversion: .prefixedNo, help: "Whether an organization ends it, and not a person.")
  var organization: Bool?

  @Option(help: "The e-mail address.")
  var email: String?

  @Option(help: "What the person does.")
  var jobTitle: String?

  @Option(help: "The employer, school or organization.")
  var affiliation: String?

  @Option(help: "The site or city.")
  var location: String?

  @Option(help: "What the contract is about; a new one is consulting unless said.")
  var kind: Termination.Kind?

  @Option(help: "The contract's number or title.")
  var reference: String?

  @Option(help: "The day on which the contract was signed, YYYY-MM-DD.", transform: dayText)
  var signedOn: String?

  @Option(help: "The day of the notice, YYYY-MM-DD; one still to come is a plan.", transform: dayText)
  var noticeDate: String?

  @Option(help: "Like 1 month, 30 days, 10 working days, 6 weeks to the end of the quarter, or none.")
  var noticePeriod: String?

  @Option(help: "The day on which it ends, where it is named and not counted.", transform: dayText)
  var effectiveDate: String?

  @Option(help: "A file with the days on which nobody works, one a line; for working days.", completion: .file())
  var holidays: String?

  @Option(help: "What the contract is worth: 19400000.00, with --currency.")
  var value: String?

  @Option(help: "The currency of the value, like USD.")
  var currency: String?

  @Option(help: "Why it is ended.")
  var reason: String?

  @Option(help: "The number of the campaign's demand that it answers.")
  var demand: String?

  @Option(help: "What whoever ends it says in public.")
  var statement: String?

  @Option(help: "Where it can be checked; may be given again.")
  var evidence: [String] = []

  @Option(help: "What the public may see once it is published: named, role or counted; else named.")
  var visibility: Visibility.Level?

  @Option(
    help: "Never to show: job_title, affiliation, location, day, reference, value or reason; may be given again.")
  var hide: [TerminationField] = []

  func validate() throws {
    guard (value ?? "").isEmpty == (currency ?? "").isEmpty else {
      throw ValidationError("--value and --currency are given together: --value 19400000.00 --currency USD")
    }
  }

  /// What the options say.
  var record: TerminationRecord {
    TerminationRecord(
      target: target, by: name, organization: organization, email: email, job_title: jobTitle,
      affiliation: affiliation, location: location, kind: kind?.rawValue, reference: reference, signed_on: signedOn,
      notice_date: noticeDate, notice_period: noticePeriod, effective_date: effectiveDate, value: value,
      currency: currency, reason: reason, demand: demand.map { .init($0) }, statement: statement,
      evidence: evidence.isEmpty ? nil : evidence, visibility: visibility?.rawValue,
      hide: hide.isEmpty ? nil : hide.map(\.word))
  }

  /// The days of the holidays file.
  func knownHolidays() throws -> Holidays { try holidays.map(readHolidays) ?? .none }
}

/// The days of a holidays file.
func readHolidays(_ file: String) throws -> Holidays {
  let bytes = try contents(of: file, what: "the list of holidays", atMost: 1 << 20)
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw Refusal(
      .unusableFile, "the list of holidays is no UTF-8 text", hint: "write one day a line as YYYY-MM-DD",
      at: SourcePlace(file: file))
  }
  return try Holidays(text, file: file)
}

/// A day as an option takes it; an empty text is no day.
@Sendable func dayText(_ text: String) throws -> String {
  guard text.isEmpty || CalendarDate(text) != nil else {
    let isLikeADay = text.utf8.count == 10 && text.allSatisfy { "0123456789-".contains($0) }
    throw ValidationError(isLikeADay ? "the calendar has no such day" : "write it as YYYY-MM-DD")
  }
  return text
}

/// What can be hidden of a termination: a field of who ends it, or a part of the contract itself.
enum TerminationField: ExpressibleByArgument {
  case party(Visibility.Field)
  case detail(Termination.Detail)

  init?(argument: String) {
    if let field = Visibility.Field(named: argument) {
      self = .party(field)
    } else if let detail = Termination.Detail(rawValue: argument.lowercased()) {
      self = .detail(detail)
    } else {
      return nil
    }
  }

  var word: String {
    switch self {
    case .party(let field): field.rawValue
    case .detail(let detail): detail.rawValue
    }
  }
}

extension Termination.Kind: ExpressibleByArgument {
  /// The value of a command line's word; nil where it is none.
  public init?(argument: String) { self.init(named: argument) }
}

extension Termination.State: ExpressibleByArgument {}
