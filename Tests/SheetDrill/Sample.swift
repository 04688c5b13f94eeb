import Intake

/// A small file of one source with made-up people, in the exact shape that the source writes.
public struct Sample: Sendable, CustomStringConvertible {
  /// What it is called: the source's word and the shape.
  public let description: String
  /// The source; nil for a sheet of none that is known.
  public let format: SourceFormat?
  /// The file's name, whose ending may tell what it is.
  public let name: String
  /// What comes before the rows, one row, what stands between two, and what comes behind.
  private let opening: String
  private let row: @Sendable (Int) -> String
  private let between: String
  private let closing: String
  private let isUTF16: Bool

  init(
    _ description: String, _ format: SourceFormat?, _ name: String, opening: String = "", between: String = "",
    closing: String = "", isUTF16: Bool = false, row: @escaping @Sendable (Int) -> String
  ) {
    self.description = description
    self.format = format
    self.name = name
    self.opening = opening
    self.between = between
    self.closing = closing
    self.isUTF16 = isUTF16
    self.row = row
  }

  /// The file with that many signers.
  public func bytes(_ rows: Int) -> [UInt8] {
    var text = opening
    for number in 0..<rows {
      if number > 0 { text += between }
      text += row(number)
    }
    text += closing
    guard isUTF16 else { return Array(text.utf8) }
    return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  /// The same file as it is made while it is read: of any length, in no memory. Not for UTF-16.
  public func stream(_ rows: Int) -> any ByteSource {
    SampleStream(name: name, opening: opening, row: row, between: between, closing: closing, rows: rows)
  }

  /// A sample of each source in each of its shapes.
  public static let all: [Sample] = [
    sheet, googleForms, actionNetwork, changeOrg, speakOut, pytition, proca, effPersons, effExperts, osdi, osdiPeople,
    frontMatter, yamlList, yamlFlow, listLines,
  ]

  static let given = ["Ana", "Bela", "Chidi", "Đặng", "Élodie", "Farid", "さくら", "Иван"]
  static let family = ["Example", "Muster", "O'Sample", "van Voorbeeld", "Příklad"]

  static func first(_ number: Int) -> String { given[number % given.count] }
  static func last(_ number: Int) -> String { "\(family[number % family.count]) \(number)" }
  static func mail(_ number: Int) -> String { "signer\(number)@mail.example" }
}

/// A sample as it is made.
private struct SampleStream: ByteSource {
  let name: String
  let opening: String
  let row: @Sendable (Int) -> String
  let between: String
  let closing: String
  let rows: Int
  var next = -1
  var pending: [UInt8] = []
  var position = 0

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while position == pending.count {
      position = 0
      switch next {
      case -1: pending = Array(opening.utf8)
      case 0..<rows: pending = Array(((next > 0 ? between : "") + row(next)).utf8)
      case rows: pending = Array(closing.utf8)
      default:
        pending = []
        return 0
      }
      next += 1
    }
    let count = min(buffer.count, pending.count - position)
    buffer.copyBytes(from: pending[position..<position + count])
    position += count
    return count
  }
}
