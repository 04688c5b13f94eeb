import Campaigns

/// A part of a brief, apart from how a format writes it.
enum BriefBlock {
  /// The heading of what follows, at level 2 or 3.
  case heading(Int, [BriefPiece])
  /// A paragraph.
  case paragraph([BriefPiece])
  /// An item of a list: of the outer one at level 0, of one within it at level 1.
  case item([BriefPiece], level: Int = 0)
  /// A table.
  case table(BriefTable)
  /// A chart of days, with the table of what it draws.
  case chart(DaysChart, BriefTable)
  /// A source in the list of them.
  case evidence(Int, [BriefPiece])
}

/// A piece of a line.
enum BriefPiece {
  /// Picket's own words.
  case words(String)
  /// Picket's own words, to be seen first.
  case strong(String)
  /// A text of somebody else's: it shows as what it is, whatever stands in it.
  case text(String)
  /// The same in a language that is known.
  case foreign(String, Language)
  /// Somebody else's words between quotation marks.
  case quote(String)
  /// Words that are gone.
  case removed(String)
  /// Words that are new.
  case added(String)
  /// Where something can be read: a link where it is an address.
  case source(String)
  /// The number of the evidence for what stands before.
  case cited(EvidenceRecord)
}

/// A table of Picket's own words and numbers: the first column names the row.
struct BriefTable {
  let caption: [BriefPiece]
  let columns: [String]
  let rows: [[[BriefPiece]]]

  init(_ caption: [BriefPiece], columns: [String], rows: [[[BriefPiece]]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}
