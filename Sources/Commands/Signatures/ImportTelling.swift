import Campaigns
import Export
import Intake
import Office

/// What a person and a program are told of an import.
struct ImportTelling {
  let outcome: ImportOutcome
  let asked: SignatureImport

  private var isRehearsal: Bool { asked.dryRun }
  private var hasSeveral: Bool { outcome.files.count > 1 }

  func tell() throws {
    for channel in outcome.newChannels {
      Terminal.say(Copy.opened(channel, of: asked.slug, isRehearsal: isRehearsal))
    }
    for file in outcome.files { warn(file) }
    if asked.output.json { return try printJSON(ImportOutput(outcome)) }
    for file in outcome.files {
      if isRehearsal {
        if hasSeveral { try Terminal.print("\(SafeText.line(file.file))\(source(of: file)):") }
        try Terminal.write(mappingText(file))
        if !file.samples.isEmpty { try Terminal.write("\n" + sampleText(file)) }
        try Terminal.write("\n")
      } else {
        if !hasSeveral, let source = file.source { Terminal.say(Copy.source(source)) }
        Terminal.say((hasSeveral ? "\(file.file)\(source(of: file)): " : "") + Copy.columns(file.mapping))
      }
    }
    try Terminal.write(hasSeveral ? filesText : countsText(outcome.files[0]))
    if !outcome.pairs.isEmpty { try Terminal.write("\n" + pairsText) }
    if hasSeveral || !outcome.pairs.isEmpty {
      for claim in outcome.claims { try Terminal.print(Copy.beside(claim)) }
    }
  }

  private func source(of file: SheetImportOutcome) -> String { file.source.map { " (\($0))" } ?? "" }

  // MARK: - What to watch out for

  private func warn(_ file: SheetImportOutcome) {
    let counts = file.counts
    let of = hasSeveral ? "\(file.file): " : ""
    if counts.rows == 0 { Terminal.say(of + Copy.noRows) }
    if file.metZonelessTime { Terminal.warn(of + Copy.zonelessTimes) }
    if file.mapping.columns[.visibility] == nil, counts.rows > 0 {
      Terminal.warn(
        of + Copy.noVisibility(file.level, maybe: file.mapping.dropped.first(where: \.mayAskForVisibility)))
    }
    if file.metMissingWish { Terminal.warn(of + Copy.missingWish(file.level)) }
    if !file.mapping.hasEmail, counts.rows > 0 { Terminal.warn(of + Copy.noAddresses) }
    if counts.targetAddresses > 0 { Terminal.warn(of + Copy.targetAddresses(counts.targetAddresses)) }
    if counts.rejected > 0 { tellRejects(of: file) }
    if counts.sharedAddress > 0 { Terminal.say(of + Copy.heldRows(counts.sharedAddress, asked.slug)) }
  }

  private func tellRejects(of file: SheetImportOutcome) {
    for row in file.refusals { Terminal.say(Copy.refused(row, in: file.file)) }
    if file.counts.rejected > file.refusals.count {
      Terminal.say(Copy.furtherRefused(file.counts.rejected - file.refusals.count))
    }
    if let path = file.rejectsPath {
      Terminal.warn(Copy.rejects(file.counts.rejected - file.withheld, in: path))
    }
    if file.withheld > 0 { Terminal.say(Copy.withheld(file.withheld)) }
  }

  // MARK: - How the rows were read

  private func mappingText(_ file: SheetImportOutcome) -> String {
    var table = Table(["FIELD", "COLUMN", "HEADER"], numbers: [1])
    for (field, column) in file.mapping.mapped {
      table.add([field.rawValue, String(column.number), column.header])
    }
    for column in file.mapping.kept { table.add(["(kept)", String(column.number), column.header]) }
    for column in file.mapping.dropped { table.add(["(dropped)", String(column.number), column.header]) }
    for column in file.mapping.neverKept { table.add(["(never kept)", String(column.number), column.header]) }
    return table.text
  }

  private func sampleText(_ file: SheetImportOutcome) -> String {
    var table = Table(["LINE", "NAME", "E-MAIL", "JOB TITLE", "BELONGS TO", "LOCATION", "VISIBILITY"], numbers: [0])
    for row in file.samples {
      let signatory = row.signatory
      table.add([
        String(row.line), signatory.name, signatory.email ?? "", signatory.jobTitle ?? "",
        signatory.belonging ?? "", signatory.location ?? "", (row.visibility?.level ?? file.level).rawValue,
      ])
    }
    return table.text
  }

  // MARK: - What became of the rows

  private func countsText(_ file: SheetImportOutcome) -> String {
    let counts = file.counts
    var facts = Facts()
    if let id = file.id { facts.add("import", id.description) }
    facts.add("source", file.source?.title)
    facts.add("partner", file.partner)
    facts.add("channel", file.channel)
    facts.add("cohort", file.cohort.rawValue)
    facts.add("rows", grouped(counts.rows))
    facts.add(isRehearsal ? "would add" : "added", grouped(counts.added))
    facts.add("duplicates", grouped(counts.duplicates))
    facts.add("held", grouped(counts.sharedAddress))
    facts.add("rejected", grouped(counts.rejected))
    facts.add("made stricter", grouped(counts.stricter))
    facts.add("same name", grouped(counts.sameName))
    if file.confirmed > 0 { facts.add("verified now", grouped(file.confirmed)) }
    return facts.text
  }

  private var filesText: String {
    let hasChannel = outcome.files.contains { $0.channel != nil }
    let words = ["FILE", "PARTNER"] + (hasChannel ? ["CHANNEL"] : []) + ["COHORT"]
    let numbers = ["ROWS", isRehearsal ? "WOULD ADD" : "ADDED", "DUPLICATES", "WITHIN", "HELD", "REJECTED"]
    var table = Table(words + numbers, numbers: Set(words.count..<words.count + numbers.count))
    func add(_ words: [String], _ counts: ImportReport.Counts, within: Int) {
      let numbers = [
        counts.rows, counts.added, counts.duplicates, within, counts.sharedAddress, counts.rejected,
      ]
      table.add(words + numbers.map(grouped))
    }
    for file in outcome.files {
      let channel = hasChannel ? [file.channel ?? ""] : []
      add(
        [file.file, file.partner ?? ""] + channel + [file.cohort.rawValue], file.counts, within: file.duplicatesWithin
      )
    }
    let total = ["total"] + Array(repeating: "", count: words.count - 1)
    add(total, outcome.counts, within: outcome.files.reduce(0) { $0 + $1.duplicatesWithin })
    return table.text
  }

  private var pairsText: String {
    var table = Table(["IN BOTH", "ONE LIST", "THE OTHER"], numbers: [0])
    for pair in outcome.pairs {
      let day = pair.earlierDay.map { ", imported on \($0)" } ?? ""
      table.add([grouped(pair.count), pair.one, pair.other + day])
    }
    return table.text
  }
}
