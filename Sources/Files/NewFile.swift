import Campaigns
import Foundation

/// A file that appears whole or not at all, readable by its owner only, and never over another one.
///
/// Until `place` is called nothing stands at the path: what is written has no name yet, and is gone when the process
/// is killed. A symbolic link at the path counts as something that stands there, even where it leads nowhere.
public final class NewFile {
  /// The path at which the file will stand.
  public let path: String
  private let replacing: Bool
  private let descriptor: Int32
  /// The hidden name where the file system has no nameless files, or while another file is replaced; else nil.
  private var workingName: String?
  private var isPlaced = false

  /// Begins a file that is to stand at the path.
  /// - Parameter replacing: whether what stands there may be replaced; a symbolic link itself is, not what it leads to.
  /// - Throws: `cannotCreate` where something stands there already or the folder takes no files.
  public init(at path: String, replacing: Bool = false) throws {
    self.path = path
    self.replacing = replacing
    if replacing { try NewFile.requireNoFolder(path) } else { try NewFile.requireFree(path) }
    let folder = NewFile.folder(of: path)
    let nameless = open(folder, O_TMPFILE_ | O_WRONLY | O_CLOEXEC, 0o600)
    if nameless >= 0 {
      descriptor = nameless
      return
    }
    let name = NewFile.workingName(for: path)
    let named = open(name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard named >= 0 else { throw NewFile.refusal(path, errno) }
    descriptor = named
    workingName = name
  }

  deinit {
    close(descriptor)
    if let workingName { unlink(workingName) }
  }

  /// Appends bytes.
  /// - Throws: `diskFull`, `inputOutput`.
  public func write(_ bytes: UnsafeRawBufferPointer) throws {
    try writeAll(bytes, to: descriptor, named: path)
  }

  /// Appends bytes.
  /// - Throws: `diskFull`, `inputOutput`.
  public func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try write($0) }
  }

  /// Makes the file durable and lets it appear at its path.
  /// - Throws: `cannotCreate` where something has come to stand there meanwhile; `diskFull`, `inputOutput`.
  public func place() throws {
    guard fsync(descriptor) == 0 else { throw NewFile.refusal(path, errno) }
    if workingName == nil {
      // Only a name can take the place of another one, so a nameless file that is to replace gets one for a moment.
      let name = replacing ? NewFile.workingName(for: path) : path
      guard linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 else {
        throw NewFile.refusal(path, errno)
      }
      if replacing { workingName = name }
    }
    if let workingName {
      try NewFile.place(workingName, at: path, replacing: replacing)
      self.workingName = nil
    }
    isPlaced = true
    NewFile.syncFolder(of: path)
  }

  /// Takes a file that was placed away again, where what it belongs to failed. What others put at the path of a file
  /// that was never placed is left alone.
  public func takeBack() {
    if isPlaced { unlink(path) }
  }

  /// Moves a finished file to its path, without replacing anything unless told to.
  /// - Throws: `cannotCreate` where something stands there.
  public static func place(_ finished: String, at path: String, replacing: Bool = false) throws {
    if !replacing {
      if link(finished, path) == 0 {
        unlink(finished)
        return
      }
      // Some file systems, those of memory sticks among them, know no hard links.
      guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS else { throw refusal(path, errno) }
      try requireFree(path)
    }
    guard rename(finished, path) == 0 else { throw refusal(path, errno) }
  }

  /// A hidden name beside the path for what is not finished yet.
  public static func workingName(for path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? "file"
    return folder(of: path) + "/." + name + "." + Identifier<NewFile>(on: .today).description + ".partial"
  }

  /// Makes sure that nothing stands at the path.
  /// - Throws: `cannotCreate` where something does.
  public static func requireFree(_ path: String) throws {
    var status = stat()
    if lstat(path, &status) == 0 { throw refusal(path, EEXIST) }
  }

  /// Makes sure that no folder stands at the path: nothing replaces one.
  private static func requireNoFolder(_ path: String) throws {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw refusal(path, EISDIR) }
  }

  /// Makes a new or vanished name in the path's folder durable.
  public static func syncFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func refusal(_ path: String, _ error: Int32) -> Refusal {
    switch error {
    case EEXIST:
      Refusal(
        .cannotCreate, "\(path) is there already; nothing was written",
        hint: "choose another name, or move it away first; exports can replace it with --force")
    case ENOENT:
      Refusal(.cannotCreate, "the folder of \(path) is not there", hint: "create it first")
    case EISDIR, ENOTDIR:
      Refusal(.cannotCreate, "\(path) cannot be a file: \(reason(error))", hint: "choose another name")
    case ENOSPC, EDQUOT:
      Refusal(.diskFull, "the disk is full; \(path) was not written", hint: "make room and try again")
    default:
      Refusal(.cannotCreate, "\(path) cannot be created: \(reason(error))")
    }
  }
}

// The value of O_TMPFILE on Linux: the header's macro is one that Swift cannot read.
private let O_TMPFILE_: Int32 = 0o20000000 | 0o200000

/// The operating system's words for an error number, in lower case.
public func reason(_ error: Int32) -> String {
  String(cString: strerror(error)).lowercased()
}

/// Writes all of the bytes to a descriptor.
/// - Parameter name: what the file is called in a refusal.
/// - Throws: `diskFull`, `inputOutput`.
public func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, named name: String) throws {
  var rest = bytes
  while !rest.isEmpty {
    let written = write(descriptor, rest.baseAddress, rest.count)
    if written < 0 {
      if errno == EINTR { continue }
      if errno == ENOSPC || errno == EDQUOT {
        throw Refusal(.diskFull, "the disk is full; \(name) was not written", hint: "make room and try again")
      }
      throw Refusal(.inputOutput, "\(name) cannot be written: \(reason(errno))")
    }
    rest = UnsafeRawBufferPointer(rebasing: rest[written...])
  }
}
