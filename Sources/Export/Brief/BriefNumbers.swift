import Campaigns

// The numbers of each petition, with their chart.

extension BriefWording {
  /// The most days that a chart draws and its table lists.
  static let mostDays = 60

  var numbers: [BriefBlock] {
    guard !brief.petitions.isEmpty else { return [] }
    return [.heading(2, [.words("Numbers")])]
      + [
        .paragraph([
          .words(
            "Verified signatures are told from \(PublicRoll.k) on and in steps of \(PublicRoll.k), so that nobody is "
              + "told by one more or one less. Delivered numbers are exact.")
        ])
      ] + brief.petitions.flatMap(blocks)
  }

  private func blocks(of petition: BriefPetition) -> [BriefBlock] {
    let subject = subject(petition)
    let title = BriefPiece.foreign(petition.petition.title, petition.petition.language)
    var blocks: [BriefBlock] = [
      .heading(3, [title]),
      .paragraph(
        [.words("To "), .text(petition.target), .words(". \(petition.standing) ")]
          + [.words("\(Self.atLeast(petition.verified, "verified signature")).")]
          + citations.own(Citations.count, subject)),
    ]
    let rows = rows(of: petition)
    if !rows.isEmpty {
      blocks.append(
        .table(
          BriefTable(
            [.words("Verified signatures by cohort")] + citations.own(Citations.count, subject),
            columns: ["Cohort", "At least"], rows: rows)))
    }
    blocks += chart(of: petition)
    for claim in petition.claims {
      blocks.append(
        .item(
          [
            .words(
              "Beside these numbers, and not in them: \(english(claim.count)) \(claim.cohort.plural), reported by ")
          ]
            + [.text(claim.source), .words(", without records.")]
            + citations.basis("claim \(claim.id)", sources: [claim.evidence])))
    }
    for delivery in petition.deliveries {
      blocks.append(
        .item(
          [.words("Delivered on \(delivery.day): exactly \(english(delivery.total)) signatures, a list that can be ")]
            + [.words("recounted.")]
            + citations.own(Citations.count, self.subject(delivery, of: petition))))
    }
    for response in petition.responses {
      blocks.append(
        .item(
          [.words("Answered on \(response.respondedOn): "), .text(response.summary)]
            + citations.basis(nil, sources: [response.source])))
    }
    return blocks
  }

  private func rows(of petition: BriefPetition) -> [[[BriefPiece]]] {
    var rows: [[[BriefPiece]]] = petition.cohorts.map { part, count in
      [[.words(part.plural)], [.words(english(count.atLeast))]]
    }
    if let others = petition.otherCohorts {
      rows.append([[.words(rows.isEmpty ? "several cohorts" : "other cohorts")], [.words(english(others.atLeast))]])
    }
    return rows
  }

  private func chart(of petition: BriefPetition) -> [BriefBlock] {
    let days = petition.days.thinned(to: BriefWording.mostDays)
    guard days.points.count > 1 else { return [] }
    let shown = days.points.count
    let left = petition.days.points.count - shown
    let note =
      left == 0
      ? "days on which fewer than \(PublicRoll.k) came are part of the next"
      : "\(english(shown)) days of \(english(shown + left))"
    let caption: [BriefPiece] =
      [.words("Verified signatures on ")] + Self.quoted(petition) + [.words(" by day of signing, summed up; \(note)")]
      + citations.own(Citations.count, subject(petition))
    return [
      .chart(
        DaysChart(days, of: petition.petition.title),
        BriefTable(
          caption, columns: ["Signed by the end of", "At least"],
          rows: days.points.map { point in
            [[.words(point.day.description)], [.words(english(point.count.atLeast))]]
          }))
    ]
  }
}

extension BriefPetition {
  /// Where the petition stands, in a sentence.
  fileprivate var standing: String {
    let since = petition.openedOn.map { ", opened on \($0)" } ?? ""
    switch petition.state {
    case .draft: return "In preparation."
    case .open: return "Open for signing\(since)."
    case .paused: return "Takes no signatures for a while\(since)."
    case .closed: return "Closed\(since)."
    case .delivered: return "Delivered\(since)."
    case .answered: return "Answered\(since)."
    case .withdrawn: return "Given up by its organizers\(since)."
    }
  }
}
