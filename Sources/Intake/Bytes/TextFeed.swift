/// The UTF-8 bytes of a source, whatever its encoding, without the byte order mark.
struct TextFeed: Sendable {
  let encoding: SheetEncoding
  private var source: any ByteSource
  private var transcoder: Transcoder
  /// What was read ahead or transcoded and is not handed out yet: `text[position...]`.
  private var text: [UInt8]
  private var position: Int
  private var atEnd: Bool

  /// A feed from the source; looks at its first bytes to find the encoding.
  ///
  /// - Throws: what the source throws.
  init(_ source: any ByteSource, encoding asked: SheetEncoding?) throws {
    self.source = source
    var prefix: [UInt8] = []
    self.atEnd = try TextFeed.append(upTo: prefixLength, from: &self.source, to: &prefix)
    let (encoding, markLength) = SheetEncoding.detect(prefix, asked: asked)
    self.encoding = encoding
    self.transcoder = Transcoder(from: encoding)
    self.position = 0
    self.text = []
    prefix.withUnsafeBytes { bytes in
      transcoder.append(UnsafeRawBufferPointer(rebasing: bytes[markLength...]), to: &text)
    }
    if atEnd { transcoder.finish(to: &text) }
  }

  /// The first bytes of the text, for a look at what kind of file this is; nothing is consumed.
  var beginning: ArraySlice<UInt8> { text[position...].prefix(prefixLength) }

  /// Puts the next bytes of the text into the buffer; 0 at the end and only there.
  ///
  /// - Throws: what the source throws.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while position == text.count {
      if atEnd { return 0 }
      if encoding == .utf8 { return try source.read(into: buffer) }
      try transcodeMore()
    }
    let count = min(buffer.count, text.count - position)
    buffer.copyBytes(from: text[position..<position + count])
    position += count
    return count
  }

  private mutating func transcodeMore() throws {
    var raw: [UInt8] = []
    atEnd = try TextFeed.append(upTo: pieceLength, from: &source, to: &raw)
    text.removeAll(keepingCapacity: true)
    position = 0
    raw.withUnsafeBytes { transcoder.append($0, to: &text) }
    if atEnd { transcoder.finish(to: &text) }
  }

  /// Reads until that many bytes are there; true where the source ended before.
  private static func append(
    upTo limit: Int, from source: inout any ByteSource, to bytes: inout [UInt8]
  ) throws -> Bool {
    let before = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: limit))
    var filled = 0
    var atEnd = false
    try bytes.withUnsafeMutableBytes { buffer in
      while filled < limit, !atEnd {
        let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[(before + filled)...]))
        filled += count
        atEnd = count == 0
      }
    }
    bytes.removeLast(limit - filled)
    return atEnd
  }
}

private let prefixLength = 4096
private let pieceLength = 1 << 16
