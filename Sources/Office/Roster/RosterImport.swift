import Campaigns
import Intake

/// A sheet of who works at the targets that is to be imported.
public struct RosterImport: Sendable {
  /// The campaign's slug.
  public var campaign: String
  /// Where the sheet's bytes come from.
  public var source: any ByteSource
  /// The character between cells; nil where it is to be found.
  public var delimiter: Delimiter?
  /// The encoding; nil where it is to be found.
  public var encoding: SheetEncoding?
  /// The cohort of rows that say nothing else.
  public var cohort = Cohort.employee
  /// Whether whoever is not in the sheet leaves the roster.
  public var replaces = false
  /// Where the refused rows go.
  public var rejectsPath: String

  /// An import of the file into the campaign's roster; `-` is standard input. The refused rows go beside the file, those
  /// of standard input into the working folder.
  /// - Throws: `notFound`, `unusableFile` where the file cannot be read.
  public init(_ file: String, into campaign: String) throws {
    self.campaign = campaign
    source = try FileSource(file)
    rejectsPath = Rejects.path(beside: file)
  }
}

/// What an import of a roster did, or would do.
public struct RosterImportOutcome: Sendable {
  /// How many rows the sheet has.
  public internal(set) var rows = 0
  /// How many of them are people who were not on the roster.
  public internal(set) var added = 0
  /// How many changed what stood on the roster.
  public internal(set) var updated = 0
  /// How many said what stood already, in the roster or further up in the sheet.
  public internal(set) var unchanged = 0
  /// How many people left the roster, since the sheet replaces it and does not have them.
  public internal(set) var removed = 0
  /// How many rows were refused.
  public internal(set) var rejected = 0
  /// How many rows have no address: they are found again only where every cell is the same.
  public internal(set) var withoutAddress = 0
  /// How many people the roster has afterwards.
  public internal(set) var count = 0
  /// Where the refused rows are; nil where there are none or nothing was written.
  public internal(set) var rejectsPath: String?
  /// The first refused rows, at most five: where and why.
  public internal(set) var refusals: [RefusedRow] = []
  /// Which column was read as what.
  public let mapping: ListMapping

  init(reading list: RosterList) {
    mapping = list.reader.mapping
  }
}

extension Office {
  /// Imports a sheet of who works there: all of it in one transaction, or nothing.
  ///
  /// The refused rows are in their file before the transaction ends, so that none is lost.
  /// - Parameter progress: told from time to time how many rows are done.
  /// - Throws: `notFound`; `invalidValue` where the cohort is none of a roster; `unusableFile` where the sheet cannot be
  ///   read, or would replace the roster by nobody; `cannotCreate` where the file of the refused rows cannot be.
  public func importRoster(
    _ request: RosterImport, progress: (Int) -> Void = { _ in }
  ) throws -> RosterImportOutcome {
    let list = try roster(of: request)
    var rejects: Rejects?
    do {
      return try writeUnlocked { transaction in
        var run = try RosterImportRun(transaction, self, request, list, isRehearsal: false)
        return try run.run(&rejects, progress)
      }
    } catch {
      // Nothing was imported, so no row was refused either.
      rejects?.takeBack()
      throw error
    }
  }

  /// What importing the sheet would do; nothing is written.
  /// - Throws: as `importRoster`, but for `cannotCreate`.
  public func rehearseRoster(_ request: RosterImport) throws -> RosterImportOutcome {
    let list = try roster(of: request)
    return try readUnlocked { transaction in
      var rejects: Rejects?
      var run = try RosterImportRun(transaction, self, request, list, isRehearsal: true)
      return try run.run(&rejects) { _ in }
    }
  }

  private func roster(of request: RosterImport) throws -> RosterList {
    guard RosterEntry.cohorts.contains(request.cohort) else {
      throw Refusal(
        .invalidValue, "\(request.cohort.plural) do not stand on a roster",
        hint: "who works there is an employee or a contractor")
    }
    // Before the key is asked for.
    _ = try repository.read { try $0.campaign(request.campaign) }
    let list = try RosterList(request.source, delimiter: request.delimiter, encoding: request.encoding)
    try list.reader.mapping.requireNames(in: list.reader.name)
    return list
  }
}
