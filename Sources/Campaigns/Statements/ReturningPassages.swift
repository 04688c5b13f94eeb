/// Which passages of a comparison stood in an earlier revision and had vanished, and which will come back.
///
/// - A paragraph that was removed, added or changed counts where the whole of it, as it read or as it reads now, stands
///   in another revision.
/// - Else, in a changed paragraph, words in a row that were removed or added count where they stand in a row in a
///   paragraph of another revision, and are at least four; of a script without spaces, at least eight characters.
/// - What was only moved has neither vanished nor come back.
///
/// Finding them takes time in proportion to the length of all revisions.
public struct ReturningPassages: Hashable, Sendable {
  /// The passages, in the order of the comparison.
  public let returns: [Return]

  /// A passage that was gone for a while.
  public struct Return: Hashable, Sendable {
    /// The place of the passage in the comparison, from 0.
    public let passage: Int
    /// The place of the words in a changed passage, from 0; nil where it is the whole passage.
    public let run: Int?
    /// What became of it.
    public let course: Course

    /// A passage that took this course.
    public init(passage: Int, run: Int? = nil, course: Course) {
      self.passage = passage
      self.run = run
      self.course = course
    }
  }

  /// What became of a passage, by the numbers of the revisions.
  public enum Course: Hashable, Sendable {
    /// It stands in the new revision, stood last in revision `from` and in none of `goneIn`.
    case returned(from: Int, goneIn: ClosedRange<Int>)
    /// It stands no more in the new revision, is in none of `goneIn` and stands again in revision `in`.
    case comesBack(in: Int, goneIn: ClosedRange<Int>)
  }

  /// None.
  public init() {
    returns = []
  }

  /// The returning passages of a comparison.
  /// - Parameters:
  ///   - comparison: what became of revision `old` in revision `new`.
  ///   - old: the number of the older revision, from 1.
  ///   - new: the number of the newer one. Where it is not later, or there is no such revision, nothing is returning.
  ///   - revisions: the texts of all revisions, the first one first.
  public init(in comparison: TextComparison, from old: Int, to new: Int, among revisions: [String]) {
    guard old >= 1, old < new, new <= revisions.count else {
      returns = []
      return
    }
    var absences = Absences(in: comparison, from: old, to: new)
    for (index, text) in revisions.enumerated() where !absences.isEmpty { absences.see(text, as: index + 1) }
    returns = absences.returns
  }
}

/// What is removed or added, and in which revisions it stands.
private struct Absences {
  private var absences: [Absence] = []
  private var numbering = Numbering()
  /// By the number of a whole paragraph, the absences of that paragraph.
  private var wholes: [Int32: [Int]] = [:]
  private var search = PhraseSearch(for: [])
  /// For each phrase of the search its absence.
  private var phrases: [Int] = []

  /// A passage, or a run of its words, that is not in the revision `missing`.
  private struct Absence {
    let passage: Int
    let run: Int?
    /// Whether it was added, not removed.
    let isBack: Bool
    let missing: Int
    var last: Int?
    var next: Int?
    var isThere = false

    mutating func see(in revision: Int) {
      if revision < missing {
        last = revision
      } else if revision == missing {
        isThere = true
      } else if next == nil {
        next = revision
      }
    }

    var course: ReturningPassages.Course? {
      guard !isThere, let last, let next else { return nil }
      let gone = last + 1...next - 1
      return isBack ? .returned(from: last, goneIn: gone) : .comesBack(in: next, goneIn: gone)
    }
  }

  init(in comparison: TextComparison, from old: Int, to new: Int) {
    var words: [[Int32]] = []
    for (passage, content) in comparison.passages.enumerated() {
      switch content {
      case .same: break
      case .removed(let text): append(text, passage, isBack: false, missing: new)
      case .added(let text): append(text, passage, isBack: true, missing: old)
      case .changed(let runs):
        append(WordRun.paragraph(runs, without: .added), passage, isBack: false, missing: new)
        append(WordRun.paragraph(runs, without: .removed), passage, isBack: true, missing: old)
        for (index, run) in runs.enumerated() where run.kind != .same {
          guard let phrase = phrase(run.text) else { continue }
          phrases.append(absences.count)
          words.append(phrase)
          let isBack = run.kind == .added
          absences.append(Absence(passage: passage, run: index, isBack: isBack, missing: isBack ? old : new))
        }
      }
    }
    search = PhraseSearch(for: words)
  }

  var isEmpty: Bool { absences.isEmpty }

  var returns: [ReturningPassages.Return] {
    var returns: [ReturningPassages.Return] = []
    // The whole of a passage stands before its runs, and says it all.
    var whole: (removed: Int?, added: Int?)
    for absence in absences {
      guard let course = absence.course else { continue }
      if absence.run == nil {
        if absence.isBack { whole.added = absence.passage } else { whole.removed = absence.passage }
      } else if absence.passage == (absence.isBack ? whole.added : whole.removed) {
        continue
      }
      returns.append(.init(passage: absence.passage, run: absence.run, course: course))
    }
    return returns
  }

  /// Notes what stands in the text of this revision. The revisions are seen in order.
  mutating func see(_ text: String, as revision: Int) {
    let paragraphs = Paragraphs(text)
    var seen: Set<Int32> = []
    for index in 0..<paragraphs.count {
      guard let number = numbering.known(paragraphs[index]), seen.insert(number).inserted else { continue }
      for absence in wholes[number] ?? [] { absences[absence].see(in: revision) }
    }
    guard !search.isEmpty else { return }
    let numbering = numbering
    let rows = (0..<paragraphs.count).lazy.map { index in
      var row: [Int32?] = []
      WordBreaks.forEach(in: paragraphs[index]) { row.append(numbering.known(WordBreaks.bare($0))) }
      return row
    }
    for phrase in search.phrases(in: rows) { absences[phrases[phrase]].see(in: revision) }
  }

  private mutating func append(_ paragraph: String, _ passage: Int, isBack: Bool, missing: Int) {
    wholes[numbering.number(of: Array(paragraph.utf8)[...]), default: []].append(absences.count)
    absences.append(Absence(passage: passage, run: nil, isBack: isBack, missing: missing))
  }

  /// The numbers of the words; nil where they are too few to say that they came back.
  private mutating func phrase(_ text: String) -> [Int32]? {
    var phrase: [Int32] = []
    var weight = 0
    WordBreaks.forEach(in: Array(text.utf8)[...]) { word in
      weight += WordBreaks.isUnit(word) ? 1 : 2
      phrase.append(numbering.number(of: WordBreaks.bare(word)))
    }
    return weight >= 8 ? phrase : nil
  }
}
