import Foundation
import Testing

/// `picket export --format pdf`.
struct PDFExportTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
    try desk.importSheet(
      "name,email,visibility\nAna Example,ana@mail.example,named\nमीरा उदाहरण,meera@mail.example,named\n",
      named: "s.csv",
      "--verified", "known")
  }

  private func contents(_ name: String) -> [UInt8] { desk.contents(desk.folder + "/" + name) ?? [] }

  @Test func `two processes write the same bytes, into a file and through a pipe`() throws {
    try desk.succeed("export", "letter-1", "--format", "pdf", "-o", "a.pdf")
    try desk.succeed("export", "letter-1", "--format", "pdf", "-o", "b.pdf")
    let piped = try desk.succeed("export", "letter-1", "--format", "pdf", "-o", "-")
    #expect(contents("a.pdf").starts(with: Array("%PDF-".utf8)))
    #expect(contents("a.pdf").suffix(6) == Array("%%EOF\n".utf8)[...])
    #expect(contents("a.pdf") == contents("b.pdf"))
    #expect(contents("a.pdf") == piped.stdout)
    #expect(desk.mode("a.pdf") == 0o600)
  }

  @Test func `the list for organizers is written with a warning`() throws {
    let outcome = try desk.succeed("export", "letter-1", "--format", "pdf", "--for", "organizers", "-o", "a.pdf")
    #expect(outcome.stderr.contains("warning"))
    #expect(!contents("a.pdf").isEmpty)
  }

  @Test func `a terminal is not shown a PDF`() throws {
    let outcome = try desk.converse("export", "letter-1", "--format", "pdf")
    #expect(outcome.code == 64)
    #expect(outcome.text.contains("a terminal cannot show a PDF"))
    #expect(!outcome.text.contains("%PDF"))
  }

  @Test func `without the libraries it says which packages bring them, and everything else works`() throws {
    // A file that is no library ends the search for one.
    try FileManager.default.createDirectory(atPath: desk.root + "/temporary/lib", withIntermediateDirectories: true)
    try desk.write("", to: desk.root + "/temporary/lib/libpangocairo-1.0.so.0")
    let without = ["LD_LIBRARY_PATH": desk.root + "/temporary/lib"]
    for command in [["export", "letter-1", "--format", "pdf", "-o"], ["sheet", "print", "letter-1", "-o"]] {
      let before = (desk.files(), desk.contents(desk.database))
      let outcome = try Program.picket.run(
        command + ["a.pdf"], in: desk.folder, environment: desk.environment.merging(without) { $1 })
      #expect(outcome.code == 1)
      #expect(outcome.stderr.contains("libcairo2 libpango-1.0-0 libpangocairo-1.0-0"))
      #expect(desk.files() == before.0)
      let isUntouched = desk.contents(desk.database) == before.1
      #expect(isUntouched)
    }
    try desk.succeed("export", "letter-1", "-o", "a.md", environment: without)
  }

  @Test func `a script that no font shows is refused before the list counts as published`() throws {
    let font = "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf"
    guard FileManager.default.fileExists(atPath: font) else { return }
    let folder = desk.root + "/temporary/fonts"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: font, toPath: folder + "/a.ttf")
    try desk.write(
      "<fontconfig><dir>\(folder)</dir><cachedir>\(desk.root)/temporary/cache</cachedir></fontconfig>",
      to: folder + "/fonts.conf")
    try FileManager.default.createDirectory(
      atPath: desk.root + "/temporary/cache", withIntermediateDirectories: true)
    let few = ["FONTCONFIG_FILE": folder + "/fonts.conf"]
    // Once, so that the cache of the fonts is there: a refusal creates no file.
    try desk.succeed("sheet", "print", "letter-1", "-o", "sheet.pdf", environment: few)
    let outcome = try desk.refuse(
      65, "export", "letter-1", "--format", "pdf", "-o", "a.pdf", saying: "no installed font shows Devanagari",
      environment: few)
    #expect(outcome.stderr.contains("apt-get install fonts-noto-core"))
    #expect(!outcome.stderr.contains("मीरा"))
    try desk.succeed("export", "letter-1", "--format", "pdf", "-o", "a.pdf")
  }

  @Test func `a character that no font can show is refused as such`() throws {
    try desk.sign("Priv\u{E123}ate Canary", "canary@mail.example", "--verified", "known")
    let outcome = try desk.refuse(
      65, "export", "letter-1", "--format", "pdf", "-o", "a.pdf", saying: "private or not assigned")
    #expect(!outcome.stderr.contains("Canary"))
  }

  @Test func `a delivery holds no PDF unless somebody makes one`() throws {
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivered")
    #expect(!desk.files().contains { $0.hasSuffix(".pdf") })
  }
}
