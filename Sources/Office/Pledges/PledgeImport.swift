import Campaigns
import Intake

/// A sheet of pledges that is to be imported.
public struct PledgeImport: Sendable {
  /// The boycott's slug.
  public var boycott: String
  /// Where the sheet's bytes come from.
  public var source: any ByteSource
  /// The character between cells; nil where it is to be found.
  public var delimiter: Delimiter?
  /// The encoding; nil where it is to be found.
  public var encoding: SheetEncoding?
  /// The cohort of rows that say nothing else.
  public var cohort = Cohort.employee
  /// What the public may see of rows that do not say it, once the pledges are revealed.
  public var visibility = Visibility.Level.named
  /// How the rows were verified; nil where nobody did.
  public var verification: Verification.Method?
  /// Where the refused rows go.
  public var rejectsPath: String

  /// An import of the file into the boycott; `-` is standard input. The refused rows go beside the file, those of
  /// standard input into the working folder.
  /// - Throws: `notFound`, `unusableFile` where the file cannot be read.
  public init(_ file: String, into boycott: String) throws {
    self.boycott = boycott
    source = try FileSource(file)
    rejectsPath = Rejects.path(beside: file)
  }
}

/// What an import of pledges did, or would do.
public struct PledgeImportOutcome: Sendable {
  /// How many rows the sheet has.
  public internal(set) var rows = 0
  /// How many of them are new pledges.
  public internal(set) var added = 0
  /// How many changed a pledge that is there: the terms, the condition, the visibility.
  public internal(set) var renewed = 0
  /// How many of those stood under older terms.
  public internal(set) var renewedOlderTerms = 0
  /// How many said nothing that did not stand already.
  public internal(set) var duplicates = 0
  /// How many were refused.
  public internal(set) var rejected = 0
  /// How many of the refused are in no file, since their pledgers asked to be erased.
  public internal(set) var withheld = 0
  /// How many of the new ones have an address that a target can read.
  public internal(set) var targetAddresses = 0
  /// Where the refused rows are; nil where there are none or nothing was written.
  public internal(set) var rejectsPath: String?
  /// The first refused rows, at most five: where and why.
  public internal(set) var refusals: [RefusedRow] = []
  /// Which column was read as what.
  public let mapping: ListMapping

  init(reading list: PledgeList) {
    mapping = list.reader.mapping
  }
}

extension Office {
  /// Imports a sheet of pledges: all of it in one transaction, or nothing.
  ///
  /// The refused rows are in their file before the transaction ends, so that none is lost.
  /// - Parameter progress: told from time to time how many rows are done.
  /// - Throws: `notFound`; `notAllowed` where the boycott has ended; `unusableFile` where the sheet cannot be read;
  ///   `cannotCreate` where the file of the refused rows cannot be.
  public func importPledges(
    _ request: PledgeImport, progress: (Int) -> Void = { _ in }
  ) throws -> PledgeImportOutcome {
    try repository.read { try $0.boycott(request.boycott).requireTakingPledges() }
    let list = try PledgeList(request.source, delimiter: request.delimiter, encoding: request.encoding)
    var rejects: Rejects?
    do {
      return try writeUnlocked { transaction in
        var run = try PledgeImportRun(transaction, self, request, list, isRehearsal: false)
        return try run.run(&rejects, progress)
      }
    } catch {
      // Nothing was imported, so no row was refused either.
      rejects?.takeBack()
      throw error
    }
  }

  /// What importing the sheet would do; nothing is written.
  /// - Throws: as `importPledges`, but for `cannotCreate`.
  public func rehearsePledges(_ request: PledgeImport) throws -> PledgeImportOutcome {
    try repository.read { try $0.boycott(request.boycott).requireTakingPledges() }
    let list = try PledgeList(request.source, delimiter: request.delimiter, encoding: request.encoding)
    return try readUnlocked { transaction in
      var rejects: Rejects?
      var run = try PledgeImportRun(transaction, self, request, list, isRehearsal: true)
      return try run.run(&rejects) { _ in }
    }
  }
}
