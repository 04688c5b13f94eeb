import Campaigns
import Intake
import Vault

/// Decides what each row of a run's sheets becomes: a signature, a held one, a duplicate, or a refused row.
///
/// Runs on one thread; it holds the claims of the whole petition, and those of the sheets before.
struct RowJudge: Sendable {
  private let keys: PetitionKeys
  private let petition: Petition
  private let target: Target
  private let marks: Set<BlindTag>
  private let sheets: [Terms]
  private var claims = AddressClaims()
  private var names: Set<Int> = []
  private var isOfTarget: [String: Bool] = [:]
  private var stricter: [Identifier<Signature>: StricterChoice] = [:]
  /// What signers whose import was undone had asked for by more than its row.
  private var wishes: [BlindTag: Visibility] = [:]
  /// The sole signatures that nobody has verified, where a sheet can bring a verification; else none.
  private var pending: Set<Identifier<Signature>> = []
  private let canConfirm: Bool
  /// The verifications that duplicates bring of signatures that had none.
  private(set) var confirmations: [Identifier<Signature>: Confirmation] = [:]
  /// Which addresses stand in which lists.
  private(set) var overlaps: ListOverlaps
  /// What became of the rows of each sheet so far; `stricter` is known at the end.
  private(set) var counts: [ImportReport.Counts]
  /// How many duplicates of each sheet are of a row of the same sheet.
  private(set) var duplicatesWithin: [Int]

  /// What holds for all rows of one sheet that say nothing else.
  struct Terms: Sendable {
    var letter: Identifier<Letter>
    var origin: Identifier<ImportReport>
    var cohort: Cohort
    var visibility: Visibility
    var verification: Verification?
    var today: CalendarDate
    /// The number of the column of addresses, from 1.
    var emailColumn: Int
    /// Bytes that are the same for the same file, and for no other.
    var identity: [UInt8]
    /// Whether rows without addresses are told by the line that they stand on, not by what is written there.
    var tellsRowsByLine: Bool
    /// Whether its rows can say themselves that they were verified.
    var hasConfirmations: Bool
  }

  /// The visibility that a duplicate asked for, of a signature that showed more, and the sheet that it stands in.
  struct StricterChoice: Sendable {
    var visibility: Visibility
    var sheet: Int
  }

  /// The verification that a duplicate brings, and the sheet that it stands in.
  struct Confirmation: Sendable {
    var verification: Verification
    var sheet: Int
  }

  /// A judge of the rows of these sheets.
  init(_ keys: PetitionKeys, _ details: PetitionDetails, _ sheets: [Terms], marks: Set<BlindTag>) {
    self.keys = keys
    petition = details.petition
    target = details.target
    self.sheets = sheets
    self.marks = marks
    canConfirm = sheets.contains { $0.verification != nil || $0.hasConfirmations }
    overlaps = ListOverlaps(of: sheets.count)
    counts = Array(repeating: ImportReport.Counts(), count: sheets.count)
    duplicatesWithin = Array(repeating: 0, count: sheets.count)
  }

  /// The visibilities that duplicates asked for, of signatures that showed more.
  var stricterChoices: [Identifier<Signature>: StricterChoice] { stricter }

  /// Enters a signature that is there already.
  /// - Parameter list: the number of the earlier list that brought it.
  mutating func enter(_ sealed: SealedSignature, _ signature: Signature, from list: Int) {
    let name = PetitionKeys.fingerprint(signature.signatory.name)
    if signature.state.isNet { names.insert(name) }
    guard let tag = sealed.tag else { return enterWish(of: signature) }
    if canConfirm, signature.state == .pending, signature.standing == .sole { pending.insert(signature.id) }
    claims.enter(
      AddressClaims.Claim(signature: sealed.id, name: name, visibility: signature.visibility), at: tag,
      standing: sealed.standing)
    overlaps.enter(tag, earlier: list)
  }

  private mutating func enterWish(of signature: Signature) {
    guard signature.hasOwnWish, signature.state == .invalidated,
      let address = signature.signatory.email.flatMap(NormalizedAddress.init)
    else { return }
    let tag = keys.index.addressTag(address)
    wishes[tag] = wishes[tag]?.stricter(with: signature.visibility) ?? signature.visibility
  }

  /// A row that has become a signature, with the tag that it stands under.
  struct Newcomer: Sendable {
    var signature: Signature
    var tag: BlindTag
  }

  /// The rows that become signatures, in the order of the identifiers, those that are refused, and those that are
  /// refused and must be in no file: their signers asked to be erased.
  /// - Parameter identifiers: as many ascending identifiers as there are rows; they are dealt out by chance.
  mutating func judge(
    _ batch: SheetBatch, of sheet: Int, _ identifiers: [Identifier<Signature>], _ random: inout BulkRandom
  ) -> (newcomers: [Newcomer], refused: [RefusedRow], withheld: [RefusedRow]) {
    var places = Array(batch.rows.indices)
    places.shuffle(using: &random)
    var dealt = [Newcomer?](repeating: nil, count: batch.rows.count)
    var refused = batch.refused
    var withheld: [RefusedRow] = []
    for (row, place) in zip(batch.rows, places) {
      switch judge(row, of: sheet, identifiers[place]) {
      case .success(let newcomer): dealt[place] = newcomer
      case .failure(let fault):
        if fault.isErased {
          withheld.append(
            RefusedRow(line: row.line, column: fault.column, reason: fault.reason, record: [], file: row.file))
        } else {
          refused.append(row.refused(column: fault.column, reason: fault.reason))
        }
      }
    }
    if refused.count > batch.refused.count { refused.sort { $0.line < $1.line } }
    counts[sheet].rows += batch.rows.count + batch.refused.count
    counts[sheet].rejected += refused.count + withheld.count
    return (dealt.compactMap { $0 }, refused, withheld)
  }

