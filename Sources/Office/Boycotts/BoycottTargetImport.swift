import Campaigns
import Intake
import Text

/// A list of brands or companies that are to be listed in a boycott.
public struct BoycottTargetImport: Sendable {
  /// The boycott's slug.
  public var boycott: String
  /// The list.
  public var list: BoycottTargetList
  /// Where the refused rows go.
  public var rejectsPath: String

  /// An import of the file into the boycott; `-` is standard input. The refused rows go beside the file.
  /// - Throws: `notFound`, `unusableFile` where the file cannot be read or is no such list.
  public init(
    _ file: String, into boycott: String, delimiter: Delimiter? = nil, encoding: SheetEncoding? = nil
  ) throws {
    self.boycott = boycott
    list = try BoycottTargetList(try FileSource(file), delimiter: delimiter, encoding: encoding)
    rejectsPath = Rejects.path(beside: file)
  }
}

/// What an import of targets did, or would do.
public struct BoycottTargetImportOutcome: Sendable {
  /// The rows of the list.
  public var rows = 0
  /// Those of the targets that are new in the boycott.
  public var listed = 0
  /// How many of these were created as companies.
  public var created = 0
  /// Those of targets that the boycott lists already.
  public var present = 0
  /// Those of targets whose listing was withdrawn: they are not listed again.
  public var withdrawn = 0
  /// The refused ones.
  public var rejected = 0
  /// How many alternatives are new in the boycott.
  public var alternatives = 0
  /// The first new targets, at most five: the name and the slug.
  public var samples: [(name: String, slug: String)] = []
  /// The first refused rows, at most five: where and why.
  public var refusals: [RefusedRow] = []
  /// Where the refused rows are; nil where there are none or nothing was written.
  public var rejectsPath: String?
  /// Which column was read as what.
  public var mapping: ListMapping
  /// The boycott as it stands after the import; nil where nothing was written.
  public var changed: ChangedBoycott?

  init(reading list: BoycottTargetList) {
    mapping = list.reader.mapping
  }

  fileprivate mutating func refuse(_ row: RefusedRow) {
    rejected += 1
    if refusals.count < 5 { refusals.append(row) }
  }
}

extension Office {
  /// Lists the targets of a sheet in a boycott: all of it in one transaction, or nothing. Who is no target yet is
  /// created as a company.
  /// - Throws: `notFound`; `notAllowed` where the boycott has ended; `unusableFile`; `cannotCreate` where the file of the
  ///   refused rows cannot be.
  public func importTargets(_ request: BoycottTargetImport) throws -> BoycottTargetImportOutcome {
    var rejects: Rejects?
    do {
      return try repository.write { transaction in
        var run = try TargetImportRun(transaction, request)
        let refused = try run.judge()
        if !refused.isEmpty {
          let file = try Rejects(at: request.rejectsPath, request.list.reader.rejects)
          rejects = file
          try file.write(refused)
        }
        try run.store()
        try rejects?.place()
        run.outcome.rejectsPath = rejects?.path
        return run.outcome
      }
    } catch {
      // Nothing was imported, so no row was refused either.
      rejects?.takeBack()
      throw error
    }
  }

  /// What importing the sheet would do; nothing is written.
  /// - Throws: as `importTargets`, but for `cannotCreate`.
  public func rehearseTargetImport(_ request: BoycottTargetImport) throws -> BoycottTargetImportOutcome {
    try repository.read { transaction in
      var run = try TargetImportRun(transaction, request)
      _ = try run.judge()
      return run.outcome
    }
  }
}

/// One import: first every row is judged, then what is new is stored.
private struct TargetImportRun {
  var outcome: BoycottTargetImportOutcome
  private let transaction: any Transaction
  private let list: BoycottTargetList
  private let account: BoycottAccount
  private var newcomers: [(target: Target, isNew: Bool, listing: ListingDraft)] = []
  private var alternatives: [String]
  private var names: [String: Target]
  private var slugs: ProposedSlugs
  /// The targets that have a place in the boycott, or get one; false where it was withdrawn.
  private var places: [Identifier<Target>: Bool]

