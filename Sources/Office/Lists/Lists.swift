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
  public let list: SignatoryList
  /// How many pending signatures are not in it.
  public let pendingLeftOut: Int
  /// How many verified signers are in no number yet, since their group has grown by too few.
  public let heldBack: Int
  /// Whether the petition's reveal threshold lets anybody be shown.
  public let isRevealed: Bool
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
  /// It is a publication: what it shows of groups without names is kept, and the next one grows against it.
  /// - Throws: `notFound`; `usage` where the order is by date, which would tell who signed first.
  public func publicList(of slug: String, order: ListOrder) throws -> ListReport {
    guard order != .date else {
      throw Refusal(
        .usage, "a public list is not sorted by date: that would show who signed first",
        hint: "use --sort name or --sort shuffled, or --for organizers")
    }
    return try writeUnlocked { transaction in
      try publicList(of: transaction.details(of: transaction.petition(slug)), order, transaction)
    }
  }

  /// The petition's list for organizers: all that stand, pending ones too, whole.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func organizersList(of slug: String, order: ListOrder) throws -> ListReport {
    try readUnlocked { transaction in
      try organizersList(of: transaction.details(of: transaction.petition(slug)), order, transaction)
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
      let signed = try transaction.lettersSigned(details.petition, verifiedOnly: audience == .public)
      // What somebody signed goes before what nobody has signed yet.
      let usual = details.letters.last { $0.language == details.petition.language && signed.contains($0.id) }
      let chosen = letter == nil ? usual : nil
      let found = try chosen ?? transaction.letter(letter, of: details.petition)
      return (found, details.letters.filter { signed.contains($0.id) && $0.id != found.id }, details.demands)
    }
    let report =
      try audience == .public
      ? publicList(of: slug, order: order) : organizersList(of: slug, order: order)
    return LetterReport(
      document: LetterDocument(of: chosen, demands: demands, otherSignedLetters: others, signedBy: report.list),
      report: report)
  }

  private func publicList(
    of details: PetitionDetails, _ order: ListOrder, _ transaction: any Transaction
  ) throws -> ListReport {
    let petition = details.petition
    let roll = try publish(details, transaction)
    let number = try transaction.publications.newest(of: petition.id)?.number ?? 0
    var lines = NameOrder(petition.language).sorted(roll.lines)
    if order == .shuffled { try keys(for: petition).shuffle(&lines, for: number) }
    var list = SignatoryList(
      public: lines, counted: roll.counted, cohorts: roll.cohorts, claimed: details.claims, of: details.subject,
      asOf: .today)
    list.contracts = try endedContracts(of: details.campaign, for: .public, publishedOnly: true, transaction)
    return ListReport(
      list: list, pendingLeftOut: details.tally.total.pending, heldBack: roll.heldBack,
      isRevealed: petition.isRevealed)
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
    of details: PetitionDetails, _ order: ListOrder, _ transaction: any Transaction
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
    NameOrder(details.petition.language).sort(&lines)
    switch order {
    case .name: break
    case .shuffled: keys.shuffle(&lines, for: 0)
    case .date: lines = lines.sortedByDay()
    }
    var list = SignatoryList(
      forOrganizers: lines, pending: tally.pending, claimed: details.claims, of: details.subject, asOf: .today)
    list.contracts = try endedContracts(of: details.campaign, for: .organizers, publishedOnly: true, transaction)
    return ListReport(list: list, pendingLeftOut: 0, heldBack: 0, isRevealed: true)
  }
}

extension Transaction {
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
