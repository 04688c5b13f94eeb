/// Finds signatures that may be one person's, without comparing each with each.
///
/// Only those are compared that share a key: the words of the name with the place, the work or half of the address;
/// or the place with all words of the name but one and the begin or the end of that one. So the work grows with the
/// number of signatures. What more than `mostOfAKey` share says little, and is told as a crowd instead.
public struct Lookalikes: Sendable {
  /// Most signatures that are compared because they share a key.
  public static let mostOfAKey = 100
  /// Most pairs that are kept: those that share the most telling keys.
  public static let mostPairs = 1_000_000

  private var signers: [SignerTraits] = []

  /// Nobody.
  public init() {}

  /// Makes room for this many signers.
  public mutating func reserveCapacity(_ count: Int) {
    signers.reserveCapacity(count)
  }

  /// Enters a signer.
  public mutating func enter(_ signer: SignerTraits) {
    signers.append(signer)
  }

  /// Two signatures that may be one person's.
  public struct Pair: Hashable, Sendable {
    /// The two.
    public let signatures: SignaturePair
    /// Why.
    public let likeness: Likeness
  }

  /// What was found.
  public struct Found: Sendable {
    /// The pairs, those with the strongest reasons first.
    public var pairs: [Pair] = []
    /// How many signatures each crowd of the same name has, of those too large to be compared; largest first.
    public var crowds: [Int] = []
    /// How many groups of similar names at one place were too large to be compared.
    public var crowdedPlaces = 0
    /// Whether there may be more pairs than were kept.
    public var isCut = false
  }

  /// The pairs that may be one person.
  /// - Parameters:
  ///   - apart: pairs that were found to be two people.
  ///   - most: most pairs to keep.
  public func found(besides apart: Set<SignaturePair> = [], atMost most: Int = mostPairs) -> Found {
    var found = Found()
    var hits: [Hit] = []
    for kind in LikenessKey.allCases where hits.count < most {
      let keyed = keys(of: kind)
      var start = 0
      while start < keyed.count, hits.count < most {
        var end = start + 1
        while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
        defer { start = end }
        guard end - start > 1 else { continue }
        guard end - start <= Lookalikes.mostOfAKey else {
          if kind.isOfEqualNames { found.crowds.append(end - start) } else { found.crowdedPlaces += 1 }
          continue
        }
        compare(keyed[start..<end], kind, &hits)
      }
    }
    found.isCut = hits.count >= most
    hits.sort()
    var last: Hit?
    for hit in hits where hit != last {
      last = hit
      let (one, other) = (signers[Int(hit.one)], signers[Int(hit.other)])
      guard let pair = SignaturePair(one.signature, other.signature), !apart.contains(pair),
        let likeness = Likeness(one, other)
      else { continue }
      found.pairs.append(Pair(signatures: pair, likeness: likeness))
    }
    found.pairs.sort { left, right in
      (right.likeness.strength, left.signatures.one, left.signatures.other)
        < (left.likeness.strength, right.signatures.one, right.signatures.other)
    }
    found.crowds.sort(by: >)
    return found
  }

  /// The places of two signers who are alike.
  private struct Hit: Comparable {
    let one: UInt32
    let other: UInt32

    static func < (left: Hit, right: Hit) -> Bool {
      (left.one, left.other) < (right.one, right.other)
    }
  }

  private struct Keyed {
    let key: UInt64
    let place: UInt32
  }

  private func keys(of kind: LikenessKey) -> [Keyed] {
    var keyed: [Keyed] = []
    keyed.reserveCapacity(signers.count)
    for (place, signer) in signers.enumerated() {
      kind.forEach(of: signer) { keyed.append(Keyed(key: $0, place: UInt32(place))) }
    }
    // By place too, so that a signer whose keys fall together stands in a group once or side by side.
    keyed.sort { ($0.key, $0.place) < ($1.key, $1.place) }
    return keyed
  }

