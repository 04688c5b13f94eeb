import Campaigns
import Testing

@testable import Ledger

@Suite struct CheckpointTests {
  private func note(_ text: String, by signer: NoteSigner) throws -> SignedNote {
    try SignedNote(signing: text, by: [signer])
  }

  @Test("a checkpoint that another implementation signed is read and verified")
  func known() throws {
    let note = try SignedNote(Array(Known.note.utf8))
    let checkpoint = try Checkpoint(verifying: note, with: [NoteVerifier(Known.vkey)])
    #expect(checkpoint.origin == Known.name && checkpoint.size == 8 && checkpoint.root == KnownTree.roots[7])
    #expect(checkpoint.extensions.isEmpty)
    #expect(try checkpoint.signed(by: Known.signer).bytes == Array(Known.note.utf8))
  }

  @Test("a checkpoint comes back from what it prints")
  func roundTrip() throws {
    let signer = try Known.signer(named: "log/caf\u{E9}", seed: 1)
    var numbers = SeededNumbers(seed: 5)
    for size in [1, 2, 255, 1_000_000, Int.max] {
      for extensions in [[], ["one"], ["succeeds other/log 17", " ", "\u{2014} x AAAAAAA="]] {
        let root = KnownTree.roots[Int.random(in: 0..<8, using: &numbers)]
        let checkpoint = try Checkpoint(origin: signer.name, size: size, root: root, extensions: extensions)
        let note = try checkpoint.signed(by: signer, Known.signer)
        let read = try Checkpoint(verifying: SignedNote(note.bytes), with: [signer.verifier])
        #expect(read == checkpoint && read.text == checkpoint.text)
      }
    }
    let empty = try Checkpoint(origin: "log", size: 0, root: .empty)
    #expect(try Checkpoint(unverified: empty.signed(by: signer)) == empty)
    #expect(empty.text == "log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")
  }

  @Test("a checkpoint signed by another key, or by a key of another log, is refused")
  func otherKeys() throws {
    let note = try SignedNote(Array(Known.note.utf8))
    let impostor = try Known.signer(named: Known.name, seed: 9)
    #expect(code { try Checkpoint(verifying: note, with: [impostor.verifier]) } == .wrongKey)
    let neighbour = try Known.signer(named: "example.org/office", seed: 9)
    let stolen = try Checkpoint(origin: Known.name, size: 8, root: KnownTree.roots[7]).signed(by: neighbour)
    #expect(code { try Checkpoint(verifying: stolen, with: [neighbour.verifier]) } == .wrongKey)
    let forged = try Checkpoint(origin: Known.name, size: 8, root: KnownTree.roots[6]).signed(by: impostor)
    let lines = String(decoding: forged.bytes, as: UTF8.self)
      .replacing(NoteSignature.line(of: forged), with: NoteSignature.line(of: note))
    #expect(
      code { try Checkpoint(verifying: SignedNote(Array(lines.utf8)), with: [NoteVerifier(Known.vkey)]) } == .altered)
  }

  @Test("what is almost a checkpoint is refused")
  func malformed() throws {
    let signer = try Known.signer
    let root = KnownTree.roots[7].base64
    #expect(try Checkpoint(unverified: note("log\n8\n\(root)\n", by: signer)).size == 8)
    for wrong in [
      "\n", "log\n", "log\n8\n", "\n8\n\(root)\n", "log\n\n8\n\(root)\n", "log\n08\n\(root)\n", "log\n-8\n\(root)\n",
      "log\n+8\n\(root)\n", "log\n 8\n\(root)\n", "log\n8 \n\(root)\n", "log\n8.0\n\(root)\n", "log\n\n\(root)\n",
      "log\n9223372036854775808\n\(root)\n", "log\n18446744073709551616\n\(root)\n", "log\n0\n\(root)\n",
      "log\n\(String(repeating: "9", count: 50_000))\n\(root)\n", "log\n\u{0668}\n\(root)\n",
      "log\n8\n\(root.dropLast())\n", "log\n8\n\(root)=\n", "log\n8\n\(root) \n", "log\n8\n\(root.dropLast(2))h=\n",
      "log\n8\nAAAA\n", "log\n8\n\n", "log\n8\n\(root)\n\n", "log\n8\n\(root)\next\n\nmore\n",
      "log\n8\n\(KnownTree.roots[7].hex)\n",
    ] {
      #expect(code { try Checkpoint(unverified: note(wrong, by: signer)) } == .unusableFile, "\(wrong.prefix(80))")
    }
    for origin in ["", "a\nb", "a\0b", "\t"] {
      #expect(code { try Checkpoint(origin: origin, size: 8, root: KnownTree.roots[7]) } == .invalidValue)
      #expect(
        code { try Checkpoint(origin: "log", size: 8, root: KnownTree.roots[7], extensions: ["fine", origin]) }
          == .invalidValue)
    }
    for size in [-1, Int.min, 0] {
      #expect(code { try Checkpoint(origin: "log", size: size, root: KnownTree.roots[7]) } == .invalidValue)
    }
  }

  @Test("two checkpoints of one size with different roots are told as a split view")
  func relations() throws {
    let roots = KnownTree.roots
    func checkpoint(_ size: Int, _ root: LedgerHash, _ origin: String = "log") throws -> Checkpoint {
      try Checkpoint(origin: origin, size: size, root: root)
    }
    let eight = try checkpoint(8, roots[7])
    #expect(try eight.relation(to: checkpoint(8, roots[7])) == .same)
    #expect(try eight.relation(to: checkpoint(8, roots[6])) == .splitView)
    #expect(try eight.relation(to: checkpoint(7, roots[6])) == .newer)
    #expect(try checkpoint(7, roots[6]).relation(to: eight) == .older)
    #expect(try eight.relation(to: checkpoint(8, roots[7], "other")) == .otherLog)
    // The same name to the eye, but other bytes.
    #expect(try checkpoint(8, roots[7], "e\u{301}").relation(to: checkpoint(8, roots[7], "\u{E9}")) == .otherLog)
    let noted = try Checkpoint(origin: "log", size: 8, root: roots[7], extensions: ["a line"])
    #expect(eight.relation(to: noted) == .same)
  }

  @Test("consistency of checkpoints holds for the log's own past, and for nothing else")
  func consistency() throws {
    let (tree, _) = try tree(over: KnownTree.hashes)
    func checkpoint(_ size: Int, _ origin: String = "log") throws -> Checkpoint {
      try Checkpoint(origin: origin, size: size, root: size == 0 ? .empty : KnownTree.roots[size - 1])
    }
    let eight = try checkpoint(8)
    for size in 0...8 {
      let proof = try tree.consistencyProof(from: size)
      #expect(try eight.isConsistent(with: checkpoint(size), proof: proof))
      #expect(try !eight.isConsistent(with: checkpoint(size, "other"), proof: proof))
      #expect(try !eight.isConsistent(with: checkpoint(size), proof: proof + [.empty]))
      if size < 8 { #expect(try !checkpoint(size).isConsistent(with: eight, proof: proof)) }
      if size > 0 {
        let split = try Checkpoint(origin: "log", size: size, root: KnownTree.roots[size % 8])
        #expect(!eight.isConsistent(with: split, proof: proof))
      }
    }
  }
}

extension NoteSignature {
  /// The first signature's line.
  fileprivate static func line(of note: SignedNote) -> String { note.signatures[0].line }
}
