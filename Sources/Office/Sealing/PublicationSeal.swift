import Campaigns
import Foundation
import Vault

/// Seals and opens what a petition's publications showed of each group.
struct PublicationSeal {
  private let cipher: RecordCipher

  init(_ vault: Vault, _ petition: Identifier<Petition>) {
    cipher = vault.cipher(for: .publication, petition: petition)
  }

  /// The publication of this number, sealed.
  func seal(
    _ publication: Publication, number: Int, of petition: Identifier<Petition>, on day: CalendarDate
  ) throws -> SealedPublication {
    let id = Identifier<Publication>(on: day)
    let contents = try JSONEncoder().encode(publication.shown.map(Entry.init))
    return SealedPublication(
      id: id, petition: petition, number: number, publishedOn: day,
      contents: try cipher.seal(
        Array(contents), boundTo: PublicationSeal.binding(id, petition, number, day)))
  }

  /// The publication, opened.
  /// - Throws: `altered` where the row is not the one that was sealed; it names the publication.
  func open(_ sealed: SealedPublication) throws -> Publication {
    let binding = PublicationSeal.binding(sealed.id, sealed.petition, sealed.number, sealed.publishedOn)
    let bytes = try Refusal.naming("publication \(sealed.number)") {
      try cipher.open(sealed.contents, boundTo: binding)
    }
    let entries = try JSONDecoder().decode([Entry].self, from: Data(bytes))
    var publication = Publication()
    for entry in entries { publication.shown[try entry.group] = entry.count }
    return publication
  }

  private struct Entry: Codable {
    var cohort: String
    var rung: String
    var jobTitle: String?
    var place: String?
    var count: Int

    init(_ group: Publication.Group, _ count: Int) {
      cohort = group.cohort.rawValue
      self.count = count
      switch group.description {
      case .work(let jobTitle, let affiliation):
        rung = "work"
        self.jobTitle = jobTitle
        place = affiliation
      case .team(let team):
        rung = "team"
        place = team
      case .site(let site):
        rung = "site"
        place = site
      case .cohort: rung = "cohort"
      case .counted: rung = "counted"
      }
    }

    var group: Publication.Group {
      get throws {
        let description: Publication.Description? =
          switch rung {
          case "work": .work(jobTitle: jobTitle, affiliation: place)
          case "team": place.map { .team($0) }
          case "site": place.map { .site($0) }
          case "cohort": .cohort
          case "counted": .counted
          default: nil
          }
        guard let cohort = Cohort(rawValue: cohort), let description else {
          throw Refusal(
            .altered, "a publication holds what this Picket cannot read",
            hint: "open the database with a newer Picket")
        }
        return Publication.Group(cohort, description)
      }
    }
  }

  private static func binding(
    _ id: Identifier<Publication>, _ petition: Identifier<Petition>, _ number: Int, _ day: CalendarDate
  ) -> [UInt8] {
    var binding = BoundBytes(table: "publication")
    binding.append(id.rawValue)
    binding.append(petition.rawValue)
    binding.append(number)
    binding.append(day.daysSinceEpoch)
    return binding.bytes
  }
}
