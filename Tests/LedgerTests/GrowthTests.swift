import Testing

@testable import Ledger

@Suite struct GrowthTests {
  @Test("leaves appended in chunks make the same tiles and root as in one go", arguments: 0..<12 as Range<UInt64>)
  func chunks(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let count = Int.random(in: 0...3_000, using: &numbers) + (seed == 0 ? 66_000 : 0)
    let hashes = sampleHashes(count)
    let whole = try MerkleTree(size: 0, tiles: TileTable()).appending(hashes)
    var table = TileTable()
    var size = 0
    var root = LedgerHash.empty
    while size < count {
      let most = seed == 0 ? 9_000 : [1, 3, 255, 256, 257, 1_000].randomElement(using: &numbers) ?? 1
      let chunk = hashes[size..<min(count, size + Int.random(in: 0...most, using: &numbers))]
      let growth = try MerkleTree(size: size, tiles: table).appending(Array(chunk))
      #expect(growth.size == size + chunk.count)
      table.apply(growth)
      (size, root) = (growth.size, growth.root)
      #expect(try MerkleTree(size: size, tiles: table).root() == root)
    }
    #expect(size == whole.size)
    #expect(root == whole.root)
    #expect(table.tiles == whole.tiles)
    for (index, tile) in table.tiles { #expect(tile.count == index.width(inTreeOf: size) && !tile.isEmpty) }
  }

  @Test(
    "an append around every border of a tile gives the plain root",
    arguments: [0, 1, 254, 255, 256, 257, 511, 512])
  func borders(size: Int) throws {
    let hashes = sampleHashes(size + 600)
    let plain = PlainTree(hashes)
    let (old, oldRoot) = try tree(over: Array(hashes[..<size]))
    #expect(oldRoot == plain.root(0..<size))
    for count in [0, 1, 2, 255, 256, 257, 600] {
      let growth = try old.appending(Array(hashes[size..<size + count]))
      #expect(growth.root == plain.root(0..<size + count))
    }
  }

  @Test("an append of nothing changes nothing")
  func nothing() throws {
    let (tree, root) = try tree(over: sampleHashes(300))
    let growth = try tree.appending([])
    #expect(growth.tiles.isEmpty && growth.size == 300 && growth.root == root)
    let empty = try MerkleTree(size: 0, tiles: TileTable()).appending([])
    #expect(empty.tiles.isEmpty && empty.size == 0 && empty.root == .empty)
  }

  @Test("an append touches only tiles at the right edge")
  func edge() throws {
    let (tree, _) = try tree(over: sampleHashes(70_000))
    let counter = CountingTiles(tree.tiles)
    let growth = try MerkleTree(size: 70_000, tiles: counter).appending(sampleHashes(1))
    #expect(Set(growth.tiles.keys) == [TileIndex(level: 0, number: 273)])
    #expect(counter.reads.count == 3)
  }

  @Test("what cannot be read stops an append")
  func failing() throws {
    struct Unreadable: TileReader {
      struct Failure: Error {}
      func tile(_ index: TileIndex) throws -> [LedgerHash] { throw Failure() }
    }
    let tree = try MerkleTree(size: 300, tiles: Unreadable())
    #expect(throws: Unreadable.Failure.self) { try tree.appending(sampleHashes(1)) }
    #expect(throws: Unreadable.Failure.self) { try tree.root() }
  }

  @Test("leaves made on all cores have their hashes in their order")
  func concurrent() {
    #expect(concurrentMap(0, grain: 4) { $0 }.isEmpty)
    for count in [1, 3, 4, 5, 1_000] {
      #expect(concurrentMap(count, grain: 4) { "\($0)" } == (0..<count).map { "\($0)" })
    }
  }
}
