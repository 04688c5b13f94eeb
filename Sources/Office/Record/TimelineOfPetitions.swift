import Campaigns
import Export
import Ledger

extension TimelineGathering {
  /// Takes in the letters, the openings, the numbers reached, the deliveries and the answers of the campaign's petitions.
  /// A petition that was never opened is not public; what its target answered is.
  /// - Throws: `altered` where a delivery's manifest is not the one that was signed with the campaign's key.
  mutating func takePetitions(signedBy verifier: NoteVerifier) throws {
    for petition in try transaction.petitions.all() where petition.campaign == campaign.id {
      if petition.openedOn != nil || [.open, .paused, .closed, .delivered, .answered].contains(petition.state) {
        try takeLetters(of: petition)
        takeOpening(of: petition)
        try takeThresholds(of: petition)
      }
      try takeDeliveries(of: petition, signedBy: verifier)
      for response in try transaction.deliveries.responses(to: petition.id) {
        add(
          TimelineEntry(
            .answer, from: Moment(response.respondedOn),
            text: "\(name(of: petition.target)) answered “\(petition.title)”: \(response.summary)",
            sources: [response.source].compactMap { $0 }, key: "answer-\(response.id)"))
      }
    }
  }

  /// Takes in the versions that the public could read: of those from before the opening, the newest of each language,
  /// with the day of the opening.
  private mutating func takeLetters(of petition: Petition) throws {
    let letters = try transaction.letters.all(of: petition.id)
    for letter in letters {
      let isReplaced = letters.contains { other in
        guard let openedOn = petition.openedOn else { return false }
        return other.language == letter.language && other.version > letter.version && other.addedOn < openedOn
      }
      guard !isReplaced else { continue }
      add(
        TimelineEntry(
          .letter, from: Moment(max(letter.addedOn, petition.openedOn ?? letter.addedOn)),
          text: "Version \(letter.version) (\(letter.language)) of the letter “\(petition.title)” to "
            + "\(name(of: petition.target)).",
          key: "letter-\(letter.id)"))
    }
  }

  private mutating func takeOpening(of petition: Petition) {
    guard let openedOn = petition.openedOn else { return }
    add(
      TimelineEntry(
        .opened, from: Moment(openedOn),
        text: "“\(petition.title)”, to \(name(of: petition.target)), was opened for signing.",
        evidence: evidence(for: "petition \(petition.slug)"), key: "opened-\(petition.id)"))
  }

  /// Takes in the first day up to which as many as were hoped for, or as a reveal waits for, had signed of those who are
  /// verified now. Below `PublicRoll.k` no number is told, and none before the organizers let people be shown.
  private mutating func takeThresholds(of petition: Petition) throws {
    guard petition.isRevealed else { return }
    let numbers = [("goal", petition.goal), ("reveal", petition.revealThreshold)].compactMap { name, number in
      number.map { (name: name, number: $0) }
    }.filter { $0.number >= PublicRoll.k }
    guard !numbers.isEmpty else { return }
    let days = try transaction.signatures.verifiedByDay(of: petition.id)
      .map { (day: $0.key, count: $0.value.values.reduce(0, +)) }.sorted { $0.day < $1.day }
    for (name, number) in numbers {
      var sum = 0
      guard
        let reached = days.first(where: { day in
          sum += day.count
          return sum >= number
        })
      else { continue }
      let what = name == "goal" ? "its goal" : "the number from which on signers are shown"
      add(
        TimelineEntry(
          .threshold, from: Moment(reached.day),
          text: "“\(petition.title)” reached \(what): \(number) verified signatures.",
          key: "threshold-\(name)-\(petition.id)"))
    }
  }

  private mutating func takeDeliveries(of petition: Petition, signedBy verifier: NoteVerifier) throws {
    for delivery in try transaction.deliveries.all(of: petition.id) {
      let manifest = try transaction.signedManifest(of: delivery, to: petition, by: verifier)
      let parts = manifest.parts.map { part in
        let cohorts = part.cohorts.map(\.plural).joined(separator: " and ")
        return "\(part.count) \(cohorts.isEmpty ? "others" : cohorts)"
      }
      var text = "“\(manifest.title)” was delivered to \(manifest.target): \(manifest.total) verified signatures"
      text += parts.isEmpty ? "." : " (\(parts.joined(separator: ", ")))."
      for claim in manifest.claimed {
        text += " Beside them \(claim.source) reports \(claim.count) \(claim.cohort.plural), without records."
      }
      add(
        TimelineEntry(
          .delivery, from: Moment(delivery.deliveredOn), text: text,
          evidence: evidence(for: "delivery \(petition.slug) \(delivery.number)"), key: "delivery-\(delivery.id)"))
    }
  }
}
