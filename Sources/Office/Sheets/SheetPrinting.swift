import Campaigns
import Export
import Foundation

/// A printed sheet with what became of it.
public struct SheetStanding: Sendable {
  /// The sheet.
  public let sheet: SignatureSheet
  /// The letter version that stands on it.
  public let letter: Letter
  /// How many of its rows became signatures, held ones among them.
  public let entered: Int
}

extension Office {
  /// Prints signature sheets for a petition, under its next numbers.
  ///
  /// The numbers are taken only where the PDF could be made.
  /// - Parameter letter: the letter version; see `picket letter show --help`.
  /// - Throws: `notFound`, `invalidValue` where there are too many sheets or rows, and as `SheetDocument`.
  public func printSheets(
    of slug: String, letter choice: String?, count: Int, rows: Int, paper: ListLayout.Paper
  ) throws -> (sheets: [SignatureSheet], letter: Letter, bytes: [UInt8]) {
    guard (1...SignatureSheet.mostAtOnce).contains(count) else {
      throw Refusal(
        .invalidValue, "at most \(SignatureSheet.mostAtOnce) sheets are printed at once, and at least 1",
        hint: "print the others with a command of their own")
    }
    guard SignatureSheet.rowCounts.contains(rows) else {
      throw Refusal(
        .invalidValue, "a sheet has 1 to \(SignatureSheet.rowCounts.upperBound) rows",
        hint: "print more sheets with --count")
    }
    try PDFList.requireLibraries()
    return try repository.write { transaction in
      let details = try transaction.details(of: transaction.petition(slug))
      let letter = try transaction.letter(choice, of: details.petition)
      let last = try transaction.sheets.all(of: details.petition.id).last?.number ?? 0
      let sheets = (1...count).map { place in
        SignatureSheet(
          petition: details.petition.id, number: last + place, letter: letter.id, rowCount: rows, printedOn: .today)
      }
      try transaction.sheets.add(sheets)
      let document = SheetDocument(sheets, of: letter, details.subject, on: paper)
      var bytes: [UInt8] = []
      try document.write { bytes.append(contentsOf: $0) }
      return (sheets, letter, bytes)
    }
  }

  /// The petition's printed sheets, by number.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func sheets(of slug: String) throws -> [SheetStanding] {
    try readUnlocked { transaction in
      let petition = try transaction.petition(slug)
      let letters = try transaction.letters.all(of: petition.id)
      let seal = ImportSeal(try vault(), petition.id)
      var entered: [String: Int] = [:]
      for report in try transaction.imports.all(of: petition.id).map(seal.open) where report.undoneOn == nil {
        entered[report.source.fileName, default: 0] += report.counts.added + report.counts.sharedAddress
      }
      return try transaction.sheets.all(of: petition.id).map { sheet in
        guard let letter = letters.first(where: { $0.id == sheet.letter }) else {
          throw Refusal(
            .corrupt, "sheet \(sheet.number) of \(slug) has no letter", hint: "go on with your newest backup")
        }
        return SheetStanding(sheet: sheet, letter: letter, entered: entered[sheet.name] ?? 0)
      }
    }
  }
}

extension Transaction {
  /// The petition's printed sheet of this number.
  /// - Throws: `notFound`.
  func sheet(_ number: Int, of petition: Petition) throws -> SignatureSheet {
    if let sheet = try sheets.find(number, of: petition.id) { return sheet }
    throw Refusal(
      .notFound, "no sheet \(number) was printed for \(petition.slug)",
      hint: "picket sheet list \(petition.slug) shows those that were; the number stands at the foot of the sheet")
  }
}
