import Campaigns
import Testing

@testable import Intake

private let place = SourcePlace(file: "list.csv", line: 1)

@Suite("Columns of lists")
struct ListMappingTests {
  struct List: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var columns: [ListColumn]
    var names: [String] { columns.map(\.name) }
  }

  static let lists = [
    List(testDescription: "pledges", columns: TypedPledge.columns),
    List(testDescription: "terminations", columns: TypedTermination.columns),
    List(testDescription: "boycott targets", columns: TypedBoycottTarget.columns),
  ]

  private func map(_ headers: [String], _ columns: [ListColumn]) throws -> ListMapping {
    try ListMapping(headers: headers, to: columns, at: place)
  }

  @Test("all of them are found by their names", arguments: lists)
  func all(_ list: List) throws {
    let mapping = try map(list.names, list.columns)
    #expect(mapping.mapped.map(\.name) == list.names)
    #expect(mapping.mapped.map(\.column.number) == Array(1...list.names.count))
    #expect(mapping.dropped.isEmpty)
  }

  @Test("no header could mean two of them", arguments: lists)
  func distinct(_ list: List) {
    let keys = list.columns.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    #expect(!keys.contains(HeaderKey("")))
  }

  @Test("a missing one refuses the list only where it is required", arguments: lists)
  func missing(_ list: List) throws {
    for (index, column) in list.columns.enumerated() {
      var headers = list.names
      headers[index] = "something else"
      if column.isRequired {
        let refusal = try refusal { _ = try map(headers, list.columns) }
        #expect(refusal.code == .unusableFile && refusal.place == place)
        #expect(refusal.message == "the first row does not have all columns; missing: \(column.name)")
        for name in list.names { #expect(refusal.hint?.contains(name) == true) }
      } else {
        let mapping = try map(headers, list.columns)
        #expect(mapping.columns[column.name] == nil)
        #expect(mapping.dropped.map(\.header) == ["something else"])
      }
    }
  }

  @Test("a renamed one is found by each of its synonyms, however it is written", arguments: lists)
  func renamed(_ list: List) throws {
    for (index, column) in list.columns.enumerated() {
      for header in [column.name] + column.synonyms {
        let joined = header.split(separator: " ").joined(separator: "_")
        for written in [header.uppercased(), " \(header.lowercased()):", joined] {
          var headers = list.names
          headers[index] = written
          #expect(try map(headers, list.columns).columns[column.name]?.header == written)
        }
      }
    }
  }

  @Test("a doubled one refuses the list", arguments: lists)
  func doubled(_ list: List) throws {
    for (index, column) in list.columns.enumerated() {
      for header in [column.name.uppercased()] + column.synonyms {
        let refusal = try refusal { _ = try map(list.names + [header], list.columns) }
        #expect(refusal.code == .unusableFile && refusal.place == place)
        #expect(
          refusal.message == "columns \(index + 1) (\"\(column.name)\") and \(list.names.count + 1) (\"\(header)\")"
            + " both are \(column.name)")
        for name in list.names { #expect(refusal.hint?.contains(name) == true) }
      }
    }
  }

  @Test("all that are missing are named at once, and what would be taken too")
  func several() throws {
    let refusal = try refusal { _ = try map(["Comment"], TypedPledge.columns) }
    #expect(refusal.message == "the first row does not have all columns; missing: name, email, if_others")
    #expect(
      refusal.hint == "name them in the first row; needed: name, email, if_others; "
        + "taken too: cohort, visibility, lapses_on")
  }

  @Test("a hint about a list whose columns are all required names no others")
  func onlyRequired() throws {
    let refusal = try refusal { _ = try map([], [ListColumn("a", isRequired: true)]) }
    #expect(refusal.hint == "name them in the first row; needed: a")
  }

  @Test("no header is a column, whatever the synonyms")
  func emptyHeaders() throws {
    let mapping = try map(["", "a", "#", ""], [ListColumn("a", ["#", ""])])
    #expect(mapping.columns.keys.sorted() == ["a"])
    #expect(mapping.dropped.map(\.number) == [1, 3, 4])
  }

  @Test("a refusal about a sheet without a header does not show its first row")
  func noHeader() throws {
    let refusal = try refusal {
      _ = try ListReader("canary name,canary@example.org\n", TypedPledge.columns)
    }
    #expect(!"\(refusal)".contains("canary"))
  }

  @Test("of the sheets that organizers have")
  func known() throws {
    let brands = try map(
      [
        "id", "name", "description", "status", "reasons", "countries", "categories", "website", "logo_url",
        "alternatives", "alternatives_text", "stakeholders",
      ], TypedBoycottTarget.columns)
    #expect(
      brands.mapped.map(\.name) == [
        "name", "description", "status", "reasons", "website", "alternatives", "alternatives_text",
      ])
    #expect(
      brands.dropped.map(\.header) == ["id", "countries", "categories", "logo_url", "stakeholders"])
    let pledges = try map(
      ["Timestamp", "Full name", "E-Mail", "If others", "May we publish your name?"], TypedPledge.columns)
    #expect(pledges.mapped.map(\.name) == ["name", "email", "if_others"])
    #expect(pledges.dropped.map(\.mayAskForVisibility) == [false, true])
  }
}
