import Campaigns

extension ConformanceCase {
  static let letters = [
    ConformanceCase("a letter is found as it was added, byte by byte") { repository in
      let ground = try Ground(in: repository)
      let text = "# Liebe Acme\r\n\n“Fair” & 'square'; cafe\u{301} ≠ caf\u{E9}; 日本 🪧\t\n"
      let letter = try Ground.letter(ground.petition, "de", text)
      try repository.write { try $0.letters.add(letter) }
      let found = try requireSome(try repository.read { try $0.letters.find(letter.id) })
      try requireEqual(found, letter)
      try requireEqual(Array(found.text.utf8), Array(text.utf8))
      try requireEqual(try repository.read { try $0.letters.find(nobody()) }, nil)
    },

    ConformanceCase("letters come by language and version, of their petition only") { repository in
      let ground = try Ground(in: repository)
      let letters = [
        try Ground.letter(ground.petition, "en", version: 10, "ten"),
        try Ground.letter(ground.petition, "en", version: 2, "two"),
        try Ground.letter(ground.petition, "de", version: 1, "eins"),
      ]
      try repository.write { transaction in for letter in letters { try transaction.letters.add(letter) } }
      try requireEqual(
        try repository.read { try $0.letters.all(of: ground.petition.id) },
        [letters[2], ground.letter, letters[1], letters[0]])
      try requireEqual(try repository.read { try $0.letters.all(of: nobody()) }, [])
    },

    ConformanceCase("a version is given once in a petition and language") { repository in
      let ground = try Ground(in: repository)
      try repository.requireRefusedWrite(.alreadyExists) {
        try $0.letters.add(try Ground.letter(ground.petition, version: 1, "another text"))
      }
    },

    ConformanceCase("the same text is one version in its language; other languages and petitions may have it") {
      repository in
      let ground = try Ground(in: repository)
      try repository.requireRefusedWrite(.alreadyExists) {
        try $0.letters.add(try Ground.letter(ground.petition, version: 2))
      }
      try repository.write { transaction in
        try transaction.letters.add(try Ground.letter(ground.petition, "de", version: 1))
        try transaction.letters.add(try Ground.letter(ground.petition, version: 2, "Dear Acme, again,\n"))
      }
      // `Ground` has the same text in two petitions already.
      try requireEqual(try repository.read { try $0.letters.all(of: ground.otherPetition.id) }, [ground.otherLetter])
      try requireEqual(try repository.read { try $0.letters.all(of: ground.petition.id).count }, 3)
    },

    ConformanceCase("a letter needs its petition") { repository in
      let ground = try Ground(in: repository)
      let petition = Petition(
        id: nobody(), slug: try Slug("none"), campaign: ground.campaign.id, target: ground.target.id, title: "None",
        language: try Language("en"), createdOn: Ground.day)
      try repository.requireRefusedWrite(.notFound) { try $0.letters.add(try Ground.letter(petition)) }
    },
  ]
}
