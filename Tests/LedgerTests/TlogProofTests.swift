import Campaigns
import Testing

@testable import Ledger

@Suite struct TlogProofTests {
  @Test("a proof that another implementation wrote verifies, and is written the same")
  func known() throws {
    let proof = try TlogProof(Array(Known.proof.utf8))
    #expect(proof.index == 5 && proof.hashes.count == 3 && proof.extra == nil)
    let checkpoint = try proof.verify(leaf: KnownTree.hashes[5], with: [NoteVerifier(Known.vkey)])
    #expect(checkpoint.size == 8 && checkpoint.root == KnownTree.roots[7])
    #expect(proof.bytes == Array(Known.proof.utf8))
    let (tree, _) = try tree(over: KnownTree.hashes)
    let made = try TlogProof(
      index: 5, hashes: tree.inclusionProof(of: 5), note: checkpoint.signed(by: Known.signer))
    #expect(made == proof)
  }

  @Test("a proof comes back from what it prints, with and without extra")
  func roundTrip() throws {
    let leaves = sampleHashes(300)
    let signer = try Known.signer
    for size in [1, 2, 7, 300] {
      let (tree, root) = try tree(over: Array(leaves[..<size]))
      let note = try Checkpoint(origin: Known.name, size: size, root: root, extensions: ["x"]).signed(by: signer)
      for extra in [nil, [], [0], Array("anything\n\n".utf8)] as [[UInt8]?] {
        for index in [0, size / 2, size - 1] {
          let proof = try TlogProof(extra: extra, index: index, hashes: tree.inclusionProof(of: index), note: note)
          let read = try TlogProof(proof.bytes)
          #expect(read == proof && read.bytes == proof.bytes && read.extra == extra)
          #expect(try read.verify(leaf: leaves[index], with: [signer.verifier]).root == root)
        }
      }
    }
  }

  @Test("every bit of a proof matters")
  func everyBit() throws {
    let verifier = try NoteVerifier(Known.vkey)
    for place in 0..<Known.proof.utf8.count {
      for bit in 0..<8 {
        var bytes = Array(Known.proof.utf8)
        bytes[place] ^= 1 << UInt8(bit)
        guard let proof = try? TlogProof(bytes),
          (try? proof.verify(leaf: KnownTree.hashes[5], with: [verifier])) != nil
        else { continue }
        Issue.record("bit \(bit) of byte \(place) does not matter")
      }
    }
  }

  @Test("a proof cut off at any byte is refused")
  func truncated() {
    let bytes = Array(Known.proof.utf8)
    for count in 0..<bytes.count { #expect(code { try TlogProof(Array(bytes[..<count])) } == .unusableFile) }
  }

  @Test("the reason says what is false: leaf, signature or key")
  func reasons() throws {
    let proof = try TlogProof(Array(Known.proof.utf8))
    let verifier = try NoteVerifier(Known.vkey)
    #expect(code { try proof.verify(leaf: KnownTree.hashes[4], with: [verifier]) } == .altered)
    let impostor = try Known.signer(named: Known.name, seed: 9)
    #expect(code { try proof.verify(leaf: KnownTree.hashes[5], with: [impostor.verifier]) } == .wrongKey)
    let moved = try TlogProof(index: 4, hashes: proof.hashes, note: proof.note)
    #expect(code { try moved.verify(leaf: KnownTree.hashes[5], with: [verifier]) } == .altered)
    for hashes in [proof.hashes.dropLast(), proof.hashes + [.empty]] {
      let reshaped = try TlogProof(index: 5, hashes: Array(hashes), note: proof.note)
      #expect(code { try reshaped.verify(leaf: KnownTree.hashes[5], with: [verifier]) } == .altered)
    }
  }

  @Test("what is almost a proof is refused")
  func malformed() throws {
    let whole = Known.proof
    let hash = KnownTree.roots[0].base64
    func replacing(_ old: String, _ new: String) -> String { whole.replacing(old, with: new, maxReplacements: 1) }
    for wrong in [
      "", "\n", replacing("@v1", "@v2"), replacing("c2sp", " c2sp"), replacing("index 5", "index 8"),
      replacing("index 5", "index 05"), replacing("index 5", "index -5"), replacing("index 5", "index"),
      replacing("index 5", "index "), replacing("index 5", "index 5 "), replacing("index 5", "index 5\r"),
      replacing("index 5", "Index 5"), replacing("index 5", "index 18446744073709551621"),
      replacing("index 5", "index 9223372036854775807"), replacing("index 5\n", ""),
      replacing("index 5", "index 5\nextra AA=="), replacing("index 5", "extra A\nindex 5"),
      replacing("index 5", "extra\nindex 5"), replacing("index 5", "extra AA==\nextra AA==\nindex 5"),
      replacing("vBoG", "vBo"), replacing("nms=\n", "nms=\n\n"), replacing("nms=\n", "nmt=\n"),
      replacing("\n\nexample", "\nexample"), replacing("\n\nexample", "\n\n\nexample"),
      replacing("\n8\n", "\n0\n"), replacing("\n8\n", "\n5\n"),
      replacing("nms=\n", "nms=\n" + String(repeating: hash + "\n", count: 61)),
      replacing("nms=\n", "nms=\n" + String(repeating: hash + "\n", count: 20_000)),
    ] {
      #expect(code { try TlogProof(Array(wrong.utf8)) } == .unusableFile, "\(wrong.prefix(120))")
    }
    #expect(code { try TlogProof(Array(repeating: 10, count: TlogProof.mostBytes + 1)) } == .unusableFile)
    let note = try SignedNote(Array(Known.note.utf8))
    for index in [-1, 8, Int.max, Int.min] {
      #expect(code { try TlogProof(index: index, hashes: [], note: note) } == .invalidValue)
    }
    let many = Array(repeating: LedgerHash.empty, count: 100_000)
    #expect(code { try TlogProof(index: 0, hashes: many, note: note) } == .invalidValue)
    let poem = try SignedNote(signing: "no checkpoint\n", by: [Known.signer])
    #expect(code { try TlogProof(index: 0, hashes: [], note: poem) } == .unusableFile)
  }
}
