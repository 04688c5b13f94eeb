import Campaigns
import Crypto
import Foundation

@testable import Ledger

/// The eight leaves with which implementations of RFC 6962 are tested, and the root over the first 1 to 8 of them.
enum KnownTree {
  static let leaves: [[UInt8]] = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
  ].map(bytes)

  static let roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ].compactMap { LedgerHash(hex: $0) }

  static let hashes = leaves.map { LedgerHash.leaf($0) }
}

/// A key, a checkpoint and a proof that Python made with `cryptography`.
enum Known {
  static let name = "example.org/warehouse"
  static let vkey = "example.org/warehouse+21d1ca02+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
  static let note = """
    example.org/warehouse
    8
    XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=

    — example.org/warehouse IdHKAiPmGgli6GmtAb7ttB0OArHsTRSMCIWQ1voBxq127EEuunSGCLwlIwc/7IjQj9P1/W1xVx3wtZzp0juNPLRvLgE=

    """
  static let proof = """
    c2sp.org/tlog-proof@v1
    index 5
    vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=
    yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=
    037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=

    example.org/warehouse
    8
    XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=

    — example.org/warehouse IdHKAiPmGgli6GmtAb7ttB0OArHsTRSMCIWQ1voBxq127EEuunSGCLwlIwc/7IjQj9P1/W1xVx3wtZzp0juNPLRvLgE=

    """

  static var signer: NoteSigner {
    get throws { try signer(named: name, seed: 0) }
  }

  /// A signer whose private key is the 32 numbers from the seed on.
  static func signer(named name: String, seed: UInt8) throws -> NoteSigner {
    try NoteSigner(name: name, privateKey: .init(rawRepresentation: (0..<32).map { seed &+ $0 }))
  }
}

/// Numbers that look random and are the same in every run (splitmix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// The hashes of so many leaves, each unlike the others.
func sampleHashes(_ count: Int) -> [LedgerHash] {
  (0..<count).map { number in LedgerHash.leaf(withUnsafeBytes(of: number.bigEndian) { Array($0) }) }
}

/// The tree over these leaves, its tiles in memory.
func tree(over hashes: [LedgerHash]) throws -> (tree: MerkleTree<TileTable>, root: LedgerHash) {
  let growth = try MerkleTree(size: 0, tiles: TileTable()).appending(hashes)
  return (try MerkleTree(size: growth.size, tiles: TileTable(growth.tiles)), growth.root)
}

/// The roots of parts of one list of leaves by the recursive definition of RFC 9162 §2.1.1, without a tile in sight.
final class PlainTree {
  private let hashes: [LedgerHash]
  private var known: [Range<Int>: LedgerHash] = [:]

  init(_ hashes: [LedgerHash]) { self.hashes = hashes }

  func root(_ range: Range<Int>) -> LedgerHash {
    if range.isEmpty { return .empty }
    if range.count == 1 { return hashes[range.lowerBound] }
    if let root = known[range] { return root }
    let middle = range.lowerBound + splitPoint(range.count)
    let root = LedgerHash.node(root(range.lowerBound..<middle), root(middle..<range.upperBound))
    known[range] = root
    return root
  }

  /// PATH of RFC 6962 §2.1.1.
  func path(_ index: Int, _ range: Range<Int>) -> [LedgerHash] {
    if range.count == 1 { return [] }
    let middle = range.lowerBound + splitPoint(range.count)
    return index < middle
      ? path(index, range.lowerBound..<middle) + [root(middle..<range.upperBound)]
      : path(index, middle..<range.upperBound) + [root(range.lowerBound..<middle)]
  }

  /// SUBPROOF of RFC 6962 §2.1.2.
  func subproof(_ size: Int, _ range: Range<Int>, whole: Bool = true) -> [LedgerHash] {
    if size == range.upperBound { return whole ? [] : [root(range)] }
    let middle = range.lowerBound + splitPoint(range.count)
    return size <= middle
      ? subproof(size, range.lowerBound..<middle, whole: whole) + [root(middle..<range.upperBound)]
      : subproof(size, middle..<range.upperBound, whole: false) + [root(range.lowerBound..<middle)]
  }
}

/// The largest power of two below the count.
func splitPoint(_ count: Int) -> Int {
  var power = 1
  while power < count - power { power *= 2 }
  return power
}

func bytes(_ hexadecimal: String) -> [UInt8] {
  let digits = hexadecimal.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

func code(of body: () throws -> some Any) -> Refusal.Code? {
  do {
    _ = try body()
    return nil
  } catch let refusal as Refusal {
    return refusal.code
  } catch {
    return nil
  }
}

extension LedgerHash {
  /// The hash with one of its 256 bits turned over.
  func flipping(_ bit: Int) -> LedgerHash {
    var bytes = bytes
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return LedgerHash(bytes) ?? self
  }
}

extension [LedgerHash] {
  /// The hashes with one bit of one of them turned over.
  func flipping(_ bit: Int) -> [LedgerHash] {
    var hashes = self
    hashes[bit / 256] = hashes[bit / 256].flipping(bit % 256)
    return hashes
  }
}
