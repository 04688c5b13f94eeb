import Campaigns

/// What stands behind a figure: the evidence that is attached to the same thing, or the organizers themselves.
struct Citations {
  private let bySubject: [String: [EvidenceRecord]]
  private let byAddress: [String: EvidenceRecord]

  init(of evidence: [EvidenceRecord]) {
    bySubject = Dictionary(grouping: evidence.filter { $0.subject != nil }) { $0.subject ?? "" }
    byAddress = Dictionary(
      evidence.compactMap { record in record.url.map { ($0, record) } }, uniquingKeysWith: { first, _ in first })
  }

  /// Links to the evidence that is attached to the subject and to sources that were named otherwise. Where there is
  /// neither, these words mark it as the organizers' own.
  func basis(_ subject: String?, sources: [String?] = [], else own: String) -> [BriefPiece] {
    var records = subject.flatMap { bySubject[$0] } ?? []
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
    return pieces.isEmpty ? [.words(" (\(own))")] : pieces
  }

  /// A number that the organizers counted themselves.
  static let count = "organizers’ own count"
  /// Something that the organizers wrote down themselves.
  static let record = "organizers’ own record"
  /// Something that the organizers saw themselves.
  static let observation = "organizers’ own observation"
}
