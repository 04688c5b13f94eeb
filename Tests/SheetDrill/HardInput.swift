import Intake

/// An input that grows by its size and is of a kind that troubles parsers.
public struct HardInput: Sendable, CustomStringConvertible {
  /// What it is.
  public let description: String
  private let name: String
  private let bytes: @Sendable (Int) -> [UInt8]

  init(_ description: String, _ name: String, _ bytes: @escaping @Sendable (Int) -> [UInt8]) {
    self.description = description
    self.name = name
    self.bytes = bytes
  }

  /// The least of three times in seconds that reading it takes, of that many times its smallest size.
  ///
  /// - Throws: what is no refusal.
  public func time(_ size: Int) throws -> Double {
    let bytes = bytes(size)
    let clock = ContinuousClock()
    var least = Double.infinity
    for _ in 0..<3 {
      let start = clock.now
      _ = try DrillReading.read(MemorySource(bytes, name: name))
      least = min(least, (clock.now - start) / .seconds(1))
    }
    return least
  }

  /// Each sample, and texts made to trouble.
  public static let all: [HardInput] =
    Sample.all.filter { $0.description != Sample.frontMatter.description }.map { sample in
      HardInput("rows of \(sample)", sample.name) { sample.bytes(4000 * $0) }
    } + [
      repeated("quotation marks", "a.csv", "Name,Email\n\"", "\"\""),
      repeated("an open quotation mark", "a.csv", "Name,Email\n\"", "a,b\n"),
      repeated("empty cells", "a.csv", "Name,Email\n", ",", fewer: 8),
      repeated("columns", "a.csv", "Name,Email", ",x", fewer: 32),
      repeated("blank lines", "a.csv", "Name,Email\n", "\n"),
      repeated("open brackets", "a.json", "", "["),
      repeated("a long text of escapes", "a.json", "{\"a\":\"", "\\u0041"),
      repeated("a long text", "a.json", "{\"_embedded\":{\"osdi:people\":[{\"given_name\":\"", "ab"),
      repeated("keys", "a.json", "{", "\"k\":1,"),
      repeated(
        "keys of one person", "a.json", "{\"_embedded\":{\"osdi:people\":[{\"given_name\":\"A\"", ",\"k\":{\"a\":[]}"),
      repeated("white space", "a.json", "", " \n"),
      repeated(
        "addresses of one person", "a.json", "{\"_embedded\":{\"osdi:people\":[{\"email_addresses\":[{}",
        ",{\"address\":\"a@b.example\"}"),
      repeated("lines of one YAML signer", "a.yml", "- name: A\n", "  k: v\n"),
      repeated("keys of one YAML signer", "a.yml", "- {name: A", ", k: v"),
      repeated("hyphens", "a.yml", "", "- "),
      repeated("lines of hyphens", "a.yml", "", "- - - -\n"),
      repeated("references", "a.yml", "- &a [x, x]\n", "- {name: *a, k: [*a, *a]}\n"),
      repeated("front matter that stays open", "a.md", "---\n", "k: v\n"),
      repeated("brackets on a line", "a.md", "- ", "[("),
      repeated("commas on lines", "a.md", "", "- a, b, c, @d (e)\n"),
      repeated("prose", "a.md", "- A\n", "word word\n"),
    ]

  private static func repeated(
    _ description: String, _ name: String, _ opening: String, _ piece: String, fewer: Int = 1
  ) -> HardInput {
    HardInput(description, name) { size in
      Array(opening.utf8) + Array(repeatElement(Array(piece.utf8), count: 400_000 * size / fewer).joined())
    }
  }
}
