import Campaigns
import Intake
import Office

/// What an import did, as JSON: the sums over all files, and each file and each two lists by themselves.
struct ImportOutput: Encodable {
  private let importID: String?
  private let counts: CountsOutput
  private let rejectsFile: String?
  private let mapping: [String: String]
  private let source: String?
  private let kept, dropped, neverKept: [String]
  private let files: [FileOutput]
  private let pairs: [PairOutput]
  private let newChannels: [String]
  private let claims: [ClaimOutput]

  init(_ outcome: ImportOutcome) {
    let files = outcome.files.map(FileOutput.init)
    self.files = files
    // What only one file can have is that of the only one.
    importID = files.count == 1 ? files[0].importID : nil
    rejectsFile = files.count == 1 ? files[0].rejectsFile : nil
    counts = CountsOutput(outcome.counts)
    mapping = files.reduce(into: [:]) { all, file in all.merge(file.mapping) { first, _ in first } }
    source = files.count == 1 ? files[0].source : nil
    func together(_ columns: (FileOutput) -> [String]) -> [String] {
      files.reduce(into: []) { all, file in all += columns(file).filter { !all.contains($0) } }
    }
    kept = together(\.kept)
    dropped = together(\.dropped)
    neverKept = together(\.neverKept)
    pairs = outcome.pairs.map(PairOutput.init)
    newChannels = outcome.newChannels.map(\.name.description)
    claims = outcome.claims.map {
      ClaimOutput(source: $0.source, cohort: $0.cohort.rawValue, count: $0.count)
    }
  }

  private enum CodingKeys: CodingKey {
    case importID, rejectsFile, source, mapping, kept, dropped, neverKept, files, pairs, newChannels, claims
  }

  func encode(to encoder: any Encoder) throws {
    try counts.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    // What is not there is null and not left out.
    try container.encode(importID, forKey: .importID)
    try container.encode(rejectsFile, forKey: .rejectsFile)
    try container.encode(source, forKey: .source)
    try container.encode(mapping, forKey: .mapping)
    try container.encode(kept, forKey: .kept)
    try container.encode(dropped, forKey: .dropped)
    try container.encode(neverKept, forKey: .neverKept)
    try container.encode(files, forKey: .files)
    try container.encode(pairs, forKey: .pairs)
    try container.encode(newChannels, forKey: .newChannels)
    try container.encode(claims, forKey: .claims)
  }

  private struct CountsOutput: Encodable {
    let rows, added, duplicates, sharedAddress, rejected, stricter, sameName, targetAddresses: Int

    init(_ counts: ImportReport.Counts) {
      rows = counts.rows
      added = counts.added
      duplicates = counts.duplicates
      sharedAddress = counts.sharedAddress
      rejected = counts.rejected
      stricter = counts.stricter
      sameName = counts.sameName
      targetAddresses = counts.targetAddresses
    }
  }

  private struct FileOutput: Encodable {
    let file: String
    let importID, source, partner, channel: String?
    let cohort: String
    let counts: CountsOutput
    let duplicatesWithin, confirmed: Int
    let rejectsFile: String?
    let mapping: [String: String]
    let kept, dropped, neverKept: [String]

    init(_ outcome: SheetImportOutcome) {
      file = outcome.file
      importID = outcome.id?.description
      source = outcome.source?.rawValue
      partner = outcome.partner
      channel = outcome.channel
      cohort = outcome.cohort.rawValue
      counts = CountsOutput(outcome.counts)
      duplicatesWithin = outcome.duplicatesWithin
      confirmed = outcome.confirmed
      rejectsFile = outcome.rejectsPath
      mapping = Dictionary(
        uniqueKeysWithValues: outcome.mapping.mapped.map { ($0.field.rawValue, $0.column.header) })
      kept = outcome.mapping.kept.map(\.header)
      dropped = outcome.mapping.dropped.map(\.header)
      neverKept = outcome.mapping.neverKept.map(\.header)
    }

    private enum CodingKeys: CodingKey {
      case file, importID, source, partner, channel, cohort, duplicatesWithin, confirmed, rejectsFile, mapping, kept,
        dropped,
        neverKept
    }

    func encode(to encoder: any Encoder) throws {
      try counts.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(file, forKey: .file)
      try container.encode(importID, forKey: .importID)
      try container.encode(source, forKey: .source)
      try container.encode(partner, forKey: .partner)
      try container.encode(channel, forKey: .channel)
      try container.encode(cohort, forKey: .cohort)
      try container.encode(duplicatesWithin, forKey: .duplicatesWithin)
      try container.encode(confirmed, forKey: .confirmed)
      try container.encode(rejectsFile, forKey: .rejectsFile)
      try container.encode(mapping, forKey: .mapping)
      try container.encode(kept, forKey: .kept)
      try container.encode(dropped, forKey: .dropped)
      try container.encode(neverKept, forKey: .neverKept)
    }
  }

  private struct PairOutput: Encodable {
    let one, other: String
    let duplicates: Int
    let earlierImport, earlierDay: String?

    init(_ pair: ImportOutcome.ListPair) {
      one = pair.one
      other = pair.other
      duplicates = pair.count
      earlierImport = pair.earlier?.description
      earlierDay = pair.earlierDay?.description
    }
  }

  private struct ClaimOutput: Encodable {
    let source, cohort: String
    let count: Int
  }
}
