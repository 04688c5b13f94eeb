import Foundation
import Testing

/// A person at a terminal of 80 columns, who waits for each question before answering it.
struct Terminal {
  /// What is waited for, and what is typed then.
  struct Answer {
    let question: String
    let answer: String

    init(_ question: String, _ answer: String) {
      self.question = question
      self.answer = answer
    }
  }

  /// Runs a program on a terminal of its own.
  /// - Returns: what the terminal showed, as standard output.
  static func run(
    _ program: Program, _ arguments: [String], answering answers: [Answer], in folder: String,
    environment: [String: String], timeout: TimeInterval = 60
  ) throws -> Outcome {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    defer { close(master) }
    var number: UInt32 = 0
    var isLocked: Int32 = 0
    guard ioctl(master, getNumber, &number) == 0, ioctl(master, setLock, &isLocked) == 0 else {
      throw CannotRun(what: "no terminal")
    }
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    var environment = environment
    environment["TERM"] = "xterm"
    let process = try spawn(
      [program.path] + arguments, in: folder, environment: environment, session: true,
      files: [.open("/dev/pts/\(number)"), .duplicate(0), .duplicate(0)])
    let shown = converse(master, process, answers, atMost: timeout)
    return Outcome(
      command: arguments, stdout: shown, stderr: "", code: waitForEnd(of: process, atMost: 10, arguments))
  }

  /// Answers until the program ends.
  private static func converse(
    _ master: Int32, _ process: pid_t, _ answers: [Answer], atMost timeout: TimeInterval
  ) -> [UInt8] {
    let deadline = Date() + timeout
    var shown: [UInt8] = []
    var read = 0
    var answers = answers[...]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if Date() > deadline {
        Issue.record("the terminal waits: \(String(decoding: shown, as: UTF8.self))")
        kill(process, SIGKILL)
        break
      }
      var poll = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard Foundation.poll(&poll, 1, 100) > 0 else { continue }
      // At the program's end, reading fails with EIO.
      let count = Foundation.read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      shown += buffer[..<count]
      while let next = answers.first, let place = find(Array(next.question.utf8), in: shown, from: read) {
        read = place
        answers = answers.dropFirst()
        // The question is asked once the terminal has been made silent; what was typed before would be thrown away.
        let line = Array((next.answer + "\n").utf8)
        _ = line.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      }
    }
    #expect(answers.isEmpty, "the terminal never asked: \(answers.map(\.question))")
    return shown
  }

  private static func find(_ text: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= text.count else { return nil }
    for place in stride(from: start, through: bytes.count - text.count, by: 1)
    where bytes[place..<place + text.count].elementsEqual(text) {
      return place + text.count
    }
    return nil
  }
}

// TIOCGPTN and TIOCSPTLCK of Linux: the header's macros are ones that Swift cannot read.
private let getNumber: UInt = 0x8004_5430
private let setLock: UInt = 0x4004_5431
