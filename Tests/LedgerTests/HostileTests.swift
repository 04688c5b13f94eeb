import Campaigns
import Testing

@testable import Ledger

@Suite struct HostileTests {
  static let numbers = [
    Int.min, Int.min + 1, -1, 0, 1, 2, 3, 255, 256, 257, 1 << 31, 1 << 32, 1 << 62, (1 << 62) + 1,
    Int.max - 1, Int.max,
  ]

  @Test("no index, size or number of hashes makes a proof trap or pass")
  func absurdProofs() {
    let hash = KnownTree.roots[0]
    for count in [0, 1, 2, 62, 63, 64, 65, 100_000] {
      let hashes = Array(repeating: hash, count: count)
      for first in HostileTests.numbers {
        for second in HostileTests.numbers {
          let inclusion = InclusionProof(index: first, size: second, hashes: hashes)
          #expect(inclusion.verify(leaf: hash, root: hash) == (first == 0 && second == 1 && count == 0))
          let consistency = ConsistencyProof(oldSize: first, newSize: second, hashes: hashes)
          let isItself = first == second && first > 0 && count == 0
          #expect(consistency.verify(oldRoot: hash, newRoot: hash) == isItself)
          let fromNothing = first == 0 && second > 0 && count == 0
          #expect(consistency.verify(oldRoot: .empty, newRoot: hash) == fromNothing)
        }
      }
    }
    #expect(ConsistencyProof(oldSize: 0, newSize: 0, hashes: []).verify(oldRoot: .empty, newRoot: .empty))
    #expect(!ConsistencyProof(oldSize: 0, newSize: 0, hashes: []).verify(oldRoot: hash, newRoot: hash))
  }

  @Test("tiles that are missing, short, long or of another size are refused as damage")
  func wrongTiles() throws {
    let (tree, root) = try tree(over: sampleHashes(70_000))
    let index = TileIndex(level: 0, number: 273)
    let (leaf, middle) = (index, TileIndex(level: 1, number: 1))
    for damaged in [leaf, middle, TileIndex(level: 2, number: 0)] {
      let width = damaged.width(inTreeOf: 70_000)
      for count in [0, width - 1, TileIndex.fullWidth + 1, 100_000] {
        var tiles = tree.tiles
        tiles.tiles[damaged] = Array(repeating: root, count: count)
        let broken = try MerkleTree(size: 70_000, tiles: tiles)
        #expect(code { try broken.root() } == .corrupt)
        #expect(code { try broken.inclusionProof(of: 69_999) } == .corrupt)
        #expect(code { try broken.consistencyProof(from: 69_999) } == .corrupt)
        if damaged == leaf { #expect(code { try broken.appending([root]) } == .corrupt) }
      }
    }
    #expect(code { try MerkleTree(size: 69_999, tiles: tree.tiles).appending([root]) } == .corrupt)
    #expect(code { try MerkleTree(size: 70_001, tiles: tree.tiles).appending([root]) } == .corrupt)
  }

  @Test(
    "a size that no store can mean is refused, not computed", arguments: [1 << 40, 1 << 62, Int.max - 1, Int.max])
  func absurdSizes(size: Int) throws {
    let empty = try MerkleTree(size: size, tiles: TileTable())
    #expect(code { try empty.root() } == .corrupt)
    #expect(code { try empty.inclusionProof(of: size - 1) } == .corrupt)
    #expect(code { try empty.consistencyProof(from: size / 3) } == .corrupt)
    let liar = try MerkleTree(size: size, tiles: ConstantTiles())
    _ = try liar.root()
    let proof = InclusionProof(index: size / 3, size: size, hashes: try liar.inclusionProof(of: size / 3))
    #expect(proof.hashes.count <= InclusionProof.mostHashes)
    _ = try liar.consistencyProof(from: size / 3)
    if size > Int.max - 2 { #expect(code { try liar.appending(sampleHashes(2)) } == .invalidValue) }
  }

  @Test("a tile's width is never below nothing nor above 256")
  func widths() {
    for size in HostileTests.numbers {
      for number in HostileTests.numbers {
        for level in [Int.min, -1, 0, 1, 6, 7, 8, 63, 64, Int.max] {
          let width = TileIndex(level: level, number: number).width(inTreeOf: size)
          #expect((0...256).contains(width))
        }
      }
    }
    // The example of tlog-tiles.
    let widths = [(0, 272, 256), (0, 273, 112), (0, 274, 0), (1, 0, 256), (1, 1, 17), (2, 0, 1), (3, 0, 0)]
    for (level, number, width) in widths {
      #expect(TileIndex(level: level, number: number).width(inTreeOf: 70_000) == width)
    }
    #expect(TileIndex(level: 1, number: 0).width(inTreeOf: 256) == 1)
  }

  @Test("random bytes are no leaf, note or proof, and trap nothing")
  func noise() {
    var numbers = SeededNumbers(seed: 3)
    let alphabet = Array("\n\n\n \u{2014}+=/abc019".utf8) + [0, 0xFF]
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...120, using: &numbers)).map { _ in
        alphabet.randomElement(using: &numbers) ?? 0
      }
      #expect(code { try SignedNote(bytes) } == .unusableFile)
      #expect(code { try TlogProof(bytes) } == .unusableFile)
      #expect(LedgerLeaf(bytes: bytes) == nil)
    }
  }
}

/// A store that has every tile in full.
private struct ConstantTiles: TileReader {
  func tile(_ index: TileIndex) -> [LedgerHash] {
    Array(repeating: .empty, count: TileIndex.fullWidth)
  }
}
