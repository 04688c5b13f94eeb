import Campaigns
import Export
import Intake
import Office

/// What Picket says on standard error, all of it: one voice, and numbers that read right.
enum Copy {
  // MARK: - Setting up

  static func createdDatabase(_ path: String) -> String { "Created \(path)." }

  static func createdKeyFile(_ path: String) -> String {
    "Created the key file \(path): keep it apart from the database."
  }

  static let recoveryCode = "The recovery code, shown this once. Write it on paper:"
  static let choosePassphrase =
    "Choose a passphrase: six or more words that have nothing to do with each other are good."

  static let keyBesideDatabase =
    "the key file lies in the database's own folder: whoever takes the folder has both. Move it elsewhere."

  static func addedSlot(_ slot: KeySlotRecord) -> String { "Added a \(slot.kind.rawValue) as slot \(slot.number)." }

  static func backedUp(_ path: String) -> String { "Wrote \(path) and checked it." }

  // MARK: - Campaigning

  static func setUp(_ campaign: Campaign) -> String { "Set up the campaign \(campaign.slug)." }
  static func changed(_ campaign: Campaign) -> String { "Changed the campaign \(campaign.slug)." }
  static func added(_ target: Target) -> String { "Added the target \(target.slug)." }
  static func changed(_ target: Target) -> String { "Changed the target \(target.slug)." }
  static func added(_ demand: Demand, to campaign: String) -> String {
    "Added demand \(demand.number) to \(campaign)."
  }
  static func changed(_ demand: Demand, of campaign: String) -> String {
    "Changed demand \(demand.number) of \(campaign)."
  }

  static func setUpPetition(_ slug: String) -> String {
    "Set up the petition \(slug), a draft: picket petition open \(slug) opens it."
  }

  static func changedPetition(_ slug: String) -> String { "Changed the petition \(slug)." }

  /// The petition has moved to the state.
  static func moved(_ slug: String, to state: Petition.State) -> String {
    switch state {
    case .open: "\(slug) is open: it takes signatures."
    case .paused: "\(slug) is paused: it takes no signatures until it is opened."
    case .closed: "\(slug) is closed: it takes no new signatures."
    default: "\(slug) is \(state.rawValue)."
    }
  }

  static func added(_ letter: Letter) -> String {
    "Added version \(letter.version) in \(letter.language), SHA-256 \(letter.hexDigest)."
  }

  static func recorded(_ claim: ClaimedTally) -> String {
    "Recorded: \(claim.source) reports \(grouped(claim.count)) \(claim.cohort.plural)."
  }

  static func recordedResponse(to slug: String) -> String { "Recorded the answer to \(slug)." }

  // MARK: - Signing

  static let targetAddress = "the address is at one of the target's own domains: the target can read that mailbox."
  static let enterSheet = "One signer after another; an empty name ends."
  static let droppedUnfinished = "The signer that was not finished was dropped."
  static func entered(_ count: Int) -> String { "\(grouped(count)) entered." }
  static func added(_ id: String) -> String { "Added signature \(id)." }
  static func returned(_ id: String) -> String { "Signature \(id) is back." }

  static func held(_ id: String, _ slug: String) -> String {
    "another name has signed with this address: signature \(id) is held and in no count. "
      + "picket signature verify \(slug) \(id) admits it."
  }

  static func duplicate(_ id: String, isStricter: Bool) -> String {
    "this person has signed already: signature \(id) stands" + (isStricter ? ", and shows less from now on." : ".")
  }

  static func changed(_ signature: Signature) -> String { "Changed signature \(signature.id)." }

  static func changed(_ signatures: [Signature], _ what: String, isRehearsal: Bool) -> String {
    let (one, several) = isRehearsal ? ("would be", "would be") : ("is", "are")
    return signatures.count == 1
      ? "Signature \(signatures[0].id) \(one) \(what)."
      : "\(grouped(signatures.count)) signatures \(several) \(what)."
  }

  static func erased(_ id: String) -> String {
    "Erased signature \(id). Backups and lists that are already out still hold it."
  }

  static func heldWait(_ slug: String) -> String {
    "Held signatures wait for you: picket signature list \(slug) --held, then picket signature verify."
  }

  // MARK: - Importing

  static let noRows = "The sheet has a header and no rows: there is nothing to add."
  static let zonelessTimes = "times without a zone were taken as UTC; --time-zone names another."

  static func noVisibility(_ level: Visibility.Level, maybe column: ColumnMapping.Column?) -> String {
    let maybe = column.map { " Column \($0.number), \"\($0.header)\", may be it: --map visibility=…" }
    return "no column says what the public may see; all rows are \(level.rawValue)."
      + (maybe ?? " --visibility names another.")
  }

  static func targetAddresses(_ count: Int) -> String {
    "\(counted(count, "address is", "addresses are")) at the target's own domains: the target can read "
      + (count == 1 ? "that mailbox." : "those mailboxes.")
  }

  static func heldRows(_ count: Int, _ slug: String) -> String {
    "\(counted(count, "row is", "rows are")) held: same address as another signature, other name. "
      + "picket signature list \(slug) --held shows \(count == 1 ? "it" : "them")."
  }

  static func refused(_ row: RefusedRow, in file: String) -> String {
    "\(SourcePlace(file: row.file ?? file, line: row.line, column: row.column)): \(row.reason)"
  }

  static func furtherRefused(_ count: Int) -> String { "… and \(grouped(count)) more" }

  static func rejects(_ count: Int, in path: String) -> String {
    "\(counted(count, "row was", "rows were")) refused and \(count == 1 ? "is" : "are") in \(path), in the clear. "
      + "Mend \(count == 1 ? "it" : "them") there, import that file, then delete it."
  }

