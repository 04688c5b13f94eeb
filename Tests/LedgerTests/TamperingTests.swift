import Testing

@testable import Ledger

@Suite struct TamperingTests {
  private let hashes = sampleHashes(300)
  private let plain = PlainTree(sampleHashes(300))

  @Test("every single bit of an inclusion matters, in every tree up to 11")
  func everyBitOfInclusions() {
    for size in 1...11 {
      for index in 0..<size {
        let truth = Inclusion(plain, hashes, index, size)
        for bit in 0..<truth.bitCount { truth.expectRefusal(bit) }
      }
    }
  }

  @Test("every single bit of a consistency matters, in every tree up to 11")
  func everyBitOfConsistencies() {
    for newSize in 2...11 {
      for oldSize in 1..<newSize {
        let truth = Consistency(plain, oldSize, newSize)
        for bit in 0..<truth.bitCount { truth.expectRefusal(bit) }
      }
    }
  }

  @Test("a bit drawn by chance matters in larger trees")
  func sampledBits() {
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<10_000 {
      let size = Int.random(in: 12...300, using: &numbers)
      let inclusion = Inclusion(plain, hashes, Int.random(in: 0..<size, using: &numbers), size)
      inclusion.expectRefusal(Int.random(in: 0..<inclusion.bitCount, using: &numbers))
      let consistency = Consistency(plain, Int.random(in: 1..<size, using: &numbers), size)
      consistency.expectRefusal(Int.random(in: 0..<consistency.bitCount, using: &numbers))
    }
  }

  @Test("a proof shortened, lengthened, turned round or of another leaf is refused")
  func reshaped() {
    for size in 2...70 {
      for index in 0..<size {
        let root = plain.root(0..<size)
        let proof = plain.path(index, 0..<size)
        var wrong = [Array(proof.dropLast()), Array(proof.dropFirst()), proof + [root], [root] + proof]
        wrong += [proof + [.zero], proof + proof, proof.reversed() == proof ? [] : proof.reversed()]
        for hashes in wrong {
          let reshaped = InclusionProof(index: index, size: size, hashes: hashes)
          #expect(!reshaped.verify(leaf: self.hashes[index], root: root))
        }
        for other in 0..<size where other != index {
          let moved = InclusionProof(index: other, size: size, hashes: proof)
          guard !moved.verify(leaf: hashes[index], root: root), !moved.verify(leaf: hashes[other], root: root) else {
            Issue.record("leaf \(index) of \(size) passes for \(other)")
            continue
          }
        }
      }
    }
  }

  @Test("a consistency proof shortened, lengthened, turned round or of other roots is refused")
  func reshapedConsistency() {
    for newSize in 2...70 {
      for oldSize in 1..<newSize {
        let (old, new) = (plain.root(0..<oldSize), plain.root(0..<newSize))
        let proof = plain.subproof(oldSize, 0..<newSize)
        var wrong = [Array(proof.dropLast()), Array(proof.dropFirst()), proof + [new], [old] + proof, []]
        wrong += [proof + [.zero], proof + proof, proof.reversed() == proof ? [] : proof.reversed()]
        for hashes in wrong {
          let reshaped = ConsistencyProof(oldSize: oldSize, newSize: newSize, hashes: hashes)
          #expect(!reshaped.verify(oldRoot: old, newRoot: new))
        }
        let right = ConsistencyProof(oldSize: oldSize, newSize: newSize, hashes: proof)
        #expect(!right.verify(oldRoot: new, newRoot: old))
        #expect(!right.verify(oldRoot: old, newRoot: old))
        let backwards = ConsistencyProof(oldSize: newSize, newSize: oldSize, hashes: proof)
        #expect(!backwards.verify(oldRoot: new, newRoot: old))
      }
    }
  }

  @Test("a true proof passes under no other index and sizes, but for trees in which its way is the same")
  func claimedElsewhere() {
    for size in 1...20 {
      for index in 0..<size {
        let truth = Inclusion(plain, hashes, index, size)
        for claimedSize in 0...21 {
          for claimedIndex in 0...21 {
            let claimed = InclusionProof(index: claimedIndex, size: claimedSize, hashes: truth.hashes)
            let sameWay = Way.ofInclusion(claimedIndex, claimedSize) == Way.ofInclusion(index, size)
            guard claimed.verify(leaf: truth.leaf, root: truth.root) != sameWay else { continue }
            Issue.record("leaf \(index) of \(size) as \(claimedIndex) of \(claimedSize)")
          }
        }
      }
    }
  }

  @Test("a true consistency passes between no other sizes, but for trees in which its way is the same")
  func consistencyClaimedElsewhere() {
    for newSize in 2...16 {
      for oldSize in 1..<newSize {
        let truth = Consistency(plain, oldSize, newSize)
        for claimedNew in 0...20 {
          for claimedOld in 0...20 {
            let claimed = ConsistencyProof(oldSize: claimedOld, newSize: claimedNew, hashes: truth.hashes)
            let sameWay = Way.ofConsistency(claimedOld, claimedNew) == Way.ofConsistency(oldSize, newSize)
            guard claimed.verify(oldRoot: truth.oldRoot, newRoot: truth.newRoot) != sameWay else { continue }
            Issue.record("\(oldSize) to \(newSize) as \(claimedOld) to \(claimedNew)")
          }
        }
      }
    }
  }

