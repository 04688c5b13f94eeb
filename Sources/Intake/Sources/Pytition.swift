extension SourceForm {
  /// `first_name,last_name,phone,email,subscribed_to_mailinglist,confirmed`: who is confirmed followed the link that
  /// was sent to the address.
  static let pytition = SourceForm(
    .pytition, shapes: [["first_name", "last_name", "email", "confirmed"]], telling: ["subscribed_to_mailinglist"],
    meanings: [("confirmed", .confirmed), ("phone", nil), ("subscribed_to_mailinglist", nil)])
}