  static func withheld(_ count: Int) -> String {
    "\(counted(count, "row is", "rows are")) of people who asked to be erased, and in no file. If one signs again by an "
      + "act of their own: picket signature add with --returning."
  }

  static let noAddresses =
    "no column holds addresses: who signs twice is told only by an equal row, and erasing does not keep a person out. "
    + "--map email=… names the column."

  static func columns(_ mapping: ColumnMapping) -> String {
    columns(
      mapping.mapped.map { "\($0.field)=\($0.column.header)" }, kept: mapping.kept, dropped: mapping.dropped,
      neverKept: mapping.neverKept)
  }

  static func columns(_ mapping: ListMapping) -> String {
    columns(mapping.mapped.map { "\($0.name)=\($0.column.header)" }, dropped: mapping.dropped)
  }

  private static func columns(
    _ fields: [String], kept: [ColumnMapping.Column] = [], dropped: [ColumnMapping.Column],
    neverKept: [ColumnMapping.Column] = []
  ) -> String {
    let others = [("kept", kept), ("dropped", dropped), ("never kept", neverKept)].filter { !$0.1.isEmpty }
    return "Columns: " + fields.joined(separator: ", ")
      + others.map { "; \($0): " + $1.map(named).joined(separator: ", ") }.joined() + "."
  }

  private static func named(_ column: ColumnMapping.Column) -> String {
    column.header.isEmpty ? "column \(column.number)" : column.header
  }

  static func undone(_ count: Int, isRehearsal: Bool) -> String {
    "\(isRehearsal ? "Would invalidate" : "Invalidated") \(counted(count, "signature", "signatures"))."
      + " Who stood in another list too was counted through this one: import the other lists again, and they are added."
  }

  // MARK: - Lists and deliveries

  static func wrote(_ files: [String]) -> String { "Wrote \(files.joined(separator: " and "))." }

  static func pendingLeftOut(_ count: Int) -> String {
    "\(counted(count, "pending signature is", "pending signatures are")) not in it: only verified ones are public."
  }

  static func heldBack(_ count: Int) -> String {
    "\(counted(count, "verified signer is", "verified signers are")) in no number yet: their group has grown by fewer "
      + "than \(PublicRoll.k) since the last public list."
  }

  static func otherLetters(_ letters: [Letter]) -> String {
    let names = letters.map { "\($0.language):\($0.version)" }.joined(separator: ", ")
    return
      "some of these signatures were given for another version or language of the letter: \(names). The document "
      + "says so."
  }

  static func countedOnly(_ count: Int) -> String {
    "\(grouped(count)) more \(count == 1 ? "is" : "are") counted and \(count == 1 ? "has" : "have") no line."
  }

  static func organizersList(_ list: SignatoryList) -> String {
    "this list holds the names and all else of \(counted(list.lines.count, "signer", "signers")), "
      + "\(grouped(list.pending)) of them pending, whatever they chose to show. "
      + "Keep it sealed, and delete it when it has served."
  }

  static func delivered(
    _ number: Int, of slug: String, to folder: String, total: Int, lines: Int, missing: Int
  ) -> String {
    let gone =
      missing == 0
      ? ""
      : ", \(grouped(missing)) of them missing, since \(missing == 1 ? "its signer was" : "their signers were") erased"
    return "Wrote delivery \(number) of \(slug) to \(folder): \(counted(total, "signature", "signatures")), "
      + "\(counted(lines, "line", "lines"))\(gone)."
  }

  static func reopen(_ slug: String) -> String {
    "\(slug) takes no signatures now; picket petition open \(slug) lets it go on."
  }

  static func publishKey(_ key: String) -> String {
    "Publish the key that signed it, apart from the delivery: \(key)"
  }

  // MARK: - Revealing

  static func wouldReveal(_ report: RevealReport) -> String {
    let methods = report.methods.sorted { ($1.value, $0.key.description) < ($0.value, $1.key.description) }
      .map { "\(grouped($0.value)) by \($0.key)" }
    return "\(counted(report.verified, "signature is", "signatures are")) verified"
      + (methods.isEmpty ? "" : " (\(methods.joined(separator: ", ")))")
      + ". \(counted(report.revealed, "signer", "signers")) who could not be shown may be shown from then on; "
      + "\(grouped(report.waiting)) still \(report.waiting == 1 ? "waits" : "wait") for more."
  }

  static func revealed(_ report: RevealReport, _ slug: String) -> String {
    "Revealed at \(counted(report.verified, "verified signature", "verified signatures")): the next public list of "
      + "\(slug) shows \(counted(report.revealed, "signer", "signers")) more, as far as they chose."
  }

  static func waitsForReveal(_ slug: String) -> String {
    "the list shows nobody by name until the reveal is confirmed: picket petition reveal \(slug)."
  }

  // MARK: - Incidents

  static func recorded(_ incident: Incident) -> String { "Recorded incident \(incident.id)." }

  static func erasedIncident(_ id: String) -> String {
    "Erased incident \(id). Backups and exports that are already out still hold it."
  }

  static func organizersIncidents(_ count: Int) -> String {
    "this holds all that is known of \(counted(count, "incident", "incidents")), names too. Keep it sealed, and delete it "
      + "when it has served."
  }

  // MARK: - Proving

  static let openingTellsName =
    "whoever sees the opening can tie the name to the leaf, as the organizers recorded it. Give it to the signer only."

  static func wroteCheckpoint(_ file: String, size: Int, key: String) -> String {
    "Wrote \(file), at \(counted(size, "leaf", "leaves")), signed by \(key)."
  }

  /// The number and the words for one or for several.
  private static func counted(_ count: Int, _ one: String, _ several: String) -> String {
    "\(grouped(count)) \(count == 1 ? one : several)"
  }
}
