import Campaigns

/// A list of who signed a petition, ready to be written in any `ListFormat`.
///
/// The list shows what it is given, in the order in which it is given: `PublicRoll` decides what the public sees,
/// the caller sorts.
public struct SignatoryList: Sendable {
  /// The petition that was signed.
  public let subject: Subject
  /// Who may read the list.
  public let audience: Audience
  /// The signatories, in their final order.
  public internal(set) var lines: [ListLine]
  /// The groups in which the lines stand, in their order; none where they are one list.
  public internal(set) var sections: [ListSection] = []
  /// How many are in the number without having a line.
  public let counted: Int
  /// How many of the lines are not verified; none of a public list.
  public let pending: Int
  /// The parts of the total.
  let parts: [Part]
  /// What others report without records: it stands beside the number, never in it.
  public let claimed: [Claim]
  /// The day on which this was the list.
  public let asOf: CalendarDate
  /// The letter that was signed, which a document shows before the signatories; nil for the list alone.
  public var letter: Letter?
  /// The demands that a document with the letter repeats under it.
  public var demands: [Demand] = []
  /// Other versions of the letter that some of the signatures were given for.
  public var otherSignedLetters: [Letter] = []
  /// The delivery since which the lines are new; nil for a whole list.
  public var since: Since?
  /// How the list is laid out.
  public var layout = ListLayout()
  /// The contracts that were ended over the issue, which a list for reading shows after the signatories; nil for
  /// none.
  public var contracts: EndedContracts?

  /// The number of signatures that the list stands for: lines and counted signers together.
  public var total: Int { lines.count + counted }

  /// A public list.
  /// - Parameters:
  ///   - lines: what `PublicRoll` lets the public see of each signer, in their final order.
  ///   - counted: how many signers have no line.
  ///   - cohorts: the parts of the total, which they add up to.
  ///   - subject: the petition that was signed.
  ///   - claimed: what others report without records.
  ///   - day: the day on which this is the list.
  public init(
    public lines: [ListLine], counted: Int, cohorts: [PublicRoll.CohortCount], claimed: [Claim] = [],
    of subject: Subject, asOf day: CalendarDate
  ) {
    let parts = cohorts.map { Part(cohorts: $0.cohorts, count: $0.count) }
    self.init(public: lines, counted: counted, parts: parts, claimed: claimed, of: subject, asOf: day)
  }

  init(
    public lines: [ListLine], counted: Int, parts: [Part], claimed: [Claim] = [], of subject: Subject,
    asOf day: CalendarDate
  ) {
    self.claimed = claimed
    self.subject = subject
    self.audience = .public
    self.lines = lines
    self.counted = counted
    self.pending = 0
    self.parts = parts
    self.asOf = day
  }

  /// A list for organizers, of whole signatures: it holds what their signers did not make public.
  /// - Parameters:
  ///   - lines: all signers, hidden fields and all, in their final order.
  ///   - pending: how many of them are not verified.
  ///   - subject: the petition that was signed.
  ///   - day: the day on which this is the list.
  public init(
    forOrganizers lines: [ListLine], pending: Int, claimed: [Claim] = [], of subject: Subject,
    asOf day: CalendarDate
  ) {
    self.claimed = claimed
    self.subject = subject
    self.audience = .organizers
    self.lines = lines
    self.counted = 0
    self.pending = pending
    var counts: [Cohort: Int] = [:]
    for line in lines { counts[line.cohort, default: 0] += 1 }
    self.parts = counts.sorted { $0.key < $1.key }.map { Part(cohorts: [$0.key], count: $0.value) }
    self.asOf = day
  }

  /// What the list is a list of.
  public struct Subject: Hashable, Sendable {
    /// The petition's title.
    public let title: String
    /// The name of who is asked to act.
    public let target: String
    /// The title of the campaign that the petition belongs to.
    public let campaign: String
    /// The petition's language.
    public let language: Language

    /// A petition, as a list names it.
    public init(title: String, target: String, campaign: String, language: Language) {
      self.title = title
      self.target = target
      self.campaign = campaign
      self.language = language
    }
  }

  /// The delivery that a list of what is new begins behind.
  public struct Since: Hashable, Sendable {
    /// The delivery's number within the petition.
    public let delivery: Int
    /// Its day.
    public let deliveredOn: CalendarDate

    /// A delivery, as a list names it.
    public init(delivery: Int, deliveredOn: CalendarDate) {
      self.delivery = delivery
      self.deliveredOn = deliveredOn
    }
  }

  /// A number that somebody reports without records.
  public struct Claim: Hashable, Sendable {
    /// Who reports it.
    public let source: String
    /// The number.
    public let count: Int
    /// The cohort that it is of.
    public let cohort: Cohort

    /// A claim, as a list tells it.
    public init(source: String, count: Int, cohort: Cohort) {
      self.source = source
      self.count = count
      self.cohort = cohort
    }
  }

  /// Who may read a list.
  public enum Audience: String, Hashable, Sendable, CaseIterable {
    /// Everybody, the employer too.
    case `public`
    /// The organizers alone.
    case organizers
  }

  /// A part of the total: the signers of one cohort, or of several that are too small to stand alone.
  struct Part: Hashable, Sendable {
    let cohorts: [Cohort]
    let count: Int
  }

  /// Hands the list in this form to the sink, as UTF-8, in pieces of about 64 KiB.
  ///
  /// A piece ends with a line; it is larger than 64 KiB by at most that line. Its bytes are only there until the sink
  /// returns. Memory does not grow with the list, other than by one number for each different description.
  /// - Throws: what the sink throws, at once; what it took until then is no whole list. `usage` where the layout is
  ///   none that this form can have.
  public func write(as format: ListFormat, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try layout.require(by: format)
    switch format {
    case .csv:
      var writer = CSVWriter()
      try writer.write(lines, layout.columns, to: sink)
    case .json:
      var writer = JSONWriter()
      try writer.write(lines, layout.columns, to: sink)
    case .markdown, .text:
      let markup: ProseWriter.Markup = format == .markdown ? .markdown : .text
      if let letter {
        return try LetterDocument(
          of: letter, demands: demands, otherSignedLetters: otherSignedLetters, signedBy: self
        ).write(as: markup, to: sink)
      }
      var writer = ProseWriter(markup)
      try writer.write(self, to: sink)
      try writer.pieces.finish(to: sink)
    case .html:
      var page = ListPage(self)
      try page.write(to: sink)
    case .osdi:
      var writer = OSDIWriter()
      try writer.write(self, to: sink)
    case .yaml:
      var writer = YAMLWriter()
      try writer.write(self, to: sink)
    case .pdf:
      try PDFList(self).write(to: sink)
    }
  }
}
