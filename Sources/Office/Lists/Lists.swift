import Campaigns
import Export
import Vault

/// In which order a list stands.
public enum ListOrder: String, Sendable, CaseIterable {
  /// By name, under the rules of the petition's language.
  case name
  /// By chance, the same until the next publication: hides who signed first.
  case shuffled
  /// By the day of signing; for organizers only.
  case date
}

/// A list with what its receiver has to be told besides.
public struct ListReport: Sendable {
  /// The list.
  public fileprivate(set) var list: SignatoryList
  /// How many pending signatures are not in it.
  public let pendingLeftOut: Int
  /// How many verified signers are in no number yet, since their group has grown by too few.
  public let heldBack: Int
  /// Whether the petition's reveal threshold lets anybody be shown.
  public let isRevealed: Bool
  /// How many new lines are not in a list of what is new, since too few of their group are.
  public var newWaiting = 0
  /// Whether a list of what is new can say which lines without a name are.
  public var knowsNewNameless = true
}

/// The letter that a document is made of, with the demands on its target.
public struct LetterReport: Sendable {
  /// The document.
  public let document: LetterDocument
  /// The list within it.
  public let report: ListReport
}

extension Office {
  /// The petition's public list: verified signatures, as far as their signers let the public see them.
  ///
  /// It is a publication: what it shows of groups without names is kept, and the next one grows against it. So is a
  /// list of what is new since a delivery, which shows a part of it.
  /// - Parameter layout: what the list leaves out, and how it stands.
  /// - Parameter delivery: the number of the delivery since which its lines shall be new; nil for the whole list.
  /// - Parameter withLetter: whether the letter that was signed stands in it.
  /// - Parameter confirming: told of the list before it counts as published; what it throws keeps it from that.
  /// - Throws: `notFound`; `usage` where the order is by date, which would tell who signed first; `notAllowed` where
  ///   too little is new to be shown; what `confirming` throws. Then nothing is published.
  public func publicList(
    of slug: String, order: ListOrder, layout: ListLayout = ListLayout(), since delivery: Int? = nil,
    withLetter: Bool = false, confirming: (SignatoryList) throws -> Void = { _ in }
  ) throws -> ListReport {
    guard order != .date else {
      throw Refusal(
        .usage, "a public list is not sorted by date: that would show who signed first",
        hint: "use --sort name or --sort shuffled, or --for organizers")
    }
    return try writeUnlocked { transaction in
      let details = try transaction.details(of: transaction.petition(slug))
      var report = try publicList(of: details, order, layout, delivery, transaction)
      if withLetter { try transaction.addLetter(to: &report.list, of: details, verifiedOnly: true) }
      try confirming(report.list)
      return report
    }
  }

