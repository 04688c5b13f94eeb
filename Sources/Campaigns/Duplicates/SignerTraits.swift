/// What is compared of a signer to find those who may be one person.
public struct SignerTraits: Hashable, Sendable {
  /// The signature.
  public let signature: Identifier<Signature>
  /// The words of the name in their order, in plain Latin letters, with one space between.
  let name: String
  /// The same for names that hold the same words, in whatever order.
  let words: UInt64
  /// The same for names that are written the same.
  let writing: UInt64
  /// The same for the same place; 0 where none is given.
  let place: UInt64
  /// The same for the same place of work; 0 where none is given.
  let work: UInt64
  /// What stands before the @; empty where there is no address.
  let local: String
  /// The same for the same mail domain; 0 where there is no address.
  let domain: UInt64

  /// What is compared of this signer.
  /// - Parameters:
  ///   - latin: the name in plain Latin letters, folded.
  ///   - writing: the name as it is written, folded.
  ///   - place: the city in plain Latin letters; what stands behind a comma does not count.
  ///   - work: the employer or team in plain Latin letters.
  ///   - address: the normalized address.
  public init(
    _ signature: Identifier<Signature>, latin: String, writing: String, place: String? = nil, work: String? = nil,
    address: String? = nil
  ) {
    self.signature = signature
    let words = SignerTraits.words(of: latin)
    name = words.joined(separator: " ")
    self.words = SignerTraits.fingerprint(words.sorted().joined(separator: " "))
    self.writing = SignerTraits.fingerprint(writing)
    self.place = SignerTraits.fingerprint(
      place.flatMap { SignerTraits.words(of: $0.split(separator: ",").first ?? "").joined(separator: " ") })
    self.work = SignerTraits.fingerprint(work.map { SignerTraits.words(of: $0).joined(separator: " ") })
    let parts = address?.split(separator: "@") ?? []
    local = parts.count == 2 ? String(parts[0]) : ""
    domain = parts.count == 2 ? SignerTraits.fingerprint(String(parts[1])) : 0
  }

  /// The words of a text: its letters and digits, with the ways in which umlauts are spelled made one.
  private static func words(of text: some StringProtocol) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.map { word in
      var word = String(word.filter { $0.isLetter || $0.isNumber })
      // Müller is Mueller to one and Muller to another.
      for vowel in ["a", "o", "u"] { word = word.replacing(vowel + "e", with: vowel) }
      return word
    }
    .filter { !$0.isEmpty }
  }

  private static func fingerprint(_ text: String?) -> UInt64 {
    guard var text, !text.isEmpty else { return 0 }
    var hasher = Hasher()
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return UInt64(bitPattern: Int64(hasher.finalize())) | 1
  }
}
