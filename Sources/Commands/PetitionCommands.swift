import ArgumentParser
import Campaigns
import Foundation
import Office

struct PetitionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "petition", abstract: "Letters that are open for signing.",
    subcommands: [
      Create.self, List.self, Show.self, Edit.self, Open.self, Pause.self, Close.self, PetitionDeliver.self,
      PetitionRespond.self, PetitionReveal.self, Withdraw.self,
    ])

  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Set up a petition with its letter; it takes signatures once it is opened.",
      discussion: """
          picket petition create letter-1 --campaign no-contract --target nimbus \\
            --title "Cancel the contract" --letter letter.md --goal 500
        """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "Its name in commands: a to z, digits and hyphens.")
    var slug: String

    @Option(help: "The campaign's slug.")
    var campaign: String

    @Option(help: "The slug of the target that is asked.")
    var target: String

    @Option(help: "What it is called in public.")
    var title: String

    @Option(help: "The letter's file, Markdown in UTF-8; - is standard input.", completion: .file())
    var letter: String

    @Option(help: "The letter's language, like en, de or zh-Hant; lists are sorted by its rules.")
    var language = "en"

    @OptionGroup var properties: PetitionProperties

    func run() throws {
      let text = try contents(of: letter, what: "the letter", atMost: Letter.mostBytes)
      let petition = try database.office().createPetition(
        slug, campaign: campaign, target: target, title: title, letter: text, language: language,
        try properties.draft())
      try report(petition, Copy.setUpPetition(slug), output)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the petitions with their numbers.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let petitions = try database.office().petitions()
      if output.json {
        return try printJSON(petitions.map { PetitionOutput($0.petition, tally: $0.tally) })
      }
      var table = Table(["SLUG", "STATE", "VERIFIED", "PENDING", "CLAIMED", "TITLE"], numbers: [2, 3, 4])
      for (petition, tally) in petitions {
        table.add([
          petition.slug.description, petition.state.rawValue, grouped(tally.total.verified),
          grouped(tally.total.pending), grouped(tally.total.claimed), petition.title,
        ])
      }
      try Terminal.write(table.text)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a petition.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var slug: String

    func run() throws {
      let details = try database.office().petition(slug)
      let petition = details.petition
      if output.json { return try printJSON(PetitionOutput(details)) }
      let total = details.tally.total
      var facts = Facts()
      facts.add("petition", petition.slug.description)
      facts.add("title", petition.title)
      facts.add("state", petition.state.rawValue)
      facts.add("campaign", "\(details.campaign.title) (\(details.campaign.slug))")
      facts.add("target", "\(details.target.name) (\(details.target.slug))")
      facts.add("cohort", petition.cohort.rawValue)
      if !petition.admits.isEmpty {
        facts.add("may sign", petition.admits.sorted().map(\.plural).joined(separator: ", "))
      }
      facts.add("goal", petition.goal.map(grouped))
      facts.add("reveal threshold", petition.revealThreshold.map(grouped))
      facts.add("revealed at", petition.revealedAt.map(grouped))
      facts.add("closes", petition.closesAt?.formatted(.iso8601))
      for letter in details.letters {
        facts.add(
          "letter", "\(letter.language):\(letter.version), \(letter.addedOn), SHA-256 \(letter.hexDigest.prefix(16))…"
        )
      }
      for demand in details.demands { facts.add("demand \(demand.number)", demand.text) }
      facts.add(
        "signatures",
        "\(grouped(total.verified)) verified, \(grouped(total.pending)) pending, \(grouped(total.held)) held")
      for response in details.responses {
        let source = response.source.map { " (\($0))" } ?? ""
        facts.add("answer", "\(response.respondedOn): \(response.summary)\(source)")
      }
      for claim in details.claimedTallies {
        facts.add("beside", "\(claim.source) reports \(grouped(claim.count)) \(claim.cohort.plural), without records")
      }
      try Terminal.write(facts.text)
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change what is given of a petition.",
      discussion: """
        Its text is changed by a new version of the letter: picket letter add.

          picket petition edit letter-1 --goal 1000 --closes 2026-12-21T12:00Z
        """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var slug: String

    @Option(help: "What it is called in public from now on.")
    var title: String?

    @OptionGroup var properties: PetitionProperties

    @Flag(help: "Every cohort may sign.")
    var admitAll = false

    @Flag(help: "Set no goal.")
    var noGoal = false

    @Flag(help: "Show the public list whatever the number.")
    var noRevealThreshold = false

    @Flag(help: "Set no closing time.")
    var noClosing = false

    func run() throws {
      var draft = try properties.draft()
      draft.title = title
      if admitAll { draft.admits = [] }
      if noGoal { draft.goal = .some(nil) }
      if noRevealThreshold { draft.revealThreshold = .some(nil) }
      if noClosing { draft.closesAt = .some(nil) }
      try report(try database.office().editPetition(slug, draft), Copy.changedPetition(slug), output)
    }
  }

  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Let a petition take signatures.")

    @OptionGroup var move: PetitionMove

    func run() throws {
      try move.run(to: .open)
    }
  }

  struct Pause: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Stop taking signatures for a while.")

    @OptionGroup var move: PetitionMove

    func run() throws {
      try move.run(to: .paused)
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Stop taking signatures.",
      discussion: "Those that are there can still be verified, edited, withdrawn and erased.")

    @OptionGroup var move: PetitionMove

    func run() throws {
      try move.run(to: .closed)
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give a petition up, for good.",
      discussion: "Its signatures stay; a signer's own leaving is picket signature withdraw.")

    @OptionGroup var move: PetitionMove

    func run() throws {
      try move.run(to: .withdrawn)
    }
  }
}

