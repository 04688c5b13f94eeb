import ArgumentParser
import Campaigns
import Export

/// What a list leaves out, and how its lines stand on the page.
struct LayoutOptions: ParsableArguments {
  @Option(help: "What to show of each line, in this order, as full_name,job_title. Else everything.")
  var fields: String?

  @Flag(help: "Tell names by their initials only; organizations keep theirs. This does not make anonymous.")
  var initials = false

  @Option(help: "Put lines together by organization, site or cohort; csv and json are sorted by it.")
  var groupBy: ListLayout.Grouping?

  @Option(help: "How many names stand beside each other, up to 6 in text and html, 4 in pdf.")
  var columns = 1

  @Option(help: "The paper that html and pdf are printed on: a4 or letter.")
  var paper: ListLayout.Paper?

  /// The layout that was asked for.
  /// - Throws: `usage` where it is none that a list in this form can have.
  func layout(for format: ListFormat) throws -> ListLayout {
    var layout = ListLayout()
    layout.fields = try fields.map(parsed)
    layout.showsInitialsOnly = initials
    layout.grouping = groupBy
    layout.nameColumns = columns
    if let paper {
      guard format == .html || format == .pdf else {
        throw Refusal(.usage, "\(format.rawValue) has no pages", hint: "use --paper with html or pdf")
      }
      layout.paper = paper
    }
    try layout.require(by: format)
    return layout
  }

  private func parsed(_ text: String) throws -> [ListLayout.Field] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard let field = ListLayout.Field(rawValue: word.trimmingWhitespace().lowercased()) else {
        throw Refusal(
          .usage, "there is no field \"\(word.prefix(40))\"",
          hint: "fields: \(ListLayout.Field.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return field
    }
  }
}

extension ListLayout.Grouping: ExpressibleByArgument {}

extension ListLayout.Paper: ExpressibleByArgument {}
