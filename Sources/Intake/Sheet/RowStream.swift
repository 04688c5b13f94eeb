import Campaigns

/// The rows of a sheet, behind its header.
struct RowStream: ~Copyable, Sendable {
  private var records: SheetRecords
  private var validator: RowValidator

  init(_ records: consuming SheetRecords, validator: RowValidator) {
    self.records = records
    self.validator = validator
  }

  /// Whether a time without a zone was met.
  var metZonelessTime: Bool { validator.metZonelessTime }

  /// Whether a row was too short to have the cell of its signer's wish how to be shown.
  var metMissingWish: Bool { validator.metMissingWish }

  /// The next rows; nil at the end.
  mutating func next(_ limit: Int) throws -> SheetBatch? {
    var batch = SheetBatch()
    batch.rows.reserveCapacity(min(limit, 1 << 16))
    var bytes = 0
    while batch.rows.count < limit, batch.refused.count < limit, bytes < mostBytes {
      guard try records.next() else { break }
      do throws(RowValidator.Fault) {
        try records.check()
        var row = try validator.row(of: records.csv)
        row.line = records.line
        if let file = records.file { row.file = file }
        row.record = records.ownRecord()
        batch.rows.append(row)
      } catch {
        batch.refused.append(records.refused(error))
      }
      bytes += records.csv.record.count
    }
    return batch.rows.isEmpty && batch.refused.isEmpty ? nil : batch
  }
}

/// A batch ends where its rows take more bytes in the sheet.
private let mostBytes = 8 << 20
