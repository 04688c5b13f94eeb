/// A sheet of made-up signers.
///
/// Signer number N is called "Signer N" and has an address of that number, so that sheets of the same numbers hold the
/// same people.
struct Sheet {
  private(set) var text = "Timestamp,Name,Email,Job title,Team,City,Sign as\n"

  /// A sheet with these signers.
  init(
    _ numbers: some Sequence<Int> = EmptyCollection(), as visibility: String = "named", on day: String = "2026-03-01"
  ) {
    for number in numbers { add(number, as: visibility, on: day) }
  }

  /// Appends a signer by number.
  mutating func add(_ number: Int, as visibility: String = "named", on day: String = "2026-03-01") {
    add(name: "Signer \(number)", email: "signer\(number)@mail.example", as: visibility, on: day)
  }

  /// Appends a signer.
  mutating func add(
    name: String, email: String, job: String = "Engineer", team: String = "Maps", city: String = "Springfield",
    as visibility: String = "named", on day: String = "2026-03-01"
  ) {
    text +=
      [day + "T10:00:00Z", name, email, job, team, city, visibility].map(Sheet.cell).joined(separator: ",") + "\n"
  }

  /// The cell as RFC 4180 writes it.
  static func cell(_ text: String) -> String {
    guard text.contains(where: { "\",\n\r".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
