import Campaigns
import Intake

/// What an import of the collective-action data set did, or would do.
public struct CollectiveActionOutcome: Sendable {
  /// The rows of the list.
  public var rows = 0
  /// Those that became an event.
  public var events = 0
  /// The sources that became evidence.
  public var evidence = 0
  /// Those whose event is in the record already.
  public var present = 0
  /// The refused ones.
  public var rejected = 0
  /// The first refused rows, at most five: where and why.
  public var refusals: [RefusedRow] = []
  /// Where the refused rows are; nil where there are none or nothing was written.
  public var rejectsPath: String?
  /// Which column was read as what.
  public var mapping: ListMapping
}

extension Office {
  /// Enters each row of a list as an event of the campaign, its sources as evidence: all of it, or nothing. A row whose
  /// event is there already adds nothing.
  /// - Throws: `notFound`; `unusableFile` where the file cannot be read or is no such list; `cannotCreate` where the file
  ///   of the refused rows cannot be.
  public func importCollectiveActions(_ file: String, into campaign: String) throws -> CollectiveActionOutcome {
    var rejects: Rejects?
    do {
      let list = try CollectiveActionList(try FileSource(file))
      return try repository.write { transaction in
        var run = try CollectiveActionRun(transaction, list, transaction.campaign(campaign))
        let refused = try run.take(isRehearsal: false)
        if !refused.isEmpty {
          let written = try Rejects(at: Rejects.path(beside: file), list.reader.rejects)
          rejects = written
          try written.write(refused)
          try written.place()
          run.outcome.rejectsPath = written.path
        }
        return run.outcome
      }
    } catch {
      // Nothing was imported, so no row was refused either.
      rejects?.takeBack()
      throw error
    }
  }

  /// What importing the list would do; nothing is written.
  /// - Throws: as `importCollectiveActions`, but for `cannotCreate`.
  public func rehearseCollectiveActions(_ file: String, into campaign: String) throws -> CollectiveActionOutcome {
    let list = try CollectiveActionList(try FileSource(file))
    return try repository.read { transaction in
      var run = try CollectiveActionRun(transaction, list, transaction.campaign(campaign))
      _ = try run.take(isRehearsal: true)
      return run.outcome
    }
  }
}

/// One import of such a list.
private struct CollectiveActionRun {
  var outcome: CollectiveActionOutcome
  private let transaction: any Transaction
  private let list: CollectiveActionList
  private let campaign: Campaign
  /// What the record has already: an event is the same where its time and its text are.
  private var known: Set<String>
  /// The numbers of the evidence, by address.
  private var numbers: [String: Int]
  private var nextNumber: Int

  init(_ transaction: any Transaction, _ list: CollectiveActionList, _ campaign: Campaign) throws {
    self.transaction = transaction
    self.list = list
    self.campaign = campaign
    outcome = CollectiveActionOutcome(mapping: list.reader.mapping)
    known = Set(try transaction.record.events(of: campaign.id).map { CollectiveActionRun.key($0.at, $0.text) })
    numbers = Dictionary(
      try transaction.record.evidence(of: campaign.id).map { ($0.url ?? $0.title, $0.number) }
    ) { first, _ in first }
    nextNumber = try transaction.nextEvidenceNumber(of: campaign)
  }

  /// Takes in the rows.
  /// - Returns: the refused ones.
  mutating func take(isRehearsal: Bool) throws -> [RefusedRow] {
    var refused: [RefusedRow] = []
    while let row = try list.next() {
      outcome.rows += 1
      do {
        try take(row.get(), isRehearsal)
      } catch let error as RefusedRow {
        refused.append(error)
        outcome.rejected += 1
        if outcome.refusals.count < 5 { outcome.refusals.append(error) }
      }
    }
    return refused
  }

  private mutating func take(_ row: TypedCollectiveAction, _ isRehearsal: Bool) throws {
    do {
      _ = try begun(row.date, "the event")
    } catch {
      throw row.row.refused("date", "the date is in the future")
    }
    guard known.insert(CollectiveActionRun.key(row.date, row.text)).inserted else {
      outcome.present += 1
      return
    }
    outcome.events += 1
    let new = row.sources.filter { numbers[$0] == nil }
    let present = row.sources.compactMap { numbers[$0] }.first
    for source in new {
      numbers[source] = nextNumber
      nextNumber += 1
    }
    outcome.evidence += new.count
    if isRehearsal { return }
    let event = try transaction.addEvent(row.text, at: row.date, evidence: present, to: campaign)
    for source in new {
      var draft = EvidenceDraft(source.count <= 300 ? source : source.prefix(299) + "…")
      draft.url = try? webAddress(source)
      _ = try transaction.addEvidence(draft, to: campaign, number: numbers[source], for: event)
    }
  }

  private static func key(_ moment: Moment, _ text: String) -> String { "\(moment)\n\(text)" }
}
