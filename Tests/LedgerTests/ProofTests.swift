import Campaigns
import Testing

@testable import Ledger

@Suite struct ProofTests {
  @Test("every inclusion proof of every size up to 300 is the one of RFC 6962, and verifies")
  func everyInclusion() throws {
    let hashes = sampleHashes(300)
    let (largest, _) = try tree(over: hashes)
    let plain = PlainTree(hashes)
    for size in 1...300 {
      let tree = try MerkleTree(size: size, tiles: largest.tiles)
      let root = plain.root(0..<size)
      #expect(try tree.root() == root)
      let proofs = try tree.inclusionProofs(of: 0..<size)
      #expect(proofs.count == size)
      for (index, proof) in proofs.enumerated() {
        // One comparison an `#expect` would take longer than the proof.
        guard proof == plain.path(index, 0..<size),
          InclusionProof(index: index, size: size, hashes: proof).verify(leaf: hashes[index], root: root)
        else {
          Issue.record("leaf \(index) of \(size)")
          continue
        }
      }
    }
  }

  @Test("every consistency proof of every two sizes up to 300 is the one of RFC 6962, and verifies")
  func everyConsistency() throws {
    let hashes = sampleHashes(300)
    let (largest, _) = try tree(over: hashes)
    let plain = PlainTree(hashes)
    for newSize in 0...300 {
      let tree = try MerkleTree(size: newSize, tiles: largest.tiles)
      let newRoot = plain.root(0..<newSize)
      let tiles = OpenTiles(of: tree)
      for oldSize in 0...newSize {
        let proof = try tree.consistencyProof(from: oldSize, reading: tiles)
        guard oldSize == 0 || proof == plain.subproof(oldSize, 0..<newSize),
          ConsistencyProof(oldSize: oldSize, newSize: newSize, hashes: proof)
            .verify(oldRoot: plain.root(0..<oldSize), newRoot: newRoot)
        else {
          Issue.record("\(oldSize) to \(newSize)")
          continue
        }
      }
    }
  }

  @Test("proofs over several levels of tiles verify, and cross them", arguments: [65_535, 65_536, 65_537, 131_333])
  func manyTiles(size: Int) throws {
    let hashes = sampleHashes(size)
    let (tree, root) = try tree(over: hashes)
    let places = [0, 1, 255, 256, 65_535, 65_536, 131_071, size / 2, size - 2, size - 1].filter { $0 < size }
    for index in places {
      let proof = InclusionProof(index: index, size: size, hashes: try tree.inclusionProof(of: index))
      #expect(proof.verify(leaf: hashes[index], root: root))
      #expect(!proof.verify(leaf: hashes[(index + 1) % size], root: root))
    }
    for oldSize in places where oldSize > 0 {
      let old = try MerkleTree(size: oldSize, tiles: tree.tiles).root()
      let proof = ConsistencyProof(
        oldSize: oldSize, newSize: size, hashes: try tree.consistencyProof(from: oldSize))
      #expect(proof.verify(oldRoot: old, newRoot: root))
      #expect(!proof.verify(oldRoot: root, newRoot: root))
    }
  }

  @Test("a question reads each tile once, and a few a level")
  func fewReads() throws {
    let size = 200_000
    let (tree, _) = try tree(over: sampleHashes(size))
    var numbers = SeededNumbers(seed: 7)
    for _ in 0..<50 {
      let counter = CountingTiles(tree.tiles)
      let counted = try MerkleTree(size: size, tiles: counter)
      switch Int.random(in: 0..<3, using: &numbers) {
      case 0: _ = try counted.root()
      case 1: _ = try counted.inclusionProof(of: Int.random(in: 0..<size, using: &numbers))
      default: _ = try counted.consistencyProof(from: Int.random(in: 1..<size, using: &numbers))
      }
      #expect(counter.reads.values.allSatisfy { $0 == 1 })
      #expect(counter.reads.count <= 9, "\(counter.reads.count) tiles of 3 levels")
    }
  }

  @Test("a question that the tree cannot answer is refused")
  func refused() throws {
    let (tree, _) = try tree(over: sampleHashes(10))
    for index in [-1, 10, 11, Int.max, Int.min] {
      #expect(code { try tree.inclusionProof(of: index) } == .usage)
      #expect(code { try tree.inclusionProofs(of: [0, index]) } == .usage)
    }
    for size in [-1, 11, Int.max, Int.min] { #expect(code { try tree.consistencyProof(from: size) } == .usage) }
    #expect(code { try MerkleTree(size: -1, tiles: TileTable()) } == .corrupt)
  }
}

/// Tiles that remember how often each was read.
final class CountingTiles: TileReader {
  private let tiles: TileTable
  private(set) var reads: [TileIndex: Int] = [:]

  init(_ tiles: TileTable) { self.tiles = tiles }

  func tile(_ index: TileIndex) -> [LedgerHash] {
    reads[index, default: 0] += 1
    return tiles.tile(index)
  }
}
