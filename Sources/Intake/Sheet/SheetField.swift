/// What a column of a sheet can hold that Picket takes.
public enum SheetField: String, Hashable, Sendable, CaseIterable, Comparable, CustomStringConvertible {
  /// The whole name.
  case name
  /// The given name, where the sheet keeps names in two columns.
  case firstName = "first_name"
  /// The family name, where the sheet keeps names in two columns.
  case lastName = "last_name"
  /// What stands before the name: "Dr.".
  case honorific
  /// What stands behind the name: "PhD".
  case credentials
  /// The e-mail address.
  case email
  /// What the signer does.
  case jobTitle = "job_title"
  /// The team or department within the target.
  case team
  /// The site or city as one text.
  case location
  /// The city, where the sheet keeps places in several columns.
  case city
  /// The state or province, where the sheet keeps places in several columns.
  case region
  /// The country, where the sheet keeps places in several columns.
  case country
  /// The employer, school or organization of someone outside.
  case affiliation
  /// What ties the signer to the target.
  case cohort
  /// How much of the signature the public may see.
  case visibility
  /// When the signer signed.
  case signedOn = "signed_on"
  /// Whether the signer followed a link that was sent to the address. No header means it by itself, but for sources
  /// that are known: elsewhere a word of this kind may mean anything.
  case confirmed

  /// The field as options name it.
  public var description: String { rawValue }

  /// The field that an option names, in snake_case, camelCase or with spaces or hyphens; nil where there is none.
  public init?(named text: some StringProtocol) {
    let key = HeaderKey(String(text))
    guard let field = SheetField.allCases.first(where: { HeaderKey($0.rawValue) == key }) else { return nil }
    self = field
  }

  /// All fields in one line, for a hint.
  public static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The order in which reports list the fields.
  public static func < (left: SheetField, right: SheetField) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { SheetField.allCases.firstIndex(of: self) ?? 0 }

  /// The parts of which a sheet may make up this field instead.
  var parts: [SheetField] {
    switch self {
    case .name: [.firstName, .lastName]
    case .location: [.city, .region, .country]
    default: []
    }
  }

  /// The field that this one is a part of.
  var whole: SheetField? {
    switch self {
    case .firstName, .lastName: .name
    case .city, .region, .country: .location
    default: nil
    }
  }
}
