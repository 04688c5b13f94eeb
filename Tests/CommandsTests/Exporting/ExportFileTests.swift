import Foundation
import Testing

/// Where exports go: a new file that only its owner reads, never over another one.
struct ExportFileTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
    try desk.importSheet(Sheet(1...3).text, "--verified", "badge")
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: desk.folder + "/" + name, withDestinationPath: target)
  }

  @Test func `a file is new, whole and its owner's`() throws {
    let outcome = try desk.succeed("export", "letter-1", "--format", "csv", "-o", "list.csv")
    #expect(outcome.text == "")
    #expect(outcome.stderr.contains("Wrote list.csv"))
    #expect(desk.mode("list.csv") == 0o600)
    #expect(desk.read("list.csv") == (try desk.succeed("export", "letter-1", "--format", "csv").text))
    #expect(desk.names().filter { $0.contains("partial") } == [])
  }

  @Test(arguments: ["public", "organizers"]) func `what is there is not replaced`(audience: String) throws {
    try desk.write("precious", to: "list.md")
    try desk.refuse(
      73, "export", "letter-1", "--for", audience, "-o", "list.md", saying: "list.md is there already")
    try desk.refuse(
      73, "export", "letter", "letter-1", "--for", audience, "-o", "list.md", saying: "list.md is there already")
    #expect(desk.read("list.md") == "precious")
  }

  @Test func `a link is not followed, not even one to nowhere`() throws {
    try desk.write("precious", to: "target.md")
    try link("list.md", to: "target.md")
    try link("dangling.md", to: "nowhere.md")
    try desk.refuse(73, "export", "letter-1", "-o", "list.md", saying: "is there already")
    try desk.refuse(73, "export", "letter-1", "-o", "dangling.md", saying: "is there already")
  }

  @Test func `--force replaces a file, and of a link the link itself`() throws {
    try desk.write("precious", to: "target.md")
    try link("list.md", to: "target.md")
    try link("dangling.md", to: "nowhere.md")
    try desk.write("old", to: "old.md")
    chmod(desk.folder + "/old.md", 0o644)
    for name in ["list.md", "dangling.md", "old.md"] {
      try desk.succeed("export", "letter-1", "-o", name, "--force")
      #expect(desk.read(name).contains("Signer 1"))
      #expect(desk.mode(name) == 0o600)
    }
    #expect(desk.read("target.md") == "precious")
    #expect(!desk.names().contains("nowhere.md"))
    #expect(desk.names().filter { $0.contains("partial") } == [])
  }

  @Test func `a folder that is not there, or a folder in the file's place, is refused`() throws {
    try desk.refuse(73, "export", "letter-1", "-o", "no-folder/list.md", saying: "no-folder/list.md")
    try FileManager.default.createDirectory(atPath: desk.folder + "/folder", withIntermediateDirectories: false)
    try desk.refuse(73, "export", "letter-1", "-o", "folder", saying: "folder")
    #expect(try desk.picket("export", "letter-1", "-o", "folder", "--force").code == 73)
  }

  @Test func `a hyphen is standard output`() throws {
    let plain = try desk.succeed("export", "letter-1", "--format", "csv").text
    #expect(try desk.succeed("export", "letter-1", "--format", "csv", "-o", "-").text == plain)
    #expect(try desk.shell("picket export letter-1 --format csv -o - | cat").text == plain)
    #expect(!desk.names().contains("-"))
  }

  @Test func `a reader that has seen enough ends the export quietly`() throws {
    try desk.importSheet(Sheet(4...20_000).text, named: "many.csv", "--verified", "badge")
    let outcome = try desk.shell("picket export letter-1 --format csv | head -n 1")
    #expect(outcome.lines == ["full_name,job_title,affiliation,location,cohort,visibility,signed_on"])
    #expect(!outcome.stderr.contains("error"))
  }

  @Test func `a format, an audience or an order that there is not is a usage error`() throws {
    try desk.refuse(64, "export", "letter-1", "--format", "docx", "-o", "list", saying: "markdown")
    try desk.refuse(64, "export", "letter-1", "--for", "press", "-o", "list", saying: "organizers")
    try desk.refuse(64, "export", "letter-1", "--sort", "age", "-o", "list", saying: "shuffled")
  }
}
