import Campaigns

/// POSIX `ustar` archives, as far as a delivery needs them: plain files with short names.
enum Tar {
  /// The size of a block: headers and contents fill whole ones.
  static let block = 512

  /// What ends an archive.
  static let end = [UInt8](repeating: 0, count: 2 * block)

  /// How many bytes fill up the last block of a content of this size.
  static func padding(_ size: Int) -> Int { (block - size % block) % block }

  /// Most bytes that a name can have.
  static let longestName = 100

  /// The header of a file that only its owner may read; its name has at most `longestName` bytes.
  static func header(_ name: String, size: Int, on day: CalendarDate) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: block)
    func put(_ text: String, at place: Int) {
      header.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
    }
    func octal(_ number: Int, digits: Int) -> String {
      let text = String(number, radix: 8)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    put(name, at: 0)
    put(octal(0o600, digits: 7), at: 100)
    put(octal(0, digits: 7), at: 108)
    put(octal(0, digits: 7), at: 116)
    put(octal(size, digits: 11), at: 124)
    put(octal(day.daysSinceEpoch * 86_400, digits: 11), at: 136)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar\u{0}00", at: 257)
    put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6) + "\u{0} ", at: 148)
    return header
  }

  /// The files in an archive, without the folder before their names.
  /// - Throws: `unusableFile` where it is no such archive, or is cut short.
  static func files(in archive: [UInt8]) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var folder: String?
    var place = 0
    while place < archive.count, archive[place] != 0 {
      guard place + block <= archive.count else { throw malformed }
      let header = archive[place..<place + block]
      func field(_ offset: Int, _ length: Int) -> ArraySlice<UInt8> {
        header[(place + offset)..<(place + offset + length)]
      }
      func text(_ offset: Int, _ length: Int) -> String {
        String(decoding: field(offset, length).prefix { $0 != 0 && $0 != 0x20 }, as: UTF8.self)
      }
      let sum = header.reduce(0) { $0 + Int($1) } - field(148, 8).reduce(0) { $0 + Int($1) } + 8 * 0x20
      guard text(257, 5) == "ustar", Int(text(148, 8), radix: 8) == sum, let size = Int(text(124, 12), radix: 8),
        size >= 0, place + block + size <= archive.count, text(156, 1) == "0", text(345, 155).isEmpty
      else { throw malformed }
      let parts = String(decoding: field(0, 100).prefix { $0 != 0 }, as: UTF8.self)
        .split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      // All of it lies in one folder, which is not somewhere else.
      guard parts.count == 2, parts[0] != "..", folder == nil || folder == parts[0] else { throw malformed }
      folder = parts[0]
      let name = parts[1]
      guard files.updateValue(Array(archive[place + block..<place + block + size]), forKey: name) == nil else {
        throw malformed
      }
      place += block + size + padding(size)
    }
    // Without its end it may have lost whole files.
    guard !files.isEmpty, archive.count - place >= end.count, archive[place...].allSatisfy({ $0 == 0 }) else {
      throw malformed
    }
    return files
  }

  private static let malformed = Refusal(
    .unusableFile, "this is no archive of a delivery, or it is cut short", hint: "ask for it once more")
}
