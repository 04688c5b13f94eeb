import Campaigns
import Foundation

/// A petition as the petitions site of the UK Parliament hands it out as JSON.
///
/// It may be wrapped as the site does it, `{"data": {"attributes": {…}}}`, or stand alone. What is not named here is
/// dropped, the names of its creator and of ministers among it.
public struct ParliamentPetition: Hashable, Sendable {
  /// The site's number for it; nil where it is not said.
  public let number: Int?
  /// Where it can be read; nil where it is not said.
  public let address: String?
  /// What it asks.
  public let action: String
  /// Why; nil where it is not said.
  public let background: String?
  /// More of that; nil where it is not said.
  public let additionalDetails: String?
  /// Where it stands, in the site's word.
  public let state: String
  /// How many have signed it there.
  public let signatureCount: Int
  /// When it was opened; nil where it was not.
  public let openedAt: Moment?
  /// When it was closed; nil where it is not.
  public let closedAt: Moment?
  /// When it had as many signatures as a response takes; nil where it has not.
  public let responseThresholdReachedAt: Moment?
  /// What the government answered; nil where it did not.
  public let response: Response?

  /// What the government answered.
  public struct Response: Hashable, Sendable {
    /// The day of the answer.
    public let respondedOn: CalendarDate
    /// The answer in short; where the site has none, the beginning of the answer.
    public let summary: String
    /// The whole answer; nil where the site has none.
    public let details: String?
  }

  /// Most bytes that such a file may have: 32 MiB.
  public static let mostBytes = 32 << 20

  /// The petition in these bytes.
  /// - Parameter name: what errors call the file.
  /// - Throws: `unusableFile` where they are no such JSON, were cut, or hold something else where it is needed; it says
  ///   where, and never what stands there.
  public init(_ bytes: [UInt8], named name: String) throws {
    guard bytes.count <= ParliamentPetition.mostBytes else {
      throw Refusal(
        .unusableFile, "the file is longer than \(ParliamentPetition.mostBytes >> 20) MiB",
        hint: "one petition takes less: petition.parliament.uk/petitions/NUMBER.json", at: SourcePlace(file: name))
    }
    do {
      let decoder = JSONDecoder()
      let file = try decoder.decode(File.self, from: Data(bytes))
      try self.init(file, named: name)
    } catch let error as DecodingError {
      throw ParliamentPetition.refusal(error, named: name)
    }
  }

  private init(_ file: File, named name: String) throws {
    let attributes = file.attributes
    func fault(_ key: String, _ what: String) -> Refusal {
      Refusal(
        .unusableFile, "\(key) \(what)", hint: "take the petition's JSON from the site anew",
        at: SourcePlace(file: name))
    }
    func moment(_ text: String?, _ key: String) throws -> Moment? {
      guard let text else { return nil }
      // The site writes fractions of a second, which nobody needs.
      guard let moment = try? Moment(text.replacing(/\.\d+(?=Z|[+-]|$)/, with: "")) else {
        throw fault(key, "is no time")
      }
      return moment
    }
    action = attributes.action.trimmingWhitespace()
    guard !action.isEmpty else { throw fault("action", "is empty") }
    background = attributes.background.flatMap { $0.trimmingWhitespace().isEmpty ? nil : $0 }
    additionalDetails = attributes.additional_details.flatMap { $0.trimmingWhitespace().isEmpty ? nil : $0 }
    state = attributes.state.trimmingWhitespace()
    guard (0...1_000_000_000).contains(attributes.signature_count) else {
      throw fault("signature_count", "is no number of signatures")
    }
    signatureCount = attributes.signature_count
    openedAt = try moment(attributes.opened_at, "opened_at")
    closedAt = try moment(attributes.closed_at, "closed_at")
    responseThresholdReachedAt = try moment(
      attributes.response_threshold_reached_at, "response_threshold_reached_at")
    number = file.id
    address = file.address
    response = try attributes.government_response.map { answer in
      let key = "government_response"
      let created = try moment(answer.created_at, "\(key).created_at")?.day
      guard let day = answer.responded_on.flatMap({ CalendarDate($0) }) ?? created else {
        throw fault("\(key).responded_on", "is no day, and there is no created_at instead")
      }
      let texts = [answer.summary, answer.details].compactMap { $0 }.filter { !$0.trimmingWhitespace().isEmpty }
      guard let first = texts.first else { throw fault(key, "has neither summary nor details") }
      let short = first.trimmingWhitespace()
      let summary = short.count <= 2000 ? short : short.prefix(1999) + "…"
      return Response(respondedOn: day, summary: summary, details: answer.details)
    }
  }

  private static func refusal(_ error: DecodingError, named name: String) -> Refusal {
    func path(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil) -> String {
      (context.codingPath + [last].compactMap { $0 }).map(\.stringValue).filter { $0 != "data" && $0 != "attributes" }
        .joined(separator: ".")
    }
    let hint = "take one petition's JSON from the site: petition.parliament.uk/petitions/NUMBER.json"
    switch error {
    case .keyNotFound(let key, let context):
      return Refusal(
        .unusableFile, "\(path(context, key)) is missing", hint: hint, at: SourcePlace(file: name))
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let key = path(context)
      return Refusal(
        .unusableFile, "\(key.isEmpty ? "the whole" : key) is not of the kind that it has to be", hint: hint,
        at: SourcePlace(file: name))
    case .dataCorrupted(let context):
      let words = (context.underlyingError as? NSError)?.userInfo[NSDebugDescriptionErrorKey] as? String
      let found = words?.firstMatch(of: /line (\d+), column (\d+)/)
      return Refusal(
        .unusableFile, "this is no JSON, or it was cut", hint: hint,
        at: SourcePlace(file: name, line: found.flatMap { Int($0.1) }, column: found.flatMap { Int($0.2) }))
    @unknown default:
      return Refusal(.unusableFile, "this is no JSON of a petition", hint: hint, at: SourcePlace(file: name))
    }
  }
}

/// The file, wrapped or not.
private struct File: Decodable {
  let id: Int?
  let address: String?
  let attributes: Attributes

  private enum CodingKeys: String, CodingKey {
    case data, attributes, id, links
  }

  private struct Links: Decodable {
    let `self`: String?
  }

  init(from decoder: any Decoder) throws {
    let outer = try decoder.container(keyedBy: CodingKeys.self)
    let inner = outer.contains(.data) ? try outer.nestedContainer(keyedBy: CodingKeys.self, forKey: .data) : outer
    id = try? inner.decodeIfPresent(Int.self, forKey: .id)
    let links =
      try? inner.decodeIfPresent(Links.self, forKey: .links) ?? outer.decodeIfPresent(Links.self, forKey: .links)
    address = links?.`self`
    attributes =
      inner.contains(.attributes)
      ? try inner.decode(Attributes.self, forKey: .attributes) : try Attributes(from: decoder)
  }
}

private struct Attributes: Decodable {
  let action, state: String
  let background, additional_details: String?
  let signature_count: Int
  let opened_at, closed_at, response_threshold_reached_at: String?
  let government_response: Answer?

  struct Answer: Decodable {
    let responded_on, summary, details, created_at: String?
  }
}
