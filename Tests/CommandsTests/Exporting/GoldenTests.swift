import Foundation
import Testing

/// The lists of a small petition, byte for byte as they were looked at and found good.
///
/// `PICKET_RECORD=1 swift test --filter GoldenTests` writes them anew; look at the difference before you keep it.
struct GoldenTests {
  @Test(arguments: ["public", "organizers"]) func `a list is what it was`(audience: String) throws {
    let desk = try SamplePetition.desk()
    for (format, ending) in [
      ("csv", "csv"), ("json", "json"), ("markdown", "md"), ("text", "txt"), ("html", "html"), ("osdi", "osdi.json"),
      ("yaml", "yaml"),
    ] {
      let text = try desk.succeed("export", "letter-1", "--format", format, "--for", audience).text
      try Recording.check(timeless(text), at: "Tests/CommandsTests/Golden/\(audience).\(ending)")
    }
    let letter = try desk.succeed("export", "letter", "letter-1", "--for", audience).text
    try Recording.check(timeless(letter), at: "Tests/CommandsTests/Golden/letter-\(audience).md")
  }

  /// The list without the day on which it was made.
  private func timeless(_ text: String) -> String {
    text.replacing(/s of \d{4}-\d{2}-\d{2}/, with: "s of TODAY")
  }
}
