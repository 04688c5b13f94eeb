import Campaigns
import Foundation

/// A made-up campaign with two petitions, to which signatures can be added.
struct Ground {
  static let day = CalendarDate(daysSinceEpoch: 20_000)

  let campaign: Campaign
  let target: Target
  let petition: Petition
  let otherPetition: Petition
  let letter: Letter
  let otherLetter: Letter
  let report: SealedImport

  /// Lays the ground in a repository.
  init(in repository: any Repository) throws {
    campaign = Campaign(
      id: Identifier(on: Ground.day), slug: try Slug("fair-work"), title: "Fair work", createdOn: Ground.day)
    target = Target(
      id: Identifier(on: Ground.day), slug: try Slug("acme"), name: "Acme", kind: .company,
      domains: [try MailDomain("acme.example")])
    petition = try Ground.petition("fair-shifts", campaign, target)
    otherPetition = try Ground.petition("cool-halls", campaign, target)
    letter = try Ground.letter(petition)
    otherLetter = try Ground.letter(otherPetition)
    report = Ground.report(petition)
    try repository.write { transaction in
      try transaction.campaigns.add(campaign)
      try transaction.targets.add(target)
      try transaction.petitions.add(petition)
      try transaction.petitions.add(otherPetition)
      try transaction.letters.add(letter)
      try transaction.letters.add(otherLetter)
      try transaction.imports.add(report)
    }
  }

  /// A petition that is not in the repository yet.
  static func petition(_ slug: String, _ campaign: Campaign, _ target: Target) throws -> Petition {
    Petition(
      id: Identifier(on: day), slug: try Slug(slug), campaign: campaign.id, target: target.id,
      title: "Title of \(slug)",
      language: try Language("en"), state: .open, createdOn: day)
  }

  /// A letter that is not in the repository yet.
  static func letter(
    _ petition: Petition, _ language: String = "en", version: Int = 1, _ text: String = "Dear Acme,\n"
  ) throws -> Letter {
    Letter(
      id: Identifier(on: day), petition: petition.id, language: try Language(language), version: version, text: text,
      addedOn: day)
  }

  /// An import that is not in the repository yet.
  static func report(_ petition: Petition, undoneOn: CalendarDate? = nil) -> SealedImport {
    var counts = ImportReport.Counts()
    counts.rows = 10
    counts.added = 4
    counts.duplicates = 3
    counts.sharedAddress = 2
    counts.rejected = 1
    counts.stricter = 5
    counts.sameName = 6
    counts.targetAddresses = 7
    return SealedImport(
      id: Identifier(on: day), petition: petition.id, importedOn: day, counts: counts, undoneOn: undoneOn,
      contents: [9, 8, 7])
  }

  /// A signature of the first petition that is not in the repository yet.
  func signature(
    id: Identifier<Signature> = Identifier(on: day), cohort: Cohort = .employee,
    _ state: Signature.State = .pending, _ standing: Signature.Standing = .sole, tag: BlindTag? = nil,
    nameTag: BlindTag? = nil, origin: Identifier<ImportReport>? = nil, contents: [UInt8] = [1, 2, 3]
  ) -> SealedSignature {
    SealedSignature(
      id: id, petition: petition.id, letter: letter.id, origin: origin, signedOn: Ground.day, cohort: cohort,
      state: state, standing: standing, tag: tag, nameTag: nameTag, contents: contents)
  }

  /// A signature of the other petition.
  func otherSignature(tag: BlindTag? = nil) -> SealedSignature {
    SealedSignature(
      id: Identifier(on: Ground.day), petition: otherPetition.id, letter: otherLetter.id, origin: nil,
      signedOn: Ground.day, cohort: .employee, state: .pending, standing: .sole, tag: tag, nameTag: nil,
      contents: [4, 5, 6])
  }

  /// Signatures of the first petition with ascending identifiers.
  func signatures(_ count: Int, origin: Identifier<ImportReport>? = nil) -> [SealedSignature] {
    Identifier.batch(of: count, in: Identifier.range(on: Ground.day, group: 5), besides: [])
      .map { signature(id: $0, origin: origin) }
  }
}

extension SealedSignature {
  /// The same signature with other columns.
  func changed(
    letter: Identifier<Letter>? = nil, cohort: Cohort? = nil, state: Signature.State? = nil,
    standing: Signature.Standing? = nil, tag: BlindTag?, nameTag: BlindTag? = nil,
    origin: Identifier<ImportReport>? = nil, contents: [UInt8]? = nil
  ) -> SealedSignature {
    SealedSignature(
      id: id, petition: petition, letter: letter ?? self.letter, origin: origin ?? self.origin, signedOn: signedOn,
      cohort: cohort ?? self.cohort, state: state ?? self.state, standing: standing ?? self.standing, tag: tag,
      nameTag: nameTag, contents: contents ?? self.contents)
  }
}

/// A tag whose bytes are all this one.
func tag(_ byte: UInt8) throws -> BlindTag {
  try requireSome(BlindTag([UInt8](repeating: byte, count: BlindTag.byteCount)))
}

/// An identifier that nothing has.
func nobody<Subject>() -> Identifier<Subject> {
  Identifier(rawValue: 42)
}
