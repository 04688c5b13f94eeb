import Campaigns

/// A run of words as it is shown: cleaned, and with the space after a mark outside of it.
struct ShownRun {
  let kind: WordRun.Kind
  let text: String
  /// Whether a space follows.
  var isSpaced = false

  /// The runs of a passage's paragraphs; what shows nothing is left out.
  static func runs(_ runs: [WordRun]) -> [ShownRun] {
    var shown: [ShownRun] = []
    for run in runs {
      let clean = SafeText.line(run.text)
      let text = clean.trimmingWhitespace()
      guard !text.isEmpty else { continue }
      // What came stands in the place of what went, and one space follows both.
      if run.kind == .added, shown.last?.kind == .removed { shown[shown.count - 1].isSpaced = false }
      shown.append(ShownRun(kind: run.kind, text: text, isSpaced: clean.utf8.last == UInt8(ascii: " ")))
    }
    if !shown.isEmpty { shown[shown.count - 1].isSpaced = false }
    return shown
  }
}

extension TextComparison.Passage {
  /// The passage's paragraphs, each as its runs.
  var paragraphs: [[WordRun]] {
    switch self {
    case .same(let paragraphs): paragraphs.map { [WordRun(.same, $0)] }
    case .removed(let paragraph): [[WordRun(.removed, paragraph)]]
    case .added(let paragraph): [[WordRun(.added, paragraph)]]
    case .changed(let runs): [runs]
    }
  }
}
