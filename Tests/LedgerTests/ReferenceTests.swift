import Campaigns
import Foundation
import Testing

@testable import Ledger

/// Python's account of the ledger, which shares no line with Picket's.
@Suite(.enabled(if: Reference.isThere)) struct ReferenceTests {
  @Test("roots, proofs and signatures of random trees are the same in Python")
  func randomTrees() throws {
    var numbers = SeededNumbers(seed: 11)
    var cases: [[String: Any]] = []
    for round in 0..<300 {
      let size = round < 40 ? round + 1 : Int.random(in: 1...600, using: &numbers)
      let leaves = (0..<size).map { _ in LedgerLeaf.random(using: &numbers) }
      let (tree, root) = try tree(over: LedgerLeaf.hashes(of: leaves))
      let index = Int.random(in: 0..<size, using: &numbers)
      let oldSize = Int.random(in: 0...size, using: &numbers)
      cases.append([
        "leaves": leaves.map(\.text), "root": root.base64, "index": index,
        "inclusion": try tree.inclusionProof(of: index).map(\.base64), "oldSize": oldSize,
        "oldRoot": try MerkleTree(size: oldSize, tiles: tree.tiles).root().base64,
        "consistency": try tree.consistencyProof(from: oldSize).map(\.base64),
      ])
    }
    let (status, output) = try Reference.run(
      ["-c", Reference.checkTrees], input: JSONSerialization.data(withJSONObject: cases))
    #expect(status == 0 && output == "300\n", "\(output)")
  }

  @Test("Python reads receipts, checkpoints and lists of leaves that Picket wrote, and refuses altered ones")
  func files() throws {
    var numbers = SeededNumbers(seed: 12)
    let leaves = (0..<77).map { _ in LedgerLeaf.random(using: &numbers) }
    let (tree, root) = try tree(over: LedgerLeaf.hashes(of: leaves))
    let signer = try Known.signer
    let note = try Checkpoint(origin: signer.name, size: 77, root: root).signed(by: signer)
    let proof = try TlogProof(extra: [1, 2], index: 33, hashes: tree.inclusionProof(of: 33), note: note)
    let list = leaves.map { "\($0.text) second column\n" }.joined()
    let key = ["--vkey", signer.verifier.vkey]
    #expect(try Reference.run(["root", "-"], input: Data(list.utf8)).output == "77 \(root.base64)\n")
    #expect(try Reference.run(["check-checkpoint", "-"] + key, input: Data(note.bytes)).status == 0)
    let check = ["check-proof", "-", "--leaf", leaves[33].text] + key
    #expect(try Reference.run(check, input: Data(proof.bytes)).status == 0)
    #expect(
      try Reference.run(["check-proof", "-", "--leaf", leaves[32].text] + key, input: Data(proof.bytes)).status == 1)
    let other = ["check-checkpoint", "-", "--vkey", try Known.signer(named: signer.name, seed: 1).verifier.vkey]
    #expect(try Reference.run(other, input: Data(note.bytes)).status == 1)
    for _ in 0..<10 {
      var bytes = proof.bytes
      // Past the header and the extra data, which nothing vouches for.
      bytes[Int.random(in: 34..<bytes.count, using: &numbers)] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
      #expect(try Reference.run(check, input: Data(bytes)).status == 1)
      #expect(code { try TlogProof(bytes).verify(leaf: leaves[33].hash, with: [signer.verifier]) } != nil)
    }
    let consistency =
      try [31, 77].map(String.init)
      + [MerkleTree(size: 31, tiles: tree.tiles).root().base64, root.base64]
      + tree.consistencyProof(from: 31).map(\.base64)
    for (lines, status) in [(consistency, 0), (Array(consistency.dropLast()), 1)] as [([String], Int32)] {
      let input = Data(lines.joined(separator: "\n").utf8)
      #expect(try Reference.run(["check-consistency", "-"], input: input).status == status)
    }
  }
}

extension LedgerLeaf {
  fileprivate static func random(using numbers: inout SeededNumbers) -> LedgerLeaf {
    LedgerLeaf(
      kind: Kind.allCases.randomElement(using: &numbers) ?? .letter,
      petition: Identifier(rawValue: Int64.random(in: 0...Int64.max, using: &numbers)), letter: nil,
      commitment: sampleHashes(1)[0].flipping(Int.random(in: 0..<256, using: &numbers)))
  }
}

/// `Scripts/reference_ledger.py`, run by the python3 that is there.
private enum Reference {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Scripts")
  static let script = folder.appendingPathComponent("reference_ledger.py")
  static let isThere =
    FileManager.default.fileExists(atPath: script.path) && (try? run(["-c", "pass"], input: Data()).status) == 0

  /// Runs the script, or Python code where the arguments begin with `-c`, in the script's folder.
  static func run(_ arguments: [String], input: Data) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-B"] + (arguments.first == "-c" ? [] : [script.path]) + arguments
    process.currentDirectoryURL = folder
    // A file, not a pipe: a pipe that Python closes early would end the test's process.
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)")
    try input.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let (output, errors) = (Pipe(), FileHandle.nullDevice)
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  static let checkTrees = """
    import json, sys
    from base64 import b64decode as of
    import reference_ledger as ledger
    cases = json.load(sys.stdin)
    for case in cases:
        hashes = [ledger.leaf_hash(of(leaf)) for leaf in case["leaves"]]
        size, index, old = len(hashes), case["index"], case["oldSize"]
        root, old_root = of(case["root"]), of(case["oldRoot"])
        assert ledger.root(hashes) == root and ledger.root(hashes[:old]) == old_root
        inclusion = [of(hash) for hash in case["inclusion"]]
        assert ledger.root_from_inclusion(hashes[index], index, size, inclusion) == root
        ledger.check_consistency(old, size, old_root, root, [of(hash) for hash in case["consistency"]])
    print(len(cases))
    """
}
