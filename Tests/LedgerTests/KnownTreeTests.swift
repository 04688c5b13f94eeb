import Testing

@testable import Ledger

@Suite struct KnownTreeTests {
  @Test("the roots are those of RFC 6962's well-known trees")
  func roots() throws {
    #expect(KnownTree.roots.count == 8)
    for size in 1...8 {
      let (tree, root) = try tree(over: Array(KnownTree.hashes[..<size]))
      #expect(root == KnownTree.roots[size - 1])
      #expect(try tree.root() == root)
    }
    #expect(try MerkleTree(size: 0, tiles: TileTable()).root() == .empty)
  }

  @Test(
    "the inclusion proofs are the known ones",
    arguments: [
      (
        0, 8,
        [
          "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
          "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
          "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ]
      ),
      (
        5, 8,
        [
          "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
          "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ]
      ),
      (
        2, 3,
        [
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
        ]
      ),
      (
        1, 5,
        [
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
          "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ]
      ),
    ] as [(Int, Int, [String])])
  func inclusion(index: Int, size: Int, expected: [String]) throws {
    let (tree, _) = try tree(over: KnownTree.hashes)
    let hashes = try MerkleTree(size: size, tiles: tree.tiles).inclusionProof(of: index)
    #expect(hashes.map(\.hex) == expected)
    let proof = InclusionProof(index: index, size: size, hashes: hashes)
    #expect(proof.verify(leaf: KnownTree.hashes[index], root: KnownTree.roots[size - 1]))
  }

  @Test(
    "the consistency proofs are the known ones",
    arguments: [
      (
        1, 8,
        [
          "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
          "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
          "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ]
      ),
      (
        6, 8,
        [
          "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
          "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ]
      ),
      (
        2, 5,
        [
          "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
          "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ]
      ),
    ] as [(Int, Int, [String])])
  func consistency(oldSize: Int, newSize: Int, expected: [String]) throws {
    let (tree, _) = try tree(over: KnownTree.hashes)
    let hashes = try MerkleTree(size: newSize, tiles: tree.tiles).consistencyProof(from: oldSize)
    #expect(hashes.map(\.hex) == expected)
    let proof = ConsistencyProof(oldSize: oldSize, newSize: newSize, hashes: hashes)
    #expect(proof.verify(oldRoot: KnownTree.roots[oldSize - 1], newRoot: KnownTree.roots[newSize - 1]))
  }
}
