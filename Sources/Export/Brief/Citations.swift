import Campaigns

/// What stands behind what a brief says: the evidence that is attached to the same thing, or the organizers themselves.
struct Citations {
  private let bySubject: [String: [EvidenceRecord]]
  private let byAddress: [String: EvidenceRecord]
  private let byNumber: [Int: EvidenceRecord]

  init(of evidence: [EvidenceRecord]) {
    bySubject = Dictionary(grouping: evidence.filter { $0.subject != nil }) { $0.subject ?? "" }
    byAddress = Dictionary(
      evidence.compactMap { record in record.url.map { ($0, record) } }, uniquingKeysWith: { first, _ in first })
    byNumber = Dictionary(evidence.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Links to the sources of something that was written down from them: the evidence that is attached to the subject,
  /// and what was named otherwise. Where there is neither, it is marked as the organizers' own record.
  func basis(_ subject: String?, numbers: [Int] = [], sources: [String?] = []) -> [BriefPiece] {
    let links = links(subject, numbers, sources)
    return links.isEmpty ? [.words(" (\(Citations.record))")] : links
  }

  /// The mark of what the organizers counted or saw themselves. No source proves that, so evidence for the same thing
  /// stands beside the mark and never in its place.
  func own(_ mark: String, _ subject: String? = nil, sources: [String?] = []) -> [BriefPiece] {
    [.words(" (\(mark))")] + links(subject, [], sources)
  }

  private func links(_ subject: String?, _ numbers: [Int], _ sources: [String?]) -> [BriefPiece] {
    var records = subject.flatMap { bySubject[$0] } ?? []
    for record in numbers.compactMap({ byNumber[$0] }) where !records.contains(record) { records.append(record) }
    var addresses: [String] = []
    for source in sources.compactMap({ $0 }) {
      if let record = byAddress[source] {
        if !records.contains(record) { records.append(record) }
      } else if !addresses.contains(source) {
        addresses.append(source)
      }
    }
    var pieces: [BriefPiece] = records.sorted { $0.number < $1.number }.flatMap { [.words(" "), .cited($0)] }
    for address in addresses { pieces += [.words(" Source: "), .source(address)] }
    return pieces
  }

  /// A number that the organizers counted themselves.
  static let count = "organizers’ own count"
  /// Something that the organizers wrote down themselves.
  private static let record = "organizers’ own record"
  /// Something that the organizers saw themselves.
  static let observation = "organizers’ own observation"
}