  private func compare(_ group: ArraySlice<Keyed>, _ kind: LikenessKey, _ hits: inout [Hit]) {
    for one in group.indices {
      let first = signers[Int(group[one].place)]
      for other in group[(one + 1)...] where other.place != group[one].place {
        let second = signers[Int(other.place)]
        // Equal names are found by their own keys.
        if !kind.isOfEqualNames, first.words == second.words { continue }
        guard Likeness(first, second) != nil else { continue }
        hits.append(Hit(one: group[one].place, other: other.place))
      }
    }
  }
}

/// By what signers are put beside one another to be compared.
enum LikenessKey: UInt8, CaseIterable {
  // The most telling first.
  /// The whole address.
  case address
  /// The words of the name and half of what stands before the @: one slip leaves one half as it was.
  case nameAndAddress
  /// The words of the name and the work.
  case nameAndWork
  /// The words of the name and the place.
  case nameAndPlace
  /// The place and most of the name.
  case placeAndMostOfName

  /// Whether who shares the key has the same name in some writing.
  var isOfEqualNames: Bool {
    switch self {
    case .nameAndPlace, .nameAndWork, .nameAndAddress: true
    case .address, .placeAndMostOfName: false
    }
  }

  /// Hands out the signer's keys of this kind; none where what it takes is not known of the signer.
  func forEach(of signer: SignerTraits, _ body: (UInt64) -> Void) {
    guard !signer.name.isEmpty else { return }
    switch self {
    case .nameAndPlace:
      if signer.place != 0 { body(key(signer.words, signer.place)) }
    case .nameAndWork:
      if signer.work != 0 { body(key(signer.words, signer.work)) }
    case .nameAndAddress:
      guard signer.domain != 0 else { return }
      guard signer.local.utf8.count >= shortestTelling else {
        return body(key(signer.words, signer.domain, signer.local.utf8))
      }
      halves(of: Array(signer.local.utf8)) { body(key(signer.words, $0, $1)) }
    case .address:
      if signer.domain != 0 { body(key(signer.domain, 0, signer.local.utf8)) }
    case .placeAndMostOfName:
      if signer.place != 0 { mostOfName(of: signer, body) }
    }
  }

  /// The begin and the end of a text, each of half its length, and of half the length that it has with one less.
  private func halves(of text: [UInt8], _ body: (UInt64, ArraySlice<UInt8>) -> Void) {
    let (half, shorter) = (text.count / 2, (text.count - 1) / 2)
    for length in half == shorter ? [half] : [half, shorter] {
      body(1, text.prefix(length))
      body(2, text.suffix(length))
    }
  }

  private func mostOfName(of signer: SignerTraits, _ body: (UInt64) -> Void) {
    let words = signer.name.split(separator: " ")
    guard words.count > 1 else {
      return halves(of: Array(signer.name.utf8)) { body(key(signer.place, $0, $1)) }
    }
    let hashes = words.map { key(3, 0, $0.utf8) }
    let all = hashes.reduce(0, &+)
    for (word, hash) in zip(words, hashes) {
      let rest = key(signer.place, all &- hash)
      body(key(rest, 4, word.utf8.prefix(1)))
      body(key(rest, 5, word.utf8.suffix(2)))
    }
    // Two slips in two words: most slips are of vowels and of doubled letters.
    body(key(signer.place, 6, LikenessKey.skeleton(signer.name)))
  }

  /// The text without its vowels, its spaces and the second of two equal letters.
  static func skeleton(_ text: String) -> [UInt8] {
    var skeleton: [UInt8] = []
    for byte in text.utf8 where !vowels.contains(byte) && byte != skeleton.last { skeleton.append(byte) }
    return skeleton
  }

  private static let vowels = Set(" aeiouyj".utf8)

  private func key(_ first: UInt64, _ second: UInt64, _ text: some Sequence<UInt8> = EmptyCollection()) -> UInt64 {
    // FNV's way of mixing, and a last stir: keys are only to be apart from one another.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(rawValue)
    func mix(_ value: UInt64) {
      hash = (hash ^ value) &* 0x0000_0100_0000_01B3
      hash ^= hash >> 29
    }
    mix(first)
    mix(second)
    for byte in text { mix(UInt64(byte)) }
    hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 32
  }
}
