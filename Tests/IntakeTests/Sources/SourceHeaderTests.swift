import Campaigns
import Testing

@testable import Intake

/// Headers that are not quite those of their source.
struct SourceHeaderTests {
  /// The columns that tell each source, and one of them in another language.
  static let sources: [(SourceFormat, [String], needed: String, foreign: String)] = [
    (.googleForms, ["Timestamp", "Email Address", "Your name"], "Timestamp", "Zeitstempel"),
    (.actionNetwork, ["first_name", "last_name", "email", "can2_user_city"], "email", "courriel"),
    (.changeOrg, ["Name", "City", "State", "Postal Code", "Country", "Signed On"], "Signed On", "Firmado el"),
    (
      .speakout, ["Petition ID", "First Name", "Last Name", "Email Address", "Date Signed", "Confirmed"],
      "Email Address", "Adresse e-mail"
    ),
    (
      .pytition, ["first_name", "last_name", "phone", "email", "subscribed_to_mailinglist", "confirmed"], "confirmed",
      "confirmé"
    ),
    (.proca, ["first_name", "last_name", "email", "area", "campaign_name"], "area", "région"),
    (.eff, ["first_name", "last_name", "email", "zipcode", "country_code", "created_at"], "zipcode", "postleitzahl"),
    (.eff, ["full_name", "institution", "affiliation_type"], "affiliation_type", "Zugehörigkeit"),
    (.gitLetter, ["name", "occupation_title", "link"], "occupation_title", "profession"),
  ]

  private func read(_ header: [String], _ format: SourceFormat?) throws -> SheetReader {
    let row = header.map { _ in "x" }.joined(separator: ",")
    return try SheetReader(
      MemorySource(header.joined(separator: ",") + "\n\(row)\n", name: "sheet.csv"),
      options: SheetOptions(format: format))
  }

  @Test(arguments: sources)
  func `a header is found by its columns, in any order and spelling`(
    _ format: SourceFormat, _ header: [String], _ needed: String, _ foreign: String
  ) throws {
    #expect(try read(header, nil).source == format)
    #expect(try read(header.reversed().map { $0.uppercased() }, nil).source == format)
  }

  @Test(arguments: sources)
  func `a named source that lacks a column is refused, and says which`(
    _ format: SourceFormat, _ header: [String], _ needed: String, _ foreign: String
  ) throws {
    for changed in [
      header.filter { $0 != needed }, header.map { $0 == needed ? "\($0) 2" : $0 },
      header.map { $0 == needed ? foreign : $0 },
    ] {
      let refusal = try refusal { _ = try read(changed, format) }
      #expect(refusal.code == .unusableFile)
      #expect(refusal.message == "\(format) has a column ‘\(needed)’; this sheet has none")
      #expect(refusal.place == SourcePlace(file: "sheet.csv", line: 1))
      #expect(refusal.hint != nil)
      // Where nobody said what it is, it is a sheet of nobody's in particular, or has no name that can be found.
      if let reader = try? read(changed, nil) { #expect(reader.source == nil) }
    }
  }

  @Test(
    arguments: sources.filter { $0.0 != .googleForms && $0.needed != "zipcode" && $0.needed != "affiliation_type" })
  func `a doubled column is refused by its numbers`(
    _ format: SourceFormat, _ header: [String], _ needed: String, _ foreign: String
  ) throws {
    let refusal = try refusal { _ = try read(header + [needed], format) }
    #expect(refusal.code == .unusableFile)
    #expect(refusal.message.hasPrefix("columns "))
  }

  @Test func `a renamed column is taken where it is mapped`() throws {
    let text = "Petition ID,First Name,Last Name,Courriel,Date Signed,Confirmed\n1,Ana,Example,ana@mail.example,,\n"
    let options = SheetOptions(
      overrides: [FieldOverride(.email, from: "Courriel")], today: Fixture.today, format: .speakout)
    let sheet = try ReadSheet(text, options)
    #expect(sheet.rows.map(\.signatory.email) == ["ana@mail.example"])
  }

  @Test func `refused rows of a source are found to be of it, and come back without what is never kept`() throws {
    let first = try ReadSheet(
      "Petition ID,First Name,Last Name,Email Address,Date Signed,Confirmation code,Confirmed,IP Address,Anonymise\n"
        + "1,Ana,Example,ana.mail.example,2026-02-01,\"secret, code\",confirmed,192.0.2.7,1\n",
      SheetOptions(today: Fixture.today))
    let rejects = String(decoding: first.rejects, as: UTF8.self)
    #expect(first.refused.count == 1)
    #expect(!rejects.contains("secret") && !rejects.contains("192.0.2.7"))
    #expect(rejects.hasSuffix(",1,Ana,Example,ana.mail.example,2026-02-01,,confirmed,,1\n"))
    let mended = try ReadSheet(
      rejects.replacing("ana.mail.example", with: "ana@mail.example"), SheetOptions(today: Fixture.today))
    #expect(mended.reader.source == .speakout)
    #expect(mended.rows.map(\.verification) == [.emailCode])
    #expect(mended.rows.map(\.visibility?.level) == [.role])
  }

  @Test(arguments: [SourceFormat.osdi, .gitLetter, .speakout])
  func `a file of another kind than the named source is refused`(_ format: SourceFormat) throws {
    let others = [
      ("a.json", "{\"_embedded\":{\"osdi:people\":[]}}", SourceFormat.osdi),
      ("a.yml", "- name: Ana Example\n", .gitLetter), ("a.csv", "Name,Email\nAna Example,ana@mail.example\n", nil),
    ]
    for (name, text, own) in others where own != format {
      let refusal = try refusal {
        let reader = try SheetReader(MemorySource(text, name: name), options: SheetOptions(format: format))
        _ = try reader.next(10)
      }
      #expect(refusal.code == .unusableFile)
      #expect(refusal.place?.file == name)
    }
  }
}
