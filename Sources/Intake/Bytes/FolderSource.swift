import Campaigns
import Foundation

/// The files of a folder, in the order of their names; its bytes are all names and contents behind each other.
///
/// Hidden files are not looked at, links are not followed, and folders within are gone through a few levels deep.
public final class FolderSource: ByteSource, @unchecked Sendable {
  /// A file of the folder.
  struct Entry: Sendable {
    /// Its name, with the folders within the folder before it.
    var name: String
    /// Why it cannot be read; nil where it can.
    var fault: CellFault?

    /// Whether its name says that it is YAML.
    var isYAML: Bool { name.hasSuffix(".yml") || name.hasSuffix(".yaml") }
  }

  /// The folder's name as the user gave it.
  public let name: String
  /// Its files.
  let entries: [Entry]
  /// How far the bytes were read: the entry, whether its name is through, and its open file.
  private var current = 0
  private var file: FileSource?

  /// The files of the folder of this name.
  ///
  /// - Throws: `unusableFile` where it holds no file or more than 1,000,000; `inputOutput` where it cannot be read.
  public init(_ name: String) throws {
    self.name = name
    var entries: [Entry] = []
    try FolderSource.collect(name, "", levels: 8, &entries)
    guard !entries.isEmpty else {
      throw Refusal(
        .unusableFile, "the folder holds no file", hint: "name the folder that the signers' files are in",
        at: SourcePlace(file: name))
    }
    self.entries = entries
  }

  /// Opens the source of this name: the files of a folder, a file, or `-` for standard input.
  ///
  /// - Throws: as `FileSource` and `FolderSource`.
  public static func open(_ name: String) throws -> any ByteSource {
    var status = stat()
    if name != "-", stat(name, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return try FolderSource(name) }
    return try FileSource(name)
  }

  /// The file's name with that of the folder.
  func path(_ entry: Entry) -> String { name.hasSuffix("/") ? name + entry.name : "\(name)/\(entry.name)" }

  /// Opens one of the files.
  func open(_ entry: Entry) throws -> FileSource { try FileSource(path(entry)) }

  /// The next bytes of the names and the contents, for a digest.
  ///
  /// - Throws: what opening and reading the files throws.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while current < entries.count {
      if let file {
        let count = try file.read(into: buffer)
        if count > 0 { return count }
        self.file = nil
        current += 1
        continue
      }
      let entry = entries[current]
      if entry.fault == nil { file = try open(entry) } else { current += 1 }
      let title = Array("\n\(entry.name)\n".utf8.prefix(buffer.count))
      buffer.copyBytes(from: title)
      return title.count
    }
    return 0
  }

  private static func collect(_ folder: String, _ prefix: String, levels: Int, _ entries: inout [Entry]) throws {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: prefix.isEmpty ? folder : "\(folder)/\(prefix)")
    } catch {
      throw Refusal(
        .unusableFile, "this folder, or one within it, cannot be read",
        hint: "check its permissions: ls -l shows them",
        at: SourcePlace(file: folder))
    }
    for last in names.sorted() where !last.hasPrefix(".") {
      guard entries.count < mostFiles else {
        throw Refusal(
          .unusableFile, "the folder holds more than 1,000,000 files", hint: "name the folder of the signers' files",
          at: SourcePlace(file: folder))
      }
      let name = prefix + last
      var status = stat()
      guard lstat("\(folder)/\(name)", &status) == 0 else {
        entries.append(Entry(name: name, fault: .fileUnreadable))
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        let mayRead = access("\(folder)/\(name)", R_OK) == 0
        entries.append(Entry(name: name, fault: !mayRead ? .fileUnreadable : isOfLetter(last) ? nil : .fileForeign))
      case S_IFDIR where levels > 1:
        try collect(folder, "\(name)/", levels: levels - 1, &entries)
      case S_IFDIR: entries.append(Entry(name: name, fault: .folderTooDeep))
      case S_IFLNK: entries.append(Entry(name: name, fault: .fileIsLink))
      default: entries.append(Entry(name: name, fault: .fileForeign))
      }
    }
  }

  private static func isOfLetter(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".md", ".markdown", ".yml", ".yaml", ".txt"].contains(where: name.hasSuffix)
  }
}

private let mostFiles = 1_000_000
