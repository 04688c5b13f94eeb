import Campaigns

/// One file of a git letter as records.
struct LetterTranscriber: ~Copyable, Transcriber {
  var header: [String] { cells.header }
  var askedCount: Int { cells.askedCount }
  private let cells: LetterCells
  private var text: LetterText

  /// A transcriber of the text in this feed; `asked` are further keys whose texts the user wants.
  init(_ feed: TextFeed, name: String, isYAML: Bool, asking asked: [String]) {
    cells = LetterCells(hasFiles: false, asking: asked)
    text = LetterText(LineReader(feed, name: name), isYAML: isYAML, mayBeLines: true)
  }

  mutating func next(_ record: inout TranscriptRecord) throws -> Bool {
    try text.next(&record, cells)
  }
}

/// A folder of a git letter as records, file by file in the order of their names.
///
/// A file that cannot be one of a signer is a refused record, so that none is passed over in silence.
struct FolderTranscriber: ~Copyable, Transcriber {
  var header: [String] { cells.header }
  var askedCount: Int { cells.askedCount }
  private let cells: LetterCells
  private let folder: FolderSource
  private var next = 0
  private var text: LetterText?
  private var metSigner = false

  /// A transcriber of the folder; `asked` are further keys whose texts the user wants.
  init(_ folder: FolderSource, asking asked: [String]) {
    self.folder = folder
    cells = LetterCells(hasFiles: true, asking: asked)
  }

  mutating func next(_ record: inout TranscriptRecord) throws -> Bool {
    while true {
      if try nextOfText(&record) { return true }
      if text?.metSigner == true { metSigner = true }
      text = nil
      guard next < folder.entries.count else {
        guard metSigner else { throw noSigners() }
        return false
      }
      let entry = folder.entries[next]
      next += 1
      if let fault = entry.fault {
        record.place.line = 1
        note(entry, &record)
        record.refuse(fault)
        return true
      }
      let feed = try TextFeed(folder.open(entry), encoding: nil)
      if feed.beginning.contains(0) {
        record.place.line = 1
        note(entry, &record)
        record.refuse(.fileNoText)
        return true
      }
      let lines = LineReader(feed, name: folder.path(entry), window: 1 << 13)
      text = LetterText(lines, isYAML: entry.isYAML, mayBeLines: false)
    }
  }

  private mutating func nextOfText(_ record: inout TranscriptRecord) throws -> Bool {
    guard next > 0, let found = try text?.next(&record, cells), found else { return false }
    note(folder.entries[next - 1], &record)
    return true
  }

  private func noSigners() -> Refusal {
    Refusal(
      .unusableFile, "this is a folder, and none of its files is of a signer",
      hint: "name a file, or the folder whose files have front matter or are YAML", at: SourcePlace(file: folder.name)
    )
  }

  private func note(_ entry: FolderSource.Entry, _ record: inout TranscriptRecord) {
    record.place.file = folder.path(entry)
    cells.write(file: entry.name, to: &record)
  }
}
