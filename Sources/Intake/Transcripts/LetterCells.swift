/// Which cell of a record each key of a git letter's signer goes into.
struct LetterCells: Sendable {
  /// The header: the file's name where there are several, the known keys, then those that the user asked for.
  let header: [String]
  /// How many of the header's names are there only because the user asked for them.
  let askedCount: Int
  private let name: Int
  private let organization: Int
  private let keys: [[UInt8]]

  private static let known = ["name", "occupation_title", "organization", "link", "github"]

  /// The cells of a letter's signers; `asked` are further keys whose texts the user wants.
  init(hasFiles: Bool, asking asked: [String]) {
    var known = Set((LetterCells.known + ["file", "affiliation"]).map(HeaderKey.init))
    let further = asked.filter { known.insert(HeaderKey($0)).inserted }
    askedCount = further.count
    header = (hasFiles ? ["file"] : []) + LetterCells.known + further
    name = hasFiles ? 1 : 0
    organization = name + 2
    keys = header.map { Array($0.utf8) }
  }

  /// Writes the name of the file.
  func write(file: String, to record: inout TranscriptRecord) {
    record.set(0, Array(file.utf8))
  }

  /// Writes a signer in YAML. One that cannot be read comes back as it stands, in the cell of the name.
  func write(_ yaml: [UInt8], to record: inout TranscriptRecord) {
    do throws(CellFault) {
      for (key, text) in try SignerYAML.pairs(yaml) {
        if key.elementsEqual("affiliation".utf8) {
          // What an older letter says, where it says nothing else.
          if record.isEmpty(organization) { record.set(organization, text) }
        } else if let cell = keys.firstIndex(where: { $0.elementsEqual(key) }), cell >= name {
          if !(cell == organization && text.isEmpty) { record.set(cell, text) }
        }
      }
    } catch {
      refuse(error, yaml, &record)
    }
  }

  /// Writes a signer on a line of a list; false where it is none.
  func write(_ line: UnsafeRawBufferPointer, to record: inout TranscriptRecord) -> Bool {
    guard let signer = LetterLine(line) else { return false }
    record.set(name, signer.name)
    record.set(name + 1, signer.role)
    record.set(name + 3, signer.link)
    record.set(name + 4, signer.handle)
    return true
  }

  /// Refuses a signer; what stands there comes back in the cell of the name.
  func refuse(_ fault: CellFault, _ text: [UInt8], _ record: inout TranscriptRecord) {
    record.refuse(fault)
    record.set(name, text)
  }
}
