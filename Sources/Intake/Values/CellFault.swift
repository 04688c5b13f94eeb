/// Why a cell, and with it its row, is refused. In words it never says what stands in the cell.
enum CellFault: Error, Hashable {
  case notUTF8
  case controlCharacter
  /// More combining marks than any language puts on one letter.
  case tooManyMarks
  /// The field is nil for a text of another kind.
  case tooLong(SheetField?, limit: Int)
  case nameEmpty
  case addressEmpty
  case addressWithoutAt
  case addressWithSeveralAts
  case addressWithSpace
  case addressWithInvisible
  case addressWithoutLocalPart
  case addressLocalPartTooLong
  case addressTooLong
  case domainWithoutDot
  case domainWithEmptyLabel
  case domainWithOddCharacter
  case visibilityEmpty
  case visibilityUnknown
  case cohortUnknown
  case dateUnreadable
  case dateImpossible
  case dateTooEarly
  case dateInFuture
  case tooManyCells(found: Int, expected: Int, byHeader: Bool, Delimiter)
  case repeatsHeader
  case rowTooLong
  case confirmationUnknown
  // Of sources that are no sheets.
  case notAnObject
  case notText
  case keyTwice
  case yamlUnreadable
  case yamlTooLong
  case yamlTooDeep
  case yamlReferences
  case frontMatterOpen
  case noSigner
  case fileNoText
  case fileForeign
  case fileIsLink
  case fileUnreadable
  case folderTooDeep

  /// The reason as the organizer reads it, without a full stop.
  var words: String {
    switch self {
    case .notUTF8: "holds bytes that are no valid text (the sheet is not UTF-8 here)"
    case .controlCharacter: "holds a control character"
    case .tooManyMarks: "holds a letter with more marks than any language has: it would be drawn over other lines"
    case .tooLong(let field, let limit): "\(CellFault.noun(field)) is longer than \(limit) characters"
    case .nameEmpty: "the name is empty"
    case .addressEmpty: "the address is empty"
    case .addressWithoutAt: "the address has no @"
    case .addressWithSeveralAts: "the address has more than one @"
    case .addressWithSpace: "the address holds a space"
    case .addressWithInvisible: "the address holds an invisible character"
    case .addressWithoutLocalPart: "the address has nothing before the @"
    case .addressLocalPartTooLong: "the address has more than 64 bytes before the @"
    case .addressTooLong: "the address is longer than 254 bytes"
    case .domainWithoutDot: "the address's domain has no dot"
    case .domainWithEmptyLabel: "the address's domain has a dot too many"
    case .domainWithOddCharacter: "the address's domain holds a character that no domain has"
    case .visibilityEmpty: "the visibility is empty: named, role or counted is needed"
    case .visibilityUnknown: "the visibility is none of named, role (or anonymous), counted"
    case .cohortUnknown: "the cohort is none of employee, contractor, alumni, supporter, organization"
    case .dateUnreadable: "the date is in no known form: YYYY-MM-DD or M/D/YYYY, with or without a time"
    case .dateImpossible: "the calendar has no such day: with slashes the month comes first"
    case .dateTooEarly: "the date is before 1970"
    case .dateInFuture: "the date is in the future"
    case .tooManyCells(let found, let expected, let byHeader, let delimiter):
      "has \(found) cells, \(byHeader ? "the header" : "--columns") \(expected): perhaps an unquoted \(delimiter)"
    case .repeatsHeader: "repeats the header"
    case .confirmationUnknown: "the confirmation is neither yes nor no"
    case .notAnObject: "stands among the signatures and is no object"
    case .notText: "a field that has to be a text is none"
    case .keyTwice: "a key stands twice: which one counts is not said"
    case .yamlUnreadable: "is no YAML of keys and texts"
    case .yamlTooLong: "the signer's YAML is longer than 64 KiB"
    case .yamlTooDeep: "the signer's YAML nests too deep"
    case .yamlReferences: "the signer's YAML refers to itself too often"
    case .frontMatterOpen: "the front matter is never closed: --- is missing"
    case .noSigner: "holds no signer: neither front matter, nor a YAML list, nor lines that begin with a hyphen"
    case .fileNoText: "is no text"
    case .fileForeign: "is no file of a signer: .md, .yml, .yaml and .txt are"
    case .fileIsLink: "is a link: put the file itself there"
    case .fileUnreadable: "may not be read: check its permissions"
    case .folderTooDeep: "is a folder more than eight levels deep"
    case .rowTooLong: "the row is longer than 1 MiB: perhaps a quotation mark is missing"
    }
  }

  private static func noun(_ field: SheetField?) -> String {
    switch field {
    case nil: "the text"
    case .name, .firstName, .lastName: "the name"
    case .jobTitle: "the job title"
    case .team: "the team"
    case .location, .city, .region, .country: "the location"
    case .affiliation: "the affiliation"
    case let field?: "the \(field)"
    }
  }
}
