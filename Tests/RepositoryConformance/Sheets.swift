import Campaigns

extension ConformanceCase {
  private static func sheet(_ number: Int, _ petition: Petition, _ letter: Letter, rows: Int = 10) -> SignatureSheet {
    SignatureSheet(
      petition: petition.id, number: number, letter: letter.id, rowCount: rows, printedOn: Ground.day)
  }

  static let sheets = [
    ConformanceCase("sheets are found by their number as they were added, in their petition only") { repository in
      let ground = try Ground(in: repository)
      let mine = [3, 1, 2].map { sheet($0, ground.petition, ground.letter, rows: $0 + 4) }
      let other = sheet(1, ground.otherPetition, ground.otherLetter)
      try repository.write { transaction in
        try transaction.sheets.add(mine)
        try transaction.sheets.add([other])
        try transaction.sheets.add([])
      }
      try repository.read { transaction in
        try requireEqual(try transaction.sheets.all(of: ground.petition.id), mine.sorted { $0.number < $1.number })
        try requireEqual(try transaction.sheets.all(of: ground.otherPetition.id), [other])
        try requireEqual(try transaction.sheets.all(of: nobody()), [])
        try requireEqual(try transaction.sheets.find(2, of: ground.petition.id), mine[2])
        try requireEqual(try transaction.sheets.find(2, of: ground.otherPetition.id), nil)
        try requireEqual(try transaction.sheets.find(4, of: ground.petition.id), nil)
      }
    },

    ConformanceCase("a sheet's number is taken once in its petition") { repository in
      let ground = try Ground(in: repository)
      try repository.write { try $0.sheets.add([sheet(1, ground.petition, ground.letter)]) }
      try repository.requireRefusedWrite(.alreadyExists) {
        try $0.sheets.add([
          sheet(2, ground.petition, ground.letter), sheet(1, ground.petition, ground.letter, rows: 3),
        ])
      }
      try requireEqual(try repository.read { try $0.sheets.all(of: ground.petition.id) }.map(\.number), [1])
    },

    ConformanceCase("a sheet needs its petition and its letter") { repository in
      let ground = try Ground(in: repository)
      let stranger = try Ground.letter(ground.petition, "fr")
      try repository.requireRefusedWrite(.notFound) {
        try $0.sheets.add([sheet(1, ground.petition, stranger)])
      }
      let nowhere = try Ground.petition("nowhere", ground.campaign, ground.target)
      try repository.requireRefusedWrite(.notFound) {
        try $0.sheets.add([sheet(1, nowhere, ground.letter)])
      }
    },
  ]
}
