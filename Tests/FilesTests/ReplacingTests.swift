import Campaigns
import Files
import Foundation
import Testing

@Suite("New files in the place of old ones")
struct ReplacingTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func replace(_ name: String, with text: String) throws {
    let file = try NewFile(at: folder.path(name), replacing: true)
    try file.write(Array(text.utf8))
    try file.place()
  }

  @Test("what stands there is whole until the new file takes its place")
  func replaces() throws {
    try folder.put("old", as: "list.csv")
    let file = try NewFile(at: folder.path("list.csv"), replacing: true)
    try file.write(Array("new".utf8))
    #expect(try folder.text("list.csv") == "old")
    try file.place()
    #expect(try folder.text("list.csv") == "new")
    #expect(try folder.names() == ["list.csv"])
  }

  @Test("a symbolic link itself is replaced, not what it leads to")
  func replacesLink() throws {
    try folder.put("kept", as: "elsewhere")
    try folder.link("list.csv", to: "elsewhere")
    try replace("list.csv", with: "new")
    #expect(try folder.text("elsewhere") == "kept")
    #expect(try folder.text("list.csv") == "new")
    #expect(try !folder.isLink("list.csv"))
  }

  @Test("a folder is not replaced, and nothing is left")
  func folderStays() throws {
    try FileManager.default.createDirectory(atPath: folder.path("list.csv"), withIntermediateDirectories: false)
    let refusal = #expect(throws: Refusal.self) { try replace("list.csv", with: "new") }
    #expect(refusal?.code == .cannotCreate)
    #expect(try folder.names() == ["list.csv"])
  }

  @Test("a replacing file is readable by its owner only, whatever the old one was")
  func mode() throws {
    try folder.put("old", as: "list.csv")
    #expect(chmod(folder.path("list.csv"), 0o644) == 0)
    try replace("list.csv", with: "new")
    #expect(try folder.mode("list.csv") == 0o600)
  }

  @Test("a replacing file needs nothing to replace")
  func nothingThere() throws {
    try replace("list.csv", with: "new")
    #expect(try folder.text("list.csv") == "new")
  }
}
