import ArgumentParser
import Campaigns
import Office

struct SignatureList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List a petition's signatures, for organizers.",
    discussion: "  picket signature list letter-1 --state pending")

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Option(help: "Those that are pending, verified, withdrawn or invalidated.")
  var state: StateWord?

  @Option(help: "Those of one cohort.")
  var cohort: Cohort?

  @Flag(help: "Those that are held: same address as another signature, other name.")
  var held = false

  @Option(name: .customLong("import"), help: "Those that one import brought, by its identifier.")
  var origin: String?

  func run() throws {
    var filter = SignatureFilter()
    filter.state = state?.state
    filter.cohort = cohort
    filter.heldOnly = held
    filter.origin = origin
    try list(try vault.office(), slug, filter, output)
  }
}

struct SignatureSearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find signatures by a part of the name, the address or any other field.",
    discussion: "Case, accents in either spelling and spaces do not matter.")

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Argument(help: "The text to find; - reads it from standard input, so that it is in no history.")
  var text: String

  func run() throws {
    var filter = SignatureFilter()
    filter.text =
      text == "-"
      ? String(decoding: try contents(of: "-", what: "the text", atMost: 10_000), as: UTF8.self).trimmingWhitespace()
      : text
    try list(try vault.office(), slug, filter, output)
  }
}

struct SignatureShow: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one signature, whole.")

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Argument(help: "The signature's identifier.")
  var id: String

  func run() throws {
    let signature = try vault.office().signature(id, of: slug)
    if output.json { return try printJSON(SignatureOutput(signature)) }
    var facts = Facts()
    facts.add("signature", signature.id.description)
    facts.add("state", signature.state.word)
    if signature.standing == .held { facts.add("held", "same address as another signature, other name") }
    if signature.standing == .admitted { facts.add("shared address", "admitted") }
    facts.add("name", signature.signatory.name)
    facts.add("honorific", signature.signatory.honorific)
    facts.add("credentials", signature.signatory.credentials)
    facts.add("e-mail", signature.signatory.email)
    facts.add("job title", signature.signatory.jobTitle)
    facts.add("team", signature.signatory.team)
    facts.add("location", signature.signatory.location)
    facts.add("affiliation", signature.signatory.affiliation)
    facts.add("cohort", signature.cohort.rawValue)
    facts.add("signed on", signature.signedOn.description)
    facts.add("visibility", signature.visibility.level.rawValue)
    let hidden = signature.visibility.hidden.sorted().map(\.rawValue)
    if !hidden.isEmpty { facts.add("hides", hidden.joined(separator: ", ")) }
    facts.add("shown from", signature.visibility.revealAt.map { "\(grouped($0)) verified signatures on" })
    if let verification = signature.verification {
      let by = verification.by.map { " by \($0)" } ?? ""
      facts.add("verified", "\(verification.method) on \(verification.day)\(by)")
    }
    facts.add("invalidated", signature.invalidationReason)
    facts.add("import", signature.origin?.description)
    for answer in signature.kept { facts.add("kept", "\(answer.column): \(answer.text)") }
    try Terminal.write(facts.text)
  }
}

/// Prints the signatures that the filter lets through: as JSON one by one, for people as a table.
private func list(_ office: Office, _ slug: String, _ filter: SignatureFilter, _ output: OutputOptions) throws {
  if output.json {
    var array = JSONArrayOutput()
    try office.forEachSignature(of: slug, filter) { try array.append(SignatureOutput($0)) }
    return try array.end()
  }
  var table = Table(["ID", "STATE", "COHORT", "SIGNED ON", "NAME", "E-MAIL"])
  try office.forEachSignature(of: slug, filter) { signature in
    let isHeld = signature.standing == .held && signature.state.isNet
    table.add([
      signature.id.description, isHeld ? "held" : signature.state.word, signature.cohort.rawValue,
      signature.signedOn.description, signature.signatory.name, signature.signatory.email ?? "",
    ])
  }
  try Terminal.write(table.text)
}
