import Campaigns
import Ledger

/// A line of a delivered list: what it says, and the salt that keeps its hash from being guessed once it is gone.
///
/// In the file: the salt in base64, a space, and the cells with tabulators between them. A line whose signer was erased
/// is a hyphen, a space and the hash in base64.
struct DeliveredLine: Sendable {
  let salt: Bytes32
  let line: ListLine

  /// The cells as text; a backslash and a tabulator within a cell are escaped.
  var text: String {
    [
      line.styledName, line.jobTitle, line.affiliation, line.location, line.cohort.rawValue, line.visibility.rawValue,
      line.signedOn?.description,
    ].map { DeliveredLine.escaped($0 ?? "") }.joined(separator: "\t")
  }

  /// What the manifest commits to: the leaf hash over the salt and the text.
  var hash: LedgerHash {
    LedgerHash.leaf(salt.bytes + Array(text.utf8))
  }

  init(_ line: ListLine, salt: Bytes32) {
    self.line = line
    self.salt = salt
  }

  /// The line of these cells; nil where they are none.
  init?(salt: Bytes32, text: Substring) {
    let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(DeliveredLine.unescaped)
    guard cells.count == 7, let cohort = cells[4].flatMap(Cohort.init(rawValue:)),
      let visibility = cells[5].flatMap(Visibility.Level.init(rawValue:))
    else { return nil }
    let day = cells[6].flatMap { CalendarDate($0) }
    guard (cells[6] == nil) == (day == nil) else { return nil }
    self.salt = salt
    line = ListLine(
      fullName: cells[0], jobTitle: cells[1], affiliation: cells[2], location: cells[3], cohort: cohort,
      visibility: visibility, signedOn: day)
    guard self.text == text else { return nil }
  }

  /// The row of the file.
  var row: String { "\(LedgerHash(salt.bytes)?.base64 ?? "") \(text)\n" }

  /// The row of a line whose signer was erased.
  static func erasedRow(_ hash: LedgerHash) -> String { "- \(hash.base64)\n" }

  // Scalar by scalar: what Swift takes for one character can hide a line break, or the letter behind a backslash.
  private static func escaped(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 0x5C || $0 < 0x20 }) else { return cell }
    var text = String.UnicodeScalarView()
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\\": text.append(contentsOf: "\\\\".unicodeScalars)
      case "\t": text.append(contentsOf: "\\t".unicodeScalars)
      case "\n": text.append(contentsOf: "\\n".unicodeScalars)
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  private static func unescaped(_ cell: Substring) -> String? {
    guard !cell.isEmpty else { return nil }
    guard cell.utf8.contains(0x5C) else { return String(cell) }
    var text = String.UnicodeScalarView()
    var isEscape = false
    for scalar in cell.unicodeScalars {
      guard isEscape || scalar != "\\" else {
        isEscape = true
        continue
      }
      text.append(!isEscape ? scalar : scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar)
      isEscape = false
    }
    return String(text)
  }
}

/// The root over the hashes of a list's lines.
func root(ofLines hashes: [LedgerHash]) throws -> LedgerHash {
  try MerkleTree(size: 0, tiles: TileTable()).appending(hashes).root
}
