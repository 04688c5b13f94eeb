import Campaigns
import Foundation

extension ConformanceCase {
  static let petitions = [
    ConformanceCase("a petition is found as it was added, with all it can have") { repository in
      let ground = try Ground(in: repository)
      let petition = Petition(
        id: Identifier(on: Ground.day), slug: try Slug("full"), campaign: ground.campaign.id,
        target: ground.target.id, title: "Pausenräume für alle", language: try Language("de-CH"), cohort: .alumni,
        admits: [.employee, .alumni, .organization], goal: 500, revealThreshold: 100, revealedAt: 120,
        closesAt: Date(timeIntervalSince1970: 1_800_000_000), state: .paused, createdOn: Ground.day)
      try repository.write { try $0.petitions.add(petition) }
      try requireEqual(try repository.read { try $0.petitions.find(petition.slug) }, petition)
    },

    ConformanceCase("a petition is found as it was added, with the least it can have") { repository in
      let ground = try Ground(in: repository)
      try requireEqual(try repository.read { try $0.petitions.find(ground.petition.slug) }, ground.petition)
      try requireEqual(try repository.read { try $0.petitions.find(try Slug("nowhere")) }, nil)
    },

    ConformanceCase("a petition's slug is taken once") { repository in
      let ground = try Ground(in: repository)
      try repository.requireRefusedWrite(.alreadyExists) {
        try $0.petitions.add(try Ground.petition("fair-shifts", ground.campaign, ground.target))
      }
    },

    ConformanceCase("a petition needs its campaign and its target") { repository in
      let ground = try Ground(in: repository)
      let campaign = Campaign(id: nobody(), slug: try Slug("none"), title: "None", createdOn: Ground.day)
      let target = Target(id: nobody(), slug: try Slug("none"), name: "None", kind: .company, domains: [])
      try repository.requireRefusedWrite(.notFound) {
        try $0.petitions.add(try Ground.petition("new", campaign, ground.target))
      }
      try repository.requireRefusedWrite(.notFound) {
        try $0.petitions.add(try Ground.petition("new", ground.campaign, target))
      }
    },

    ConformanceCase("petitions come by slug") { repository in
      let ground = try Ground(in: repository)
      try requireEqual(try repository.read { try $0.petitions.all() }, [ground.otherPetition, ground.petition])
    },

    ConformanceCase("a changed petition replaces the old one in all that can change, and no other") { repository in
      let ground = try Ground(in: repository)
      var petition = ground.petition
      petition.title = "Fairer shifts"
      petition.cohort = .contractor
      petition.admits = [.contractor, .supporter]
      petition.goal = 7
      try petition.setRevealThreshold(6)
      try petition.reveal(at: 8)
      petition.closesAt = Date(timeIntervalSince1970: 1_900_000_000)
      petition.state = .closed
      try repository.write { try $0.petitions.update(petition) }
      try requireEqual(try repository.read { try $0.petitions.all() }, [ground.otherPetition, petition])
      try repository.write { try $0.petitions.update(ground.petition) }
      try requireEqual(try repository.read { try $0.petitions.find(petition.slug) }, ground.petition)
    },

    ConformanceCase("a confirmed reveal is kept whatever else of the petition changes, also below the threshold") {
      repository in
      let ground = try Ground(in: repository)
      var petition = Petition(
        id: Identifier(on: Ground.day), slug: try Slug("revealed"), campaign: ground.campaign.id,
        target: ground.target.id, title: "Revealed", language: try Language("en"), revealThreshold: 10, revealedAt: 8,
        createdOn: Ground.day)
      try repository.write { try $0.petitions.add(petition) }
      for threshold in [10, 8, nil, 1] {
        petition.title += "!"
        try petition.setRevealThreshold(threshold)
        try repository.write { try $0.petitions.update(petition) }
        let found = try repository.read { try $0.petitions.find(petition.slug) }
        try requireEqual(found, petition)
        try requireEqual(found?.revealedAt, 8)
      }
    },

    ConformanceCase("a petition can stand in every state") { repository in
      var petition = try Ground(in: repository).petition
      for state in Petition.State.allCases {
        petition.state = state
        try repository.write { try $0.petitions.update(petition) }
        try requireEqual(try repository.read { try $0.petitions.find(petition.slug)?.state }, state)
      }
    },

    ConformanceCase("a petition that is not there cannot be changed") { repository in
      let ground = try Ground(in: repository)
      try repository.requireRefusedWrite(.notFound) {
        try $0.petitions.update(try Ground.petition("new", ground.campaign, ground.target))
      }
    },

    ConformanceCase("a petition without signatures, or none at all, has an empty tally") { repository in
      let ground = try Ground(in: repository)
      try repository.read { transaction in
        try requireEqual(try transaction.petitions.tally(of: ground.petition.id), PetitionTally())
        try requireEqual(try transaction.petitions.tally(of: nobody()), PetitionTally())
      }
    },
  ]
}
