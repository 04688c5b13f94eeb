import Foundation
import Testing

/// Deliveries that somebody has worked on.
struct TamperedDeliveryTests {
  private let desk: Desk

  init() throws {
    desk = try ProvenPetition.desk()
    try desk.succeed("claim", "add", "letter-1", "--source", "Partner", "--count", "300")
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery")
  }

  private func change(_ file: String, _ change: (inout [UInt8]) -> Void) throws {
    var bytes = try #require(desk.contents("\(desk.folder)/delivery/\(file)"))
    change(&bytes)
    try desk.write(bytes, to: "delivery/\(file)")
  }

  @Test(arguments: ProvenPetition.files.sorted())
  func `an altered file, each of them once`(file: String) throws {
    let original = try #require(desk.contents("\(desk.folder)/delivery/\(file)"))
    let changes: [(inout [UInt8]) -> Void] = [
      { $0[$0.count / 2] ^= 1 }, { $0.append(0x20) }, { $0.removeLast() }, { $0 = [] }, { $0.append(contentsOf: $0) },
    ]
    for (number, change) in changes.enumerated() {
      try self.change(file, change)
      let findings = try desk.verify("delivery")
      #expect(!findings.holds, "change \(number) of \(file)")
      let subject = file == "manifest" ? "delivery" : "delivery/\(file)"
      #expect(findings.falsehoods.contains { $0.hasPrefix(subject + ":") }, "\(findings.falsehoods)")
      try desk.write(original, to: "delivery/\(file)")
    }
    try desk.verified("delivery")
  }

  @Test func `a name that was put in the place of another`() throws {
    for file in ["list", "list.csv", "list.json", "list.md", "list.txt"] {
      try desk.write(desk.read("delivery/\(file)").replacing("Signer 2", with: "Signer 9"), to: "delivery/\(file)")
    }
    try desk.refuted("delivery", saying: "the list is not the one that was signed", in: "delivery/list")
    try desk.refuted("delivery", saying: "altered", in: "delivery/list.txt")
  }

  @Test func `a line that was taken out, put in, moved, or declared erased`() throws {
    let lines = desk.read("delivery/list").split(separator: "\n").map(String.init)
    for changed in [
      Array(lines.dropFirst()), lines + [lines[0]], lines.reversed(),
      ["- " + lines[0].split(separator: " ")[0]] + lines.dropFirst(),
      lines + ["nonsense"], lines + [""], [],
    ] as [[String]] {
      try desk.write(changed.map { $0 + "\n" }.joined(), to: "delivery/list")
      try desk.refuted("delivery", saying: "the list is not the one that was signed", in: "delivery/list")
    }
  }

  @Test func `a greater number`() throws {
    let manifest = desk.read("delivery/manifest")
    for (old, new) in [("total 16", "total 15"), ("counted 7", "counted 8"), ("part 16", "part 9")] {
      try #require(manifest.contains(old))
      try desk.write(manifest.replacing(old, with: new), to: "delivery/manifest")
      try desk.refuted("delivery", saying: "not signed by the key")
      try desk.refuted("delivery", saying: "not that of the counted leaves, or not the sum")
    }
    try desk.write(manifest.replacing("claimed 300 ", with: "claimed 30 "), to: "delivery/manifest")
    try desk.refuted("delivery", saying: "not signed by the key")
    try desk.write(manifest, to: "delivery/manifest")
    // One leaf more that is marked: the letter's, which is no signature.
    let leaves = desk.read("delivery/leaves").split(separator: "\n").map {
      $0.hasSuffix(" counted") ? String($0) : $0 + " counted"
    }
    try desk.write(leaves.map { $0 + "\n" }.joined(), to: "delivery/leaves")
    try desk.refuted("delivery", saying: "altered", in: "delivery/leaves")
    try desk.refuted("delivery", saying: "a counted leaf is no signature")
  }

  @Test func `a file that was added`() throws {
    try desk.write("More names\n", to: "delivery/more.txt")
    try desk.refuted("delivery", saying: "it was added", in: "delivery/more.txt")
    try FileManager.default.removeItem(atPath: desk.folder + "/delivery/more.txt")
    try FileManager.default.createDirectory(
      atPath: desk.folder + "/delivery/.more", withIntermediateDirectories: false)
    try desk.refuted("delivery", saying: "it was added", in: "delivery/.more")
  }

  @Test(arguments: [
    "manifest", "checkpoint", "leaves", "list", "letter-en-1.md", "list.csv", "list.json", "tally.json",
  ])
  func `a file that was taken out`(file: String) throws {
    try FileManager.default.removeItem(atPath: desk.folder + "/delivery/" + file)
    #expect(try !desk.verify("delivery").holds)
  }

  @Test(arguments: ["README.md", "list.md", "list.txt"])
  func `a file that is for reading and was taken out is told of`(file: String) throws {
    try FileManager.default.removeItem(atPath: desk.folder + "/delivery/" + file)
    #expect(try desk.verified("delivery").have("unproven", "it was left out", in: "delivery/\(file)"))
  }

  @Test func `the checkpoint or the leaves of another day`() throws {
    let gone = try desk.signature("signer1@")
    try desk.succeed("signature", "withdraw", "letter-1", gone)
    try desk.succeed("petition", "deliver", "letter-1", "-o", "later")
    for file in ["checkpoint", "leaves"] {
      let original = desk.read("delivery/\(file)")
      try desk.write(desk.read("later/\(file)"), to: "delivery/\(file)")
      #expect(try !desk.verify("delivery").holds)
      try desk.write(original, to: "delivery/\(file)")
    }
    try desk.verified("delivery", "later")
  }

  @Test func `an archive that was altered or cut short`() throws {
    try desk.succeed("petition", "deliver", "letter-1", "-o", "second", "--tar", "d.tar")
    let archive = try #require(desk.contents(desk.folder + "/d.tar"))
    try desk.verified("d.tar")
    for count in [1, 100, 511, 512, archive.count / 2, archive.count - 2000, archive.count - 1024] {
      try desk.write(Array(archive.prefix(count)), to: "cut.tar")
      #expect(try !desk.verify("cut.tar").holds, "the first \(count) bytes")
    }
    let text = String(decoding: archive, as: UTF8.self).replacing("Signer 2", with: "Signer 9")
    try desk.write(text, to: "altered.tar")
    #expect(try !desk.verify("altered.tar").holds)
    // Sizes that lie, and a file that leads out of the folder.
    for size in ["77777777777", "-0000000001", "zzzzzzzzzzz"] {
      var bytes = archive
      bytes.replaceSubrange(124..<135, with: size.utf8)
      try desk.write(bytes, to: "lying.tar")
      #expect(try !desk.verify("lying.tar").holds, "\(size)")
    }
  }

  @Test func `an empty folder and a file that is none`() throws {
    try FileManager.default.createDirectory(atPath: desk.folder + "/empty", withIntermediateDirectories: false)
    try desk.refuted("empty", saying: "there is no manifest", in: "empty")
    try desk.write("no manifest\n", to: "empty/manifest")
    #expect(try !desk.verify("empty").holds)
  }
}
