import Foundation
import Testing

/// A program that runs to its end: the built `picket`, or a tool of the system.
struct Program {
  let path: String

  /// The program that was built together with these tests.
  static let picket = Program(path: builtFolder + "/picket")

  /// A tool of the system; nil where it is not installed.
  static func tool(_ name: String) -> Program? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return (path.split(separator: ":") + ["/usr/bin", "/usr/sbin", "/sbin"]).map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }.map(Program.init)
  }

  /// Where the test bundle lies, and the programs beside it.
  static let builtFolder =
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    .map { ($0 as NSString).deletingLastPathComponent } ?? "."

  /// Runs the program and waits for its end.
  func run(
    _ arguments: [String], input: [UInt8] = [], in folder: String, environment: [String: String],
    timeout: TimeInterval = 60
  ) throws -> Outcome {
    let running = try start(arguments, input: input, in: folder, environment: environment)
    return try running.wait(atMost: timeout)
  }

  /// Starts the program.
  func start(
    _ arguments: [String], input: [UInt8] = [], in folder: String, environment: [String: String]
  ) throws -> Running {
    let stdin = try scratchFile(holding: input)
    let stdout = try scratchFile()
    let stderr = try scratchFile()
    defer { close(stdin) }
    let process = try spawn(
      [path] + arguments, in: folder, environment: environment, session: false,
      files: [.duplicate(stdin), .duplicate(stdout), .duplicate(stderr)])
    return Running(process: process, stdout: stdout, stderr: stderr, command: arguments)
  }
}

/// What came of a run.
struct Outcome {
  let command: [String]
  let stdout: [UInt8]
  let stderr: String
  /// The exit code; for a process that a signal ended, 128 and the signal's number, as shells have it.
  let code: Int32

  /// Standard output as text.
  var text: String { String(decoding: stdout, as: UTF8.self) }

  /// The lines of standard output.
  var lines: [String] { text.split(separator: "\n").map(String.init) }

  /// Standard output as one JSON value.
  var json: JSON {
    get throws { try JSONDecoder().decode(JSON.self, from: Data(stdout)) }
  }
}

/// A process that was started and whose end is to be waited for.
final class Running {
  let process: pid_t
  private let stdout: Int32
  private let stderr: Int32
  private let command: [String]

  fileprivate init(process: pid_t, stdout: Int32, stderr: Int32, command: [String]) {
    self.process = process
    self.stdout = stdout
    self.stderr = stderr
    self.command = command
  }

  deinit {
    close(stdout)
    close(stderr)
  }

  func kill() {
    Foundation.kill(process, SIGKILL)
  }

  /// Waits for the end; a process that takes longer is killed, and the test fails.
  func wait(atMost timeout: TimeInterval = 60) throws -> Outcome {
    let code = waitForEnd(of: process, atMost: timeout, command)
    return Outcome(
      command: command, stdout: contents(of: stdout), stderr: String(decoding: contents(of: stderr), as: UTF8.self),
      code: code)
  }
}

// MARK: - Processes

/// What stands at a file descriptor of a new process.
enum SpawnedFile {
  case duplicate(Int32)
  case open(String)
}

struct CannotRun: Error {
  let what: String
}

/// Starts a process with these files as its standard input, output and error.
/// - Parameter session: whether it leads a session of its own, so that the first terminal it opens is its own.
func spawn(
  _ command: [String], in folder: String, environment: [String: String], session: Bool, files: [SpawnedFile]
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (number, file) in files.enumerated() {
    switch file {
    case .duplicate(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    case .open(let path): posix_spawn_file_actions_addopen(&actions, Int32(number), path, O_RDWR, 0)
    }
  }
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  if session { posix_spawnattr_setflags(&attributes, Int16(setSession)) }
  var process = pid_t()
  // env goes to the folder and becomes the program.
  let arguments = ([env, "--chdir=" + folder] + command).map { strdup($0) } + [nil]
  let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
  defer { (arguments + variables).forEach { free($0) } }
  let error = posix_spawn(&process, env, &actions, &attributes, arguments, variables)
  guard error == 0 else { throw CannotRun(what: "\(command[0]): \(String(cString: strerror(error)))") }
  return process
}

private let env = "/usr/bin/env"
// POSIX_SPAWN_SETSID of glibc, which shows it to GNU programs only.
private let setSession: Int32 = 0x80

/// The exit code of a process, waited for.
func waitForEnd(of process: pid_t, atMost timeout: TimeInterval, _ command: [String]) -> Int32 {
  let deadline = Date() + timeout
  var status: Int32 = 0
  while waitpid(process, &status, WNOHANG) == 0 {
    if Date() > deadline {
      Issue.record("\(command.joined(separator: " ")) did not end within \(timeout) seconds")
      kill(process, SIGKILL)
      waitpid(process, &status, 0)
      break
    }
    usleep(1000)
  }
  let signal = status & 0x7F
  return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
}

/// A nameless file, so that what a run says lies in no folder that a test looks through.
private func scratchFile(holding bytes: [UInt8] = []) throws -> Int32 {
  var name = Array((NSTemporaryDirectory() + "/picket-test-XXXXXX").utf8CString)
  let descriptor = mkstemp(&name)
  guard descriptor >= 0 else { throw CannotRun(what: "no temporary file") }
  unlink(name)
  _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { throw CannotRun(what: "no room for the input") }
    rest = rest.dropFirst(count)
  }
  lseek(descriptor, 0, SEEK_SET)
  return descriptor
}

private func contents(of descriptor: Int32) -> [UInt8] {
  var status = stat()
  fstat(descriptor, &status)
  var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
  let count = pread(descriptor, &bytes, bytes.count, 0)
  return Array(bytes.prefix(max(0, count)))
}
