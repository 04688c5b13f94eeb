/// A paragraph of a document: a heading, a fact, a part of the letter.
struct Paragraph {
  var text: StyledText
  var face = Typeface.body
  /// What it is in the document's structure, as PDF calls it.
  var tag = "P"
  /// How far it is set in, at the side on which its lines begin.
  var indent = 0.0
  /// The space above it.
  var before = 0.0
  /// Whether it stands on the page of what follows it.
  var keepsWithNext = false
  /// What stands before its first line, where it is set in: a number, a bullet, a label.
  var mark: StyledText?
  var markFace = Typeface.body
  /// How far the mark itself is set in.
  var markIndent = 0.0
  /// Whether a line is drawn above it.
  var hasRule = false
  /// How many bars stand beside it, and how far each is set in: those of quotations.
  var bars: [Double] = []

  init(_ text: StyledText, _ face: Typeface = .body) {
    self.text = text
    self.face = face
  }
}
