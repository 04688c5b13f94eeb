import Campaigns
import Testing

@testable import Intake

private let place = SourcePlace(file: "sheet.csv", line: 1)

private func map(_ headers: [String], _ overrides: [FieldOverride] = []) throws -> ColumnMapping {
  try ColumnMapping(headers: headers, overrides: overrides, at: place)
}

/// The mapping in short: `name=1 email=3`.
private func mapped(_ headers: [String], _ overrides: [FieldOverride] = []) throws -> String {
  try map(headers, overrides).mapped.map { "\($0.field)=\($0.column.number)" }.joined(separator: " ")
}

@Suite("Columns")
struct ColumnMappingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var headers: [String]
    var expected: String
    var testDescription: String { headers.joined(separator: "|") }

    init(_ headers: [String], _ expected: String) {
      self.headers = headers
      self.expected = expected
    }
  }

  static let sheets: [Case] = [
    Case(
      ["Timestamp", "Name", "Email", "Job title", "Team", "City", "Country", "Sign as", "Comment"],
      "name=2 email=3 job_title=4 team=5 city=6 country=7 visibility=8 signed_on=1"),
    Case(
      ["first_name", "last_name", "phone", "email", "subscribed_to_mailinglist", "confirmed"],
      "first_name=1 last_name=2 email=4"),
    Case(
      [
        "uuid", "first_name", "last_name", "email", "zip_code", "can2_user_address", "can2_user_city",
        "can2_user_state", "can2_state_abbreviated", "can2_county", "can2_phone", "can2_user_tags",
        "can2_subscription_status", "can2_subscription_date", "can2_sms_status",
      ], "first_name=2 last_name=3 email=4 city=7 region=8"),
    Case(
      ["Name", "City", "State", "Postal Code", "Country", "Signed On"],
      "name=1 city=2 region=3 country=5 signed_on=6"),
    Case(
      [
        "Signature ID", "Petition ID", "Honorific", "First Name", "Last Name", "Email Address", "Address", "City",
        "State", "Postal Code", "Country", "Email Opt-in", "Date Signed", "Confirmation code", "Confirmed",
        "Custom Message", "Language", "IP Address", "Anonymise",
      ], "first_name=4 last_name=5 honorific=3 email=6 city=8 region=9 country=11 visibility=19 signed_on=13"),
    Case(
      ["first_name", "last_name", "email", "zipcode", "country_code", "created_at"],
      "first_name=1 last_name=2 email=3 signed_on=6"),
    Case(["full_name", "institution", "affiliation_type"], "name=1 affiliation=2"),
    Case(["name", "link", "occupation_title", "organization", "github"], "name=1 job_title=3 affiliation=4"),
    Case(["FULL NAME", "E-Mail", "jobTitle", "Dept."], "name=1 email=2 job_title=3 team=4"),
    Case(["\u{FEFF}Name", " e mail address: "], "name=1 email=2"),
    Case(["Name", "Location", "City", "Country"], "name=1 location=2"),
    Case(["Name", "", "Email", ""], "name=1 email=3"),
    Case(
      ["full_name", "job_title", "affiliation", "location", "cohort", "visibility", "signed_on"],
      "name=1 job_title=2 location=4 affiliation=3 cohort=5 visibility=6 signed_on=7"),
    Case(["picket_line", "picket_column", "picket_reason", "Name"], "name=4"),
    Case(["First name"], "first_name=1"),
  ]

  @Test("of sheets that organizers have", arguments: sheets)
  func known(_ example: Case) throws {
    #expect(try mapped(example.headers) == example.expected)
  }

  static let questions: [(String, SheetField?)] = [
    ("What is your full name?", .name),
    ("What's your job title?", .jobTitle),
    ("What’s your job title?", .jobTitle),
    ("Which team are you on?", .team),
    ("How may we list you?", .visibility),
    ("How should we list you on the public page?", .visibility),
    ("How do you want to sign?", .visibility),
    ("Your first and last name (as it should be published)", .name),
    ("What is your first name?", .firstName),
    ("Please enter your last name", .lastName),
    ("What is your e-mail address?", .email),
    ("Please give us your personal email address, not your work one!", nil),
    ("Your personal email (we will never share it)", .email),
    ("Which office do you work in?", .location),
    ("Where are you based?", .location),
    ("What city do you live in?", .city),
    ("Which company do you work for?", .affiliation),
    ("When did you sign the letter?", .signedOn),
    ("Would you like to sign anonymously?", .visibility),
    ("I want to stay anonymous", .visibility),
    // Two fields fit, or none for certain.
    ("What is your name and email?", nil),
    ("What is your role on the team?", nil),
    ("May we publish your name?", nil),
    ("May we contact you by email?", nil),
    ("What is your manager's name?", nil),
    ("Your friend's email address", nil),
    ("Why do you sign?", nil),
    ("What should your company change?", nil),
    ("How did you hear about this list?", nil),
    ("Do you want your name shown or to be anonymous?", nil),
    ("Comments for your team", nil),
    ("What is the capital city of France?", nil),
    ("What do you want your employer to do?", nil),
    ("How may we list you? named: your name; anonymous: your role", .visibility),
    ("Name of the event", nil),
    ("username", nil),
    ("Renamed", nil),
    ("", nil),
  ]

  @Test("of form questions", arguments: questions)
  func question(_ header: String, _ field: SheetField?) {
    #expect(QuestionText.field(askedBy: header) == field)
  }

  @Test("a header that always means a field goes before a question")
  func certain() throws {
    #expect(try mapped(["Your work email, if you have one", "Email", "Name"]) == "name=3 email=2")
    #expect(try mapped(["Name", "What is your first name?"]) == "name=1")
  }

  @Test("what is dropped is reported, and flagged where it may be a wish not to be shown")
  func dropped() throws {
    let mapping = try map(["Name", "Phone", "May we publish your name?", "picket_reason", "", "Show me in the list"])
    #expect(mapping.dropped.map(\.number) == [2, 3, 5, 6])
    #expect(mapping.dropped.map(\.header) == ["Phone", "May we publish your name?", "", "Show me in the list"])
    #expect(mapping.dropped.map(\.mayAskForVisibility) == [false, true, false, true])
    #expect(mapping.width == 6)
    #expect(!mapping.hasEmail)
  }

  @Test("two columns for one field are refused by name")
  func doubled() throws {
    let refusal = try refusal { _ = try map(["Name", "Work email", "Email address"]) }
    #expect(refusal.code == .unusableFile)
    #expect(refusal.place == place)
    #expect(refusal.message.contains("\"Work email\"") && refusal.message.contains("\"Email address\""))
    #expect(refusal.hint?.contains("--map email=") == true)
    let same = try mappingRefusal(["Name", "Name"])
    #expect(same.hint?.contains("rename") == true)
    let whole = try mappingRefusal(["Name", "Surname"])
    #expect(whole.message.contains("\"Surname\""))
    _ = try mappingRefusal(["What is your role?", "Which position do you have?", "Name", "Name?"])
  }

  private func mappingRefusal(_ headers: [String]) throws -> Refusal {
    let refusal = try refusal { _ = try map(headers) }
    #expect(refusal.code == .unusableFile)
    return refusal
  }

  @Test("a header without a name is perhaps no header")
  func nameless() throws {
    for headers in [["Anna Example", "anna@example.org"], [""], ["Email"]] {
      let refusal = try refusal { _ = try map(headers) }
      #expect(refusal.code == .unusableFile)
      #expect(refusal.hint?.contains("--columns") == true && refusal.hint?.contains("--map name=") == true)
      // A sheet without a header begins with a person.
      #expect(!"\(refusal)".contains("anna"))
    }
  }

  @Test("overrides decide")
  func overrides() throws {
    let headers = ["Name", "Surname", "Who", "Mail 1", "Email", "Location", "Town"]
    #expect(
      try mapped(headers, [FieldOverride(.name, from: "Who"), FieldOverride(.email, from: "mail-1")])
        == "name=3 email=4 location=6")
    #expect(
      try mapped(headers, [FieldOverride(.firstName, from: "Name")])
        == "first_name=1 last_name=2 email=5 location=6")
    #expect(
      try mapped(headers, [FieldOverride(.name, from: "Who"), FieldOverride(.city, from: "Town")])
        == "name=3 email=5 city=7")
    #expect(try mapped(headers, [FieldOverride("name=Who"), FieldOverride("location=")]) == "name=3 email=5")
    // An exact header goes before one that is only alike.
    #expect(try mapped(["NAME", "Name"], [FieldOverride(.name, from: "Name")]) == "name=2")
  }

  @Test("an override of a header that is not there names those near it")
  func unknownHeader() throws {
    let near = try refusal { _ = try map(["Nmae", "Email", "Phone"], [FieldOverride(.name, from: "Name")]) }
    #expect(near.code == .unusableFile)
    #expect(near.hint?.contains("\"Nmae\"") == true)
    #expect(near.hint?.contains("Phone") == false)
    let far = try refusal { _ = try map(["A", "B"], [FieldOverride(.name, from: "Full name")]) }
    #expect(far.hint?.contains("as it stands") == true)
  }

  @Test("overrides that contradict each other")
  func contradiction() throws {
    for overrides in [
      [FieldOverride(.name, from: "A"), FieldOverride(.name, from: "B")],
      [FieldOverride(.name, from: "A"), FieldOverride(.team, from: "A")],
    ] {
      #expect(try refusal { _ = try map(["A", "B"], overrides) }.code == .usage)
    }
    let twice = try refusal { _ = try map(["A", "a", "Name"], [FieldOverride(.team, from: "a!")]) }
    #expect(twice.code == .unusableFile)
  }

  @Test(
    "overrides as options",
    arguments: [
      ("name=Full name", SheetField.name, "Full name"), ("job_title=Job", .jobTitle, "Job"),
      ("jobTitle=Job", .jobTitle, "Job"), ("Job Title = a=b ", .jobTitle, "a=b"),
      ("signed-on=When", .signedOn, "When"),
      ("visibility=", .visibility, ""),
    ])
  func option(_ text: String, _ field: SheetField, _ header: String) throws {
    #expect(try FieldOverride(text) == FieldOverride(field, from: header))
  }

  @Test("options that are no override", arguments: ["name", "nome=Name", "=Name", ""])
  func noOption(_ text: String) throws {
    let refusal = try refusal { _ = try FieldOverride(text) }
    #expect(refusal.code == .usage)
    #expect(refusal.hint?.contains("job_title") == true)
  }
}
