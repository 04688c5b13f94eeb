import Campaigns
import Crypto
import Testing

@testable import Vault

@Suite struct KeySlotTests {
  private let passphrase = Secret.passphrase("correct hörse battery")

  private func record(_ slots: KeySlotRecord...) -> VaultRecord {
    VaultRecord(id: knownVault.id, slots: slots)
  }

  @Test("every kind of secret opens its slot, whatever stands beside it")
  func roundTrip() throws {
    let file = KeyFile(forVault: knownVault.id)
    let code = RecoveryCode.random()
    let secrets: [Secret] = [passphrase, .keyFile(file), .recoveryCode(code)]
    var record = VaultRecord(id: knownVault.id, slots: [])
    for secret in secrets {
      let slot = try knownVault.slot(
        number: record.slots.count + 1, for: secret, addedOn: day, cost: cheapCost())
      #expect(slot.kind == secret.kind)
      #expect(slot.addedOn == day)
      record.slots.append(slot)
    }
    for secret in secrets {
      #expect(try Vault.open(record, with: secret).isSame(as: knownVault))
    }
    // As they come back from a file and from paper.
    let typed = try RecoveryCode(code.text)
    #expect(try Vault.open(record, with: .recoveryCode(typed)).isSame(as: knownVault))
    let read = try KeyFile(contents: file.contents)
    #expect(try Vault.open(record, with: .keyFile(read)).isSame(as: knownVault))
  }

  @Test("the slot that people get costs what the design says")
  func standardCost() throws {
    let vault = Vault.create()
    let slot = try vault.slot(number: 1, for: passphrase, addedOn: day)
    #expect(Array(slot.parameters.prefix(17)) == bytes("0100000000000200000000000800000001"))
    #expect(slot.parameters.count == 33)
    #expect(try Vault.open(VaultRecord(id: vault.id, slots: [slot]), with: passphrase).isSame(as: vault))
  }

