import Campaigns
import Foundation
import Vault

/// Seals and opens what identifies the source of a petition's imports.
struct ImportSeal {
  private let cipher: RecordCipher

  init(_ vault: Vault, _ petition: Identifier<Petition>) {
    cipher = vault.cipher(for: .importReport, petition: petition)
  }

  /// The import, sealed.
  func seal(_ report: ImportReport) throws -> SealedImport {
    let contents = try JSONEncoder().encode(Contents(report.source))
    let sealed = try cipher.seal(
      Array(contents),
      boundTo: ImportSeal.binding(
        report.id, report.petition, report.importedOn, report.counts, report.undoneOn))
    return SealedImport(
      id: report.id, petition: report.petition, importedOn: report.importedOn, counts: report.counts,
      undoneOn: report.undoneOn, contents: sealed)
  }

  /// The import, opened.
  /// - Throws: `altered` where the row is not the one that was sealed; it names the import.
  func open(_ sealed: SealedImport) throws -> ImportReport {
    let binding = ImportSeal.binding(
      sealed.id, sealed.petition, sealed.importedOn, sealed.counts, sealed.undoneOn)
    let bytes = try Refusal.naming("import \(sealed.id)") { try cipher.open(sealed.contents, boundTo: binding) }
    let contents = try JSONDecoder().decode(Contents.self, from: Data(bytes))
    return ImportReport(
      id: sealed.id, petition: sealed.petition, importedOn: sealed.importedOn, counts: sealed.counts,
      undoneOn: sealed.undoneOn, source: contents.source)
  }

  private struct Contents: Codable {
    var fileName: String
    var partner: String?
    // Absent in what was sealed before there were channels.
    var channel: String?
    var digest: [UInt8]?
    var mapping: [String]
    // Imports from before these were kept have none.
    var format: String?
    var kept: [String]?

    init(_ source: ImportReport.Source) {
      fileName = source.fileName
      partner = source.partner
      channel = source.channel
      digest = source.digest
      mapping = source.mapping
      format = source.format
      kept = source.kept.isEmpty ? nil : source.kept
    }

    var source: ImportReport.Source {
      ImportReport.Source(
        fileName: fileName, partner: partner, channel: channel, digest: digest, mapping: mapping, format: format,
        kept: kept ?? [])
    }
  }

  private static func binding(
    _ id: Identifier<ImportReport>, _ petition: Identifier<Petition>, _ importedOn: CalendarDate,
    _ counts: ImportReport.Counts, _ undoneOn: CalendarDate?
  ) -> [UInt8] {
    var binding = BoundBytes(table: "import")
    binding.append(id.rawValue)
    binding.append(petition.rawValue)
    binding.append(importedOn.daysSinceEpoch)
    for count in [
      counts.rows, counts.added, counts.duplicates, counts.sharedAddress, counts.rejected, counts.stricter,
      counts.sameName, counts.targetAddresses,
    ] {
      binding.append(count)
    }
    binding.append(undoneOn?.daysSinceEpoch)
    return binding.bytes
  }
}