  /// The petition's list for organizers: all that stand, pending ones too, whole.
  /// - Parameter layout: what the list leaves out, and how it stands.
  /// - Parameter withLetter: whether the letter that was signed stands in it.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func organizersList(
    of slug: String, order: ListOrder, layout: ListLayout = ListLayout(), withLetter: Bool = false
  ) throws -> ListReport {
    try readUnlocked { transaction in
      let details = try transaction.details(of: transaction.petition(slug))
      var report = try organizersList(of: details, order, layout, transaction)
      if withLetter { try transaction.addLetter(to: &report.list, of: details, verifiedOnly: false) }
      return report
    }
  }

  /// The chosen letter of a petition with a list, as one document.
  /// - Throws: `notFound`, and as the list.
  public func letterDocument(
    of slug: String, letter: String?, for audience: SignatoryList.Audience, order: ListOrder
  ) throws -> LetterReport {
    // The letter first: a list that nobody receives must not count as published.
    let (chosen, others, demands) = try repository.read { transaction in
      let details = try transaction.details(of: transaction.petition(slug))
      let (chosen, others) = try transaction.letter(letter, signedOf: details, verifiedOnly: audience == .public)
      return (chosen, others, details.demands)
    }
    let report =
      try audience == .public
      ? publicList(of: slug, order: order) : organizersList(of: slug, order: order)
    return LetterReport(
      document: LetterDocument(of: chosen, demands: demands, otherSignedLetters: others, signedBy: report.list),
      report: report)
  }

  private func publicList(
    of details: PetitionDetails, _ order: ListOrder, _ layout: ListLayout, _ delivery: Int?,
    _ transaction: any Transaction
  ) throws -> ListReport {
    let petition = details.petition
    let roll = try publish(details, transaction)
    let number = try transaction.publications.newest(of: petition.id)?.number ?? 0
    let new = try delivery.map { try newLines(in: roll, since: $0, of: details, transaction) }
    let collation = NameOrder(petition.language)
    var lines = collation.sorted(layout.leavingOut(of: new?.gate.lines ?? roll.lines), byAll: layout.hidesNames)
    if order == .shuffled { try keys(for: petition).shuffle(&lines, for: number) }
    var list: SignatoryList
    if let new {
      list = SignatoryList(
        public: lines, counted: 0, cohorts: new.gate.cohorts, of: details.subject, asOf: .today)
      list.since = new.since
    } else {
      list = SignatoryList(
        public: lines, counted: roll.counted, cohorts: roll.cohorts, claimed: details.claims, of: details.subject,
        asOf: .today)
      list.contracts = try endedContracts(of: details.campaign, for: .public, publishedOnly: true, transaction)
    }
    list.layOut(layout, headings: collation.isBefore)
    return ListReport(
      list: list, pendingLeftOut: details.tally.total.pending, heldBack: roll.heldBack,
      isRevealed: petition.isRevealed, newWaiting: new?.gate.waiting ?? 0,
      knowsNewNameless: new?.gate.knowsNameless ?? true)
  }

  /// The petition's public roll of this moment, kept as a publication for the next one to be held against.
  func publish(_ details: PetitionDetails, _ transaction: any Transaction) throws -> PublicRoll {
    let petition = details.petition
    let keys = try keys(for: petition)
    var collector = PublicRoll.Collector(revealedAt: petition.revealedAt ?? 0)
    var colleagues = try Colleagues(of: petition, transaction, self)
    try OpenedSignatures(transaction: transaction, keys: keys).forEachBatch { _, signatures in
      for signature in signatures {
        collector.add(signature)
        colleagues?.take(signature)
      }
    }
    let seal = PublicationSeal(try vault(), petition.id)
    let newest = try transaction.publications.newest(of: petition.id)
    let previous = try newest.map(seal.open)
    let roll = PublicRoll(
      of: collector, isRevealed: petition.isRevealed, since: previous, headcount: try colleagues?.headcount())
    if roll.publication != previous {
      try transaction.publications.add(
        seal.seal(roll.publication, number: (newest?.number ?? 0) + 1, of: petition.id, on: .today))
    }
    return roll
  }

  private func organizersList(
    of details: PetitionDetails, _ order: ListOrder, _ layout: ListLayout, _ transaction: any Transaction
  ) throws -> ListReport {
    let keys = try keys(for: details.petition)
    let tally = details.tally.total
    var lines: [ListLine] = []
    lines.reserveCapacity(tally.net)
    try OpenedSignatures(transaction: transaction, keys: keys).forEachBatch { _, signatures in
      for signature in signatures where signature.state.isNet && signature.standing != .held {
        lines.append(
          ListLine(
            all: signature.signatory, cohort: signature.cohort, visibility: signature.visibility.level,
            signedOn: signature.signedOn))
      }
    }
    let collation = NameOrder(details.petition.language)
    if order == .date {
      collation.sort(&lines)
      lines = lines.sortedByDay()
    }
    lines = layout.leavingOut(of: lines)
    switch order {
    case .name: collation.sort(&lines, byAll: layout.hidesNames)
    case .shuffled:
      collation.sort(&lines, byAll: layout.hidesNames)
      keys.shuffle(&lines, for: 0)
    case .date: break
    }
    var list = SignatoryList(
      forOrganizers: lines, pending: tally.pending, claimed: details.claims, of: details.subject, asOf: .today)
    list.contracts = try endedContracts(of: details.campaign, for: .organizers, publishedOnly: true, transaction)
    list.layOut(layout, headings: collation.isBefore)
    return ListReport(list: list, pendingLeftOut: 0, heldBack: 0, isRevealed: true)
  }
}

extension Transaction {
  /// The letter that is asked for, or the newest in the petition's language that somebody signed; and the others that
  /// somebody signed.
  fileprivate func letter(
    _ wanted: String?, signedOf details: PetitionDetails, verifiedOnly: Bool
  ) throws -> (letter: Letter, others: [Letter]) {
    let signed = try lettersSigned(details.petition, verifiedOnly: verifiedOnly)
    // What somebody signed goes before what nobody has signed yet.
    let usual = details.letters.last { $0.language == details.petition.language && signed.contains($0.id) }
    let found = try (wanted == nil ? usual : nil) ?? letter(wanted, of: details.petition)
    return (found, details.letters.filter { signed.contains($0.id) && $0.id != found.id })
  }

  fileprivate func addLetter(to list: inout SignatoryList, of details: PetitionDetails, verifiedOnly: Bool) throws {
    let (chosen, others) = try letter(nil, signedOf: details, verifiedOnly: verifiedOnly)
    list.letter = chosen
    list.otherSignedLetters = others
    list.demands = details.demands
  }

  /// The letter versions that the petition's standing signatures were given for.
  fileprivate func lettersSigned(_ petition: Petition, verifiedOnly: Bool) throws -> Set<Identifier<Letter>> {
    var signed: Set<Identifier<Letter>> = []
    try signatures.forEachBatch(of: petition.id, origin: nil, limit: 16_384) { batch in
      for row in batch where row.standing != .held && (verifiedOnly ? row.state == .verified : row.state.isNet) {
        signed.insert(row.letter)
      }
    }
    return signed
  }
}

extension PetitionDetails {
  /// The petition, as a list names it.
  var subject: SignatoryList.Subject {
    SignatoryList.Subject(
      title: petition.title, target: target.name, campaign: campaign.title, language: petition.language)
  }
}

extension PetitionKeys {
  /// Shuffles sorted lines in a way that only the key and the publication's number decide.
  fileprivate func shuffle(_ lines: inout [ListLine], for publication: Int) {
    var generator = SeededGenerator(index.rowTag(Array("order of publication \(publication)".utf8)))
    lines.shuffle(using: &generator)
  }
}

extension [ListLine] {
  /// By day; within a day in the order in which they are.
  fileprivate func sortedByDay() -> [ListLine] {
    enumerated().sorted { left, right in
      (left.element.signedOn ?? .today, left.offset) < (right.element.signedOn ?? .today, right.offset)
    }.map(\.element)
  }
}

/// The numbers that follow from a seed (SplitMix64): for an order that can be made again, not for keys.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: BlindTag) {
    state = seed.withUnsafeBytes { $0.load(as: UInt64.self) }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
