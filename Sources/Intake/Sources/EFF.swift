extension SourceForm {
  /// Two shapes: of persons, and of experts with their institutions.
  static let eff = SourceForm(
    .eff,
    shapes: [
      ["first_name", "last_name", "email", "zipcode", "country_code", "created_at"],
      ["full_name", "institution", "affiliation_type"],
    ],
    meanings: [
      ("country_code", .country), ("institution", .affiliation), ("zipcode", nil), ("affiliation_type", nil),
    ])
}
