import Campaigns
import Files
import Intake

/// The file of an import's refused rows.
struct Rejects {
  private let file: NewFile
  private let form: RejectsFile

  /// Where it will stand.
  var path: String { file.path }

  /// Begins the file of a sheet's refused rows.
  /// - Throws: `cannotCreate`.
  init(at path: String, _ form: RejectsFile) throws {
    file = try NewFile(at: path)
    self.form = form
    try file.write(form.header)
  }

  /// Appends refused rows.
  func write(_ rows: [RefusedRow]) throws {
    var bytes: [UInt8] = []
    for row in rows { form.append(row, to: &bytes) }
    try file.write(bytes)
  }

  /// Lets the file appear, whole.
  func place() throws {
    try file.place()
  }

  /// Takes the file away again, where nothing was imported after all; does nothing where it was never placed.
  func takeBack() {
    file.takeBack()
  }

  /// The first free name for the refused rows of a file: beside it, those of standard input in the working folder.
  /// - Parameter taken: names that other files of the same run have.
  static func path(beside file: String, besides taken: Set<String> = []) -> String {
    var path = file == "-" ? "standard-input.csv" : file
    // Those of a folder go beside it.
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let base = path.replacing(/(\.rejects(-\d+)?)?(\.[A-Za-z]{1,4})?$/, with: "", maxReplacements: 1)
    var candidate = "\(base).rejects.csv"
    var number = 2
    while taken.contains(candidate) || (try? NewFile.requireFree(candidate)) == nil, number < 10_000 {
      candidate = "\(base).rejects-\(number).csv"
      number += 1
    }
    return candidate
  }
}
