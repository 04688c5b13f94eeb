import Campaigns
import Files
import Foundation

/// The file of a database, seen from outside: what can be told before SQLite opens it.
struct DatabaseFile {
  let path: String

  private static let magic = Array("SQLite format 3\0".utf8)
  private static let applicationID: UInt32 = 0x5069_636B

  /// Makes sure that the file is there, is a Picket database and is not cut short.
  func requireUsable() throws {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR {
        throw Refusal(
          .notFound, "there is no database at \(path)",
          hint: "picket init creates one; --db FILE or PICKET_DB name another")
      }
      throw Refusal(.inputOutput, "\(path) cannot be read: \(reason(errno))")
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw notADatabase }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Refusal(
        .inputOutput, "\(path) cannot be read: \(reason(errno))", hint: "make the file readable for you")
    }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    guard pread(descriptor, &header, header.count, 0) == header.count else { throw notADatabase }
    func number(at offset: Int, bytes: Int) -> UInt32 {
      header[offset..<offset + bytes].reduce(0) { $0 << 8 | UInt32($1) }
    }
    guard header.starts(with: DatabaseFile.magic), number(at: 68, bytes: 4) == DatabaseFile.applicationID else {
      throw notADatabase
    }
    // A file that is shorter than its header says was cut; a journal beside it may still repair that.
    // The length is asked for last: somebody may be writing, and then the header grows before the file does.
    let pageSize = number(at: 16, bytes: 2) == 1 ? 65_536 : Int(number(at: 16, bytes: 2))
    let pages = Int(number(at: 28, bytes: 4))
    guard !hasJournal, fstat(descriptor, &status) == 0 else { return }
    guard Int(status.st_size) >= pageSize * pages else {
      throw Refusal(
        .corrupt, "\(path) is cut short: \(pageSize * pages - Int(status.st_size)) bytes are missing at its end",
        hint: "go on with your newest backup, and keep the damaged file until you know what is missing")
    }
  }

  /// The refusal of a file that is no Picket database.
  var notADatabase: Refusal {
    Refusal(.notADatabase, "\(path) is not a Picket database", hint: "--db FILE or PICKET_DB name another")
  }

  private var hasJournal: Bool {
    var status = stat()
    return stat(path + "-journal", &status) == 0 && status.st_size > 0
  }

  /// Lets `fill` write a database under a working name, then lets it appear at the path; on failure nothing is left.
  static func place(at path: String, _ fill: (_ workingPath: String) throws -> Void) throws {
    try NewFile.requireFree(path)
    let workingPath = NewFile.workingName(for: path)
    defer {
      unlink(workingPath)
      unlink(workingPath + "-journal")
    }
    // Made here and not by SQLite, so that it is readable by its owner only from the first moment.
    let descriptor = open(workingPath, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Refusal(
        .cannotCreate, "\(path) cannot be created: \(reason(errno))", hint: "choose a folder that you can write to")
    }
    close(descriptor)
    try fill(workingPath)
    try NewFile.place(workingPath, at: path)
    NewFile.syncFolder(of: path)
  }
}
