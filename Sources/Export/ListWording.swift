import Campaigns

/// The sentences of a list for reading.
struct ListWording {
  /// What stands above every list that is not public.
  static let warning = "For organizers only: holds what signers did not make public."

  private let list: SignatoryList

  init(_ list: SignatoryList) {
    self.list = list
  }

  /// The number of signatures, which are called verified only where all of them are.
  var total: String {
    if let since = list.since {
      let lines = list.total == 1 ? "new line" : "new lines"
      return "\(english(list.total)) \(lines) since delivery \(since.delivery) of \(since.deliveredOn)"
    }
    let signatures = list.total == 1 ? "signature" : "signatures"
    guard list.pending > 0 else { return "\(english(list.total)) verified \(signatures)" }
    return "\(english(list.total)) \(signatures), \(english(list.pending)) of them not verified"
  }

  /// The parts of the total; empty where there are none.
  var parts: String {
    list.parts.map { part in
      if part.cohorts.isEmpty { return "\(english(part.count)) whose cohort is not told" }
      guard part.count == 1, let only = part.cohorts.first, part.cohorts.count == 1 else {
        return "\(english(part.count)) \(enumeration(part.cohorts.map(\.plural)))"
      }
      return "1 \(only.singular)"
    }.joined(separator: ", ")
  }

  /// What is said of those who have no line; nil where everybody has one.
  var closing: String? {
    guard list.counted > 0 else { return list.lines.isEmpty ? "Nobody is listed yet." : nil }
    guard list.lines.isEmpty else { return "and \(english(list.counted)) more who are counted but not listed." }
    return list.counted == 1
      ? "1 person has signed and is not listed."
      : "\(english(list.counted)) people have signed and are not listed."
  }

  /// "a", "a and b", "a, b and c".
  private func enumeration(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Cohort {
  /// One of them, after the number 1.
  var singular: String {
    self == .alumni ? "of the alumni" : rawValue
  }

  /// One of them, of whom nothing else is said.
  var anyone: String {
    switch self {
    case .employee, .organization: "an \(rawValue)"
    case .contractor, .supporter: "a \(rawValue)"
    case .alumni: "one of the alumni"
    }
  }
}

/// The number with a comma between thousands, as in English: 1,234.
func english(_ number: Int) -> String {
  var digits = String(number.magnitude)
  var index = digits.count - 3
  while index > 0 {
    digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
    index -= 3
  }
  return number < 0 ? "-" + digits : digits
}
