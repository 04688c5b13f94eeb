import ICU

/// Texts of any script in plain Latin letters, for comparing what is written in one with what is written in another.
///
/// It follows the sound of a script where ICU knows one way to read it (Ирина is Irina, 李娜 is li na). Several ways
/// to read the same characters become one of them: it is for comparing, not for showing. One object works on one
/// thread.
public final class Romanization {
  private let transliterator: OpaquePointer?
  // Names repeat, and a transform takes a hundred times as long as a look-up.
  private var known: [String: String] = [:]

  /// Most texts that are remembered.
  private static let most = 100_000

  /// The transforms of ICU; where ICU lacks its data, texts stay as they are.
  public init() {
    transliterator = picket_transliterator_open("Any-Latin; Latin-ASCII")
  }

  deinit {
    if let transliterator { picket_transliterator_close(transliterator) }
  }

  /// The text in plain Latin letters and lower case, as far as there is a way; other characters stay.
  public func latin(_ text: String) -> String {
    var text = text
    if text.withUTF8({ $0.allSatisfy { $0 < 0x80 } }) { return Normalization.folded(text) }
    if let latin = known[text] { return latin }
    let latin = Normalization.folded(transliterated(text) ?? text)
    if known.count >= Romanization.most { known = [:] }
    known[text] = latin
    return latin
  }

  /// Nil where ICU fails, or makes more of the text than there is room for.
  private func transliterated(_ text: String) -> String? {
    guard let transliterator else { return nil }
    return text.withUTF16 { units -> String? in
      let capacity = 8 * units.count + 32
      return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: capacity) { room -> String? in
        guard let first = room.baseAddress, let source = units.baseAddress else { return nil }
        first.update(from: source, count: units.count)
        let count = picket_transliterate(transliterator, first, Int32(units.count), Int32(capacity))
        return count < 0 ? nil : String.decoding(utf16: UnsafeMutableBufferPointer(rebasing: room[..<Int(count)]))
      }
    } ?? nil
  }
}