  @Test("one of several passphrases opens")
  func severalPassphrases() throws {
    let other = Secret.passphrase("another organizer's words")
    let slots = try [other, passphrase].enumerated().map { place, secret in
      try knownVault.slot(number: place + 1, for: secret, addedOn: day, cost: cheapCost())
    }
    for secret in [other, passphrase] {
      #expect(
        try Vault.open(VaultRecord(id: knownVault.id, slots: slots), with: secret).isSame(as: knownVault))
    }
  }

  @Test("slots that another implementation made open")
  func knownSlots() throws {
    let salt = "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf"
    let passphraseSlot = KeySlotRecord(
      number: 1, kind: .passphrase, addedOn: day,
      parameters: bytes("0100000000000040000000000100000001" + salt),
      wrappedKey: bytes(
        "000102030405060708090a0bfbdf9677b12a46628612161c1b4c5ed72bee418dfadfb34d12bd4d00e437cb202"
          + "2306304257dc6eca1c0391822beb34f"))
    let fileSlot = KeySlotRecord(
      number: 2, kind: .keyFile, addedOn: day, parameters: bytes("01" + salt),
      wrappedKey: bytes(
        "000102030405060708090a0b7673129a5bb4e45384017fd8fd84f68d42cfeeaced7c2fa0a34ba3eff99aec42"
          + "3ae1e2f531214e64326e1328108b8414"))
    let codeSlot = KeySlotRecord(
      number: 3, kind: .recoveryCode, addedOn: day, parameters: bytes("01" + salt),
      wrappedKey: bytes(
        "000102030405060708090a0b8ca41233af1eb1ce04b2e622f1060f75986c840d617bb5d66fcef0d2f68b91ac"
          + "9b01b5c233332ee045ebc2b6cf525f1e"))
    let record = record(passphraseSlot, fileSlot, codeSlot)
    // The accent typed as two characters: another keyboard, the same words.
    #expect(
      try Vault.open(record, with: .passphrase("correct ho\u{0308}rse battery")).isSame(as: knownVault))
    let file = try KeyFile(contents: Array(KeyFileTests.knownText.utf8))
    #expect(try Vault.open(record, with: .keyFile(file)).isSame(as: knownVault))
    let code = try RecoveryCode(RecoveryCodeTests.knownText)
    #expect(try Vault.open(record, with: .recoveryCode(code)).isSame(as: knownVault))
  }

  @Test("another secret does not open")
  func wrongSecret() throws {
    let record = record(
      try knownVault.slot(number: 1, for: passphrase, addedOn: day, cost: cheapCost()),
      try knownVault.slot(number: 2, for: .recoveryCode(.random()), addedOn: day),
      try knownVault.slot(number: 3, for: .keyFile(KeyFile(forVault: knownVault.id)), addedOn: day))
    let wrong: [Secret] = [
      .passphrase("correct horse battery"), .passphrase("correct hörse battery "), .passphrase(""),
      .recoveryCode(.random()), .keyFile(KeyFile(forVault: knownVault.id)),
    ]
    for secret in wrong {
      #expect {
        try Vault.open(record, with: secret)
      } throws: { error in
        let refusal = error as? Refusal
        return refusal?.code == .wrongKey && refusal?.message.hasPrefix("wrong key or damaged") == true
          && refusal?.hint != nil
      }
    }
  }

  @Test("a slot with any byte changed does not open")
  func damagedSlot() throws {
    for secret in [passphrase, .recoveryCode(.random())] {
      let slot = try knownVault.slot(number: 1, for: secret, addedOn: day, cost: cheapCost())
      for place in slot.parameters.indices {
        var damaged = slot
        damaged.parameters[place] ^= 1
        #expect(code { try Vault.open(record(damaged), with: secret) } == .wrongKey, "parameter \(place)")
      }
      for place in slot.wrappedKey.indices {
        var damaged = slot
        damaged.wrappedKey[place] ^= 0x80
        #expect(code { try Vault.open(record(damaged), with: secret) } == .wrongKey, "wrapped \(place)")
      }
      for count in [0, 1, 12, 28, 59] {
        var damaged = slot
        damaged.wrappedKey = Array(slot.wrappedKey.prefix(count))
        #expect(code { try Vault.open(record(damaged), with: secret) } == .wrongKey)
        damaged = slot
        damaged.parameters = Array(slot.parameters.prefix(min(count, slot.parameters.count - 1)))
        #expect(code { try Vault.open(record(damaged), with: secret) } == .wrongKey)
      }
    }
  }

  @Test("a slot opens in its vault and under its number and kind only")
  func slotIsBound() throws {
    let secret = Secret.recoveryCode(.random())
    let slot = try knownVault.slot(number: 1, for: secret, addedOn: day)
    #expect(code { try Vault.open(record(slot), with: secret) } == nil)
    var renumbered = slot
    renumbered.number = 2
    #expect(code { try Vault.open(record(renumbered), with: secret) } == .wrongKey)
    let elsewhere = VaultRecord(id: Array(1...16), slots: [slot])
    #expect(code { try Vault.open(elsewhere, with: secret) } == .wrongKey)
    var otherKind = slot
    otherKind.kind = .keyFile
    let file = Secret.keyFile(KeyFile(forVault: knownVault.id))
    #expect(code { try Vault.open(record(otherKind), with: file) } == .wrongKey)
  }

  @Test(
    "parameters that no honest slot has are refused before any work is done",
    arguments: [
      (1 << 63, 8, 1), (0, 8, 1), (3, 8, 1), (1, 8, 1), (1 << 13, 8, 1), (1 << 21, 1, 1), (1 << 17 + 1, 8, 1),
      (UInt64.max, 8, 1), (1 << 17, 0, 1), (1 << 17, 17, 1), (1 << 17, .max, 1), (1 << 17, 8, 0), (1 << 17, 8, 5),
      (1 << 17, 8, .max), (1 << 20, 16, 1), (1 << 18, 16, 1), (1 << 20, 3, 1),
    ] as [(UInt64, UInt32, UInt32)])
  func absurdParameters(rounds: UInt64, blockSize: UInt32, parallelism: UInt32) throws {
    var slot = try knownVault.slot(number: 1, for: passphrase, addedOn: day, cost: cheapCost())
    slot.parameters =
      [1] + rounds.bigEndianBytes + blockSize.bigEndianBytes + parallelism.bigEndianBytes
      + Array(slot.parameters.suffix(16))
    let began = ContinuousClock.now
    #expect(code { try Vault.open(record(slot), with: passphrase) } == .wrongKey)
    #expect(began.duration(to: .now) < .milliseconds(100))
    #expect(PassphraseCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism) == nil)
  }

  @Test("an absurd slot does not keep a good one from opening")
  func absurdBesideGood() throws {
    let good = try knownVault.slot(number: 2, for: passphrase, addedOn: day, cost: cheapCost())
    var absurd = good
    absurd.number = 1
    absurd.parameters[1] = 0x80
    #expect(try Vault.open(record(absurd, good), with: passphrase).isSame(as: knownVault))
  }

  @Test("the costs at the bounds are possible, and derive")
  func costBounds() throws {
    for (rounds, blockSize, parallelism) in [(1 << 14, 1, 1), (1 << 14, 16, 4), (1 << 17, 16, 1)] {
      let cost = PassphraseCost(
        rounds: UInt64(rounds), blockSize: UInt32(blockSize), parallelism: UInt32(parallelism))
      #expect(cost?.stretch(Passphrase("words"), salt: [1]) != nil)
    }
    let key = try cheapCost().stretch(
      Passphrase("correct hörse battery"), salt: bytes("a0a1a2a3a4a5a6a7a8a9aaabacadaeaf"))
    #expect(
      key
        == SymmetricKey(data: bytes("f29a46a2cb0933c557b7ee650cc513f5ad8d8a5c1fcd2e0303204bf3e1ca0072")))
    #expect(try cheapCost().stretch(Passphrase(""), salt: [1]) == nil)
  }

  @Test(
    "weak passphrases get no slot",
    arguments: ["", " ", "          ", "short", "123456789", "e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}"])
  func weakPassphrase(text: String) {
    #expect(code { try knownVault.slot(number: 1, for: .passphrase(text), addedOn: day) } == .invalidValue)
  }

  @Test("a missing kind of slot, an empty vault and a damaged one are told")
  func missingSlots() throws {
    let slot = try knownVault.slot(number: 1, for: passphrase, addedOn: day, cost: cheapCost())
    #expect {
      try Vault.open(record(slot), with: .recoveryCode(.random()))
    } throws: { error in
      (error as? Refusal)?.message == "no recovery code opens this database"
        && (error as? Refusal)?.hint == "use the passphrase"
    }
    #expect(code { try Vault.open(record(), with: passphrase) } == .wrongKey)
    #expect(code { try Vault.open(VaultRecord(id: [], slots: [slot]), with: passphrase) } == .wrongKey)
  }

  @Test("vaults are never alike")
  func vaultsDiffer() {
    let vaults = (0..<20).map { _ in Vault.create() }
    #expect(Set(vaults.map(\.id)).count == 20)
    #expect(vaults.allSatisfy { $0.id.count == 16 && $0.key.bitCount == 256 })
    #expect(!vaults[0].isSame(as: vaults[1]))
  }
}
