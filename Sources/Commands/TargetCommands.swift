import ArgumentParser
import Campaigns
import Office

struct TargetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "target", abstract: "Who is asked to act.",
    subcommands: [Add.self, List.self, Show.self, Edit.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a company, an agency or a legislature.",
      discussion: """
        Name the mail domains that the target controls: addresses there are taken, with
        a warning, since the target can read them.

          picket target add nimbus --name "Nimbus Cloud" --domain nimbus.example
        """, aliases: ["create"])

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "Its name in commands: a to z, digits and hyphens.")
    var slug: String

    @Option(help: "Its public name.")
    var name: String

    @Option(help: "What kind of body it is: company, agency or legislature.")
    var kind: Target.Kind = .company

    @Option(name: .customLong("domain"), help: "A mail domain that it controls; may be given again.")
    var domains: [String] = []

    func run() throws {
      let target = try database.office().addTarget(slug, name: name, kind: kind, domains: domains)
      if output.json { return try printJSON(TargetOutput(target)) }
      Terminal.say(Copy.added(target))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the targets.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let targets = try database.office().targets()
      if output.json { return try printJSON(targets.map(TargetOutput.init)) }
      var table = Table(["SLUG", "KIND", "NAME", "DOMAINS"])
      for target in targets {
        let domains = target.domains.map(\.description).joined(separator: ", ")
        table.add([target.slug.description, target.kind.rawValue, target.name, domains])
      }
      try Terminal.write(table.text)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a target.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The target's slug.")
    var slug: String

    func run() throws {
      let target = try database.office().target(slug)
      if output.json { return try printJSON(TargetOutput(target)) }
      var facts = Facts()
      facts.add("target", target.slug.description)
      facts.add("name", target.name)
      facts.add("kind", target.kind.rawValue)
      for domain in target.domains { facts.add("mail domain", domain.description) }
      try Terminal.write(facts.text)
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change what is given of a target.",
      discussion: "--domain replaces all of its mail domains; --no-domains takes them away.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The target's slug.")
    var slug: String

    @Option(help: "Its public name from now on.")
    var name: String?

    @Option(help: "What kind of body it is: company, agency or legislature.")
    var kind: Target.Kind?

    @Option(name: .customLong("domain"), help: "A mail domain that it controls; may be given again.")
    var domains: [String] = []

    @Flag(help: "It controls no mail domain.")
    var noDomains = false

    func run() throws {
      let target = try database.office().editTarget(
        slug, name: name, kind: kind, domains: domains.isEmpty && !noDomains ? nil : domains)
      if output.json { return try printJSON(TargetOutput(target)) }
      Terminal.say(Copy.changed(target))
    }
  }

  private struct TargetOutput: Encodable {
    let slug: String
    let name: String
    let kind: String
    let domains: [String]

    init(_ target: Target) {
      slug = target.slug.description
      name = target.name
      kind = target.kind.rawValue
      domains = target.domains.map(\.description)
    }
  }
}
