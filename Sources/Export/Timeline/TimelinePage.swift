import Campaigns

/// Writes a timeline as one page: nothing is loaded, nothing runs, and it can be printed.
struct TimelinePage {
  private let timeline: Timeline
  private let wording: TimelineWording

  init(_ timeline: Timeline) {
    self.timeline = timeline
    wording = TimelineWording(timeline)
  }

  var html: String {
    var html = NoticePage.head.replacing("TITLE", with: HTMLText.escaped(wording.title), maxReplacements: 1)
    html += "<h1>\(HTMLText.isolated(wording.title))</h1>\n"
    for sentence in wording.introduction { html += "<p>\(HTMLText.escaped(sentence))</p>\n" }
    if timeline.entries.isEmpty {
      html += "<p>\(TimelineWording.nothing)</p>\n"
    } else {
      html += "<ol>\n\(timeline.entries.map(item).joined())</ol>\n"
    }
    if !timeline.evidence.isEmpty {
      html += "<h2>Evidence</h2>\n<ul>\n\(timeline.evidence.map(item).joined())</ul>\n"
    }
    return html + "</main>\n</body>\n</html>\n"
  }

  private func item(_ entry: TimelineEntry) -> String {
    let when = HTMLText.escaped(wording.when(entry))
    // What a program reads is the beginning; of an interval the words say both ends.
    let time = entry.from.map { "<time datetime=\"\(HTMLText.escaped($0.utc))\">\(when)</time>" } ?? when
    return "<li>\(time), <b>\(entry.kind.words)</b>: \(HTMLText.isolated(entry.text))"
      + line(TimelineWording.tail(of: entry)) + "</li>\n"
  }

  private func item(_ evidence: EvidenceRecord) -> String {
    "<li>\(evidence.number): \(line(TimelineWording.pieces(of: evidence)))</li>\n"
  }

  private func line(_ pieces: [NoticePiece]) -> String { pieces.map(HTMLText.piece).joined() }
}
