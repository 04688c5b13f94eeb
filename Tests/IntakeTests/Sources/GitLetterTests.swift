import Campaigns
import Foundation
import Testing

@testable import Intake

/// Letters that are signed in git: folders, YAML, and lines of a list.
struct GitLetterTests {
  private func read(_ text: String, _ name: String) throws -> ReadSheet {
    try ReadSheet(MemorySource(text, name: name), SheetOptions(today: Fixture.today))
  }

  @Test func `a folder of front matter, gone through in the order of its names`() throws {
    let sheet = try Fixture.read("git-letter")
    #expect(sheet.reader.source == .gitLetter)
    #expect(sheet.rows.map(\.signatory.name) == ["Chidi O'Sample", "Ana Example", "Bela Muster"])
    #expect(sheet.rows.map(\.signatory.jobTitle) == [nil, "Engineer: platform", "Designer"])
    #expect(sheet.rows.map(\.signatory.affiliation) == [nil, "Nimbus Cloud", "University of Sample"])
    #expect(sheet.rows.map(\.line) == [3, 2, 1])
    #expect(sheet.rows.map { $0.file?.hasSuffix(".md") } == [true, true, false])
    #expect(sheet.reader.mapping.dropped.map(\.header) == ["file", "link", "github"])
  }

  @Test func `lines of a list, with a handle, a role or a link, or none of them`() throws {
    let sheet = try read(
      "# Signers\n\n- Ana Example, @ana (Engineer, platform)\n* [Bela Muster](https://b.example) (Designer)\n"
        + "- Chidi O'Sample, PhD, [@chidi](https://c.example)\n+ D (Team (inner))\nprose - not a line\n- \n- (Role)\n",
      "SIGNERS.md")
    #expect(
      sheet.rows.map(\.signatory.name) == ["Ana Example", "Bela Muster", "Chidi O'Sample, PhD", "D (Team"])
    #expect(sheet.rows.map(\.signatory.jobTitle) == ["Engineer, platform", "Designer", nil, "inner)"])
    #expect(sheet.rows.map(\.line) == [3, 4, 5, 6])
    #expect(sheet.refused.map(\.line) == [8, 9])
  }

  @Test func `a YAML list in all its forms`() throws {
    let sheet = try read(
      "---\n# signers\n- name: Ana Example\n  organization: \"Nimbus: Cloud\"\n\n- {name: Bela Muster, link: x}\n-\n"
        + "  name: 'Chidi'\n  occupation_title: |\n    Engineer\n    twice\n- name: [D, E]\n- name: F\n  name: G\n- x\n"
        + "- name: \"open\n- name: H\n",
      "signers.yaml")
    #expect(sheet.rows.map(\.signatory.name) == ["Ana Example", "Bela Muster", "Chidi", "H"])
    #expect(sheet.rows.map(\.signatory.jobTitle) == [nil, nil, "Engineer twice", nil])
    #expect(sheet.rows[0].signatory.affiliation == "Nimbus: Cloud")
    #expect(sheet.refused.map(\.line) == [12, 13, 15, 16])
    #expect(
      sheet.refused.map(\.reason) == [
        "the name is empty", "a key stands twice: which one counts is not said", "is no YAML of keys and texts",
        "is no YAML of keys and texts",
      ])
    // What cannot be read comes back as it stands, so that it can be mended.
    #expect(String(decoding: sheet.rejects, as: UTF8.self).contains("name: F\nname: G"))
  }

  @Test(arguments: [("name", "nom"), ("name", "Name of signer"), ("name: Ana", "nickname: Ana")])
  func `a key that is missing, renamed or foreign leaves the name empty`(_ old: String, _ new: String) throws {
    let sheet = try read("- name: Ana\n  link: x\n".replacing(old, with: new), "a.yml")
    #expect(sheet.refused.map(\.reason) == ["the name is empty"])
  }

  static let bombs: [String] = {
    var bomb = "- a0: &a0 [lol, lol, lol]\n"
    for level in 1...9 {
      bomb += "  a\(level): &a\(level) [\((0..<9).map { _ in "*a\(level - 1)" }.joined(separator: ","))]\n"
    }
    return [
      bomb + "  name: *a9\n", bomb + "  ? *a9\n  : x\n",
      "- name: A\n  x: " + String(repeating: "[", count: 30_000),
      "- name: A\n  x: " + String(repeating: "{a: ", count: 10_000),
      "- name: A\n  ? " + String(repeating: "- ", count: 30_000) + "x\n",
      "- name: A\n" + (1...300).map { String(repeating: " ", count: $0 + 2) + "a:\n" }.joined(),
    ]
  }()

  @Test(arguments: 0..<6) func `YAML that explodes or nests deep is refused at once`(_ number: Int) throws {
    let start = ContinuousClock.now
    let sheet = try read(Self.bombs[number] + "\n- name: Bela Muster\n", "a.yml")
    #expect(sheet.rows.map(\.signatory.name) == ["Bela Muster"])
    #expect(sheet.refused.count == 1)
    #expect(ContinuousClock.now - start < .seconds(2))
  }

  @Test func `a signer of 100 MB is refused as one, and the next is taken`() throws {
    let source = GeneratedSource(
      "- name: A\n", repeating: "  key: value of it\n", times: 5_000_000, "- name: B\n", name: "signers.yml")
    let sheet = try ReadSheet(source, SheetOptions(today: Fixture.today))
    #expect(sheet.rows.map(\.signatory.name) == ["B"])
    #expect(sheet.refused.count == 1)
  }

  @Test func `front matter that stays open, is empty, or is in a text without signers`() throws {
    #expect(
      try read("---\nname: Ana\n", "a.md").refused.map(\.reason) == [
        "the front matter is never closed: --- is missing"
      ])
    #expect(try read("---\n---\n", "a.md").rows == [])
    #expect(try read("# A letter\n\nDear all.\n", "a.md").refused.count == 1)
    #expect(try read("", "a.md").refused.count == 1)
  }

  @Test func `bytes that are no UTF-8 refuse their signer`() throws {
    let bytes =
      Array("- name: A".utf8) + [0xE9] + Array("\n- name: {\"B".utf8) + [0xFF] + Array("\"}\n- name: C\n".utf8)
    let sheet = try ReadSheet(MemorySource(bytes, name: "a.yml"), SheetOptions(today: Fixture.today))
    #expect(sheet.rows.map(\.signatory.name) == ["C"])
    #expect(sheet.refused.count == 2)
  }

  // MARK: - Folders

  @Test func `what is no file of a signer is refused by name, and hidden files are not looked at`() throws {
    let folder = try TemporaryFolder([
      "ana.md": Array("---\nname: Ana Example\n---\n".utf8), "photo.png": [0x89, 0x50, 0x4E, 0x47, 0],
      "binary.md": Array("---\nname: B\0".utf8), ".DS_Store": [0],
      "list.txt": Array("- name: Bela\n- name: Chidi\n".utf8), "README.md": Array("- Read me.\n".utf8),
    ])
    let sheet = try ReadSheet(FolderSource.open(folder.path), SheetOptions(today: Fixture.today))
    #expect(sheet.rows.map(\.signatory.name) == ["Ana Example", "Bela", "Chidi"])
    #expect(sheet.refused.map(\.file) == ["README.md", "binary.md", "photo.png"].map { "\(folder.path)/\($0)" })
    #expect(sheet.refused[1].reason == "is no text")
    #expect(sheet.refused[2].reason.hasPrefix("is no file of a signer"))
    #expect(String(decoding: sheet.rejects, as: UTF8.self).contains(",photo.png,"))
  }

  @Test func `an empty folder is refused, and so is one of other folders alone`() throws {
    let folder = try TemporaryFolder()
    #expect(try refusal { _ = try FolderSource.open(folder.path) }.message == "the folder holds no file")
    try FileManager.default.createDirectory(atPath: folder.path + "/a/b", withIntermediateDirectories: true)
    #expect(try refusal { _ = try FolderSource.open(folder.path) }.code == .unusableFile)
  }

  @Test func `a folder of other texts is refused, lists among them`() throws {
    let folder = try TemporaryFolder(["letter.md": Array("# Cancel it\n\n- We ask you to.\n".utf8), "a.db": [0]])
    let refusal = try refusal { _ = try ReadSheet(FolderSource.open(folder.path)) }
    #expect(refusal.message == "this is a folder, and none of its files is of a signer")
  }

  @Test func `links are not followed, loops among them`() throws {
    let folder = try TemporaryFolder(["a/ana.md": Array("---\nname: Ana Example\n---\n".utf8)])
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder.path + "/a/loop", withDestinationPath: "..")
    try files.createSymbolicLink(atPath: folder.path + "/self.md", withDestinationPath: "self.md")
    try files.createSymbolicLink(atPath: folder.path + "/passwd.md", withDestinationPath: "/etc/passwd")
    let sheet = try ReadSheet(FolderSource.open(folder.path), SheetOptions(today: Fixture.today))
    #expect(sheet.rows.map(\.signatory.name) == ["Ana Example"])
    #expect(sheet.refused.map(\.reason) == Array(repeating: "is a link: put the file itself there", count: 3))
  }

  @Test func `folders more than eight levels deep are refused by name`() throws {
    let deep = (1...10).map { "l\($0)" }.joined(separator: "/")
    let signer = Array("---\nname: Ana\n---\n".utf8)
    let folder = try TemporaryFolder(["\(deep)/ana.md": signer, "bela.md": signer])
    let sheet = try ReadSheet(FolderSource.open(folder.path), SheetOptions(today: Fixture.today))
    #expect(sheet.refused.map(\.reason) == ["is a folder more than eight levels deep"])
  }

  @Test func `a folder is no other source`() throws {
    let folder = try TemporaryFolder(["ana.md": Array("- Ana\n".utf8)])
    for options in [SheetOptions(format: .osdi), SheetOptions(columns: ["name"])] {
      #expect(throws: Refusal.self) { _ = try SheetReader(FolderSource.open(folder.path), options: options) }
    }
  }
}