  init(_ transaction: any Transaction, _ request: BoycottTargetImport) throws {
    self.transaction = transaction
    list = request.list
    account = try transaction.account(of: transaction.boycott(request.boycott))
    try account.boycott.requireChangeable()
    outcome = BoycottTargetImportOutcome(reading: request.list)
    alternatives = account.boycott.alternatives
    let targets = try transaction.targets.all()
    names = Dictionary(targets.map { (TargetImportRun.key($0.name), $0) }) { first, _ in first }
    slugs = ProposedSlugs(besides: targets.map(\.slug))
    places = Dictionary(account.listed.map { ($0.target.id, $0.stands) }) { first, _ in first }
  }

  /// Judges every row.
  /// - Returns: the refused ones.
  mutating func judge() throws -> [RefusedRow] {
    var refused: [RefusedRow] = []
    while let row = try list.next() {
      outcome.rows += 1
      do throws(RefusedRow) {
        try take(row.get())
      } catch {
        refused.append(error)
        outcome.refuse(error)
      }
    }
    return refused
  }

  private mutating func take(_ row: TypedBoycottTarget) throws(RefusedRow) {
    if let status = row.status, statusesThatSpeakAgainst.contains(status.lowercased()) {
      throw row.row.refused("status", "its status says that it is not boycotted")
    }
    let known = names[TargetImportRun.key(row.name)]
    if let known, let stands = places[known.id] {
      if stands { outcome.present += 1 } else { outcome.withdrawn += 1 }
      return
    }
    let listing = ListingDraft(reason: row.reasons ?? row.description, evidence: try evidence(row))
    let alternative = try alternative(row)
    let target = if let known { known } else { try newTarget(row) }
    names[TargetImportRun.key(row.name)] = target
    places[target.id] = true
    newcomers.append((target, known == nil, listing))
    outcome.listed += 1
    if known == nil { outcome.created += 1 }
    if outcome.samples.count < 5 { outcome.samples.append((target.name, target.slug.description)) }
    guard let alternative, !alternatives.contains(alternative) else { return }
    alternatives.append(alternative)
    outcome.alternatives += 1
  }

  private func alternative(_ row: TypedBoycottTarget) throws(RefusedRow) -> String? {
    guard let instead = row.alternatives else { return nil }
    let alternative = "Instead of \(row.name): \(instead)"
    guard alternative.count <= 2000 else {
      throw row.row.refused("alternatives", "the alternatives are longer than a boycott can name")
    }
    return alternative
  }

  private mutating func newTarget(_ row: TypedBoycottTarget) throws(RefusedRow) -> Target {
    guard let slug = slugs.next(for: row.name) else {
      throw row.row.refused("name", "no slug can be made of the name: add the target by hand")
    }
    return Target(id: Identifier(on: .today), slug: slug, name: row.name, kind: .company, domains: [])
  }

  private func evidence(_ row: TypedBoycottTarget) throws(RefusedRow) -> [String] {
    guard let website = row.website else { return [] }
    guard website.count <= 300 else { throw row.row.refused("website", "the website is longer than 300 characters") }
    return [website]
  }

  /// Stores what is new.
  mutating func store() throws {
    guard !newcomers.isEmpty else { return }
    var boycott = account.boycott
    boycott.alternatives = alternatives
    boycott.changeTerms()
    try transaction.boycotts.update(boycott)
    for (target, isNew, listing) in newcomers {
      if isNew { try transaction.targets.add(target) }
      try transaction.list(target, in: boycott, listing)
    }
    try transaction.recordListings(of: newcomers.map(\.target), in: boycott)
    outcome.changed = try transaction.changed(boycott, hasNewTerms: true)
  }

  /// Names that differ in case or spaces only are the same.
  private static func key(_ name: String) -> String {
    Normalization.folded(name)
  }
}

/// What a list says of a brand that it does not ask to boycott.
private let statusesThatSpeakAgainst: Set<String> = [
  "support", "supported", "neutral", "ended", "inactive", "over", "withdrawn", "removed", "no",
]
