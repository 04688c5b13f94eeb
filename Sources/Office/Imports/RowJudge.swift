import Campaigns
import Intake
import Vault

/// Decides what each row of a sheet becomes: a signature, a held one, a duplicate, or a refused row.
///
/// Runs on one thread; it holds the claims of the whole petition.
struct RowJudge {
  private let keys: PetitionKeys
  private let petition: Petition
  private let target: Target
  private let letter: Identifier<Letter>
  private let origin: Identifier<ImportReport>
  private let cohort: Cohort
  private let visibility: Visibility
  private let verification: Verification?
  private let today: CalendarDate
  private let emailColumn: Int
  private let sheetIdentity: [UInt8]
  private let marks: Set<BlindTag>
  private var claims = AddressClaims()
  private var names: Set<Int> = []
  private var isOfTarget: [String: Bool] = [:]
  private var stricter: [Identifier<Signature>: Visibility] = [:]
  /// What became of the rows so far; `stricter` is known at the end.
  private(set) var counts = ImportReport.Counts()

  /// A judge of the rows of one sheet.
  /// - Parameter sheetIdentity: bytes that are the same for the same file, and for no other.
  init(
    _ keys: PetitionKeys, _ details: PetitionDetails, _ request: SheetImport, letter: Identifier<Letter>,
    origin: Identifier<ImportReport>, emailColumn: Int?, sheetIdentity: [UInt8], marks: Set<BlindTag>
  ) throws {
    self.keys = keys
    petition = details.petition
    target = details.target
    self.letter = letter
    self.origin = origin
    cohort = request.cohort ?? details.petition.cohort
    visibility = request.visibility
    today = request.options.today
    verification = request.verification.map { Verification(method: $0, on: request.options.today) }
    self.emailColumn = emailColumn ?? 1
    self.sheetIdentity = sheetIdentity
    self.marks = marks
  }

  /// The visibilities that duplicates asked for, of signatures that showed more.
  var stricterChoices: [Identifier<Signature>: Visibility] { stricter }

  /// Enters a signature that is there already.
  mutating func enter(_ sealed: SealedSignature, _ signature: Signature) {
    let name = PetitionKeys.fingerprint(signature.signatory.name)
    if signature.state.isNet { names.insert(name) }
    guard let tag = sealed.tag else { return }
    claims.enter(
      AddressClaims.Claim(signature: sealed.id, name: name, visibility: signature.visibility), at: tag,
      standing: sealed.standing)
  }

  /// A row that has become a signature, with the tag that it stands under.
  struct Newcomer: Sendable {
    var signature: Signature
    var tag: BlindTag
  }

  /// The rows that become signatures, in the order of the identifiers, those that are refused, and those that are refused
  /// and must be in no file: their signers asked to be erased.
  /// - Parameter identifiers: as many ascending identifiers as there are rows; they are dealt out by chance.
  mutating func judge(
    _ batch: SheetBatch, _ identifiers: [Identifier<Signature>], _ random: inout BulkRandom
  ) -> (newcomers: [Newcomer], refused: [RefusedRow], withheld: [RefusedRow]) {
    var places = Array(batch.rows.indices)
    places.shuffle(using: &random)
    var dealt = [Newcomer?](repeating: nil, count: batch.rows.count)
    var refused = batch.refused
    var withheld: [RefusedRow] = []
    for (row, place) in zip(batch.rows, places) {
      switch judge(row, identifiers[place]) {
      case .success(let newcomer): dealt[place] = newcomer
      case .failure(let fault):
        if fault.isErased {
          withheld.append(RefusedRow(line: row.line, column: fault.column, reason: fault.reason, record: []))
        } else {
          refused.append(row.refused(column: fault.column, reason: fault.reason))
        }
      }
    }
    if refused.count > batch.refused.count { refused.sort { $0.line < $1.line } }
    counts.rows += batch.rows.count + batch.refused.count
    counts.rejected += refused.count + withheld.count
    return (dealt.compactMap { $0 }, refused, withheld)
  }

  private struct Fault: Error {
    var column: Int
    var reason: String
    var isErased = false
  }

  /// The signature that the row becomes; nil where its signer stands already.
  private mutating func judge(
    _ row: SignatureRow, _ id: Identifier<Signature>
  ) -> Result<Newcomer?, Fault> {
    let cohort = row.cohort ?? self.cohort
    guard petition.admits.isEmpty || petition.admits.contains(cohort) else {
      return .failure(Fault(column: 1, reason: "the petition is not for \(cohort.plural)"))
    }
    let tag: BlindTag
    var isTargetAddress = false
    if let email = row.signatory.email {
      guard let address = NormalizedAddress(email) else {
        return .failure(Fault(column: emailColumn, reason: "the address is none that mail could reach"))
      }
      if !marks.isEmpty, marks.contains(keys.index.suppressionMark(address)) { return .failure(erased) }
      tag = keys.index.addressTag(address)
      if !target.domains.isEmpty { isTargetAddress = isAtTarget(address.domain) }
    } else {
      tag = keys.index.rowTag(sheetIdentity + row.record)
      if marks.contains(tag) { return .failure(erased) }
    }
    let name = PetitionKeys.fingerprint(row.signatory.name)
    let visibility = row.visibility ?? self.visibility
    let claim = AddressClaims.Claim(signature: id, name: name, visibility: visibility)
    switch claims.judge(claim, at: tag) {
    case .duplicate(let original, let choice):
      counts.duplicates += 1
      if let choice { stricter[original] = choice }
      return .success(nil)
    case .held:
      counts.sharedAddress += 1
      return .success(Newcomer(signature: signature(row, id, cohort, visibility, .held), tag: tag))
    case .first:
      counts.added += 1
      if isTargetAddress { counts.targetAddresses += 1 }
      if !names.insert(name).inserted { counts.sameName += 1 }
      return .success(Newcomer(signature: signature(row, id, cohort, visibility, .sole), tag: tag))
    }
  }

  private var erased: Fault {
    Fault(
      column: emailColumn, reason: "this person asked to be erased: only an act of their own brings them back",
      isErased: true)
  }

  private func signature(
    _ row: SignatureRow, _ id: Identifier<Signature>, _ cohort: Cohort, _ visibility: Visibility,
    _ standing: Signature.Standing
  ) -> Signature {
    // A held one is admitted by a verification that somebody gives knowing that it is held.
    let verification = standing == .sole ? self.verification : nil
    return Signature(
      id: id, petition: petition.id, letter: letter, origin: origin, signedOn: row.signedOn ?? today,
      cohort: cohort, state: verification == nil ? .pending : .verified, standing: standing,
      signatory: row.signatory, visibility: visibility, verification: verification)
  }

  private mutating func isAtTarget(_ domain: String) -> Bool {
    if let known = isOfTarget[domain] { return known }
    let isOf = target.controls(mailDomain: domain)
    if isOfTarget.count < 10_000 { isOfTarget[domain] = isOf }
    return isOf
  }
}
