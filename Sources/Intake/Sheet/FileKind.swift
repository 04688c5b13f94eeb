import Campaigns

/// Kinds of files that organizers take for a sheet.
enum FileKind {
  /// Refuses a file that is no text.
  ///
  /// - Throws: `unusableFile`, saying what kind of file it is.
  static func refuseOthers(beginningWith bytes: [UInt8], name: String) throws {
    guard let (_, kind) = beginnings.first(where: { bytes.starts(with: $0.0) }) else { return }
    throw Refusal(
      .unusableFile, "this is \(kind), not a CSV file", hint: hint,
      at: SourcePlace(file: name))
  }

  private static let hint =
    "open it in the spreadsheet and save it as CSV (UTF-8), then import that"

  private static let beginnings: [([UInt8], String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "a workbook (XLSX or ODS) or another zip file"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old workbook or document (XLS or DOC)"),
    (Array("%PDF-".utf8), "a PDF"),
    ([0x1F, 0x8B], "a compressed file"),
  ]
}
