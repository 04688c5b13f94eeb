import Campaigns

/// What a brief says, in its sentences.
struct BriefWording {
  let brief: Brief
  let citations: Citations

  init(_ brief: Brief) {
    self.brief = brief
    citations = Citations(of: brief.evidence)
  }

  /// All of it, from whom it is against to the sources.
  var blocks: [BriefBlock] {
    var blocks: [BriefBlock] = []
    if !brief.targets.isEmpty {
      let names = brief.targets.enumerated().flatMap { place, name -> [BriefPiece] in
        [.words(place == 0 ? "To " : ", "), .text(name)]
      }
      blocks.append(.paragraph(names))
    }
    blocks.append(.paragraph([.words("As of \(brief.asOf)")]))
    blocks.append(.heading(2, [.words("Key points")]))
    let points = keyPoints
    blocks += points.map { .item($0) }
    if points.isEmpty { blocks.append(.paragraph([.words("Nothing is on record yet that can be told.")])) }
    return blocks + demands + numbers + happened + said + boycotts + contracts + retaliation + sources
  }

  // MARK: - Key points

  private var keyPoints: [[BriefPiece]] {
    brief.petitions.flatMap(points) + demandPoints + statementPoints + boycottPoints + contractPoints
      + incidentPoints
  }

  private func points(of petition: BriefPetition) -> [[BriefPiece]] {
    let title = Self.quoted(petition)
    var point: [BriefPiece] =
      [.strong(Self.atLeast(petition.verified, "verified signature")), .words(" on ")] + title
    if let first = petition.days.points.first?.day, let last = petition.days.points.last?.day {
      let start = petition.petition.openedOn.map { min($0, first) } ?? first
      let count = last.daysSinceEpoch - start.daysSinceEpoch + 1
      point.append(.words(count == 1 ? ", all on \(last)" : ", within \(english(count)) days up to \(last)"))
    }
    point += [.words(".")] + citations.own(Citations.count, subject(petition))
    var points = [point]
    if let delivery = petition.deliveries.last {
      let times = petition.deliveries.count
      points.append(
        title + [
          .words(
            " was delivered \(times == 1 ? "" : "\(english(times)) times, last ")on \(delivery.day), with "
              + "\(english(delivery.total)) \(delivery.total == 1 ? "signature" : "signatures").")
        ] + citations.own(Citations.count, subject(delivery, of: petition)))
    }
    if let response = petition.responses.last {
      points.append(
        [.text(petition.target), .words(" answered ")] + title + [.words(" on \(response.respondedOn).")]
          + citations.basis(nil, sources: [response.source]))
    }
    return points
  }

  private var demandPoints: [[BriefPiece]] {
    let demands = brief.demands
    guard !demands.isEmpty else { return [] }
    let states = Demand.State.allCases.compactMap { state -> String? in
      let those = demands.filter { $0.demand.state == state }
      guard !those.isEmpty else { return nil }
      let otherwise = those.count { $0.outcome == .metOtherwise }
      let aside = otherwise == 0 ? "" : " (\(english(otherwise)) by another way than the one asked)"
      return "\(english(those.count)) \(state == .withdrawn ? "given up" : state.words)\(aside)"
    }
    let noun = demands.count == 1 ? "demand" : "demands"
    return [
      [.strong("\(english(demands.count)) \(noun)"), .words(": \(states.joined(separator: ", ")). ")]
        + [.words("Each stands below with what it rests on.")]
    ]
  }

  // MARK: - Demands

  private var demands: [BriefBlock] {
    guard !brief.demands.isEmpty else { return [] }
    var blocks: [BriefBlock] = [.heading(2, [.words("Demands")])]
    for item in brief.demands {
      let demand = item.demand
      let since = demand.answeredOn.map { ", \($0)" } ?? ""
      blocks.append(
        .item(
          [.words("Demand \(demand.number): "), .text(demand.text), .words(" To "), .text(item.target), .words(": ")]
            + [.strong(demand.words(item.outcome) + since), .words(".")]
            + citations.basis("demand \(demand.number)", sources: [demand.source])))
      guard let response = item.newest else { continue }
      var line: [BriefPiece] = [.words("Newest response, \(response.respondedOn): \(response.outcome.words).")]
      if let summary = response.summary { line += [.words(" "), .text(summary)] }
      if let statement = response.statement { line += [.words(" In: "), .text(statement), .words(".")] }
      blocks.append(
        .item(line + citations.basis(nil, sources: [response.source]), level: 1))
    }
    return blocks
  }

  // MARK: - What happened

  /// The most events that are told.
  static let mostEvents = 40

  /// What was entered by hand, in order; of many the newest.
  private var happened: [BriefBlock] {
    guard !brief.events.isEmpty else { return [] }
    var blocks: [BriefBlock] = [.heading(2, [.words("What happened")])]
    if brief.events.count > Self.mostEvents {
      blocks.append(
        .paragraph(
          [
            .words("The newest \(english(Self.mostEvents)) of \(english(brief.events.count)) events; ")
          ] + [.words("the timeline has all of them.")]))
    }
    return blocks
      + brief.events.suffix(Self.mostEvents).map { event in
        .item(
          [.words(event.from.map { "\(TimelineWording.when($0)): " } ?? ""), .text(event.text)]
            + citations.basis(nil, numbers: event.evidence, sources: event.sources))
      }
  }

  // MARK: - Sources

  private var sources: [BriefBlock] {
    guard !brief.evidence.isEmpty else { return [] }
    return [.heading(2, [.words("Sources")])]
      + brief.evidence.map { evidence in
        var line: [BriefPiece] = [.text(evidence.title)]
        for part in [evidence.author, evidence.publisher].compactMap({ $0 }) { line += [.words(", "), .text(part)] }
        if let moment = evidence.publishedAt { line.append(.words(", \(Self.words(moment))")) }
        if let url = evidence.url { line += [.words(". "), .source(url)] }
        if let moment = evidence.accessedAt { line.append(.words(", read on \(Self.words(moment))")) }
        line.append(.words("."))
        if let quote = evidence.quote { line += [.words(" "), .quote(Self.excerpt(quote))] }
        if let place = evidence.place { line += [.words(" ("), .text(place), .words(").")] }
        if let copy = evidence.copy {
          let digits = copy.bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
          line.append(.words(" A copy is kept, SHA-256 \(digits)."))
        }
        return .evidence(evidence.number, line)
      }
  }

  // MARK: - Words

  /// A number as the public may know it: "At least 150 verified signatures".
  static func atLeast(_ count: PublicCount?, _ one: String) -> String {
    count.map { "At least \(english($0.atLeast)) \(one)s" } ?? "Fewer than \(PublicRoll.k) \(one)s, or none"
  }

  /// The title of a petition within a sentence.
  static func quoted(_ petition: BriefPetition) -> [BriefPiece] {
    [.words("“"), .foreign(petition.petition.title, petition.petition.language), .words("”")]
  }

  /// A time, no finer than it is known.
  static func words(_ moment: Moment) -> String { TimelineWording.shown(moment) }

  /// Enough of a text to know what it says.
  static func excerpt(_ text: String) -> String {
    let line = SafeText.line(text).trimmingWhitespace()
    let scalars = line.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 240, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return String(line) }
    return String(String.UnicodeScalarView(scalars[..<end])) + "…"
  }

  func subject(_ petition: BriefPetition) -> String { "petition \(petition.petition.slug)" }

  func subject(_ delivery: BriefPetition.Delivery, of petition: BriefPetition) -> String {
    "delivery \(petition.petition.slug) \(delivery.number)"
  }
}
