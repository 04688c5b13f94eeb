import Campaigns

/// Writes a list as one page of signatures under the Open Supporter Data Interface, each with its person.
///
/// What has no name is no person there and is left out; the petition's `total_signatures` counts everybody. Nobody
/// can tell from a name what is given and what is inherited, so the whole name is the `given_name`, and there is no
/// `family_name`: a program that joins the two shows it right. What the interface has no field for stands in
/// `custom_fields` under the names of the columns of a CSV. Identifiers and addresses are not in it.
struct OSDIWriter {
  private var pieces = Pieces()
  private var text = QuotedText()
  private var isFirstMember = true

  mutating func write(_ list: SignatoryList, to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    let count = list.lines.count { $0.fullName != nil }
    pieces.append("{\n\"total_pages\": 1,\n\"per_page\": \(count),\n\"page\": 1,\n\"total_records\": \(count),\n")
    pieces.append("\"_embedded\": {\n\"osdi:petition\": {" as StaticString)
    isFirstMember = true
    writeMember("title", list.subject.title)
    pieces.append(", \"target\": [{" as StaticString)
    isFirstMember = true
    writeMember("name", list.subject.target)
    pieces.append("}], \"total_signatures\": \(list.total)},\n\"osdi:signatures\": [")
    var isFirst = true
    for line in list.lines where line.fullName != nil {
      pieces.append(isFirst ? "\n{" : ",\n{")
      isFirst = false
      write(line)
      try pieces.endLine(to: sink)
    }
    pieces.append(isFirst ? "]\n}\n}\n" : "\n]\n}\n}\n")
    try pieces.finish(to: sink)
  }

  private mutating func write(_ line: ListLine) {
    if let day = line.signedOn {
      pieces.append("\"action_date\": \"" as StaticString)
      pieces.append(day)
      // The interface knows instants only; the day's first one in UTC is read as that day.
      pieces.append("T00:00:00Z\", " as StaticString)
    }
    pieces.append("\"_embedded\": {\"osdi:person\": {" as StaticString)
    isFirstMember = true
    writeMember("honorific_prefix", line.honorific)
    writeMember("given_name", line.fullName)
    writeMember("honorific_suffix", line.credentials)
    if line.cohort != .employee { writeMember("employer", line.affiliation) }
    if let location = line.location, !location.isEmpty {
      pieces.append(isFirstMember ? "\"postal_addresses\": [{" : ", \"postal_addresses\": [{")
      isFirstMember = true
      writeMember("locality", location)
      pieces.append("}]" as StaticString)
      isFirstMember = false
    }
    pieces.append(isFirstMember ? "\"custom_fields\": {" : ", \"custom_fields\": {")
    isFirstMember = true
    writeMember("full_name", line.styledName)
    writeMember("job_title", line.jobTitle)
    writeMember("affiliation", line.affiliation)
    writeMember("location", line.location)
    writeMember("cohort", line.cohort.rawValue)
    writeMember("visibility", line.visibility.rawValue)
    pieces.append("}}}}" as StaticString)
  }

  /// Writes a member of an object, or nothing where it would show nothing.
  private mutating func writeMember(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    let start = pieces.count
    pieces.append(isFirstMember ? "\"" : ", \"")
    pieces.append(key)
    pieces.append("\": " as StaticString)
    guard text.write(value, to: &pieces) else { return pieces.cut(to: start) }
    isFirstMember = false
  }
}
