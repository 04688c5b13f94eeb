import Campaigns
import Foundation
import Intake

/// A list of terminations that is to be imported.
public struct TerminationImport: Sendable {
  /// The campaign's slug.
  public var campaign: String
  /// Where the list's bytes come from.
  public var source: any ByteSource
  /// The character between cells; nil where it is to be found.
  public var delimiter: Delimiter?
  /// The encoding; nil where it is to be found.
  public var encoding: SheetEncoding?
  /// The slug of whom the contracts of rows are with that do not say it.
  public var target: String?
  /// The days on which nobody works, for periods in working days.
  public var holidays = Holidays.none
  /// Where the refused rows go.
  public var rejectsPath: String

  /// An import of the file into the campaign; `-` is standard input. The refused rows go where those of a sheet of
  /// signatures would.
  /// - Throws: `notFound`, `unusableFile` where the file cannot be read.
  public init(_ file: String, into campaign: String) throws {
    self.campaign = campaign
    source = try FileSource(file)
    rejectsPath = Rejects.path(beside: file)
  }
}

/// What an import of terminations did, or would do.
public struct TerminationImportOutcome: Sendable {
  /// How many rows were read.
  public var rows = 0
  /// The slugs of what was added.
  public var added: [Slug] = []
  /// How many rows say what is there already.
  public var duplicates = 0
  /// The refused rows: where and why.
  public var refused: [RefusedRow] = []
  /// Where they are; nil where there are none or nothing was written.
  public var rejectsPath: String?
  /// Which column was read as which field.
  public var mapping: ListMapping

  init(reading list: TerminationList) { mapping = list.reader.mapping }
}

extension Office {
  /// Imports a list: all of it in one transaction, or nothing. A row is refused alone, and is in the file of the refused
  /// rows before the transaction ends.
  /// - Throws: `notFound`; `unusableFile` where the list cannot be read; `cannotCreate` where the file of the refused rows
  ///   cannot be.
  public func importTerminations(_ request: TerminationImport) throws -> TerminationImportOutcome {
    let list = try TerminationList(request.source, delimiter: request.delimiter, encoding: request.encoding)
    var rejects: Rejects?
    do {
      return try writeUnlocked { transaction in
        var run = try TerminationRun(request, self, transaction)
        var outcome = try run.run(list, isRehearsal: false)
        guard !outcome.refused.isEmpty else { return outcome }
        let file = try Rejects(at: request.rejectsPath, list.reader.rejects)
        try file.write(outcome.refused)
        try file.place()
        rejects = file
        outcome.rejectsPath = file.path
        return outcome
      }
    } catch {
      // Nothing was imported, so no row was refused either.
      rejects?.takeBack()
      throw error
    }
  }

  /// What importing the list would do; nothing is written.
  /// - Throws: as `importTerminations`, but for `cannotCreate`.
  public func rehearseImport(_ request: TerminationImport) throws -> TerminationImportOutcome {
    let list = try TerminationList(request.source, delimiter: request.delimiter, encoding: request.encoding)
    return try readUnlocked { transaction in
      var run = try TerminationRun(request, self, transaction)
      return try run.run(list, isRehearsal: true)
    }
  }
}
