import ArgumentParser
import Campaigns
import Export
import Foundation
import Office

struct DuplicatesReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Step through the pairs on a terminal and decide.",
    discussion: """
      Shows both signatures of a pair and asks: are they different people, the same,
      or is it for later. Of the same person one is invalidated, the later one unless
      you say otherwise; the stricter visibility of both stands. Different people are
      not asked for again. Each answer counts at once. Nothing is written elsewhere.

        picket duplicates review letter-1
      """)

  @OptionGroup var vault: VaultOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  func run() throws {
    guard isatty(STDIN_FILENO) == 1, let questions = Questions() else {
      throw Refusal(
        .usage, "pairs are reviewed on a terminal, and there is none",
        hint: "picket duplicates list \(slug) --json shows the pairs; picket duplicates tell-apart \(slug) ID ID and "
          + "picket signature invalidate \(slug) ID decide them")
    }
    defer { questions.close() }
    let office = try vault.office()
    let found = try findLookalikes(of: slug, office)
    var review = Review(office: office, slug: slug, questions: questions, count: found.pairs.count)
    do {
      try office.forEachLikelyPair(of: slug, in: found.pairs) { try review.decide($0) }
    } catch is Review.Quit {
      // What was answered stands.
    }
    Terminal.say(Copy.reviewed(review.different, review.same, review.later, of: found.pairs.count))
  }
}

/// One person's way through the pairs.
private struct Review {
  let office: Office
  let slug: String
  let questions: Questions
  let count: Int
  private(set) var different = 0
  private(set) var same = 0
  private(set) var later = 0

  init(office: Office, slug: String, questions: Questions, count: Int) {
    self.office = office
    self.slug = slug
    self.questions = questions
    self.count = count
  }

  /// The person does not want to go on.
  struct Quit: Error {}

  mutating func decide(_ pair: LikelyPair) throws {
    let number = different + same + later + 1
    questions.say(
      "\nPair \(grouped(number)) of \(grouped(count)): \(pair.likeness.reasons.joined(separator: ", "))\n")
    questions.say(facts(of: pair))
    while true {
      guard let answer = questions.ask("[d]ifferent people, [s]ame, [l]ater, [q]uit: ") else { throw Quit() }
      switch answer.lowercased().first {
      case "d":
        _ = try office.tellApart(pair.earlier.signature.id.description, pair.later.signature.id.description, of: slug)
        different += 1
        return
      case "s":
        if try join(pair) { return }
      case "l":
        later += 1
        return
      case "q": throw Quit()
      default: questions.say("Type d, s, l or q.\n")
      }
    }
  }

  /// Invalidates one of the two; false where the person thought better of it.
  private mutating func join(_ pair: LikelyPair) throws -> Bool {
    let sides = [pair.earlier.signature.id.description, pair.later.signature.id.description]
    guard let answer = questions.ask("Take out which, 1 or 2; n takes out neither [2]: ") else { throw Quit() }
    switch answer.trimmingWhitespace().lowercased() {
    case "", "2": _ = try office.invalidate(sides[1], asSamePersonAs: sides[0], of: slug)
    case "1": _ = try office.invalidate(sides[0], asSamePersonAs: sides[1], of: slug)
    default: return false
    }
    same += 1
    return true
  }

  /// Both signatures, field by field: on one line where they agree.
  private func facts(of pair: LikelyPair) -> String {
    var facts = Facts()
    let (one, other) = (pair.earlier.signature, pair.later.signature)
    func add(_ name: String, _ first: String?, _ second: String?) {
      guard first != second else {
        if let first { facts.add("  \(name)", first) }
        return
      }
      facts.add("1 \(name)", first ?? "-")
      facts.add("2 \(name)", second ?? "-")
    }
    add("signature", one.id.description, other.id.description)
    add("name", one.signatory.name, other.signatory.name)
    add("e-mail", one.signatory.email, other.signatory.email)
    add("job title", one.signatory.jobTitle, other.signatory.jobTitle)
    add("team", one.signatory.team, other.signatory.team)
    add("location", one.signatory.location, other.signatory.location)
    add("affiliation", one.signatory.affiliation, other.signatory.affiliation)
    add("cohort", one.cohort.rawValue, other.cohort.rawValue)
    add("signed on", one.signedOn.description, other.signedOn.description)
    add("list", pair.earlier.list ?? "entered singly", pair.later.list ?? "entered singly")
    add("state", state(of: one), state(of: other))
    add("visibility", one.visibility.level.rawValue, other.visibility.level.rawValue)
    return facts.text
  }

  private func state(of signature: Signature) -> String {
    if signature.standing == .held { return "held" }
    return signature.verification.map { "\(signature.state.word), \($0.method)" } ?? signature.state.word
  }
}
