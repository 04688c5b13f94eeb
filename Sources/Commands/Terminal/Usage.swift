/// The argument parser's message with its usage line wrapped to 80 columns: it wraps everything but that line.
func wrappingUsage(_ message: String) -> String {
  message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    line.count > 80 && line.lowercased().hasPrefix("usage: ") ? wrapped(line) : String(line)
  }.joined(separator: "\n")
}

private func wrapped(_ usage: Substring) -> String {
  var lines = [""]
  // An option stays with its value.
  for part in usage.matches(of: /\[[^\]]*\]|--\S+ <[^>]*>|\S+/).map(\.output) {
    if let last = lines.last, last.count + 1 + part.count > 80 { lines.append("      ") }
    lines[lines.count - 1] += lines.last == "" ? String(part) : " " + part
  }
  return lines.joined(separator: "\n")
}
