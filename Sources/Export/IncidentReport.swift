import Campaigns
import Foundation

/// Writes incidents: their numbers for the public, or everything for organizers.
public enum IncidentReport {
  /// What the public may know.
  public static func text(of incidents: PublicIncidents, as format: PlainFormat) -> String {
    let kinds = incidents.kinds.map { ($0.kind.rawValue, $0.count.atLeast) }
    switch format {
    case .csv:
      return "kind,at_least\n" + kinds.map { "\($0),\($1)\n" }.joined()
        + (incidents.total.map { "all,\($0.atLeast)\n" } ?? "")
    case .json:
      let parts = kinds.map { "{\"atLeast\":\($1),\"kind\":\"\($0)\"}" }.joined(separator: ",")
      return "{\"atLeast\":\(incidents.total?.atLeast ?? 0),\"kinds\":[\(parts)]}\n"
    case .markdown, .text:
      guard let total = incidents.total else {
        return "Fewer than \(PublicRoll.k) acts of retaliation are on record, or none.\n"
      }
      let lines = kinds.map { "- \($0): at least \($1)\n" }.joined()
      return "At least \(total.atLeast) acts of retaliation are on record.\n" + (lines.isEmpty ? "" : "\n" + lines)
    }
  }

  /// Everything, for organizers.
  public static func text(of incidents: [Incident], as format: PlainFormat) -> String {
    switch format {
    case .csv:
      var writer = CSVWriter()
      var text = ""
      writer.write(
        incidents.map(\.cells), under: ["on", "kind", "account", "person", "by", "reported_by", "evidence"]
      ) { text += String(decoding: $0, as: UTF8.self) }
      return text
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let rows = incidents.map { incident in
        var row = [
          "on": incident.happenedOn.description, "kind": incident.kind.rawValue, "account": incident.account,
        ]
        row["person"] = incident.person
        row["by"] = incident.by
        row["reported_by"] = incident.reportedBy
        if !incident.evidence.isEmpty { row["evidence"] = incident.evidence.map(\.source).joined(separator: " ") }
        return row
      }
      return (try? encoder.encode(rows)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? "[]\n"
    case .markdown, .text:
      var writer = ProseWriter(format == .markdown ? .markdown : .text)
      writer.writeWarning(for: .organizers)
      writer.writeTitle("Acts of retaliation")
      for incident in incidents {
        writer.pieces.append("- \(incident.happenedOn), \(incident.kind.rawValue): ")
        writer.write(incident.account)
        for (word, text) in [("to", incident.person), ("by", incident.by), ("reported by", incident.reportedBy)] {
          guard let text else { continue }
          writer.pieces.append(" — \(word) ")
          writer.write(text)
        }
        for evidence in incident.evidence {
          writer.pieces.append(" — see " as StaticString)
          writer.write(evidence.source)
        }
        writer.pieces.append("\n" as StaticString)
      }
      return String(decoding: writer.pieces.bytes, as: UTF8.self)
    }
  }
}

extension Incident {
  fileprivate var cells: [String?] {
    [
      happenedOn.description, kind.rawValue, account, person, by, reportedBy,
      evidence.isEmpty ? nil : evidence.map(\.source).joined(separator: " "),
    ]
  }
}
