import ArgumentParser
import Campaigns
import Files
import Office

struct ReceiptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt",
    abstract: "Write a signer's receipt: the proof that their signature is in the ledger.",
    discussion: """
      Give it to the signer. It names nobody; anyone can check it with picket verify,
      without the database.

        picket receipt letter-1 ID -o receipt.tlog-proof
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Argument(help: "The signature's identifier.")
  var id: String

  @Option(
    name: [.customShort("o"), .customLong("output")], help: "The file to create; - is standard output.",
    completion: .file())
  var file: String

  @Option(
    help: "A second file to create: the salts that open the leaf. Whoever sees it can tie the name to the leaf.",
    completion: .file())
  var opening: String?

  @Option(help: "What the opening opens: both, identity (the name) or role.")
  var open: OpeningFile.Choice = .both

  func validate() throws {
    guard file != opening else { throw ValidationError("the receipt and the opening are two files: name two") }
    guard opening != "-" else { throw ValidationError("the opening is a file of its own, for the signer only") }
    guard file != "-" || !output.json else {
      throw ValidationError("standard output takes the receipt or the JSON, one or the other")
    }
  }

  func run() throws {
    let office = try vault.office()
    let isPiped = file == "-"
    let files = (isPiped ? [] : [file]) + (opening.map { [$0] } ?? [])
    var piped: [UInt8] = []
    try NewFiles.write(to: files) {
      let (receipt, openingFile) = try office.receipt(for: id, of: slug, opening: open)
      if isPiped { piped = receipt.bytes }
      return (isPiped ? [] : [receipt.bytes]) + [try openingFile.bytes]
    }
    if isPiped { try Terminal.write(String(decoding: piped, as: UTF8.self)) }
    if opening != nil { Terminal.warn(Copy.openingTellsName) }
    if output.json { return try printJSON(["receipt": file, "opening": opening]) }
    if !files.isEmpty { Terminal.say(Copy.wrote(files)) }
  }
}

struct CheckpointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Write a signed checkpoint over all that has happened in a campaign.",
    discussion: """
      Publish it, or give it to somebody outside to keep: what was rewritten since shows to whoever has it. It names \
      nobody.

        picket checkpoint letter-1 -o 2026-11-24.checkpoint
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var destination: ExportDestination

  @Argument(help: "The slug of the campaign, or of one of its petitions.")
  var slug: String

  func run() throws {
    let office = try vault.office()
    let checkpoint = try destination.write {
      try office.checkpoint(of: slug)
    } as: { checkpoint, sink in
      try checkpoint.bytes.withUnsafeBytes { try sink($0) }
    }
    guard let file = destination.file else { return }
    if output.json {
      return try printJSON(Written(file: file, size: checkpoint.size, key: checkpoint.key))
    }
    Terminal.say(Copy.wroteCheckpoint(file, size: checkpoint.size, key: checkpoint.key))
  }

  private struct Written: Encodable {
    let file: String
    let size: Int
    let key: String
  }
}

extension OpeningFile.Choice: ExpressibleByArgument {}
