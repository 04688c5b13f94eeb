import Campaigns
import Files
import Foundation
import Vault

extension Office {
  /// The secret in the key file at the path.
  /// - Throws: `locked` where there is no such file or it cannot be read, `wrongKey` where it is of another database,
  ///   `unusableFile` where it is no key file.
  public static func secret(inKeyFile path: String, for vault: VaultRecord) throws -> Secret {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Refusal(
        .locked, "the key file \(path) cannot be read: \(reason(errno))",
        hint: "name it with --key-file or PICKET_KEY_FILE, or use --recovery-code")
    }
    defer { close(descriptor) }
    // More than any key file has: a wrong file is told by its first bytes.
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = read(descriptor, &bytes, bytes.count)
    guard count >= 0 else {
      throw Refusal(.locked, "the key file \(path) cannot be read: \(reason(errno))")
    }
    let keyFile: KeyFile
    do {
      keyFile = try KeyFile(contents: Array(bytes[..<count]))
    } catch let refusal as Refusal {
      throw Refusal(refusal.code, refusal.message, hint: refusal.hint, at: SourcePlace(file: path))
    }
    guard keyFile.vaultID == vault.id else {
      throw Refusal(
        .wrongKey, "the key file belongs to another database", hint: "name the right one with --key-file",
        at: SourcePlace(file: path))
    }
    return .keyFile(keyFile)
  }
}
