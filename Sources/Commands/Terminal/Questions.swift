import Campaigns
import Foundation

/// Asks the person at the terminal, whatever standard input is used for.
struct Questions {
  private let terminal: Int32

  /// Nil where nobody is there to ask: neither standard input nor standard error is a terminal.
  init?() {
    guard isatty(STDIN_FILENO) == 1 || isatty(STDERR_FILENO) == 1 else { return nil }
    terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
  }

  /// The answer to a question, without the line break; nil at the end of input.
  func ask(_ question: String) -> String? {
    say(question)
    return readLine()
  }

  /// The answer to a question, typed without being shown.
  func askSecretly(_ question: String) -> String? {
    var settings = termios()
    let isAdjustable = tcgetattr(terminal, &settings) == 0
    if isAdjustable {
      var silent = settings
      silent.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(terminal, TCSAFLUSH, &silent)
    }
    defer {
      if isAdjustable { tcsetattr(terminal, TCSAFLUSH, &settings) }
      say("\n")
    }
    say(question)
    return readLine()
  }

  func close() {
    _ = Foundation.close(terminal)
  }

  /// Shows a text at the terminal only, wherever standard output leads.
  func say(_ text: String) {
    _ = text.withCString { Foundation.write(terminal, $0, strlen($0)) }
  }

  private func readLine() -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = read(terminal, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
      if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
  }
}
