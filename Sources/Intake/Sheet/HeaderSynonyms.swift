/// What sheets call the fields.
enum HeaderSynonyms {
  /// The field that a header of this name always means; nil where it means none of them for certain.
  static func field(for key: HeaderKey) -> SheetField? { table[key.text] }

  /// Columns that Picket itself added to a sheet of refused rows.
  static func isOfRejects(_ key: HeaderKey) -> Bool { rejectsKeys.contains(key.text) }

  private static let rejectsKeys: Set<String> = Set(
    RejectsFile.columns.map { HeaderKey($0).text })

  private static let table: [String: SheetField] = {
    var table: [String: SheetField] = [:]
    for (field, names) in synonyms {
      for name in names { table[HeaderKey(name).text] = field }
    }
    for field in SheetField.allCases where field != .confirmed { table[HeaderKey(field.rawValue).text] = field }
    return table
  }()

  private static let synonyms: [(SheetField, [String])] = [
    (
      .name,
      [
        "Full name", "Your name", "Your full name", "Name (first and last)", "First and last name",
        "First & last name", "Name and surname", "Signer", "Signer name", "Signatory", "Signatory name",
        "Display name", "Name as it should appear",
      ]
    ),
    (.firstName, ["First", "Given name", "Given names", "Forename", "fname", "Your first name"]),
    (.lastName, ["Last", "Surname", "Family name", "lname", "Your last name"]),
    (.honorific, ["Salutation", "Name prefix", "Honorific prefix"]),
    (.credentials, ["Degrees", "Post-nominals", "Name suffix", "Honorific suffix"]),
    (
      .email,
      [
        "Email address", "Mail", "Mail address", "Your email", "Your email address", "Work email",
        "Work email address", "Personal email", "Personal email address", "Company email", "Contact email",
        "Corporate email",
      ]
    ),
    (
      .jobTitle,
      [
        "Title", "Job", "Your job title", "Your title", "Occupation", "Occupation title", "Profession", "Position",
        "Role", "Your role", "Job role", "Job position", "Role / title", "Title / role",
      ]
    ),
    (
      .team,
      [
        "Team name", "Your team", "Department", "Your department", "Dept", "Team / department", "Department / team",
        "Team or department", "Division", "Business unit", "Team / org", "Org / team",
      ]
    ),
    (.location, ["Your location", "Office", "Office location", "Site", "Work site", "Work location", "Job site"]),
    (.city, ["Town", "City / town", "Your city", "can2_user_city"]),
    (.region, ["State", "Province", "State / province", "State / region", "can2_user_state"]),
    (.country, ["Your country", "Country / region"]),
    (
      .affiliation,
      [
        "Employer", "Your employer", "Company", "Company name", "Your company", "Organization", "Organisation",
        "Organization name", "Organisation name", "Institution", "Institution name", "University", "School",
        "Workplace", "Place of work",
      ]
    ),
    (.cohort, ["Signer type", "Signatory type"]),
    (
      .visibility,
      [
        "Sign as", "Signing as", "Show as", "Show me as", "List as", "List me as", "Listed as", "Display as",
        "Publish as", "Public listing", "How to list", "How to list you", "How should we list you",
        // Whatever such a column says, it must not be dropped: then a signer who asked to be hidden would be shown.
        "Anonymous", "Anonymise", "Anonymize", "Anonymity", "Sign anonymously", "Keep anonymous", "Is anonymous",
      ]
    ),
    (
      .signedOn,
      [
        "Timestamp", "Time stamp", "Date", "Date signed", "Signed at", "Signed date", "Signature date",
        "Sign date", "Date of signature", "Created at", "Created", "Created on", "Submitted at", "Submitted on",
        "Submission date", "Submission time", "Date submitted", "Date and time", "Date / time", "Action date",
      ]
    ),
  ]
}
