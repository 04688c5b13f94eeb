import Foundation

/// A disk of two megabytes, which fills up soon.
final class SmallDisk {
  let folder: String

  /// Whether the tests may mount one.
  static let isAvailable = getuid() == 0 && SmallDisk() != nil

  /// Mounts the disk at a new folder; nil where that is not allowed.
  init?() {
    folder = (NSTemporaryDirectory() + "/picket-disk-" + UUID().uuidString).replacing("//", with: "/")
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard SmallDisk.run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder) else {
      rmdir(folder)
      return nil
    }
  }

  deinit {
    _ = SmallDisk.run("umount", "--lazy", folder)
    rmdir(folder)
  }

  private static func run(_ name: String, _ arguments: String...) -> Bool {
    (try? Program.tool(name)?.run(arguments, in: "/", environment: [:]))?.code == 0
  }
}
