import Campaigns

/// What a check found: each thing that was looked at, whether it holds, and what was not proven.
public struct VerificationReport: Sendable {
  /// What was found, in the order in which it was looked at.
  public private(set) var findings: [Finding] = []

  /// A report of nothing.
  init() {}

  /// Whether nothing that was looked at is false.
  public var holds: Bool { !findings.contains { $0.verdict == .isFalse } }

  /// One thing that was found.
  public struct Finding: Hashable, Sendable {
    /// What it was found in: a file, a row.
    public let subject: String
    /// What it means.
    public let verdict: Verdict
    /// What was found, in plain words.
    public let text: String
  }

  /// What a finding means.
  public enum Verdict: String, Hashable, Sendable {
    /// It was checked and is so.
    case holds
    /// It was checked and is not so.
    case isFalse = "false"
    /// It is said, and was not or cannot be checked.
    case unproven
  }

  mutating func holds(_ subject: String, _ text: String) {
    findings.append(Finding(subject: subject, verdict: .holds, text: text))
  }

  mutating func fails(_ subject: String, _ text: String) {
    findings.append(Finding(subject: subject, verdict: .isFalse, text: text))
  }

  mutating func note(_ subject: String, _ text: String) {
    findings.append(Finding(subject: subject, verdict: .unproven, text: text))
  }

  /// Notes whether something is so, in one sentence or the other.
  mutating func check(_ subject: String, _ isSo: Bool, _ text: String, else failure: String) {
    if isSo { holds(subject, text) } else { fails(subject, failure) }
  }

  /// Takes in a failure to read something as something that is false.
  mutating func take(_ subject: String, _ failure: any Error) {
    fails(subject, (failure as? Refusal)?.message ?? "it cannot be read")
  }

  mutating func append(_ other: VerificationReport) {
    findings += other.findings
  }
}
