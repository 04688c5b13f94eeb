/// The one error of Picket: what was refused, in words for the person who asked.
///
/// A refusal never carries what identifies a signatory: no name, no address, no cell of a sheet.
/// Slugs, identifiers, file names, line numbers and counts may stand in it.
public struct Refusal: Error, Hashable, Sendable {
  /// What kind of thing happened; a face turns it into an exit code or a status.
  public let code: Code
  /// What happened, as one sentence without a full stop.
  public let message: String
  /// What to do next, as one sentence without a full stop; nil where nothing can be done.
  public let hint: String?
  /// Where in a file it happened; nil where no file is meant.
  public let place: SourcePlace?

  /// A refusal of the given kind.
  public init(_ code: Code, _ message: String, hint: String? = nil, at place: SourcePlace? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
    self.place = place
  }

  /// The kinds of refusal.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The request itself makes no sense: options that contradict each other, a question that nobody can answer.
    case usage
    /// A value breaks a rule of its field: an address without a domain, a slug with a space.
    case invalidValue
    /// The rules of the campaign forbid it now: a closed petition, a verification of what is withdrawn.
    case notAllowed
    /// It is there already: the slug is taken, the address has signed.
    case alreadyExists
    /// A file cannot be read as what it should be.
    case unusableFile
    /// Nothing of that name is there.
    case notFound
    /// A file cannot be created, or is there already.
    case cannotCreate
    /// Somebody else is writing to the database.
    case busy
    /// The vault is locked and no key was found.
    case locked
    /// A key does not open the vault, or the slot is damaged; the two cannot be told apart.
    case wrongKey
    /// A sealed record does not fit its row: someone changed the database by hand.
    case altered
    /// The file is not a Picket database.
    case notADatabase
    /// The database was written by a newer Picket.
    case schemaTooNew
    /// The disk is full.
    case diskFull
    /// The database cannot be written to.
    case readOnly
    /// The database is damaged.
    case corrupt
    /// Reading or writing failed for a reason outside Picket.
    case inputOutput
  }
}

/// A place in a file that a person can go to: lines and columns count from 1.
public struct SourcePlace: Hashable, Sendable, CustomStringConvertible {
  /// The file's name as the user gave it; `-` is standard input.
  public let file: String
  /// The line, from 1; nil where the file as a whole is meant.
  public let line: Int?
  /// The column, from 1; nil where the line as a whole is meant. In a sheet: the cell's number.
  public let column: Int?

  /// A place in a file.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file`, `file:line` or `file:line:column`.
  public var description: String {
    guard let line else { return file }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}
