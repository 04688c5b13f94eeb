import ArgumentParser
import Campaigns
import Office

struct SignatureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signature", abstract: "Add signatures and look after them.",
    subcommands: [
      SignatureAdd.self, SignatureImport.self, SignatureList.self, SignatureSearch.self, SignatureShow.self,
      SignatureEdit.self, SignatureVerify.self, SignatureInvalidate.self, SignatureWithdraw.self,
      SignatureErase.self,
    ])
}

/// A signature as JSON, whole.
struct SignatureOutput: Encodable {
  let id, name: String
  let honorific, credentials: String?
  let email, jobTitle, team, location, affiliation: String?
  let cohort, state, signedOn, visibility: String
  let held: Bool
  let sharesAddress: Bool
  let hidden: [String]
  let revealAt: Int?
  let verification: Verified?
  let invalidationReason: String?
  let importID: String?
  let kept: [Kept]

  struct Kept: Encodable {
    let column, text: String
  }

  struct Verified: Encodable {
    let method, day: String
    let by: String?
  }

  init(_ signature: Signature) {
    id = signature.id.description
    name = signature.signatory.name
    honorific = signature.signatory.honorific
    credentials = signature.signatory.credentials
    email = signature.signatory.email
    jobTitle = signature.signatory.jobTitle
    team = signature.signatory.team
    location = signature.signatory.location
    affiliation = signature.signatory.affiliation
    cohort = signature.cohort.rawValue
    state = signature.state.word
    signedOn = signature.signedOn.description
    visibility = signature.visibility.level.rawValue
    hidden = signature.visibility.hidden.sorted().map(\.rawValue)
    revealAt = signature.visibility.revealAt
    held = signature.standing == .held && signature.state.isNet
    sharesAddress = signature.standing != .sole
    verification = signature.verification.map {
      Verified(method: $0.method.description, day: $0.day.description, by: $0.by)
    }
    invalidationReason = signature.invalidationReason
    importID = signature.origin?.description
    kept = signature.kept.map { Kept(column: $0.column, text: $0.text) }
  }
}

/// Which signatures of which petition a command is about.
struct ChosenSignatures: ParsableArguments {
  @Argument(help: "The petition's slug.")
  var slug: String

  @Argument(help: "The signatures' identifiers; - reads them from standard input, one a line.")
  var ids: [String]

  @Flag(help: "Say which would be changed, and change nothing.")
  var dryRun = false

  /// The identifiers, those from standard input among them.
  func resolved() throws -> [String] { try identifiers(ids, of: "signature") }

  func report(_ changed: [Signature], _ what: String, _ output: OutputOptions) throws {
    if output.json {
      return try printJSON(changed.map { ["id": $0.id.description, "state": $0.state.word] })
    }
    Terminal.say(Copy.changed(changed, what, isRehearsal: dryRun))
  }
}

/// The identifiers that were given, or those on standard input where only a hyphen was; each once.
/// - Throws: `usage` where standard input holds none.
func identifiers(_ given: [String], of noun: String) throws -> [String] {
  guard given == ["-"] else { return given.withoutRepetitions() }
  let text = String(decoding: try contents(of: "-", what: "the list", atMost: 1 << 26), as: UTF8.self)
  let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
  guard !lines.isEmpty else {
    throw Refusal(.usage, "standard input names no \(noun)", hint: "give one identifier a line")
  }
  return lines.withoutRepetitions()
}

extension [String] {
  /// The texts in their order, each once: a pasted list may name a signature twice.
  fileprivate func withoutRepetitions() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
