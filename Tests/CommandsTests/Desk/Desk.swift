import Foundation
import Testing

/// An organizer's desk: a folder that is gone after the test, a clean environment, and the program.
final class Desk: @unchecked Sendable {
  /// The folder in which the program runs.
  let folder: String
  /// What the program finds in its environment.
  var environment: [String: String]

  /// A desk with an empty folder for work, a home, and a folder for temporary files.
  init() throws {
    let root = NSTemporaryDirectory() + "/picket-test-" + UUID().uuidString
    self.root = root.replacing("//", with: "/")
    folder = self.root + "/work"
    for name in ["work", "home", "home/config", "temporary"] {
      try FileManager.default.createDirectory(
        atPath: self.root + "/" + name, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    environment = [
      "PATH": "/usr/bin:/bin", "HOME": self.root + "/home", "XDG_CONFIG_HOME": self.root + "/home/config",
      "TMPDIR": self.root + "/temporary", "PICKET_DB": folder + "/office.db", "LC_ALL": "C.UTF-8",
    ]
    // Where coverage is measured, the program's counts too.
    environment["LLVM_PROFILE_FILE"] = ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"]
  }

  deinit { clear() }

  /// Takes away all that lies on the desk.
  func clear() {
    try? FileManager.default.removeItem(atPath: root)
  }

  /// All that belongs to the desk: work, home and temporary files.
  let root: String

  var database: String { folder + "/office.db" }
  var key: String { root + "/home/office.key" }

  // MARK: - Running

  /// Runs the program, whatever comes of it.
  func picket(
    _ arguments: String..., input: String = "", environment extra: [String: String] = [:],
    timeout: TimeInterval = 60
  ) throws -> Outcome {
    try run(arguments, input: Array(input.utf8), extra, timeout)
  }

  /// Starts the program and returns at once.
  func start(_ arguments: String...) throws -> Running {
    try Program.picket.start(arguments, in: folder, environment: environment)
  }

  /// Runs the program, which has to succeed.
  @discardableResult
  func succeed(
    _ arguments: String..., input: String = "", environment extra: [String: String] = [:],
    timeout: TimeInterval = 60, at location: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    let outcome = try run(arguments, input: Array(input.utf8), extra, timeout)
    #expect(outcome.code == 0, "\(arguments): \(outcome.stderr)", sourceLocation: location)
    return outcome
  }

  /// Runs the program, which has to refuse with this exit code and these words, and to leave everything as it was: no
  /// data on standard output, no file that came or went, and the database byte for byte the same.
  @discardableResult
  func refuse(
    _ code: Int32, _ arguments: String..., saying words: String, input: String = "", raw: [UInt8]? = nil,
    environment extra: [String: String] = [:], timeout: TimeInterval = 60,
    at location: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    let before = (files(), contents(database))
    let outcome = try run(arguments, input: raw ?? Array(input.utf8), extra, timeout)
    #expect(outcome.code == code, "\(arguments): \(outcome.stderr)", sourceLocation: location)
    #expect(outcome.stderr.contains(words), sourceLocation: location)
    #expect(outcome.text == "", "a refusal has no data", sourceLocation: location)
    #expect(
      files().symmetricDifference(before.0) == [], "a refusal creates and deletes no file", sourceLocation: location)
    let isUntouched = contents(database) == before.1
    #expect(isUntouched, "a refusal changes no database", sourceLocation: location)
    return outcome
  }

  /// Runs the program at a terminal.
  func converse(
    _ arguments: String..., answering answers: [Terminal.Answer] = [], environment extra: [String: String] = [:]
  ) throws -> Outcome {
    try Terminal.run(
      .picket, arguments, answering: answers, in: folder, environment: environment.merging(extra) { $1 })
  }

  /// Runs a line of shell in which `picket` is the program.
  func shell(_ line: String, timeout: TimeInterval = 60) throws -> Outcome {
    try Program(path: "/bin/sh").run(
      ["-c", "picket() { \(quoted(Program.picket.path)) \"$@\"; }\n" + line], in: folder, environment: environment,
      timeout: timeout)
  }

  private func run(
    _ arguments: [String], input: [UInt8], _ extra: [String: String], _ timeout: TimeInterval
  ) throws -> Outcome {
    try Program.picket.run(
      arguments, input: input, in: folder, environment: environment.merging(extra) { $1 }.filter { !$1.isEmpty },
      timeout: timeout)
  }

  // MARK: - Files

  /// Writes a file into the folder for work.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file into the folder for work, or at a path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let path = path(of: name)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func path(of name: String) -> String { name.hasPrefix("/") ? name : folder + "/" + name }

  /// The text of a file in the folder for work; empty where there is none.
  func read(_ name: String) -> String {
    contents(folder + "/" + name).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The bytes at a path; nil where there is no file.
  func contents(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map(Array.init)
  }

  /// Every file of the desk, by its path below the root.
  func files() -> Set<String> {
    Set(FileManager.default.subpaths(atPath: root) ?? []).filter { !$0.hasSuffix(".profraw") }
  }

  /// The names in the folder for work.
  func names() -> Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
  }

  /// The permissions of a file in the folder for work, as `ls` counts them.
  func mode(_ name: String) -> UInt32 {
    var status = stat()
    guard lstat(path(of: name), &status) == 0 else { return 0 }
    return status.st_mode & 0o777
  }
}

/// The text as one word of a shell.
func quoted(_ text: String) -> String {
  "'" + text.replacing("'", with: "'\\''") + "'"
}
