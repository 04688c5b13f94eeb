import Campaigns
import Foundation
import Testing

@testable import Export

@Suite struct JSONTests {
  private struct Line: Decodable {
    var full_name: String?
    var job_title: String?
    var affiliation: String?
    var location: String?
    var cohort: String
    var visibility: String
    var signed_on: String?
  }

  @Test func emptyListIsAnEmptyArray() throws {
    #expect(try written(try Sample.list([]), as: .json) == "[]\n")
  }

  @Test func everyKeyInItsOrderAndNullWhereEmpty() throws {
    let line = ListLine(cohort: .supporter, visibility: .role)
    let expected = """
      [
      {"full_name": null, "job_title": null, "affiliation": null, "location": null, "cohort": "supporter", \
      "visibility": "role", "signed_on": null}
      ]

      """
    #expect(try written(try Sample.list([line]), as: .json) == expected)
  }

  @Test(arguments: [
    ("a\"b", "\"a\\\"b\""), ("a\\", "\"a\\\\\""), ("é", "\"é\""), ("a\nb", "\"a b\""), ("a\u{1}b", "\"a b\""),
    ("", "null"), ("\u{200B}", "null"), ("\n", "null"), ("a/b<c>", "\"a/b<c>\""),
  ])
  func cells(cell: String, expected: String) throws {
    #expect(try writtenCell(cell, as: .json) == expected)
  }

  @Test func aStrictReaderTakesEverything() throws {
    let lines = Sample.signers + Sample.roles + Sample.hostile.map { Sample.named($0, $0) }
    let json = try written(try Sample.list(lines), as: .json)
    let read = try JSONDecoder().decode([Line].self, from: Data(json.utf8))
    #expect(read.count == lines.count)
    #expect(json.split(separator: "\n").count == lines.count + 2)
    for (line, original) in zip(read, lines).prefix(Sample.signers.count) {
      #expect(line.full_name == original.fullName)
      #expect(line.job_title == original.jobTitle)
      #expect(line.affiliation == original.affiliation)
      #expect(line.location == original.location)
      #expect(line.cohort == original.cohort.rawValue)
      #expect(line.visibility == original.visibility.rawValue)
      #expect(line.signed_on == original.signedOn?.description)
    }
  }
}
