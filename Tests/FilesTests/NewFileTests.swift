import Campaigns
import Files
import Foundation
import Testing

@Suite("New files")
struct NewFileTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test(
    "nothing stands in the folder until the file is placed, also where it is to replace one",
    arguments: [false, true])
  func nothingBeforePlace(replacing: Bool) throws {
    let file = try NewFile(at: folder.path("list.csv"), replacing: replacing)
    try file.write(Array("Ada".utf8))
    #expect(try folder.names() == [])
    try file.place()
    #expect(try folder.names() == ["list.csv"])
    #expect(try folder.text("list.csv") == "Ada")
  }

  @Test("a file that is not placed leaves nothing", arguments: [false, true])
  func neverPlaced(replacing: Bool) throws {
    try folder.put("old", as: "list.csv")
    do {
      let file = try NewFile(at: folder.path("other.csv"), replacing: replacing)
      try file.write(Array("Ada".utf8))
    }
    #expect(try folder.names() == ["list.csv"])
  }

  @Test("everything that was written is in the file, in its order")
  func contents() throws {
    let file = try NewFile(at: folder.path("list.csv"))
    var expected: [UInt8] = []
    for number in 0..<50 {
      let part = [UInt8](repeating: UInt8(number), count: number * 997)
      try file.write(part)
      expected += part
    }
    try file.place()
    #expect(try folder.bytes("list.csv") == expected)
  }

  @Test("an empty file is a file")
  func empty() throws {
    try NewFile(at: folder.path("list.csv")).place()
    #expect(try folder.bytes("list.csv") == [])
  }

  @Test("what stands at the path is never written over")
  func existing() throws {
    try folder.put("old", as: "list.csv")
    let refusal = #expect(throws: Refusal.self) { try NewFile(at: folder.path("list.csv")) }
    #expect(refusal?.code == .cannotCreate)
    #expect(refusal?.message.contains("is there already") == true)
    #expect(try folder.text("list.csv") == "old")
    #expect(try folder.names() == ["list.csv"])
  }

  @Test("what has come to stand at the path meanwhile is not written over either")
  func existingMeanwhile() throws {
    let file = try NewFile(at: folder.path("list.csv"))
    try file.write(Array("new".utf8))
    try folder.put("old", as: "list.csv")
    let refusal = #expect(throws: Refusal.self) { try file.place() }
    #expect(refusal?.code == .cannotCreate)
    #expect(try folder.text("list.csv") == "old")
    #expect(try folder.names() == ["list.csv"])
  }

  @Test(
    "a symbolic link at the path counts as something there, even where it leads nowhere", arguments: [false, true])
  func danglingLink(isDangling: Bool) throws {
    if !isDangling { try folder.put("old", as: "elsewhere") }
    try folder.link("list.csv", to: "elsewhere")
    let refusal = #expect(throws: Refusal.self) { try NewFile(at: folder.path("list.csv")) }
    #expect(refusal?.code == .cannotCreate)
    #expect(try folder.names() == (isDangling ? ["list.csv"] : ["elsewhere", "list.csv"]))
  }

  @Test("a link that has come meanwhile is not written through")
  func linkMeanwhile() throws {
    let file = try NewFile(at: folder.path("list.csv"))
    try folder.link("list.csv", to: "elsewhere")
    #expect(throws: Refusal.self) { try file.place() }
    #expect(try folder.names() == ["list.csv"])
  }

  @Test("a folder that is not there is not made", arguments: [false, true])
  func folderMissing(replacing: Bool) throws {
    let refusal = #expect(throws: Refusal.self) {
      try NewFile(at: folder.path("missing/list.csv"), replacing: replacing)
    }
    #expect(refusal?.code == .cannotCreate)
    #expect(refusal?.message.contains("the folder of") == true)
    #expect(try folder.names() == [])
  }

  @Test("a file in the place of a folder is refused")
  func fileAsFolder() throws {
    try folder.put("old", as: "plain")
    let refusal = #expect(throws: Refusal.self) { try NewFile(at: folder.path("plain/list.csv")) }
    #expect(refusal?.code == .cannotCreate)
  }

  @Test("taking a file back leaves the folder as it was")
  func takeBack() throws {
    try folder.put("old", as: "other.csv")
    let file = try NewFile(at: folder.path("list.csv"))
    try file.place()
    file.takeBack()
    #expect(try folder.names() == ["other.csv"])
  }
}
