import Campaigns
import Export
import Office

// What is said of statements: what was seen, and never who saw it.
extension Copy {
  static func added(_ statement: PublicStatement) -> String {
    "Added the statement \(statement.slug): picket statement capture \(statement.slug) keeps what stands there."
  }

  /// What a capture is the first to show.
  static func captured(_ outcome: CaptureOutcome, of slug: String) -> String {
    let time = outcome.capture.observedAt
    guard let event = outcome.event else {
      guard let revision = outcome.revision else { return "\(slug) was gone at \(time)." }
      return "\(slug) still reads as revision \(revision) at \(time)."
    }
    let words = StatementWording.words(event)
    return event.revision.map { "\(slug): \(words). This is revision \($0)." } ?? "\(slug): \(words)."
  }

  static let nothingToRead =
    "nothing can be read in it: it is kept, but scripts may make what people see, and they are not run. Save the page "
    + "from a browser and capture that file."

  static let readingGivenUp =
    "reading it takes longer than any honest page does: its bytes are kept, and it is compared by them. If it is no "
    + "attack, save its text from a browser and capture that file too."

  static func recorded(_ account: AccountEvent, of slug: String, isObserved: Bool) -> String {
    "Recorded what \(account.source) reports of \(slug): \(StatementWording.words(account))"
      + (isObserved ? "." : "; no capture shows that.")
  }
}