  private struct Fault: Error {
    var column: Int
    var reason: String
    var isErased = false
  }

  /// The signature that the row becomes; nil where its signer stands already.
  private mutating func judge(
    _ row: SignatureRow, of sheet: Int, _ id: Identifier<Signature>
  ) -> Result<Newcomer?, Fault> {
    let terms = sheets[sheet]
    let cohort = row.cohort ?? terms.cohort
    guard petition.admits.isEmpty || petition.admits.contains(cohort) else {
      return .failure(Fault(column: 1, reason: "the petition is not for \(cohort.plural)"))
    }
    let tag: BlindTag
    var isTargetAddress = false
    if let email = row.signatory.email {
      guard let address = NormalizedAddress(email) else {
        return .failure(Fault(column: terms.emailColumn, reason: "the address is none that mail could reach"))
      }
      if !marks.isEmpty, marks.contains(keys.index.suppressionMark(address)) { return .failure(erased(terms)) }
      tag = keys.index.addressTag(address)
      if !target.domains.isEmpty { isTargetAddress = isAtTarget(address.domain) }
    } else {
      tag = keys.index.rowTag(
        terms.identity + (terms.tellsRowsByLine ? Array("row \(row.line)".utf8) : row.record))
      if marks.contains(tag) { return .failure(erased(terms)) }
    }
    let name = PetitionKeys.fingerprint(row.signatory.name)
    var visibility = row.visibility ?? terms.visibility
    if !wishes.isEmpty, let wish = wishes[tag] { visibility = visibility.stricter(with: wish) }
    let claim = AddressClaims.Claim(signature: id, name: name, visibility: visibility)
    let verdict = claims.judge(claim, at: tag)
    let isRepeated = overlaps.note(tag, in: sheet)
    switch verdict {
    case .duplicate(let original, let choice):
      counts[sheet].duplicates += 1
      // Where nothing is known of the address, it did not stand before the run, and the run has one sheet.
      if isRepeated ?? true { duplicatesWithin[sheet] += 1 }
      if let choice { stricter[original] = StricterChoice(visibility: choice, sheet: sheet) }
      if canConfirm, pending.contains(original), let verification = RowJudge.verification(row, terms) {
        pending.remove(original)
        confirmations[original] = Confirmation(verification: verification, sheet: sheet)
      }
      return .success(nil)
    case .held:
      counts[sheet].sharedAddress += 1
      return .success(Newcomer(signature: signature(row, id, cohort, visibility, .held, terms), tag: tag))
    case .first:
      counts[sheet].added += 1
      if isTargetAddress { counts[sheet].targetAddresses += 1 }
      if !names.insert(name).inserted { counts[sheet].sameName += 1 }
      var newcomer = signature(row, id, cohort, visibility, .sole, terms)
      newcomer.hasOwnWish = !wishes.isEmpty && wishes[tag] != nil
      if canConfirm, newcomer.state == .pending { pending.insert(id) }
      return .success(Newcomer(signature: newcomer, tag: tag))
    }
  }

  private func erased(_ terms: Terms) -> Fault {
    Fault(
      column: terms.emailColumn, reason: "this person asked to be erased: only an act of their own brings them back",
      isErased: true)
  }

  private func signature(
    _ row: SignatureRow, _ id: Identifier<Signature>, _ cohort: Cohort, _ visibility: Visibility,
    _ standing: Signature.Standing, _ terms: Terms
  ) -> Signature {
    // A held one is admitted by a verification that somebody gives knowing that it is held.
    let verification = standing == .sole ? RowJudge.verification(row, terms) : nil
    var signature = Signature(
      id: id, petition: petition.id, letter: terms.letter, origin: terms.origin,
      signedOn: row.signedOn ?? terms.today, cohort: cohort, state: verification == nil ? .pending : .verified,
      standing: standing, signatory: row.signatory, visibility: visibility, verification: verification)
    signature.kept = row.kept
    return signature
  }

  /// What the organizers say of the whole sheet goes before what the sheet itself says.
  private static func verification(_ row: SignatureRow, _ terms: Terms) -> Verification? {
    terms.verification ?? row.verification.map { Verification(method: $0, on: terms.today) }
  }

  private mutating func isAtTarget(_ domain: String) -> Bool {
    if let known = isOfTarget[domain] { return known }
    let isOf = target.controls(mailDomain: domain)
    if isOfTarget.count < 10_000 { isOfTarget[domain] = isOf }
    return isOf
  }
}
