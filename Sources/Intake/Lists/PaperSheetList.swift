import Campaigns

/// A signature sheet, typed off.
public typealias PaperSheetList = TypedList<PaperRow>

/// A row of a paper sheet as somebody typed it.
public struct PaperRow: ListEntry, Hashable {
  /// The row's number on the sheet, from 1; nil where it is the one after the row before.
  public var row: Int?
  /// The name.
  public var name: String
  /// What the signer does; nil where nothing is written there.
  public var jobTitle: String?
  /// The team; nil where nothing is written there.
  public var team: String?
  /// The e-mail address; nil where nothing is written there.
  public var email: String?
  /// What the signer marked of what may be shown, in words; nil where nothing is marked.
  public var visibility: String?
  /// The day beside the signature, as it was typed; nil where there is none.
  public var signedOn: String?

  /// A row with only a name.
  public init(row: Int? = nil, name: String) {
    self.row = row
    self.name = name
  }

  /// `name`, and the columns that a sheet may do without.
  public static let columns = [
    ListColumn("row", ["Row number", "No", "#"]),
    ListColumn("name", ["Full name"], kind: .name, isRequired: true),
    ListColumn("job_title", ["Title", "Role"]),
    ListColumn("team"),
    ListColumn("email", ["E-mail", "E-mail address", "Mail"]),
    ListColumn("visibility", ["Show", "Shown as"]),
    ListColumn("signed_on", ["Date", "Day"]),
  ]

  /// What the row says.
  /// - Throws: the refused row where the name is empty, or the number is none.
  public init(_ row: ListRow) throws(RefusedRow) {
    name = try row.needed("name", else: CellFault.nameEmpty.words)
    self.row = try row.value("row", else: "the row's number is no number") { Int($0) }
    jobTitle = row.cell("job_title")
    team = row.cell("team")
    email = row.cell("email")
    visibility = row.cell("visibility")
    signedOn = row.cell("signed_on")
  }

  /// What is taken for the visibility of a row without a mark: nobody is shown who did not ask for it.
  public static let unmarked = Visibility.Level.counted

  /// How such a sheet is read.
  public static var options: SheetOptions {
    var options = SheetOptions(delimiter: .comma, encoding: .utf8)
    options.addressesMayBeEmpty = true
    return options
  }

  /// Rows as one sheet for an import, each on the line after its number, so that the line tells the row.
  public static func sheet(of rows: [PaperRow]) -> [UInt8] {
    var lines = ["name,job_title,team,email,visibility,signed_on"]
    for row in rows.sorted(by: { ($0.row ?? 0) < ($1.row ?? 0) }) {
      while lines.count < row.row ?? lines.count { lines.append("") }
      let cells = [
        row.name, row.jobTitle, row.team, row.email, row.visibility ?? unmarked.rawValue, row.signedOn,
      ]
      lines.append(
        String(decoding: RejectsFile.record(of: cells.map { $0 ?? "" }, delimiter: .comma), as: UTF8.self))
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Why the row cannot be taken, by the rules of every sheet; nil where it can. It never says what was typed.
  public func fault() throws -> String? {
    var row = self
    row.row = 1
    let reader = try SheetReader(MemorySource(PaperRow.sheet(of: [row])), options: PaperRow.options)
    return try reader.next(1)?.refused.first?.reason
  }
}
