import Campaigns
import Testing

@Suite("The words of people and sheets")
struct WordsTests {
  @Test(
    "a cohort is named in singular or plural, in any case",
    arguments: [
      ("employee", Cohort.employee), ("Employees", .employee), ("STAFF", .employee), ("contractor", .contractor),
      ("Vendors", .contractor), ("alumni", .alumni), ("Alumna", .alumni), ("former employee", .alumni),
      ("supporters", .supporter), ("organisation", .organization), ("Organizations", .organization),
    ])
  func cohorts(text: String, cohort: Cohort) {
    #expect(Cohort(named: text) == cohort)
  }

  @Test("every cohort is known by its own word and by its plural", arguments: Cohort.allCases)
  func cohortWords(cohort: Cohort) {
    #expect(Cohort(named: cohort.rawValue) == cohort)
    #expect(Cohort(named: cohort.plural) == cohort)
  }

  @Test("cohorts stand in the order of the reports")
  func cohortOrder() {
    #expect(Cohort.allCases.shuffled().sorted() == [.employee, .contractor, .alumni, .supporter, .organization])
  }

  @Test(
    "a level has the words that sheets use",
    arguments: [
      ("named", Visibility.Level.named), ("Name", .named), ("PUBLIC", .named), ("role", .role), ("Role-only", .role),
      ("role only", .role), ("anonymous", .role), ("counted", .counted), ("Count only", .counted),
      ("private", .counted),
    ])
  func levels(text: String, level: Visibility.Level) {
    #expect(Visibility.Level(named: text) == level)
  }

  @Test(
    "a field is named with or without hyphens, spaces and capitals",
    arguments: [
      ("job_title", Visibility.Field.jobTitle), ("job-title", .jobTitle), ("Job Title", .jobTitle),
      ("title", .jobTitle),
      ("team", .team), ("Department", .team), ("employer", .affiliation), ("organization", .affiliation),
      ("site", .location), ("City", .location), ("day", .day), ("signed_on", .day), ("Date", .day),
    ])
  func fields(text: String, field: Visibility.Field) {
    #expect(Visibility.Field(named: text) == field)
  }

  @Test("every field is known by the name of its column", arguments: Visibility.Field.allCases)
  func fieldWords(field: Visibility.Field) {
    #expect(Visibility.Field(named: field.rawValue) == field)
  }

  @Test(
    "what is no such word is nothing, never a guess", arguments: ["", " ", "everyone", "namedd", "nam", "name d"])
  func unknown(text: String) {
    #expect(Cohort(named: text) == nil)
    #expect(Visibility.Level(named: text) == nil)
    #expect(Visibility.Field(named: text) == nil)
  }

  @Test(
    "a verification method is a known word or the organizers' own",
    arguments: [
      ("badge", "badge"), ("  union card\n", "union card"),
      (String(repeating: "m", count: 60), String(repeating: "m", count: 60)),
    ])
  func methods(text: String, written: String) throws {
    #expect(try Verification.Method(text).description == written)
  }

  @Test("the methods that Picket knows are their own words")
  func knownMethods() throws {
    for method in Verification.Method.all { #expect(try Verification.Method(method.description) == method) }
    #expect(Verification.Method.all.count == 5)
  }

  @Test(
    "a method that is empty, long or of several lines is refused",
    arguments: [
      "", "   ", "a\nb", "a\tb", "a\u{0}b", String(repeating: "m", count: 61),
    ])
  func badMethods(text: String) {
    let refusal = #expect(throws: Refusal.self) { try Verification.Method(text) }
    #expect(refusal?.code == .invalidValue)
  }
}
