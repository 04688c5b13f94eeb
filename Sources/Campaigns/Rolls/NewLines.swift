/// The gate: what a list of what is new since a delivery may show, and nothing beyond it.
///
/// It is worked out from two lists that are out anyway, the delivered one and the public list of this moment, and
/// from nothing else: so it tells nothing that whoever lays the two beside each other does not see. Above all it does
/// not ask who stood behind a line. If it did, a name that is left out of it would be known to have signed before,
/// unnamed or under another name; and a group that seven joined and two left would show seven, and so the two.
///
/// Rules, in the order in which they bind:
/// - A named line is new where the delivered list had no line of that name, or fewer of them. What else the line says
///   decides only which of several with the name is new.
/// - Of lines without a name that look the same, as many are new as they are more. Who left and who came is not told
///   apart.
/// - New named lines are shown where their cohort has at least `PublicRoll.k` of them, lines without a name where at
///   least `PublicRoll.k` that look the same are new. The others wait, and the list does not say which they are.
/// - Nobody who is counted without a line is in it.
public struct NewLines: Sendable {
  /// The new lines, in no particular order.
  public private(set) var lines: [ListLine] = []
  /// How many new lines are not shown, since too few of their group are new.
  public private(set) var waiting = 0
  /// Whether it is known how many lines without a name the delivered list had of each kind; else none is shown.
  public let knowsNameless: Bool

  /// What is new in a public roll.
  public init(in roll: PublicRoll, since delivered: DeliveredLines) {
    knowsNameless = delivered.nameless != nil
    let named = NewLines.newNames(among: roll.lines.filter { $0.fullName != nil }, since: delivered.named)
    for (_, group) in Dictionary(grouping: named, by: \.cohort).sorted(by: { $0.key < $1.key }) {
      if isEnough(group.count) { lines += group }
    }
    guard let before = delivered.nameless else { return }
    for (line, count) in roll.publication.lines {
      let grown = count - (before[line] ?? 0)
      if isEnough(grown) { lines.append(contentsOf: repeatElement(line, count: grown)) }
    }
  }

  /// Whether so many new lines of a group may be shown; where not, they wait.
  private mutating func isEnough(_ count: Int) -> Bool {
    if count < PublicRoll.k { waiting += max(0, count) }
    return count >= PublicRoll.k
  }

  /// The named lines that the delivered list did not have.
  private static func newNames(among lines: [ListLine], since before: [ListLine]) -> [ListLine] {
    var then: [String: Int] = [:]
    for line in before { then[line.plainName, default: 0] += 1 }
    /// The name that a line stood under. Somebody whose title was added since is nobody new.
    func name(of line: ListLine) -> String {
      let styled = line.plainName
      guard then[styled] == nil, let bare = line.fullName, then[bare] != nil else { return styled }
      return bare
    }
    var now: [String: Int] = [:]
    for line in lines { now[name(of: line), default: 0] += 1 }
    // Some of these are new, and some are not.
    var left = then.filter { now[$0.key] ?? 0 > $0.value }
    var equal: [ListLine: Int] = [:]
    for line in before where left[line.plainName] != nil { equal[line.plain, default: 0] += 1 }
    var new: [ListLine] = []
    var unclear: [ListLine] = []
    for line in lines {
      let name = name(of: line)
      if then[name] == nil {
        new.append(line)
      } else if let count = left[name] {
        if let same = equal[line.plain], same > 0 {
          equal[line.plain] = same - 1
          left[name] = count - 1
        } else {
          unclear.append(line)
        }
      }
    }
    // Which of them is taken for the old one must not depend on who signed first.
    for line in unclear.sorted(by: { $0.cells.lexicographicallyPrecedes($1.cells) }) {
      let name = name(of: line)
      if let count = left[name], count > 0 { left[name] = count - 1 } else { new.append(line) }
    }
    return new
  }
}

/// The lines of a delivered list, as far as they are known.
public struct DeliveredLines: Sendable {
  /// The lines with a name, but for those whose signers were erased since: nobody knows them any more.
  public var named: [ListLine]
  /// How often each line without a name stood in the list; nil where erasures have made that unknown.
  public var nameless: [ListLine: Int]?

  /// The lines of a delivered list.
  public init(named: [ListLine], nameless: [ListLine: Int]?) {
    self.named = named
    self.nameless = nameless
  }
}

extension ListLine {
  fileprivate var plainName: String { styledName ?? "" }

  /// The line as a delivered list keeps it: the name is one text with what stands before and behind it.
  fileprivate var plain: ListLine {
    var plain = self
    plain.fullName = styledName
    plain.honorific = nil
    plain.credentials = nil
    return plain
  }

  fileprivate var cells: [String] {
    [styledName, jobTitle, affiliation, location, cohort.rawValue, signedOn?.description].map { $0 ?? "" }
  }
}
