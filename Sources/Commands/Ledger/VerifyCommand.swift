import ArgumentParser
import Campaigns
import Export
import Office

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check receipts, openings, checkpoints and deliveries: no database, no key, no network.",
    discussion: """
      Says what holds, what is false, and what was not proven. Ends with 0 only if
      nothing is false, else with 1.

        picket verify receipt.tlog-proof opening.json
        picket verify delivery --checkpoint kept-since-june.checkpoint
      """)

  @OptionGroup var output: OutputOptions

  @Argument(help: "Files, and folders or archives of deliveries.", completion: .file())
  var paths: [String]

  @Option(help: "A checkpoint that was kept apart: all else has to be consistent with it.", completion: .file())
  var checkpoint: String?

  func run() throws {
    try report(try FileVerifier.verify(paths, against: checkpoint), output)
  }
}

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examine the whole database: does everything in it fit together?",
    discussion: """
      Recomputes the ledger, and compares rows, tallies, tags, letters and deliveries with it, and with a checkpoint \
      that was kept outside. Names each row that does not fit and says what to do; repairs nothing. Ends with 0 only \
      if everything holds, else with 1.

        picket doctor --checkpoint kept-since-june.checkpoint
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "A checkpoint that was kept outside.", completion: .file())
  var checkpoint: String?

  func run() throws {
    try report(try vault.office().examine(against: checkpoint), output)
  }
}

/// Prints what a check found; ends the command with 1 where something is false.
private func report(_ report: VerificationReport, _ output: OutputOptions) throws {
  if output.json {
    try printJSON(
      ReportOutput(
        holds: report.holds,
        findings: report.findings.map {
          ReportOutput.Finding(subject: $0.subject, verdict: $0.verdict.rawValue, text: $0.text)
        }))
  } else {
    for finding in report.findings {
      let word =
        switch finding.verdict {
        case .holds: "holds"
        case .isFalse: "FALSE"
        case .unproven: "not proven"
        }
      try Terminal.print(SafeText.line("\(word): \(finding.subject): \(finding.text)"))
    }
    try Terminal.print(report.holds ? "Everything that was checked holds." : "Not everything holds.")
  }
  if !report.holds { throw ExitCode(1) }
}

private struct ReportOutput: Encodable {
  let holds: Bool
  let findings: [Finding]

  struct Finding: Encodable {
    let subject, verdict, text: String
  }
}
