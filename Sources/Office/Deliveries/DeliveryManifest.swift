import Campaigns
import Export
import Ledger

/// What a delivery commits to: its numbers, its tree, its list line by line, and its files. Signed as a note.
struct DeliveryManifest: Sendable {
  var petition: Identifier<Petition>
  var slug: String
  var number: Int
  var deliveredOn: CalendarDate
  var language: Language
  var title: String
  var target: String
  var campaign: String
  /// The key that signs, as it names itself: whose it is has to be known from elsewhere.
  var key: NoteVerifier?
  /// The size and the root of the tree at the delivery's checkpoint.
  var tree: (size: Int, root: LedgerHash)
  /// The delivered number: lines and counted signers together.
  var total: Int
  /// How many are counted without a line.
  var counted: Int
  /// The parts of the total.
  var parts: [PublicRoll.CohortCount]
  /// What others report without records.
  var claimed: [SignatoryList.Claim]
  /// The number of lines and the root over their hashes.
  var lines: (count: Int, root: LedgerHash)
  /// The SHA-256 of each file but the list and the manifest itself.
  var files: [(name: String, digest: LedgerHash)]

  /// The list's file: the only one whose bytes may differ later, since an erased signer's line becomes its hash.
  static let listName = "list"
  /// The manifest's own file.
  static let name = "manifest"

  /// More than any campaign has: whatever is counted stays far from the largest number.
  private static let mostLeaves = 1 << 40

  private static let heading = "picket delivery 1"

  /// The text that is signed.
  var text: String {
    var rows = [
      DeliveryManifest.heading, "petition \(petition) \(slug)", "delivery \(number)", "delivered-on \(deliveredOn)",
      "language \(language)", "title \(title)", "target \(target)", "campaign \(campaign)",
      "key \(key?.vkey ?? "-")",
      "tree \(tree.size) \(tree.root.base64)", "total \(total)", "counted \(counted)",
    ]
    rows += parts.map { part in
      "part \(part.count) \(part.cohorts.isEmpty ? "-" : part.cohorts.map(\.rawValue).joined(separator: ","))"
    }
    rows += claimed.map { "claimed \($0.count) \($0.cohort.rawValue) \($0.source)" }
    rows.append("lines \(lines.count) \(lines.root.base64)")
    rows += files.map { "file \($0.digest.hex) \($0.name)" }
    return rows.map { $0 + "\n" }.joined()
  }

  /// The manifest with this text.
  /// - Throws: `unusableFile` where it is none.
  init(_ text: String) throws {
    var reader = Reader(text)
    try reader.expect(DeliveryManifest.heading)
    let names = try reader.words("petition", 2)
    guard let petition = Identifier<Petition>(names[0]) else { throw Reader.malformed }
    self.petition = petition
    slug = names[1]
    number = try reader.number("delivery")
    guard let day = CalendarDate(try reader.rest("delivered-on")) else { throw Reader.malformed }
    deliveredOn = day
    language = try Language(try reader.rest("language"))
    title = try reader.rest("title")
    target = try reader.rest("target")
    campaign = try reader.rest("campaign")
    key = try? NoteVerifier(try reader.rest("key"))
    tree = try reader.tree("tree")
    total = try reader.number("total")
    counted = try reader.number("counted")
    parts = []
    while let words = reader.words(if: "part", 2) {
      let cohorts = words[1].split(separator: ",").compactMap { Cohort(rawValue: String($0)) }
      guard let count = Int(words[0]), count > 0, !cohorts.isEmpty || words[1] == "-" else { throw Reader.malformed }
      parts.append(PublicRoll.CohortCount(cohorts: cohorts, count: count))
    }
    claimed = []
    while let words = reader.words(if: "claimed", 3) {
      guard let count = Int(words[0]), count > 0, let cohort = Cohort(rawValue: words[1]) else {
        throw Reader.malformed
      }
      claimed.append(SignatoryList.Claim(source: words[2], count: count, cohort: cohort))
    }
    lines = try reader.tree("lines")
    files = []
    while let words = reader.words(if: "file", 2) {
      guard let digest = LedgerHash(hex: words[0]) else { throw Reader.malformed }
      files.append((words[1], digest))
    }
    guard tree.size <= DeliveryManifest.mostLeaves,
      ([total, counted, lines.count] + parts.map(\.count)).allSatisfy({ $0 <= tree.size })
    else { throw Reader.malformed }
    // There is one way to write a manifest.
    guard reader.isAtEnd, self.text.utf8.elementsEqual(text.utf8) else { throw Reader.malformed }
  }

  init(
    of details: PetitionDetails, number: Int, key: NoteVerifier, tree: (size: Int, root: LedgerHash), total: Int,
    counted: Int,
    parts: [PublicRoll.CohortCount], lines: (count: Int, root: LedgerHash)
  ) {
    petition = details.petition.id
    slug = details.petition.slug.description
    self.number = number
    deliveredOn = .today
    language = details.petition.language
    title = details.petition.title
    target = details.target.name
    campaign = details.campaign.title
    self.key = key
    self.tree = tree
    self.total = total
    self.counted = counted
    self.parts = parts
    claimed = details.claims
    self.lines = lines
    files = []
  }

  /// Takes a manifest's text row by row. It looks at scalars: a title may begin with one that joins the space before.
  private struct Reader {
    private var rows: ArraySlice<Substring.UnicodeScalarView>

    static let malformed = Refusal(
      .unusableFile, "this is no manifest of a delivery, or one of a newer Picket",
      hint: "use the Picket that its README names, or a newer one")

    init(_ text: String) {
      rows = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }

    var isAtEnd: Bool { rows.isEmpty }

    mutating func expect(_ row: String) throws {
      guard rows.popFirst()?.elementsEqual(row.unicodeScalars) == true else { throw Reader.malformed }
    }

    mutating func rest(_ name: String) throws -> String {
      guard let row = rows.popFirst(), row.starts(with: "\(name) ".unicodeScalars) else { throw Reader.malformed }
      return String(Substring(row.dropFirst(name.unicodeScalars.count + 1)))
    }

    mutating func words(_ name: String, _ count: Int) throws -> [String] {
      guard let words = words(if: name, count) else { throw Reader.malformed }
      return words
    }

    mutating func words(if name: String, _ count: Int) -> [String]? {
      guard let row = rows.first, row.starts(with: "\(name) ".unicodeScalars) else { return nil }
      let words = row.dropFirst(name.unicodeScalars.count + 1).split(
        separator: " ", maxSplits: count - 1, omittingEmptySubsequences: false)
      guard words.count == count else { return nil }
      rows.removeFirst()
      return words.map { String(Substring($0)) }
    }

    mutating func number(_ name: String) throws -> Int {
      guard let number = Int(try rest(name)), number >= 0 else { throw Reader.malformed }
      return number
    }

    mutating func tree(_ name: String) throws -> (Int, LedgerHash) {
      let words = try words(name, 2)
      guard let count = Int(words[0]), count >= 0, let root = LedgerHash(base64: words[1]) else {
        throw Reader.malformed
      }
      return (count, root)
    }
  }
}
