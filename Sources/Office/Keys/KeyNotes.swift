import Files
import Foundation

/// Where on this computer the key files of databases lie: a note in the user's own configuration.
///
/// It is not in the database: a path can name a person. Without a note the key is simply asked for.
public struct KeyNotes {
  private let path: String

  /// The notes of the user who runs the process.
  public init() {
    let environment = ProcessInfo.processInfo.environment
    let configuration =
      environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.config"
    path = configuration + "/picket/key-files"
  }

  /// The path of the key file that was noted for the vault; nil where none was.
  public func keyFile(for vault: [UInt8]) -> String? {
    let name = hexadecimal(vault) + " "
    return lines().last { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
  }

  /// Notes where the vault's key file lies, in place of what was noted before.
  ///
  /// A note that cannot be written is no failure: then the key file has to be named.
  func note(_ keyFile: String, for vault: [UInt8]) {
    let absolute = URL(fileURLWithPath: keyFile).standardizedFileURL.path
    guard !absolute.contains("\n") else { return }
    let name = hexadecimal(vault) + " "
    let kept = lines().filter { !$0.hasPrefix(name) } + [name + absolute]
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      let file = try NewFile(at: path, replacing: true)
      try file.write(Array((kept.joined(separator: "\n") + "\n").utf8))
      try file.place()
    } catch {}
  }

  private func lines() -> [String] {
    guard let bytes = FileManager.default.contents(atPath: path) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
