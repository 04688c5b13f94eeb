import Campaigns

// Finding things by what a person typed: what is not there is refused with the names that come near.

extension Transaction {
  /// The campaign of this slug.
  /// - Throws: `notFound`.
  func campaign(_ slug: String) throws -> Campaign {
    if let slug = try? Slug(slug), let campaign = try campaigns.find(slug) { return campaign }
    throw Refusal.noSuch("campaign", slug, among: try campaigns.all().map(\.slug))
  }

  /// The target of this slug.
  /// - Throws: `notFound`.
  func target(_ slug: String) throws -> Target {
    if let slug = try? Slug(slug), let target = try targets.find(slug) { return target }
    throw Refusal.noSuch("target", slug, among: try targets.all().map(\.slug))
  }

  /// The petition of this slug.
  /// - Throws: `notFound`.
  func petition(_ slug: String) throws -> Petition {
    if let slug = try? Slug(slug), let petition = try petitions.find(slug) { return petition }
    throw Refusal.noSuch("petition", slug, among: try petitions.all().map(\.slug))
  }

  /// The boycott of this slug.
  /// - Throws: `notFound`.
  func boycott(_ slug: String) throws -> Boycott {
    if let slug = try? Slug(slug), let boycott = try boycotts.find(slug) { return boycott }
    throw Refusal.noSuch("boycott", slug, among: try boycotts.all().map(\.slug))
  }

  /// The campaign's demand of this number.
  /// - Throws: `notFound`.
  func demand(_ number: Int, of campaign: Campaign) throws -> Demand {
    if let demand = try demands.find(number, of: campaign.id) { return demand }
    throw Refusal(
      .notFound, "\(campaign.slug) has no demand \(number)",
      hint: "picket demand list --campaign \(campaign.slug) shows them")
  }

  /// The petition's signature of this identifier.
  /// - Throws: `notFound`; for an erased one it says so.
  func signature(_ id: String, of petition: Petition) throws -> SealedSignature {
    if let id = Identifier<Signature>(id) {
      if let signature = try signatures.find(id, of: petition.id) { return signature }
      if try signatures.erasure(of: id, of: petition.id) != nil {
        throw Refusal(.notFound, "signature \(id) was erased from \(petition.slug)")
      }
    }
    throw Refusal(
      .notFound, "\(petition.slug) has no signature \"\(id.prefix(40))\"",
      hint: "picket signature search \(petition.slug) TEXT finds the identifier")
  }

  /// The petition's import of this identifier.
  /// - Throws: `notFound`.
  func importReport(_ id: String, of petition: Petition) throws -> SealedImport {
    if let id = Identifier<ImportReport>(id), let report = try imports.find(id), report.petition == petition.id {
      return report
    }
    throw Refusal(
      .notFound, "\(petition.slug) has no import \"\(id.prefix(40))\"",
      hint: "picket import list \(petition.slug) shows them")
  }

  /// The letter that new signatures are bound to: the version chosen, else the newest in the petition's language.
  /// - Parameter choice: `LANGUAGE`, `LANGUAGE:VERSION`, or at least 8 digits of the letter's SHA-256.
  /// - Throws: `notFound`.
  func letter(_ choice: String?, of petition: Petition) throws -> Letter {
    let all = try letters.all(of: petition.id)
    guard let choice else {
      if let newest = all.last(where: { $0.language == petition.language }) { return newest }
      throw Refusal(
        .notFound, "\(petition.slug) has no letter", hint: "picket letter add \(petition.slug) FILE.md adds one")
    }
    let parts = choice.split(separator: ":", maxSplits: 1)
    let ofLanguage = all.filter { $0.language.description == parts.first.map(String.init) }
    let found =
      parts.count == 2
      ? ofLanguage.first { String($0.version) == parts[1] }
      : ofLanguage.last ?? (choice.count < 8 ? nil : all.first { $0.hexDigest.hasPrefix(choice.lowercased()) })
    guard let found else {
      throw Refusal(
        .notFound, "\(petition.slug) has no letter \"\(choice.prefix(70))\"",
        hint: "name it as LANGUAGE, LANGUAGE:VERSION or by its SHA-256; picket letter list shows them")
    }
    return found
  }
}

extension Refusal {
  /// Nothing of that slug, with the slugs that come near.
  static func noSuch(_ noun: String, _ slug: String, among slugs: [Slug]) -> Refusal {
    let near = Slug.near(slug, among: slugs)
    let hint =
      near.isEmpty
      ? "picket \(noun) list shows those that are there"
      : "did you mean \(near.map(\.description).joined(separator: ", or "))?"
    return Refusal(.notFound, "there is no \(noun) \"\(slug.prefix(80))\"", hint: hint)
  }
}
