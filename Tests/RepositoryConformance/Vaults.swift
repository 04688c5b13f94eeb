import Campaigns

extension ConformanceCase {
  static let vaults = [
    ConformanceCase("the vault is found as it was created, its slots by number") { repository in
      try requireEqual(try repository.read { try $0.vault.record() }, vault)
    },

    ConformanceCase("a repository has one vault") { repository in
      let second = VaultRecord(id: Array(17...32), slots: [])
      try repository.requireRefusedWrite(.alreadyExists) { try $0.vault.create(second) }
      try requireEqual(try repository.read { try $0.vault.record() }, vault)
    },

    ConformanceCase("a slot of each kind can be added, and stands by its number") { repository in
      var expected = vault.slots
      for (place, kind) in KeySlotRecord.Kind.allCases.enumerated() {
        let slot = KeySlotRecord(
          number: 9 - place, kind: kind, addedOn: CalendarDate(daysSinceEpoch: 20_000 + place),
          parameters: [UInt8(place)], wrappedKey: [UInt8](repeating: 7, count: 60))
        try repository.write { try $0.vault.add(slot) }
        expected.insert(slot, at: vault.slots.count)
      }
      try requireEqual(try repository.read { try $0.vault.record().slots }, expected)
    },

    ConformanceCase("a slot's number is taken once") { repository in
      let slot = KeySlotRecord(number: 2, kind: .passphrase, addedOn: Ground.day, parameters: [1], wrappedKey: [1])
      try repository.requireRefusedWrite(.alreadyExists) { try $0.vault.add(slot) }
    },
  ]
}
