// What a boycott's history says, in lines that never change their form: the ledger's leaves are made of them.

extension BoycottAccount {
  /// The whole public terms: what is called, whom it targets and why, and how it ends.
  public var terms: [String] {
    var lines = TermLines()
    lines.add("terms", String(boycott.terms))
    lines.add("title", boycott.title)
    lines.add("form", boycott.form.rawValue)
    for scope in boycott.scopes.sorted() { lines.add("scope", scope.rawValue) }
    lines.add("starts", boycott.startsOn?.description)
    for listed in listed { lines.add(listed) }
    for text in boycott.exceptions { lines.add("exception", text) }
    for text in boycott.alternatives { lines.add("alternative", text) }
    for tied in demands { lines.add("until demand \(tied.demand.number)", tied.demand.text) }
    lines.add("pledges lapse", boycott.pledgesLapseOn?.description)
    return lines.lines
  }
}

extension BoycottAccount.Listed {
  /// The listing as the history tells of it: the target, since when, why, and all that is noted of it.
  public var terms: [String] {
    var lines = TermLines()
    lines.add(self)
    return lines.lines
  }

  /// That the listing was withdrawn, as the history tells of it.
  public var withdrawal: [String] {
    var lines = TermLines()
    lines.add(target)
    lines.addWithdrawal(of: listing)
    return lines.lines
  }

  /// A note on the listing, as the history tells of it.
  public func terms(of note: ListingNote) -> [String] {
    var lines = TermLines()
    lines.add(target)
    lines.add(note)
    return lines.lines
  }
}

/// Lines of a name and a value each. Whatever a value is, it cannot begin a line of its own.
private struct TermLines {
  private(set) var lines: [String] = []

  mutating func add(_ name: String, _ value: String?) {
    if let value { lines.append("\(name): \(onOneLine(value))") }
  }

  mutating func add(_ target: Target) {
    add("target", target.name)
    add("target slug", target.slug.description)
  }

  mutating func add(_ listed: BoycottAccount.Listed) {
    add(listed.target)
    add("listed on", listed.listing.listedOn.description)
    add("reason", listed.listing.reason)
    for note in listed.notes { add(note) }
    addWithdrawal(of: listed.listing)
  }

  mutating func add(_ note: ListingNote) {
    add(note.kind.rawValue, note.text)
    add("\(note.kind.rawValue) on", note.day.description)
    add("\(note.kind.rawValue) source", note.source)
  }

  mutating func addWithdrawal(of listing: BoycottListing) {
    add("withdrawn on", listing.withdrawnOn?.description)
    add("withdrawn because", listing.withdrawnBecause)
  }
}

/// The text with a space for each break of a line and each control character.
private func onOneLine(_ text: String) -> String {
  String(
    text.map { character in
      character.isNewline || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        ? " " : character
    })
}
