import Campaigns
import Text
import XML2

/// Reads a page in HTML into an outline.
///
/// The page may be cut, wrong, or made to harm its reader: nothing here calls itself as deep as a page nests its
/// elements, nothing is fetched, and reading is broken off where it takes longer than any honest page does.
final class HTMLReader {
  /// The text of the page.
  private(set) var outline = PageOutline()
  /// The text of the first title that has one; nil where there is none.
  private(set) var title: String?

  private let page: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// The bytes that were handed out last, the last one lowest.
  private var latest: UInt64 = 0
  private let patience: Duration
  private let start: Duration
  private var isBrokenOff = false
  /// The elements that are open, but not those within one that is left out or within a title.
  private var open: [OpenElement] = []
  private var leftOutDepth = 0
  private var titleDepth = 0
  private var titleText = CollapsedText()
  private var preformattedDepth = 0

  /// Reads a page in well-formed UTF-8, which is not used any more when this returns.
  /// - Parameter patience: how much processor time it may take.
  /// - Throws: `unusableFile` where it takes more; `inputOutput` where there is no memory for it.
  init(_ page: UnsafeBufferPointer<UInt8>, patience: Duration) throws {
    self.page = page
    self.patience = patience
    self.start = Self.processorTime
    _ = libraryIsReady
    var reader = picket_html_reader(
      context: Unmanaged.passUnretained(self).toOpaque(),
      read: { context, buffer, length in HTMLReader.of(context)?.read(into: buffer, Int(length)) ?? -1 },
      start: { context, name, attributes in HTMLReader.of(context)?.begin(name, attributes) },
      end: { context, _ in HTMLReader.of(context)?.end() },
      characters: { context, characters, count in HTMLReader.of(context)?.append(characters, Int(count)) })
    guard picket_html_read(&reader) == 1 else {
      throw Refusal(.inputOutput, "there is not enough memory for a page", hint: "end other programs and try again")
    }
    guard !isBrokenOff else {
      throw Refusal(
        .unusableFile, "the page is built so that reading it takes too long",
        hint: "keep its bytes without their text; nobody builds a page like that by accident")
    }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> HTMLReader? {
    context.map { Unmanaged<HTMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Hands out the next bytes, without the control characters that break libxml2 off; -1 to break off.
  ///
  /// Two kinds of comments are rewritten that browsers understand and libxml2 does not: `<!-->` and `<!--->`, which
  /// begin one to it that hides what follows, and `<![if ...]>` and the like, which are text to it.
  ///
  /// This is where reading can be ended: there are tags whose attributes libxml2 compares with each other for hours.
  private func read(into buffer: UnsafeMutablePointer<CChar>?, _ length: Int) -> Int32 {
    guard let buffer, Self.processorTime - start < patience else {
      isBrokenOff = true
      return -1
    }
    var count = 0
    func put(_ byte: UInt8) {
      buffer[count] = CChar(bitPattern: byte)
      count += 1
      latest = latest << 8 | UInt64(byte)
    }
    // libxml2 asks for thousands of bytes at a time. It gets few, because each of them can cost it much time, and
    // room is left for a comment's end.
    while count + 3 <= min(length, 512), position < page.count {
      let byte = page[position]
      position += 1
      if byte.isBinary || byte == 0x1B { continue }
      if byte == UInt8(ascii: ">") {
        // The longer one of the two is what the first line makes of the shorter one.
        if latest & 0xFFFF_FFFF == shortComment { put(UInt8(ascii: "-")) }
        if latest & 0xFF_FFFF_FFFF == shortComment << 8 | UInt64(UInt8(ascii: "-")) { put(UInt8(ascii: "-")) }
      } else if byte == UInt8(ascii: "!"), latest & 0xFF == UInt64(UInt8(ascii: "<")), isOddComment(at: position) {
        // A processing instruction, which ends where this does.
        for byte in "?x ".utf8 { put(byte) }
        continue
      }
      // A form feed is white space to HTML and forbidden to libxml2.
      put(byte == 0x0C ? 0x20 : byte)
    }
    return Int32(count)
  }

  /// Whether what follows `<!` is neither a comment nor a document type.
  private func isOddComment(at place: Int) -> Bool {
    guard place < page.count, page[place] != UInt8(ascii: "-") else { return false }
    return !page[place...].prefix(7).lazy.map(\.asciiLowercased).elementsEqual("doctype".utf8)
  }

  private static var processorTime: Duration { .nanoseconds(picket_html_processor_time()) }

  private func begin(
    _ name: UnsafePointer<UInt8>?, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    if leftOutDepth > 0 {
      leftOutDepth += 1
    } else if titleDepth > 0 {
      titleDepth += 1
    } else {
      let name = name.map { String(cString: $0) } ?? ""
      begin(attributes.map { ElementMeaning(ofElement: name, Self.read($0)) } ?? ElementMeaning(ofElement: name))
    }
  }

  private func begin(_ meaning: ElementMeaning) {
    switch meaning {
    case .inline: open.append(.inline)
    case .lineBreak:
      outline.endLine()
      open.append(.inline)
    case .block:
      outline.part()
      open.append(.block)
    case .preformatted:
      outline.part()
      preformattedDepth += 1
      open.append(.preformatted)
    case .region(let region):
      outline.part()
      outline.begin(region)
      open.append(.region)
    case .hiddenInline:
      outline.begin(.hidden)
      open.append(.inlineRegion)
    case .leftOut: leftOutDepth = 1
    case .title: titleDepth = 1
    }
  }

  private func end() {
    if leftOutDepth > 0 {
      leftOutDepth -= 1
    } else if titleDepth > 0 {
      titleDepth -= 1
      if titleDepth == 0 {
        let text = titleText.take()
        title = title ?? text
      }
    } else {
      switch open.popLast() {
      case .inline, nil: break
      case .block: outline.part()
      case .preformatted:
        outline.part()
        preformattedDepth -= 1
      case .region:
        outline.part()
        outline.end()
      case .inlineRegion: outline.end()
      }
    }
  }

  private func append(_ characters: UnsafePointer<UInt8>?, _ count: Int) {
    let text = UnsafeBufferPointer(start: characters, count: characters == nil ? 0 : count)
    if leftOutDepth > 0 { return }
    if titleDepth > 0 {
      titleText.append(Array(text)[...])
    } else if preformattedDepth > 0 {
      outline.append(preformatted: text)
    } else {
      outline.append(text)
    }
  }

  private static func read(_ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>) -> ElementAttributes {
    var result = ElementAttributes()
    var place = 0
    while let name = attributes[place] {
      let value = attributes[place + 1]
      result.add(String(cString: name), value.map { String(cString: $0) } ?? "")
      place += 2
    }
    return result
  }
}

/// What has to be done where an element ends.
private enum OpenElement: UInt8 {
  case inline
  case block
  case preformatted
  case region
  case inlineRegion
}

/// `<!--`, the last byte lowest.
private let shortComment: UInt64 = 0x3C21_2D2D

/// Made once, before any page is read.
private let libraryIsReady: Void = picket_html_begin()
