import Campaigns
import Testing

@Suite("Visibility")
struct VisibilityTests {
  private static let some = [
    Visibility(.named), Visibility(.named, hiding: [.day]), Visibility(.role, hiding: [.team]),
    Visibility(.role), Visibility(.counted), Visibility(.counted, hiding: [.affiliation, .day]),
  ]

  @Test(
    "of two levels the stricter is the one that shows less",
    arguments: [
      (Visibility.Level.named, Visibility.Level.role, Visibility.Level.role), (.named, .counted, .counted),
      (.role, .counted, .counted), (.named, .named, .named),
    ])
  func levels(one: Visibility.Level, two: Visibility.Level, stricter: Visibility.Level) {
    #expect(Visibility(one).stricter(with: Visibility(two)) == Visibility(stricter))
  }

  @Test("what either hides is hidden, whatever the levels")
  func fieldByField() {
    let one = Visibility(.role, hiding: [.team, .day])
    let two = Visibility(.named, hiding: [.day, .location])
    #expect(one.stricter(with: two) == Visibility(.role, hiding: [.team, .day, .location]))
  }

  @Test(
    "the stricter choice does not depend on who asked first, and asking again changes nothing", arguments: some, some)
  func laws(one: Visibility, two: Visibility) {
    let both = one.stricter(with: two)
    #expect(both == two.stricter(with: one))
    #expect(both.stricter(with: one) == both)
    #expect(one.stricter(with: one) == one)
    #expect(both.level >= one.level && both.level >= two.level)
    #expect(both.hidden.isSuperset(of: one.hidden) && both.hidden.isSuperset(of: two.hidden))
  }
}
