import Campaigns
import Office

// What Picket says of signature sheets on paper.
extension Copy {
  static func printed(_ numbers: [Int], of slug: String) -> String {
    let sheets =
      numbers.count == 1 ? "Sheet \(numbers[0])" : "Sheets \(numbers[0]) to \(numbers[numbers.count - 1])"
    return
      "\(sheets) of \(slug): print them with the whole letter beside. picket sheet enter \(slug) NUMBER types one "
      + "off."
  }

  static func enterPaper(_ sheet: SignatureSheet) -> String {
    "Sheet \(sheet.number) has \(sheet.rowCount) rows. An empty name ends, - passes a row, < takes back. Nothing is "
      + "kept until the end."
  }

  static func tookBack(_ row: Int) -> String { "Took back row \(row)." }

  static func refusedRow(_ refused: RefusedPaperRow) -> String {
    "row \(refused.row) cannot be entered: \(refused.reason); type it again, or - to pass it"
  }

  static let nothingEntered = "Nothing was entered."

  static func attachedScan(_ evidence: EvidenceRecord) -> String {
    "Attached as evidence \(evidence.number): only its SHA-256 is kept. The scan shows names and hands; keep the file "
      + "where the key is kept, and nowhere else."
  }
}
