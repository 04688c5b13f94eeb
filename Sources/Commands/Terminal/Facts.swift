import Export

/// What is known about one thing, a line each: the name of the property and its value.
struct Facts {
  private var lines: [(name: String, value: String)] = []

  /// Appends a property; one that is absent is left out.
  mutating func add(_ name: String, _ value: String?) {
    if let value { lines.append((name, SafeText.line(value))) }
  }

  /// The lines, aligned.
  var text: String {
    let width = lines.map { Table.width($0.name) }.max() ?? 0
    return lines.map { line in
      line.name + String(repeating: " ", count: width - Table.width(line.name) + 2) + line.value + "\n"
    }.joined()
  }
}
