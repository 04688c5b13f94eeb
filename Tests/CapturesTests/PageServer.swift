import Foundation
import Testing

/// `Servers/pages.py`, run by the python3 that is there. It ends with this process at the latest.
final class PageServer: Sendable {
  /// What its URLs begin with, without the slash.
  let origin: String
  let port: Int
  private let process: Process
  private let folder: String

  static let isPossible = FileManager.default.isExecutableFile(atPath: python)

  /// One that all tests may use at once.
  static let plain = Result { try PageServer() }

  /// Starts a server; with a certificate of its own making where it is to be encrypted.
  init(isEncrypted: Bool = false) throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Servers/pages.py").path
    let folder = NSTemporaryDirectory() + "captures-" + UUID().uuidString
    self.folder = folder
    var arguments = [script]
    if isEncrypted {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
      let (certificate, key) = (folder + "/certificate.pem", folder + "/key.pem")
      try Self.makeCertificate(certificate, key)
      arguments += [certificate, key]
    }
    process = Process()
    process.executableURL = URL(fileURLWithPath: Self.python)
    process.arguments = arguments
    let output = Pipe()
    process.standardInput = Pipe()
    process.standardOutput = output
    try process.run()
    var line = Data()
    while line.last != UInt8(ascii: "\n") {
      let byte = output.fileHandleForReading.readData(ofLength: 1)
      try #require(!byte.isEmpty, "the server did not start")
      line += byte
    }
    port = try #require(Int(String(decoding: line.dropLast(), as: UTF8.self)))
    origin = (isEncrypted ? "https" : "http") + "://127.0.0.1:\(port)"
  }

  deinit {
    process.terminate()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The certificate of an encrypted one, which vouches for itself.
  var certificate: String { folder + "/certificate.pem" }

  private static let python =
    ["/usr/bin/python3", "/usr/local/bin/python3"].first { FileManager.default.isExecutableFile(atPath: $0) }
    ?? "/usr/bin/python3"

  /// A certificate for this machine that nobody but itself vouches for.
  private static func makeCertificate(_ certificate: String, _ key: String) throws {
    let openssl = Process()
    openssl.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    openssl.arguments = [
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext",
      "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate,
    ]
    openssl.standardError = FileHandle.nullDevice
    openssl.standardOutput = FileHandle.nullDevice
    try openssl.run()
    openssl.waitUntilExit()
    try #require(openssl.terminationStatus == 0)
  }
}
