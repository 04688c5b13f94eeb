/// A part of a notice for reading, apart from how a format writes it.
enum NoticeBlock {
  /// The heading of what follows.
  case heading(String)
  /// A paragraph.
  case paragraph([NoticePiece])
  /// An item of a list: of the outer one at level 0, of one within it at level 1.
  case item([NoticePiece], level: Int = 0)
}

/// A piece of a line.
enum NoticePiece {
  /// Picket's own words.
  case words(String)
  /// A text of somebody else's: it shows as what it is, whatever stands in it.
  case text(String)
  /// Where something can be read: somebody else's text too, and a link where a format has links and it is an address.
  case source(String)
}
