import Campaigns
import Foundation

/// The bytes of a file, or of standard input where its name is `-`.
public final class FileSource: ByteSource {
  /// The file's name as the user gave it.
  public let name: String
  private let descriptor: Int32

  /// Opens the file of this name; `-` is standard input.
  ///
  /// - Throws: `notFound` where there is no such file, `unusableFile` where it is a folder or may not be read,
  ///   `inputOutput` where opening failed otherwise.
  public init(_ name: String) throws {
    self.name = name
    self.descriptor = name == "-" ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileSource.refusal(opening: name, errno) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      if name != "-" { close(descriptor) }
      throw FileSource.folder(name)
    }
  }

  deinit {
    if name != "-" { close(descriptor) }
  }

  /// The next bytes of the file.
  ///
  /// - Throws: `unusableFile` where the file is a folder, `inputOutput` where the system cannot read it.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EISDIR: throw FileSource.folder(name)
      case let code:
        throw Refusal(
          .inputOutput, "reading failed: \(String(cString: strerror(code)))",
          hint: "check the disk or copy the file elsewhere, then try again", at: SourcePlace(file: name))
      }
    }
  }

  private static func folder(_ name: String) -> Refusal {
    Refusal(
      .unusableFile, "this is a folder, not a file", hint: "name a file within it",
      at: SourcePlace(file: name))
  }

  private static func refusal(opening name: String, _ code: Int32) -> Refusal {
    let place = SourcePlace(file: name)
    switch code {
    case ENOENT, ENOTDIR:
      return Refusal(
        .notFound, "there is no such file", hint: "check the name and the folder you are in", at: place)
    case EACCES, EPERM:
      return Refusal(
        .unusableFile, "you may not read this file", hint: "check its permissions: ls -l shows them", at: place)
    case ELOOP, ENAMETOOLONG:
      return Refusal(
        .unusableFile, "the name leads to no file: \(String(cString: strerror(code)))",
        hint: "check the name", at: place)
    default:
      return Refusal(
        .inputOutput, "opening failed: \(String(cString: strerror(code)))",
        hint: "check the disk or copy the file elsewhere, then try again", at: place)
    }
  }
}
