extension SourceForm {
  /// `Name,City,State,Postal Code,Country,Signed On`. There are no addresses, so nobody is verified by one, and who
  /// signs twice is told by an equal row alone.
  static let changeOrg = SourceForm(
    .changeOrg, shapes: [["Name", "City", "State", "Postal Code", "Country", "Signed On"]],
    meanings: [("Postal Code", nil)])
}