/// What can be said of a petition when it is set up and later.
struct PetitionProperties: ParsableArguments {
  @Option(help: "How many verified signatures are hoped for.")
  var goal: Int?

  @Option(help: "The cohort of signers who say nothing else; employee when the petition is set up.")
  var cohort: Cohort?

  @Option(name: .customLong("admit"), help: "A cohort that may sign; may be given again. Else all may.")
  var admits: [Cohort] = []

  @Option(help: "Below this number of verified signatures the public list shows nobody; see picket petition reveal.")
  var revealThreshold: Int?

  @Option(help: "From then on no signature is taken: YYYY-MM-DD, or YYYY-MM-DDTHH:MMZ.")
  var closes: InstantOption?

  func draft() throws -> PetitionDraft {
    var draft = PetitionDraft()
    draft.cohort = cohort
    if !admits.isEmpty { draft.admits = Set(admits) }
    draft.goal = goal.map { .some($0) }
    draft.revealThreshold = revealThreshold.map { .some($0) }
    draft.closesAt = closes.map { .some($0.date) }
    return draft
  }
}

/// A petition that is to move to another state.
struct PetitionMove: ParsableArguments {
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  func run(to state: Petition.State) throws {
    try report(try database.office().movePetition(slug, to: state), Copy.moved(slug, to: state), output)
  }
}

private func report(_ petition: Petition, _ sentence: String, _ output: OutputOptions) throws {
  if output.json { return try printJSON(PetitionOutput(petition)) }
  Terminal.say(sentence)
}

/// A petition as JSON.
private struct PetitionOutput: Encodable {
  let slug: String
  let title: String
  let state: String
  let language: String
  let cohort: String
  let admits: [String]
  let goal: Int?
  let revealThreshold: Int?
  let revealedAt: Int?
  let closesAt: String?
  let createdOn: String
  var campaign: String?
  var target: String?
  var letters: [LetterOutput]?
  var demands: [Int]?
  var tally: TallyOutput?
  var responses: [AnswerOutput]?

  struct AnswerOutput: Encodable {
    let respondedOn, summary: String
    let source: String?
  }

  init(_ petition: Petition, tally: PetitionTally? = nil) {
    slug = petition.slug.description
    title = petition.title
    state = petition.state.rawValue
    language = petition.language.description
    cohort = petition.cohort.rawValue
    admits = petition.admits.sorted().map(\.rawValue)
    goal = petition.goal
    revealThreshold = petition.revealThreshold
    revealedAt = petition.revealedAt
    closesAt = petition.closesAt?.formatted(.iso8601)
    createdOn = petition.createdOn.description
    self.tally = tally.map(TallyOutput.init)
  }

  init(_ details: PetitionDetails) {
    self.init(details.petition, tally: details.tally)
    campaign = details.campaign.slug.description
    target = details.target.slug.description
    letters = details.letters.map { LetterOutput($0) }
    demands = details.demands.map(\.number)
    responses = details.responses.map { response in
      AnswerOutput(
        respondedOn: response.respondedOn.description, summary: response.summary, source: response.source)
    }
  }
}
