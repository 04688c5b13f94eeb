import Campaigns

extension ConformanceCase {
  static let imports = [
    ConformanceCase("an import is found as it was added, with all its counts") { repository in
      let ground = try Ground(in: repository)
      try requireEqual(try repository.read { try $0.imports.find(ground.report.id) }, ground.report)
      try requireEqual(try repository.read { try $0.imports.find(nobody()) }, nil)
    },

    ConformanceCase("imports come in the order of their identifiers, of their petition only") { repository in
      let ground = try Ground(in: repository)
      let more = (0..<5).map { _ in Ground.report(ground.petition) }
      let other = Ground.report(ground.otherPetition)
      try repository.write { transaction in
        for report in more + [other] { try transaction.imports.add(report) }
      }
      try requireEqual(
        try repository.read { try $0.imports.all(of: ground.petition.id) },
        (more + [ground.report]).sorted { $0.id < $1.id })
      try requireEqual(try repository.read { try $0.imports.all(of: ground.otherPetition.id) }, [other])
      try requireEqual(try repository.read { try $0.imports.all(of: nobody()) }, [])
    },

    ConformanceCase("an import needs its petition") { repository in
      let ground = try Ground(in: repository)
      let petition = Petition(
        id: nobody(), slug: try Slug("none"), campaign: ground.campaign.id, target: ground.target.id, title: "None",
        language: try Language("en"), createdOn: Ground.day)
      try repository.requireRefusedWrite(.notFound) { try $0.imports.add(Ground.report(petition)) }
    },

    ConformanceCase("a changed import replaces the old one, and no other") { repository in
      let ground = try Ground(in: repository)
      let bystander = Ground.report(ground.otherPetition)
      var counts = ground.report.counts
      counts.rows += 5
      counts.added += 5
      let changed = SealedImport(
        id: ground.report.id, petition: ground.petition.id, importedOn: ground.report.importedOn, counts: counts,
        undoneOn: CalendarDate(daysSinceEpoch: 20_001), contents: [1, 2, 3, 4])
      try repository.write { transaction in
        try transaction.imports.add(bystander)
        try transaction.imports.update(changed)
      }
      try requireEqual(try repository.read { try $0.imports.find(ground.report.id) }, changed)
      try requireEqual(try repository.read { try $0.imports.find(bystander.id) }, bystander)
    },

    ConformanceCase("an import that is not there cannot be changed") { repository in
      let ground = try Ground(in: repository)
      try repository.requireRefusedWrite(.notFound) { try $0.imports.update(Ground.report(ground.petition)) }
    },
  ]
}
