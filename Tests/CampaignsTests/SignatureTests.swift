import Campaigns
import Testing

@Suite("Signatures")
struct SignatureTests {
  private static let standing: [Signature.State] = [.pending, .verified]
  private static let gone: [Signature.State] = [.withdrawn, .withdrawnAfterDelivery, .invalidated]
  private let verification = Verification(method: .badge, on: Sample.day, by: "north shop")

  @Test("a signature that stands can be verified", arguments: standing)
  func verify(state: Signature.State) throws {
    var signature = Sample.signature(state: state)
    try signature.verify(verification)
    #expect(signature.state == .verified)
    #expect(signature.verification == verification)
    #expect(signature.standing == .sole)
  }

  @Test("a verification admits a held signature")
  func admitting() throws {
    var signature = Sample.signature(state: .pending, standing: .held)
    try signature.verify(verification)
    #expect(signature.standing == .admitted)
    try signature.withdraw(afterDelivery: false)
    #expect(signature.standing == .admitted)
  }

  @Test("who left or was taken out cannot be verified", arguments: gone)
  func verifyGone(state: Signature.State) {
    var signature = Sample.signature(state: state, standing: .held)
    let before = signature
    let refusal = #expect(throws: Refusal.self) { try signature.verify(verification) }
    #expect(refusal?.code == .notAllowed)
    #expect(refusal?.hint?.contains("--returning") == true)
    #expect(signature == before)
  }

  @Test("a signer leaves before or after a delivery", arguments: standing, [false, true])
  func withdraw(state: Signature.State, delivered: Bool) throws {
    var signature = Sample.signature(state: state)
    try signature.withdraw(afterDelivery: delivered)
    #expect(signature.state == (delivered ? .withdrawnAfterDelivery : .withdrawn))
    #expect(signature.state.word == "withdrawn")
    #expect(!signature.state.isNet)
  }

  @Test("nobody leaves twice", arguments: gone)
  func withdrawGone(state: Signature.State) {
    var signature = Sample.signature(state: state)
    let refusal = #expect(throws: Refusal.self) { try signature.withdraw(afterDelivery: true) }
    #expect(refusal?.code == .notAllowed)
    #expect(signature.state == state)
  }

  @Test("organizers take out a signature that stands, with a reason", arguments: standing)
  func invalidate(state: Signature.State) throws {
    var signature = Sample.signature(state: state)
    try signature.invalidate(because: "  not on the roster\n")
    #expect(signature.state == .invalidated)
    #expect(signature.invalidationReason == "not on the roster")
  }

  @Test("an invalidation without a reason is refused", arguments: ["", "  ", "\n\t"])
  func invalidateWithoutReason(reason: String) {
    var signature = Sample.signature(state: .pending)
    let refusal = #expect(throws: Refusal.self) { try signature.invalidate(because: reason) }
    #expect(refusal?.code == .invalidValue)
    #expect(signature.state == .pending)
    #expect(signature.invalidationReason == nil)
  }

  @Test("who left cannot be taken out", arguments: gone)
  func invalidateGone(state: Signature.State) {
    var signature = Sample.signature(state: state)
    let refusal = #expect(throws: Refusal.self) { try signature.invalidate(because: "a test entry") }
    #expect(refusal?.code == .notAllowed)
    #expect(signature.state == state)
  }

  @Test("who had left signs again: what they say now replaces what stood", arguments: gone)
  func signAgain(state: Signature.State) throws {
    let old = Sample.signature("Ada Quill", jobTitle: "Baker", .named, state: state)
    var signature = Signature(
      id: old.id, petition: old.petition, letter: old.letter, signedOn: old.signedOn, cohort: .employee,
      state: state, signatory: old.signatory, visibility: old.visibility, verification: verification,
      invalidationReason: "not on the roster")
    let letter = Identifier<Letter>(rawValue: 77)
    let day = CalendarDate(daysSinceEpoch: 20_100)
    try signature.signAgain(
      letter, on: day, as: Signatory(name: "Ada Quill-Reed"), cohort: .alumni, visibility: Visibility(.counted))
    let expected = Signature(
      id: old.id, petition: old.petition, letter: letter, signedOn: day, cohort: .alumni, state: .pending,
      signatory: Signatory(name: "Ada Quill-Reed"), visibility: Visibility(.counted))
    #expect(signature == expected)
  }

  @Test("who stands has nothing to return to", arguments: standing)
  func signAgainStanding(state: Signature.State) {
    var signature = Sample.signature(state: state)
    let before = signature
    let refusal = #expect(throws: Refusal.self) {
      try signature.signAgain(
        Identifier(rawValue: 77), on: Sample.day, as: Signatory(name: "Ben Marsh"), cohort: .alumni,
        visibility: Visibility(.counted))
    }
    #expect(refusal?.code == .notAllowed)
    #expect(signature == before)
  }

  @Test("a held signer who left and signs again is held still")
  func heldAgain() throws {
    var signature = Sample.signature(state: .pending, standing: .held)
    try signature.withdraw(afterDelivery: false)
    try signature.signAgain(
      Sample.letter, on: Sample.day, as: signature.signatory, cohort: .employee, visibility: Visibility(.role))
    #expect(signature.standing == .held)
    #expect(signature.state == .pending)
  }

  @Test("a refusal names the signature, never the signer")
  func noNames() {
    var signature = Sample.signature("Zelda Canary", state: .withdrawn)
    let refusal = #expect(throws: Refusal.self) { try signature.withdraw(afterDelivery: false) }
    #expect(refusal?.message.contains(signature.id.description) == true)
    #expect(refusal?.message.contains("Canary") == false)
  }
}
