import Campaigns
import Foundation
import Vault

/// Seals and opens terminations. What is clear of a row is bound to what is sealed of it.
struct TerminationSeal {
  private let cipher: RecordCipher

  init(_ vault: Vault) {
    cipher = vault.cipher(for: .termination, petition: nil)
  }

  /// The termination, sealed.
  func seal(_ termination: Termination) throws -> SealedTermination {
    let contents = try JSONEncoder().encode(TerminationContents(termination))
    let isPublished = termination.publishedOn != nil
    let binding = TerminationSeal.binding(
      termination.id, termination.slug, termination.campaign, termination.target, termination.stage, isPublished)
    return SealedTermination(
      id: termination.id, slug: termination.slug, campaign: termination.campaign, target: termination.target,
      stage: termination.stage, isPublished: isPublished,
      contents: try cipher.seal(Array(contents), boundTo: binding))
  }

  /// The termination, opened.
  /// - Throws: `altered` where the row is not the one that was sealed, or what it holds is none that this Picket knows;
  ///   it names the slug.
  func open(_ sealed: SealedTermination) throws -> Termination {
    let binding = TerminationSeal.binding(
      sealed.id, sealed.slug, sealed.campaign, sealed.target, sealed.stage, sealed.isPublished)
    let bytes = try Refusal.naming("termination \(sealed.slug)") {
      try cipher.open(sealed.contents, boundTo: binding)
    }
    guard let contents = try? JSONDecoder().decode(TerminationContents.self, from: Data(bytes)),
      let termination = contents.termination(of: sealed)
    else {
      throw Refusal(
        .altered, "termination \(sealed.slug) holds what this Picket cannot read",
        hint: "open the database with a newer Picket")
    }
    return termination
  }

  private static func binding(
    _ id: Identifier<Termination>, _ slug: Slug, _ campaign: Identifier<Campaign>, _ target: Identifier<Target>,
    _ stage: Termination.Stage, _ isPublished: Bool
  ) -> [UInt8] {
    var binding = BoundBytes(table: "termination")
    binding.append(id.rawValue)
    binding.append(slug.description)
    binding.append(campaign.rawValue)
    binding.append(target.rawValue)
    binding.append(stage.rawValue)
    binding.append(isPublished ? 1 : 0)
    return binding.bytes
  }
}
