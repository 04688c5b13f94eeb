import Campaigns
import Testing

@Suite("What a leaf commits to")
struct CommittedSignatureTests {
  @Test("the identity is the name alone, the role the job title and where the signer belongs")
  func parts() {
    let full = Signatory(
      name: "Ada Quill", email: "ada@mail.example", jobTitle: "Baker", team: "Night", location: "Leeds",
      affiliation: "Mill Co")
    #expect(full.committedIdentity == "Ada Quill")
    #expect(full.committedRole == "Baker, Night, Mill Co")
    #expect(Signatory(name: "Ada Quill").committedRole == "")
    #expect(Signatory(name: "Ada Quill", jobTitle: "Baker").committedRole == "Baker")
    #expect(Signatory(name: "Ada Quill", team: "Night").committedRole == "Night")
  }

  @Test("an edit leaves the commitment as it was, a return drops it, a withdrawal keeps it")
  func lives() throws {
    var signature = Sample.signature("Ada Quill", state: .pending)
    let salt = try #require(Bytes32([UInt8](repeating: 1, count: 32)))
    let committed = CommittedSignature(
      commitment: salt, identitySalt: salt, roleSalt: salt, identity: "Ada Quill", role: "")
    signature.committed = committed
    signature.signatory.name = "Ada Other"
    #expect(signature.committed == committed)
    try signature.withdraw(afterDelivery: false)
    #expect(signature.committed == committed)
    try signature.signAgain(
      Sample.letter, on: Sample.day, as: Signatory(name: "Ada Other"), cohort: .employee,
      visibility: Visibility(.named))
    #expect(signature.committed == nil)
  }
}
