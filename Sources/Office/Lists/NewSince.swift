import Campaigns
import Export
import Ledger

extension Office {
  /// What of a public roll is new since a delivery.
  /// - Throws: `notFound` where there is no such delivery; `notAllowed` where too little is new to be shown;
  ///   `altered`.
  func newLines(
    in roll: PublicRoll, since number: Int, of details: PetitionDetails, _ transaction: any Transaction
  ) throws -> (gate: NewLines, since: SignatoryList.Since) {
    let petition = details.petition
    guard let delivery = try transaction.deliveries.find(number, of: petition.id) else {
      throw Refusal(
        .notFound, "\(petition.slug) has no delivery \(number)",
        hint: "picket delivery list \(petition.slug) shows them")
    }
    let new = NewLines(in: roll, since: try lines(of: delivery, transaction))
    guard !new.lines.isEmpty else {
      throw Refusal(
        .notAllowed, "no group has \(PublicRoll.k) new lines since delivery \(number); nothing was published",
        hint: new.waiting > 0
          ? "\(new.waiting) wait until \(PublicRoll.k) of their group are new"
          : "picket export \(petition.slug) writes the whole list")
    }
    return (new, SignatoryList.Since(delivery: number, deliveredOn: delivery.deliveredOn))
  }

  /// The lines of a delivered list.
  ///
  /// Those without a name are counted by the publication that the list was: of that no erasure takes anything, and a
  /// line less would tell in which group somebody was erased.
  private func lines(of delivery: StoredDelivery, _ transaction: any Transaction) throws -> DeliveredLines {
    let seal = DeliverySeal(try vault(), delivery.petition, delivery.id)
    var named: [ListLine] = []
    var nameless: [ListLine: Int] = [:]
    var isWhole = true
    try transaction.deliveries.forEachLine(of: delivery.id) { stored in
      guard let contents = stored.contents else {
        isWhole = false
        return
      }
      let line = try seal.open(contents, number: stored.number, signer: stored.signer).line
      if line.fullName != nil { named.append(line) } else { nameless[line, default: 0] += 1 }
    }
    guard let number = delivery.publication else {
      // An older Picket did not note the publication.
      return DeliveredLines(named: named, nameless: isWhole ? nameless : nil)
    }
    guard let sealed = try transaction.publications.find(number, of: delivery.petition) else {
      throw altered(delivery)
    }
    let publication = try PublicationSeal(try vault(), delivery.petition).open(sealed)
    guard try publication.counted == DeliveryManifest(try SignedNote(delivery.manifest).text).counted,
      nameless.allSatisfy({ publication.lines[$0.key] ?? 0 >= $0.value })
    else { throw altered(delivery) }
    return DeliveredLines(named: named, nameless: publication.lines)
  }

  private func altered(_ delivery: StoredDelivery) -> Refusal {
    Refusal(
      .altered, "delivery \(delivery.number) names a publication that its list was not",
      hint: "restore a backup; picket doctor says what else was changed")
  }
}

extension NewLines {
  /// How many of the new lines are of each cohort.
  var cohorts: [PublicRoll.CohortCount] {
    Dictionary(grouping: lines, by: \.cohort).sorted { $0.key < $1.key }
      .map { PublicRoll.CohortCount(cohorts: [$0.key], count: $0.value.count) }
  }
}
