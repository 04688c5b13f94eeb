import Campaigns

/// A sheet, or the transcript of a source that is none, before its header is read.
struct OpenedSheet: ~Copyable {
  var csv: CSVReader
  /// What the bytes themselves are encoded in.
  let encoding: SheetEncoding
  /// Where the records stand in the original; nil where the sheet is the original.
  let places: TranscriptPlaces?
  /// The source that the user said, or that the text tells; nil where the header may tell it.
  let format: SourceFormat?

  /// Opens the source.
  ///
  /// - Throws: `unusableFile` where it is no text, or not of the kind that the user's source is; `usage` where options
  ///   do not fit its kind.
  init(_ source: any ByteSource, _ options: SheetOptions) throws {
    // A key that no transcript has of itself is there where the user wants it.
    let asked = options.kept.map(\.header) + options.overrides.map(\.header).filter { !$0.isEmpty }
    if let folder = source as? FolderSource {
      try OpenedSheet.require(.gitLetter, "a folder", options, at: source.name)
      let transcript = TranscriptSource(FolderTranscriber(folder, asking: asked), name: source.name)
      try self.init(transcript, transcript.places, .utf8, .gitLetter)
      return
    }
    let feed = try TextFeed(source, encoding: options.encoding)
    try FileKind.refuseOthers(beginningWith: Array(feed.beginning.prefix(16)), name: source.name)
    switch TextShape(feed.beginning, name: source.name, asked: options.format) {
    case .json:
      try OpenedSheet.require(.osdi, "JSON", options, at: source.name)
      let transcript = TranscriptSource(
        OSDITranscriber(feed, name: source.name, asking: asked), name: source.name)
      try self.init(transcript, transcript.places, feed.encoding, .osdi)
    case .letter(let isYAML):
      try OpenedSheet.require(.gitLetter, isYAML ? "YAML" : "a list of lines", options, at: source.name)
      let transcript = TranscriptSource(
        LetterTranscriber(feed, name: source.name, isYAML: isYAML, asking: asked), name: source.name)
      try self.init(transcript, transcript.places, feed.encoding, .gitLetter)
    case .sheet:
      let csv = try CSVReader(feed, name: source.name, delimiter: options.delimiter)
      self.init(csv, nil, feed.encoding, options.format)
    }
  }

  private init(
    _ transcript: any ByteSource, _ places: TranscriptPlaces, _ encoding: SheetEncoding, _ format: SourceFormat
  ) throws {
    self.init(try CSVReader(transcript, delimiter: .comma, encoding: .utf8), places, encoding, format)
  }

  private init(
    _ csv: consuming CSVReader, _ places: TranscriptPlaces?, _ encoding: SheetEncoding, _ format: SourceFormat?
  ) {
    self.csv = csv
    self.encoding = encoding
    self.places = places
    self.format = format
  }

  private static func require(
    _ format: SourceFormat, _ kind: String, _ options: SheetOptions, at name: String
  ) throws {
    if let asked = options.format, asked != format {
      throw Refusal(
        .unusableFile, "this is \(kind), which \(asked) is not",
        hint: "say --from \(format), or leave --from out", at: SourcePlace(file: name))
    }
    if options.columns != nil || options.delimiter != nil {
      throw Refusal(
        .usage, "--columns and --delimiter are for CSV, and this is \(kind)", hint: "leave them out",
        at: SourcePlace(file: name))
    }
  }
}
