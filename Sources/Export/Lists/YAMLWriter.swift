import Campaigns

/// Writes the named lines as the entries of a letter that is kept as files: a list of maps with the keys `name`,
/// `occupation_title` and `organization`.
///
/// Every text stands between double quotation marks, with the escapes of JSON: nothing in a name is YAML.
struct YAMLWriter {
  private var pieces = Pieces()
  private var text = QuotedText(forYAML: true)

  mutating func write(_ list: SignatoryList, to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    var isFirst = true
    for line in list.lines where line.fullName != nil {
      isFirst = false
      pieces.append("- name: " as StaticString)
      if let name = line.styledName, text.write(name, to: &pieces) {} else { pieces.append("\"\"" as StaticString) }
      pieces.append(UInt8(ascii: "\n"))
      write("  occupation_title: ", line.jobTitle)
      write("  organization: ", line.affiliation)
      try pieces.endLine(to: sink)
    }
    if isFirst { pieces.append("[]\n" as StaticString) }
    try pieces.finish(to: sink)
  }

  private mutating func write(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    let start = pieces.count
    pieces.append(key)
    guard text.write(value, to: &pieces) else { return pieces.cut(to: start) }
    pieces.append(UInt8(ascii: "\n"))
  }
}
