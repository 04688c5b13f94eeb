import Campaigns

/// Two made-up campaigns with two targets, a statement each, and some bytes that are kept.
struct RecordGround {
  let campaign: Identifier<Campaign>
  let otherCampaign: Identifier<Campaign>
  let target: Identifier<Target>
  let otherTarget: Identifier<Target>
  let statement: PublicStatement
  let otherStatement: PublicStatement
  /// What captures and evidence refer to.
  let kept: [KeptBytes]

  /// Lays the ground in a repository.
  init(in repository: any Repository) throws {
    let ground = try ActionGround(in: repository)
    campaign = ground.campaign
    otherCampaign = ground.otherCampaign
    target = ground.target
    otherTarget = ground.otherTarget
    statement = try RecordGround.statement("blog-post", of: ground.campaign, by: ground.target)
    otherStatement = try RecordGround.statement("memo", of: ground.otherCampaign, by: ground.otherTarget)
    kept = try [1, 2, 3].map { try RecordGround.bytes($0) }
    try repository.write { transaction in
      try transaction.statements.add(statement)
      try transaction.statements.add(otherStatement)
      for bytes in kept { try transaction.statements.keep(bytes) }
    }
  }

  /// A statement that is not in the repository yet, with the least it can have.
  static func statement(
    _ slug: String, of campaign: Identifier<Campaign>, by target: Identifier<Target>
  ) throws -> PublicStatement {
    PublicStatement(
      id: Identifier(on: Ground.day), slug: try Slug(slug), campaign: campaign, target: target,
      title: "Title of \(slug)", channel: .blog, url: nil, speaker: nil, addedOn: Ground.day)
  }

  /// Bytes that are not in the repository yet; the digest is a fake.
  static func bytes(_ number: UInt8, size: Int = 9, packed: [UInt8] = [7, 7, 7]) throws -> KeptBytes {
    KeptBytes(digest: try digest(number), size: size, packed: packed)
  }

  /// A digest whose bytes are all this one.
  static func digest(_ byte: UInt8) throws -> Bytes32 {
    try requireSome(Bytes32([UInt8](repeating: byte, count: Bytes32.byteCount)))
  }

  /// A capture of the first statement that is not in the repository yet.
  func capture(
    id: Identifier<Capture> = Identifier(on: Ground.day), of statement: Identifier<PublicStatement>? = nil,
    at seconds: Int64 = 1_529_340_600, raw: UInt8 = 1, text: UInt8 = 2, observer: [UInt8]? = nil
  ) throws -> SealedCapture {
    SealedCapture(
      Capture(
        id: id, statement: statement ?? self.statement.id, observedAt: Moment(seconds: seconds, precision: .minute),
        content: Capture.Content(
          raw: try RecordGround.digest(raw), text: try RecordGround.digest(text), byteCount: 9,
          mediaType: "text/html"),
        fetch: nil),
      observer: observer)
  }

  /// A capture of the first statement that shows that it was gone.
  func absence(at seconds: Int64 = 1_529_352_000, fetch: Capture.Fetch? = nil) -> SealedCapture {
    SealedCapture(
      Capture(
        id: Identifier(on: Ground.day), statement: statement.id,
        observedAt: Moment(seconds: seconds, precision: .minute), content: nil, fetch: fetch),
      observer: nil)
  }

  /// Every way in which a time can be known, exactly and about, with an offset and without.
  static var moments: [Moment] {
    Moment.Precision.allCases.flatMap { precision in
      [(false, 0), (true, -420), (false, 899), (true, -899)].map { isAbout, offset in
        Moment(seconds: 1_529_340_600, precision: precision, isAbout: isAbout, offset: offset)
      }
    } + [Moment(seconds: -62_135_596_800, precision: .year), Moment(seconds: 253_402_300_799, precision: .second)]
  }
}
