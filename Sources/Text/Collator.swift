import ICU

/// The order in which a language lists names, as keys that compare byte by byte.
///
/// Differences of letters come first, then accents, then case. Texts that Unicode holds to be equal
/// have equal keys, however they are composed.
public final class Collator: Sendable {
  /// The BCP 47 tag that was asked for, which need not be one that is known.
  public let language: String

  // Safe in several threads at once: ICU promises that for whatever takes a `const UCollator *`, the settings
  // are changed inside `picket_collator_open` only, and the pointer is closed when nobody can use it any more.
  private nonisolated(unsafe) let collator: OpaquePointer?

  /// The order of the language with this BCP 47 tag, such as `de`, `sv` or `de-u-co-phonebk`.
  /// An unknown language has the root order, which suits most languages in the Latin script.
  public init(language: String) {
    self.language = language
    self.collator = picket_collator_open(language)
  }

  deinit {
    if let collator { picket_collator_close(collator) }
  }

  /// The key of the text: of two texts the one with the lesser key is listed first.
  public func key(for text: String) -> [UInt8] {
    var key: [UInt8] = []
    appendKey(for: text, to: &key)
    return key
  }

  /// Appends the key of the text to what is there.
  ///
  /// No byte of a key is 0, so a caller that strings keys of several texts together separates them by a 0.
  public func appendKey(for text: String, to target: inout [UInt8]) {
    guard let collator, let appended = text.withUTF16({ append($0, with: collator, to: &target) }), appended
    else {
      // Without ICU's data, or beyond the lengths it counts in: the order of the code points.
      target.append(contentsOf: text.utf8.lazy.filter { $0 != 0 })
      return
    }
  }

  private func append(
    _ text: UnsafeBufferPointer<UInt16>, with collator: OpaquePointer, to target: inout [UInt8]
  ) -> Bool {
    // A Latin name takes about two bytes a letter and ten more; anything longer is asked for a second time.
    var capacity = text.count * 3 + 32
    for _ in 0..<2 {
      let needed = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { key in
        let needed = picket_collator_key(
          collator, text.baseAddress, Int32(text.count), key.baseAddress, Int32(capacity))
        if needed > 0, needed <= capacity {
          target.append(contentsOf: UnsafeMutableBufferPointer(rebasing: key[..<Int(needed - 1)]))
        }
        return Int(needed)
      }
      if needed <= capacity { return needed > 0 }
      capacity = needed
    }
    return false
  }
}
