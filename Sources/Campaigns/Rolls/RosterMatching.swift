/// Who on a roster has signed.
///
/// Rules:
/// - A signature whose address is that of an entry is that person's, whatever the names are.
/// - Another one is the person's whose name it has, if the name is there once on the roster and once among the
///   signatures, and that person has no signature yet.
/// - A name that is on the roster and matches nobody by this rule is ambiguous: it is counted, never guessed.
public struct RosterMatching: Sendable {
  /// What each signature was matched with, at the places of the signatures.
  public let matches: [Match]
  /// Whether each entry, at the places of the entries, is one of a person who may have signed: one that was matched, or
  /// one whose name stands under an ambiguous signature or under one with another person's address.
  public let mayHaveSigned: [Bool]

  /// What a signature is matched with.
  public enum Match: Hashable, Sendable {
    /// The entry at this place.
    case entry(Int)
    /// One of several, and nothing tells which.
    case ambiguous
    /// Nobody on the roster.
    case none
  }

  /// A person by what is compared: both texts in the one form in which equal ones are the same.
  public struct Person: Hashable, Sendable {
    /// The address; nil where there is none.
    public let address: String?
    /// The name.
    public let name: String

    /// A person of this address and this name.
    public init(address: String?, name: String) {
      self.address = address
      self.name = name
    }
  }

  /// The matching of these signatures with these entries.
  public init(of signers: [Person], with entries: [Person]) {
    var addresses: [String: Int] = [:]
    // Where nobody signed, nobody is looked for.
    if !signers.isEmpty { addresses.reserveCapacity(entries.count) }
    for (place, entry) in entries.enumerated() where !signers.isEmpty {
      if let address = entry.address { addresses[address] = place }
    }
    var matches: [Match] = []
    matches.reserveCapacity(signers.count)
    var isTaken = [Bool](repeating: false, count: entries.count)
    // Only who is not found by the address is looked for by the name; that takes a while for many people.
    var wanted: [String: Namesakes] = [:]
    for signer in signers {
      if let place = signer.address.flatMap({ addresses[$0] }) {
        matches.append(.entry(place))
        isTaken[place] = true
      } else {
        matches.append(.none)
        wanted[signer.name] = Namesakes()
      }
    }
    for (place, entry) in entries.enumerated() where !wanted.isEmpty {
      if let index = wanted.index(forKey: entry.name) { wanted.values[index].add(entry: place) }
    }
    for signer in signers where !wanted.isEmpty {
      if let index = wanted.index(forKey: signer.name) { wanted.values[index].signers += 1 }
    }
    var unclear: Set<String> = []
    for (place, signer) in signers.enumerated() {
      if case .entry(let entry) = matches[place] {
        // Somebody else may have signed with this person's address.
        if entries[entry].name != signer.name { unclear.insert(signer.name) }
        continue
      }
      guard let namesakes = wanted[signer.name], let entry = namesakes.first else { continue }
      if namesakes.entries == 1, namesakes.signers == 1, !isTaken[entry] {
        matches[place] = .entry(entry)
        isTaken[entry] = true
      } else {
        matches[place] = .ambiguous
        unclear.insert(signer.name)
      }
    }
    self.matches = matches
    mayHaveSigned = zip(entries, isTaken).map { $1 || unclear.contains($0.name) }
  }

  /// How many have one name.
  private struct Namesakes {
    /// The first of them on the roster; nil where there is none.
    var first: Int?
    var entries = 0
    var signers = 0

    mutating func add(entry place: Int) {
      if first == nil { first = place }
      entries += 1
    }
  }
}
