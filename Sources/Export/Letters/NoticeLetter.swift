import Campaigns

/// The letter by which somebody ends a contract, ready to be written in any `LetterFormat`.
public struct NoticeLetter: Sendable {
  /// The letter in Markdown; the other formats are made from it.
  public let markdown: String
  /// The language that the template is written in.
  public let language: Language
  /// Who ends the contract, and with whom: a page without a heading is called so.
  private let parties: String

  /// The letter that the template makes of these facts.
  /// - Parameter language: the language of the template; values may be in any.
  public init(_ fields: Fields, template: NoticeTemplate, language: Language) {
    var values: [NoticeField: MarkdownValue] = [:]
    for field in NoticeField.allCases {
      values[field] = fields[field].flatMap { MarkdownValue($0, keepsLines: field.keepsLines) }
    }
    self.markdown = template.filled(with: values)
    self.language = language
    self.parties = "\(fields.by) – \(fields.target)"
  }

  /// The letter in this form. Raw HTML of the template and links that would run a script are only in the Markdown.
  public func written(as format: LetterFormat) -> String {
    switch format {
    case .markdown: markdown
    case .html: LetterPage(markdown, language: language, nameWithoutHeading: parties).html
    case .text: PlainTextWriter.text(of: markdown)
    }
  }

  /// The facts of a notice. They are data: no character of them means anything in the letter.
  ///
  /// A value that is nil, or that would show nothing, is absent. Reason, demand and statement keep their line breaks;
  /// in the others, they become spaces.
  public struct Fields: Hashable, Sendable {
    /// Who ends the contract.
    public var by: String
    /// With whom it is ended.
    public var target: String
    /// The campaign that the notice belongs to.
    public var campaign: String
    /// What kind of contract it is, as a word that can stand before "contract".
    public var kind: String
    /// What the contract is filed under.
    public var reference: String?
    /// When it was signed.
    public var signedOn: String?
    /// The day of the notice.
    public var noticeDate: String?
    /// How long the contract goes on after the notice.
    public var noticePeriod: String?
    /// When it ends.
    public var effectiveDate: String?
    /// What it is worth.
    public var value: String?
    /// Why it is ended.
    public var reason: String?
    /// What the target is asked to do.
    public var demand: String?
    /// What else is said about it.
    public var statement: String?

    /// The facts of a notice, each written as the letter shall show it.
    public init(
      by: String, target: String, campaign: String, kind: String, reference: String? = nil, signedOn: String? = nil,
      noticeDate: String? = nil, noticePeriod: String? = nil, effectiveDate: String? = nil, value: String? = nil,
      reason: String? = nil, demand: String? = nil, statement: String? = nil
    ) {
      self.by = by
      self.target = target
      self.campaign = campaign
      self.kind = kind
      self.reference = reference
      self.signedOn = signedOn
      self.noticeDate = noticeDate
      self.noticePeriod = noticePeriod
      self.effectiveDate = effectiveDate
      self.value = value
      self.reason = reason
      self.demand = demand
      self.statement = statement
    }

    /// The value that a template names so.
    subscript(field: NoticeField) -> String? {
      switch field {
      case .by: by
      case .target: target
      case .campaign: campaign
      case .kind: kind
      case .reference: reference
      case .signedOn: signedOn
      case .noticeDate: noticeDate
      case .noticePeriod: noticePeriod
      case .effectiveDate: effectiveDate
      case .value: value
      case .reason: reason
      case .demand: demand
      case .statement: statement
      }
    }
  }
}
