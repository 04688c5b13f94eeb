import Campaigns

/// Who has pledged within a boycott, ready to be written in any `PlainFormat`.
///
/// It shows what it is given, in the order in which it is given: `PublicPledges` decides what the public sees.
public struct PledgeDocument: Sendable {
  /// The boycott.
  public let subject: Subject
  /// Who may read it.
  public let audience: SignatoryList.Audience
  /// The lines of a public list: those of the named.
  public let lines: [ListLine]
  /// The rows of a list for organizers.
  public let rows: [Row]
  /// What is said of those without a name; nil where nothing may be said, or where there is nobody to speak of.
  public let withoutNames: String?
  /// The day on which this was the list.
  public let asOf: CalendarDate

  /// A public list.
  /// - Parameters:
  ///   - lines: what the public may see of the named, in their final order.
  ///   - parts: how many have no line, of each cohort that is large enough.
  ///   - others: how many of the other cohorts have none; nil where they are too few.
  ///   - subject: the boycott.
  ///   - day: the day on which this is the list.
  public init(
    public lines: [ListLine], withoutNames parts: [(part: Cohort, count: PublicCount)], others: PublicCount?,
    of subject: Subject, asOf day: CalendarDate
  ) {
    self.subject = subject
    audience = .public
    self.lines = lines
    rows = []
    let words = parts.map { "at least \(english($0.count.atLeast)) \($0.part.plural)" }
    let last = others.map { "at least \(english($0.atLeast)) \(parts.isEmpty ? "people" : "others")" }
    let all = words + [last].compactMap { $0 }
    withoutNames = all.isEmpty ? nil : all.joined(separator: ", ")
    asOf = day
  }

  /// A list for organizers: it holds what the pledgers did not make public.
  /// - Parameters:
  ///   - rows: all pledges, in their final order.
  ///   - subject: the boycott.
  ///   - day: the day on which this is the list.
  public init(forOrganizers rows: [Row], of subject: Subject, asOf day: CalendarDate) {
    self.subject = subject
    audience = .organizers
    lines = []
    self.rows = rows
    withoutNames = nil
    asOf = day
  }

  /// What the list is a list of.
  public struct Subject: Hashable, Sendable {
    /// The boycott's title.
    public let title: String
    /// The names of its targets.
    public let targets: [String]
    /// The title of its campaign.
    public let campaign: String

    /// A boycott, as a list names it.
    public init(title: String, targets: [String], campaign: String) {
      self.title = title
      self.targets = targets
      self.campaign = campaign
    }
  }

  /// A pledge as organizers see it.
  public struct Row: Sendable {
    /// The pledge.
    public let pledge: Pledge
    /// Where it is.
    public let state: PledgeState

    /// A row of a list for organizers.
    public init(pledge: Pledge, state: PledgeState) {
      self.pledge = pledge
      self.state = state
    }
  }

  /// The columns of a list for organizers in CSV, and its keys in JSON.
  public static let columns = [
    "id", "full_name", "email", "job_title", "team", "location", "affiliation", "cohort", "visibility", "hidden",
    "state", "if_others", "lapses_on", "verified", "verified_on", "verified_by", "evidence",
  ]

  /// Hands the list in this form to the sink, as UTF-8, in pieces of about 64 KiB.
  /// - Throws: what the sink throws, at once; what it took until then is no whole list.
  public func write(as format: PlainFormat, to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    switch (format, audience) {
    case (.csv, .public):
      var writer = CSVWriter()
      try writer.write(lines, to: sink)
    case (.csv, .organizers):
      var writer = CSVWriter()
      try writer.write(rows.lazy.map(\.cells), under: PledgeDocument.columns, to: sink)
    case (.json, .public):
      var writer = JSONWriter()
      try writer.write(lines, to: sink)
    case (.json, .organizers):
      var writer = JSONWriter()
      try writer.write(PledgeDocument.columns, rows.lazy.map(\.cells), to: sink)
    case (.markdown, _), (.text, _):
      var writer = ProseWriter(format == .markdown ? .markdown : .text)
      try writer.write(self, to: sink)
    }
  }
}

extension PledgeDocument.Row {
  /// The cells of `PledgeDocument.columns`.
  fileprivate var cells: [String?] {
    let signatory = pledge.signatory
    let hidden = pledge.visibility.hidden.sorted().map(\.rawValue).joined(separator: " ")
    return [
      pledge.id.description, signatory.name, signatory.email, signatory.jobTitle, signatory.team, signatory.location,
      signatory.affiliation, pledge.cohort.rawValue, pledge.visibility.level.rawValue, hidden, state.rawValue,
      pledge.ifOthers.map(String.init), pledge.lapsesOn?.description, pledge.verification?.method.description,
      pledge.verification?.day.description, pledge.verification?.by, pledge.outcomes.last?.evidence,
    ]
  }
}

extension ProseWriter {
  /// Writes who has pledged as a document of its own.
  fileprivate mutating func write(
    _ document: PledgeDocument, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    if document.audience == .organizers {
      pieces.append("For organizers only: holds what people did not make public.\n\n" as StaticString)
    }
    writeTitle(document.subject.title)
    for (place, target) in document.subject.targets.enumerated() {
      pieces.append(place == 0 ? "Against " : ", ")
      write(target)
    }
    if !document.subject.targets.isEmpty { pieces.append("\n\n" as StaticString) }
    pieces.append("Campaign: " as StaticString)
    write(document.subject.campaign)
    pieces.append("\n\nAs of " as StaticString)
    pieces.append(document.asOf)
    pieces.append("\n\n" as StaticString)
    if document.audience == .public {
      try writePublic(document, to: sink)
    } else {
      try writeRows(document.rows, to: sink)
    }
    try pieces.finish(to: sink)
  }

  private mutating func writePublic(
    _ document: PledgeDocument, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    pieces.append("These people are bound by their pledge:\n\n" as StaticString)
    for line in document.lines {
      pieces.append("- " as StaticString)
      writeCells([line.fullName, line.jobTitle, line.affiliation, line.location])
      pieces.append(UInt8(ascii: "\n"))
      try pieces.endLine(to: sink)
    }
    guard let withoutNames = document.withoutNames else {
      if document.lines.isEmpty { pieces.append("Nobody is listed.\n" as StaticString) }
      return
    }
    pieces.append(document.lines.isEmpty ? "" : "\nand ")
    pieces.append("\(withoutNames) who are not named.\n")
  }

  private mutating func writeRows(
    _ rows: [PledgeDocument.Row], to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    pieces.append("\(english(rows.count)) \(rows.count == 1 ? "pledge" : "pledges")\n\n")
    for row in rows {
      let pledge = row.pledge
      let signatory = pledge.signatory
      pieces.append("- " as StaticString)
      writeCells([
        signatory.name, signatory.email, signatory.jobTitle, signatory.belonging, signatory.location,
        pledge.cohort.rawValue, row.state.rawValue, pledge.ifOthers.map { "if \(english($0)) others" },
        pledge.isVerified ? nil : "not verified",
        pledge.visibility.level == .named ? nil : "\(pledge.visibility.level.rawValue) only",
      ])
      pieces.append(UInt8(ascii: "\n"))
      try pieces.endLine(to: sink)
    }
  }

  /// Writes the cells that show something, with commas between them.
  private mutating func writeCells(_ cells: [String?]) {
    var isFirst = true
    for case let cell? in cells {
      let before = pieces.count
      if !isFirst { pieces.append(", " as StaticString) }
      let start = pieces.count
      write(cell)
      if pieces.count == start { pieces.cut(to: before) } else { isFirst = false }
    }
  }
}
