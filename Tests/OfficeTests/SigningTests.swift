import Campaigns
import Testing

@testable import Office

@Suite struct SigningTests {
  @Test("the second of an address and a name is a duplicate; the stricter choice stands")
  func duplicates() throws {
    let office = try TemporaryOffice()
    let first = try office.add("Ana Example", "ana@mail.example")
    let again = try office.add("ANA  example", "Ana+sign@mail.example") { $0.visibility = Visibility(.counted) }
    #expect(again.id == first.id)
    #expect(again.kind == .duplicate(stricter: true))
    let open = try office.add("Ana Example", "ana@mail.example")
    #expect(open.kind == .duplicate(stricter: false))
    #expect(try office.signatures().map(\.visibility.level) == [.counted])
    #expect(try office.tally.gross == 1)
  }

  @Test("another name at the same address is held, once, and admitted by a verification")
  func held() throws {
    let office = try TemporaryOffice()
    _ = try office.add("Ana Example", "ana@mail.example")
    let other = try office.add("Bo Example", "ana@mail.example") { $0.verification = .badge }
    #expect(other.kind == .held)
    #expect(try office.tally.held == 1)
    #expect(try office.tally.gross == 1)
    #expect(try office.add("Bo Example", "ana@mail.example").id == other.id)
    _ = try office.office.verifySignatures([other.id.description], of: "letter", method: .known, by: nil)
    #expect(try office.tally.held == 0)
    #expect(try office.tally.verified == 1)
    #expect(try office.add("Bo Example", "ana@mail.example").kind == .duplicate(stricter: false))
  }

  @Test("who left comes back only by an act of their own")
  func returning() throws {
    let office = try TemporaryOffice()
    let id = try office.add("Ana Example", "ana@mail.example").id
    _ = try office.office.withdrawSignatures([id.description], of: "letter")
    #expect(refusal { _ = try office.add("Ana Example", "ana@mail.example") } == .notAllowed)
    let back = try office.add("Ana Example", "ana@mail.example") { $0.returning = true }
    #expect(back.kind == .returned)
    #expect(back.id == id)
    #expect(try office.tally.net == 1)
    #expect(try office.tally.withdrawn == 0)
  }

  @Test("who was erased is counted as withdrawn and comes back only by an act of their own")
  func erased() throws {
    let office = try TemporaryOffice()
    let id = try office.add("Ana Example", "ana@mail.example").id
    _ = try office.office.eraseSignature(id.description, of: "letter")
    #expect(try office.signatures().isEmpty)
    #expect(try office.tally.withdrawn == 1)
    #expect(refusal { _ = try office.add("Ana Example", "ana@mail.example") } == .notAllowed)
    let sheet = try office.file("sheet.csv", "Name,Email\nAna Example,ANA@mail.example\n")
    #expect(try office.importSheet(sheet).counts.rejected == 1)
    #expect(try office.add("Ana Example", "ana@mail.example") { $0.returning = true }.kind == .added)
    #expect(try office.tally.gross == 2)
    #expect(try office.add("Ana Example", "ana@mail.example").kind == .duplicate(stricter: false))
  }

  @Test("an edited address is the new claim, and the old one is free")
  func editedAddress() throws {
    let office = try TemporaryOffice()
    let id = try office.add("Ana Example", "ana@mail.example").id.description
    _ = try office.add("Bo Example", "bo@mail.example")
    var change = SignatureChange()
    change.email = "bo@mail.example"
    #expect(refusal { _ = try office.office.editSignature(id, of: "letter", change) } == .alreadyExists)
    change.email = "new@mail.example"
    _ = try office.office.editSignature(id, of: "letter", change)
    #expect(try office.add("Ana Example", "new@mail.example").id.description == id)
    #expect(try office.add("Cy Example", "ana@mail.example").kind == .added)
  }

  @Test("an address at the target's own domain is taken and told")
  func targetAddress() throws {
    let office = try TemporaryOffice()
    #expect(try office.add("Ana Example", "ana@mail.target.example").isTargetAddress)
    #expect(try !office.add("Bo Example", "bo@nottarget.example").isTargetAddress)
  }

  @Test("many are changed together or not at all")
  func allOrNothing() throws {
    let office = try TemporaryOffice()
    let first = try office.add("Ana Example", "ana@mail.example").id.description
    let second = try office.add("Bo Example", "bo@mail.example").id.description
    _ = try office.office.withdrawSignatures([second], of: "letter")
    #expect(
      refusal {
        _ = try office.office.verifySignatures([first, second], of: "letter", method: .known, by: nil)
      } == .notAllowed)
    #expect(try office.tally.verified == 0)
  }
}
