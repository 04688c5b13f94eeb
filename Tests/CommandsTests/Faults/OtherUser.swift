import Foundation

/// Somebody whom permissions bind, since they do not bind root.
enum OtherUser {
  /// Whether the tests can run the program as such a user.
  static let isAvailable: Bool = {
    guard getuid() == 0 else { return true }
    guard let setpriv = Program.tool("setpriv") else { return false }
    let outcome = try? setpriv.run(drop + [Program.picket.path, "--version"], in: "/", environment: [:])
    return outcome?.code == 0
  }()

  private static let nobody: UInt32 = 65534
  private static let drop = ["--reuid=65534", "--regid=65534", "--clear-groups"]

  /// Gives the desk to the other user.
  static func receive(_ desk: Desk) throws {
    guard getuid() == 0 else { return }
    chown(desk.root, nobody, nobody)
    for path in desk.files() { lchown(desk.root + "/" + path, nobody, nobody) }
  }

  /// Runs the program as the other user.
  static func picket(_ desk: Desk, _ arguments: String...) throws -> Outcome {
    guard getuid() == 0, let setpriv = Program.tool("setpriv") else {
      return try Program.picket.run(arguments, in: desk.folder, environment: desk.environment)
    }
    return try setpriv.run(
      drop + [Program.picket.path] + arguments, in: desk.folder, environment: desk.environment)
  }
}
