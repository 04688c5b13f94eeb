import Foundation

/// Remembers what the few different words of a column mean, by their bytes.
struct WordMemo<Meaning: Sendable>: Sendable {
  private var words: [(bytes: [UInt8], meaning: Meaning?)] = []

  /// What the word means; nil where it means nothing.
  mutating func meaning(of word: UnsafeRawBufferPointer, _ find: (String) -> Meaning?) -> Meaning? {
    for known in words where known.bytes.count == word.count {
      guard let start = word.baseAddress else { return known.meaning }
      if memcmp(known.bytes, start, word.count) == 0 { return known.meaning }
    }
    let meaning = find(String(decoding: word, as: UTF8.self))
    // A column of other things than a few words must not fill the memory.
    if words.count < 32, word.count <= 64 { words.append((Array(word), meaning)) }
    return meaning
  }
}
