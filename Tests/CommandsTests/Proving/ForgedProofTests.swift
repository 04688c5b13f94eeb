import Foundation
import Testing

/// Receipts that somebody has worked on.
struct ForgedProofTests {
  private let desk: Desk
  private let lines: [String]
  private let first: Int

  init() throws {
    desk = try ProvenPetition.desk()
    try desk.succeed("receipt", "letter-1", desk.signature("signer2@"), "-o", "receipt")
    lines = desk.read("receipt").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // c2sp.org/tlog-proof@v1, extra, index, the hashes, a blank line, the checkpoint.
    first = 3
  }

  private var blank: Int { lines.firstIndex(of: "") ?? 0 }

  private func forge(_ change: (inout [String]) -> Void, at location: SourceLocation = #_sourceLocation) throws {
    var lines = lines
    change(&lines)
    try desk.write(lines.joined(separator: "\n"), to: "forged")
    let findings = try desk.verify("forged", at: location)
    #expect(!findings.holds, sourceLocation: location)
    #expect(findings.falsehoods.allSatisfy { $0.hasPrefix("forged") }, sourceLocation: location)
  }

  @Test func `the receipt itself holds, and has hashes to work on`() throws {
    try desk.verified("receipt")
    // A leaf in the last part of a tree of 18 has a way of two.
    #expect(blank - first >= 2)
    #expect(lines[2].hasPrefix("index "))
  }

  @Test func `shortened`() throws {
    for count in 1...(blank - first) { try forge { $0.removeSubrange(first..<first + count) } }
    try forge { $0.remove(at: blank - 1) }
    for count in [1, 10, 100] { try forge { $0 = [String($0.joined(separator: "\n").dropLast(count))] } }
  }

  @Test func `lengthened`() throws {
    let hash = lines[first]
    try forge { $0.insert(hash, at: blank) }
    try forge { $0.insert(hash, at: first) }
    try forge { $0.insert(contentsOf: Array(repeating: hash, count: 100), at: blank) }
  }

  @Test func `with another index`() throws {
    let index = try #require(Int(lines[2].dropFirst(6)))
    for other in [index + 1, index - 1, 0, 17, 18, 1 << 40, -1] where other != index {
      try forge { $0[2] = "index \(other)" }
    }
    try forge { $0[2] = "index 0\(index)" }
    try forge { $0[2] = "index 99999999999999999999999" }
  }

  @Test func `with other hashes`() throws {
    let zeros = Data(count: 32).base64EncodedString()
    for place in first..<blank { try forge { $0[place] = zeros } }
    try forge { $0.swapAt(first, blank - 1) }
    try forge { $0[first] = "AAAA" }
  }

  @Test func `with another checkpoint`() throws {
    // The size, the root, the signature.
    try forge { $0[blank + 2] = "19" }
    try forge { $0[blank + 3] = Data(count: 32).base64EncodedString() }
    try forge { $0[blank + 5] = String($0[blank + 5].dropLast(8)) + "AAAAAAA=" }
    try forge { $0.remove(at: blank + 5) }
    try desk.sign("Somebody Else", "else@mail.example")
    let newer = try desk.succeed("checkpoint", "letter-1").text.split(
      separator: "\n", omittingEmptySubsequences: false)
    try forge { $0.replaceSubrange((blank + 1)..., with: newer.map(String.init)) }
  }

  @Test func `with another leaf or key`() throws {
    try desk.succeed("receipt", "letter-1", desk.signature("signer3@"), "-o", "other")
    let other = desk.read("other").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try forge { $0[1] = other[1] }
    try forge { $0.remove(at: 1) }
    try forge { $0[1] = "extra e30=" }
    try forge { $0[1] = "extra \(Data("{\"leaf\":\"AA==\",\"key\":\"x\"}".utf8).base64EncodedString())" }
  }
}
