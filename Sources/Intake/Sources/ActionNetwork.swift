extension SourceForm {
  /// A report has the columns that its user chose; those that begin with `can2_` are found nowhere else. A street, a
  /// telephone and the tags, all in one cell, are nobody's business.
  static let actionNetwork = SourceForm(
    .actionNetwork, shapes: [["email"]], telling: ["can2_*"],
    meanings: [
      ("can2_user_city", .city), ("can2_user_state", .region), ("can2_state_abbreviated", .region),
      ("can2_user_country", .country), ("can2_user_address", nil), ("can2_county", nil), ("can2_phone", nil),
      ("can2_user_tags", nil), ("can2_subscription_status", nil), ("can2_subscription_date", nil),
      ("can2_sms_status", nil), ("zip_code", nil),
    ])
}
