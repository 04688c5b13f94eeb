import Campaigns
import Files
import Foundation
import Testing

@Suite("Placing finished files")
struct PlacingTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test("a finished file moves to its path")
  func place() throws {
    try folder.put("whole", as: ".work")
    try NewFile.place(folder.path(".work"), at: folder.path("list.csv"))
    #expect(try folder.names() == ["list.csv"])
    #expect(try folder.text("list.csv") == "whole")
  }

  @Test("a finished file is not moved over another one unless told to")
  func occupied() throws {
    try folder.put("old", as: "list.csv")
    try folder.put("whole", as: ".work")
    let refusal = #expect(throws: Refusal.self) {
      try NewFile.place(folder.path(".work"), at: folder.path("list.csv"))
    }
    #expect(refusal?.code == .cannotCreate)
    #expect(try folder.text("list.csv") == "old")
    try NewFile.place(folder.path(".work"), at: folder.path("list.csv"), replacing: true)
    #expect(try folder.text("list.csv") == "whole")
    #expect(try folder.names() == ["list.csv"])
  }

  @Test(
    "working names are hidden, beside the path, and never the same twice",
    arguments: [
      ("/a/b/list.csv", "/a/b/.list.csv."), ("list.csv", "./.list.csv."), ("/list.csv", "//.list.csv."),
    ])
  func workingNames(path: String, start: String) {
    let name = NewFile.workingName(for: path)
    #expect(name.hasPrefix(start))
    #expect(name.hasSuffix(".partial"))
    #expect(name != NewFile.workingName(for: path))
  }
}
