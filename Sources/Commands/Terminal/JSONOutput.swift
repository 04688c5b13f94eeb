import Foundation

/// Prints a value as one line of JSON, its keys in alphabetical order.
func printJSON(_ value: some Encodable) throws {
  try Terminal.print(try json(value))
}

/// The value as one line of JSON.
func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// Prints values as a JSON array, one element a line, without holding them all.
struct JSONArrayOutput {
  private var isEmpty = true

  /// Appends an element.
  mutating func append(_ value: some Encodable) throws {
    try Terminal.write((isEmpty ? "[\n" : ",\n") + (try json(value)))
    isEmpty = false
  }

  /// Ends the array.
  func end() throws {
    try Terminal.write(isEmpty ? "[]\n" : "\n]\n")
  }
}