  @Test("a tree that dropped, changed or moved a leaf is consistent with nothing before it")
  func rewritten() throws {
    for change in 0..<3 {
      var rewritten = hashes
      switch change {
      case 0: rewritten.remove(at: 40)
      case 1: rewritten[40] = rewritten[40].flipping(0)
      default: rewritten.swapAt(40, 41)
      }
      let (tree, root) = try tree(over: rewritten)
      for oldSize in [42, 64, 100, 128, 256, 298] {
        let proof = ConsistencyProof(
          oldSize: oldSize, newSize: tree.size, hashes: try tree.consistencyProof(from: oldSize))
        #expect(!proof.verify(oldRoot: plain.root(0..<oldSize), newRoot: root))
      }
    }
  }
}

/// A true inclusion of which single bits are turned over: of the leaf, the root, the index, the size, the hashes.
private struct Inclusion {
  let leaf: LedgerHash
  let root: LedgerHash
  let index: Int
  let size: Int
  let hashes: [LedgerHash]

  init(_ plain: PlainTree, _ leaves: [LedgerHash], _ index: Int, _ size: Int) {
    (self.index, self.size, leaf, root) = (index, size, leaves[index], plain.root(0..<size))
    hashes = plain.path(index, 0..<size)
  }

  var bitCount: Int { 512 + 128 + 256 * hashes.count }

  func expectRefusal(_ bit: Int) {
    let proof = InclusionProof(index: index, size: size, hashes: hashes)
    switch bit {
    case ..<256: guard proof.verify(leaf: leaf.flipping(bit), root: root) else { return }
    case ..<512: guard proof.verify(leaf: leaf, root: root.flipping(bit - 256)) else { return }
    case ..<576:
      let moved = InclusionProof(index: index ^ 1 << (bit - 512), size: size, hashes: hashes)
      guard moved.verify(leaf: leaf, root: root) else { return }
    case ..<640:
      let resized = InclusionProof(index: index, size: size ^ 1 << (bit - 576), hashes: hashes)
      // Trees in which the leaf has the same way to the root cannot be told apart by a proof: RFC 9162 leaves the
      // size to the signed checkpoint.
      let sameWay = Way.ofInclusion(index, resized.size) == Way.ofInclusion(index, size)
      guard resized.verify(leaf: leaf, root: root) != sameWay else { return }
    default:
      let changed = InclusionProof(index: index, size: size, hashes: hashes.flipping(bit - 640))
      guard changed.verify(leaf: leaf, root: root) else { return }
    }
    Issue.record("bit \(bit) of the inclusion of \(index) in \(size)")
  }
}

/// A true consistency of which single bits are turned over: of the roots, the sizes, the hashes.
private struct Consistency {
  let oldRoot: LedgerHash
  let newRoot: LedgerHash
  let oldSize: Int
  let newSize: Int
  let hashes: [LedgerHash]

  init(_ plain: PlainTree, _ oldSize: Int, _ newSize: Int) {
    (self.oldSize, self.newSize) = (oldSize, newSize)
    (oldRoot, newRoot) = (plain.root(0..<oldSize), plain.root(0..<newSize))
    hashes = plain.subproof(oldSize, 0..<newSize)
  }

  var bitCount: Int { 512 + 128 + 256 * hashes.count }

  func expectRefusal(_ bit: Int) {
    let proof = ConsistencyProof(oldSize: oldSize, newSize: newSize, hashes: hashes)
    switch bit {
    case ..<256: guard proof.verify(oldRoot: oldRoot.flipping(bit), newRoot: newRoot) else { return }
    case ..<512: guard proof.verify(oldRoot: oldRoot, newRoot: newRoot.flipping(bit - 256)) else { return }
    case ..<640:
      let (old, new) =
        bit < 576 ? (oldSize ^ 1 << (bit - 512), newSize) : (oldSize, newSize ^ 1 << (bit - 576))
      let resized = ConsistencyProof(oldSize: old, newSize: new, hashes: hashes)
      let sameWay = Way.ofConsistency(old, new) == Way.ofConsistency(oldSize, newSize)
      guard resized.verify(oldRoot: oldRoot, newRoot: newRoot) != sameWay else { return }
    default:
      let changed = ConsistencyProof(oldSize: oldSize, newSize: newSize, hashes: hashes.flipping(bit - 640))
      guard changed.verify(oldRoot: oldRoot, newRoot: newRoot) else { return }
    }
    Issue.record("bit \(bit) of the consistency of \(oldSize) with \(newSize)")
  }
}

/// The way that a proof takes through its tree, by the recursive definition of RFC 6962: on which side each hash is
/// joined, from the bottom up. Nil where no such tree is.
private enum Way {
  static func ofInclusion(_ index: Int, _ size: Int) -> String? {
    guard index >= 0, index < size else { return nil }
    if size == 1 { return "" }
    let middle = splitPoint(size)
    return index < middle
      ? ofInclusion(index, middle).map { $0 + "r" } : ofInclusion(index - middle, size - middle).map { $0 + "l" }
  }

  static func ofConsistency(_ oldSize: Int, _ newSize: Int, whole: Bool = true) -> String? {
    guard oldSize > 0, oldSize <= newSize else { return nil }
    if oldSize == newSize { return whole ? "old" : "hash" }
    let middle = splitPoint(newSize)
    return oldSize <= middle
      ? ofConsistency(oldSize, middle, whole: whole).map { $0 + "r" }
      : ofConsistency(oldSize - middle, newSize - middle, whole: false).map { $0 + "l" }
  }
}
