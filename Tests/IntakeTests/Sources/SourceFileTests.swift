import Campaigns
import Testing

@testable import Intake

/// What each source writes is found by itself and taken whole.
struct SourceFileTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var file: String
    var format: SourceFormat
    var mapping: String
    var rows: Int
    var testDescription: String { file }
  }

  static let cases: [Case] = [
    Case(
      file: "google-forms.csv", format: .googleForms,
      mapping: "name email job_title team location visibility signed_on", rows: 4),
    Case(
      file: "action-network.csv", format: .actionNetwork, mapping: "first_name last_name email city region", rows: 3),
    Case(file: "change-org.csv", format: .changeOrg, mapping: "name city region country signed_on", rows: 3),
    Case(
      file: "speakout.csv", format: .speakout,
      mapping: "first_name last_name honorific email city region country visibility signed_on confirmed", rows: 4),
    Case(file: "pytition.csv", format: .pytition, mapping: "first_name last_name email confirmed", rows: 4),
    Case(file: "proca.csv", format: .proca, mapping: "first_name last_name email region signed_on", rows: 3),
    Case(file: "eff-persons.csv", format: .eff, mapping: "first_name last_name email country signed_on", rows: 3),
    Case(file: "eff-experts.csv", format: .eff, mapping: "name affiliation", rows: 3),
    Case(
      file: "osdi-people.json", format: .osdi,
      mapping: "first_name last_name honorific credentials email city region country affiliation signed_on", rows: 3),
    Case(file: "git-letter-list.yml", format: .gitLetter, mapping: "name job_title affiliation", rows: 3),
    Case(file: "git-letter-lines.md", format: .gitLetter, mapping: "name job_title affiliation", rows: 4),
  ]

  @Test(arguments: cases) func `is found, mapped and taken whole`(_ example: Case) throws {
    let sheet = try Fixture.read(example.file)
    #expect(sheet.reader.source == example.format)
    #expect(sheet.reader.mapping.mapped.map(\.field.rawValue).joined(separator: " ") == example.mapping)
    #expect(sheet.rows.count == example.rows)
    #expect(sheet.refused == [])
  }

  @Test(arguments: cases) func `is the same where it is named`(_ example: Case) throws {
    let found = try Fixture.read(example.file)
    let named = try Fixture.read(example.file, SheetOptions(today: Fixture.today, format: example.format))
    #expect(named.rows == found.rows)
    #expect(named.reader.mapping == found.reader.mapping)
  }

  @Test func `SpeakOut has UTF-16, honorifics, confirmations and rows a cell short`() throws {
    let sheet = try Fixture.read("speakout.csv")
    #expect(sheet.reader.encoding == .utf16LittleEndian)
    #expect(sheet.rows.map(\.signatory.honorific) == ["Dr.", nil, "Dr.", nil])
    #expect(sheet.rows.map(\.verification) == [.emailCode, nil, .emailCode, nil])
    #expect(sheet.rows[0].signatory.location == "Springfield, FD, Freedonia")
    #expect(sheet.reader.metMissingWish)
    #expect(sheet.reader.mapping.neverKept.map(\.header) == ["Confirmation code", "IP Address"])
    #expect(!sheet.reader.mapping.dropped.map(\.header).contains("IP Address"))
  }

  @Test func `a SpeakOut row that is whole says whether its signer wishes to be shown`() throws {
    let sheet = try ReadSheet(
      "Petition ID,First Name,Last Name,Email Address,Date Signed,Confirmed,Anonymise\n"
        + "1,Ana,Example,ana@mail.example,2026-02-01,,1\n1,Bela,Muster,bela@mail.example,2026-02-01,,0\n",
      SheetOptions(today: Fixture.today))
    #expect(sheet.reader.source == .speakout)
    #expect(sheet.rows.map(\.visibility?.level) == [.role, nil])
    #expect(!sheet.reader.metMissingWish)
  }

  @Test func `Pytition's confirmed signers are verified by their address, the others are not`() throws {
    let sheet = try Fixture.read("pytition.csv")
    #expect(sheet.rows.map(\.verification) == [nil, .emailCode, .emailCode, nil])
  }

  @Test func `a confirmation that is neither yes nor no refuses its row`() throws {
    let sheet = try ReadSheet(
      "first_name,last_name,phone,email,subscribed_to_mailinglist,confirmed\nAna,Example,,ana@mail.example,,perhaps\n"
    )
    #expect(sheet.rows == [])
    #expect(sheet.refused.map(\.column) == [6])
    #expect(sheet.refused.map(\.reason) == ["the confirmation is neither yes nor no"])
  }

  @Test func `a column called confirmed means nothing in a sheet of no known source`() throws {
    let sheet = try ReadSheet("Name,Email,Confirmed\nAna Example,ana@mail.example,yes\n")
    #expect(sheet.reader.source == nil)
    #expect(sheet.rows.map(\.verification) == [nil])
    #expect(sheet.reader.mapping.dropped.map(\.header) == ["Confirmed"])
  }

  @Test func `a Google form's times are days in the zone of its owner`() throws {
    let sheet = try Fixture.read("google-forms.csv")
    #expect(sheet.rows[0].signedOn == CalendarDate("2026-02-01"))
    #expect(sheet.reader.metZonelessTime)
    #expect(sheet.rows[0].visibility?.level == .role)
  }

  @Test func `a letter's list without a header, by the names of its columns`() throws {
    let options = SheetOptions(
      delimiter: .semicolon, columns: ["name", "occupation_title", "affiliation", "link"], today: Fixture.today,
      format: .gitLetter)
    let sheet = try Fixture.read("git-letter-headless.csv", options)
    #expect(sheet.reader.source == .gitLetter)
    #expect(sheet.rows.map(\.signatory.name) == ["Ana Example", "Bela Muster"])
    #expect(sheet.rows.map(\.signatory.jobTitle) == ["Engineer", nil])
    #expect(sheet.rows.map(\.signatory.affiliation) == ["Nimbus Cloud", "University of Sample"])
  }
}
