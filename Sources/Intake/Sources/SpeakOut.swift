extension SourceForm {
  /// UTF-16 with a byte order mark. The header ends with `Anonymise`, which the rows do not have: they are a cell
  /// short, and what their signers wished is not in the file. The street is nobody's business.
  static let speakout = SourceForm(
    .speakout,
    shapes: [["Petition ID", "First Name", "Last Name", "Email Address", "Date Signed", "Confirmed"]],
    meanings: [
      ("Honorific", .honorific), ("First Name", .firstName), ("Last Name", .lastName), ("Email Address", .email),
      ("City", .city), ("State", .region), ("Country", .country), ("Date Signed", .signedOn),
      ("Confirmed", .confirmed), ("Anonymise", .visibility), ("Address", nil), ("Postal Code", nil),
      ("Email Opt-in", nil), ("Custom Message", nil), ("Language", nil),
    ])
}
