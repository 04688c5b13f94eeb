import Campaigns
import Foundation
import Intake
import Store
import Testing
import Vault

@testable import Office

/// An office over a real database in a folder that goes with the test, with one open petition `letter`.
final class TemporaryOffice {
  let folder: URL
  private(set) var office: Office
  private(set) var repository: SQLiteRepository
  private let secret: Secret

  /// Where the database is.
  var path: String { folder.appendingPathComponent("picket.db").path }

  init() throws {
    // In memory where there is such a folder: every commit waits for the disk, and these tests commit all the time.
    let memory = URL(fileURLWithPath: "/dev/shm")
    let root =
      FileManager.default.isWritableFile(atPath: memory.path) ? memory : FileManager.default.temporaryDirectory
    folder = root.appendingPathComponent("office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let vault = Vault.create()
    let keyFile = Secret.keyFile(KeyFile(forVault: vault.id))
    secret = keyFile
    let path = folder.appendingPathComponent("picket.db").path
    let slot = try vault.slot(number: 1, for: keyFile, addedOn: .today)
    try SQLiteRepository.create(at: path, vault: VaultRecord(id: vault.id, slots: [slot]))
    repository = try SQLiteRepository(at: path)
    office = Office(repository: repository) { _ in keyFile }
    _ = try office.createCampaign("campaign", title: "A campaign")
    _ = try office.addTarget("target", name: "Target", kind: .company, domains: ["target.example"])
    _ = try office.createPetition(
      "letter", campaign: "campaign", target: "target", title: "A letter", letter: Array("We ask.".utf8),
      language: "en", PetitionDraft())
    _ = try office.movePetition("letter", to: .open)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Opens the database anew, as the next command would.
  func reopen() throws {
    let secret = secret
    repository = try SQLiteRepository(at: path)
    office = Office(repository: repository) { _ in secret }
  }

  /// Writes a file into the folder and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    let url = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  /// Imports a file's rows.
  func importSheet(
    _ path: String, verified: Bool = false, _ options: SheetOptions = SheetOptions()
  ) throws -> SheetImportOutcome {
    var request = try SheetImport(path, into: "letter", options: options)
    request.verification = verified ? .badge : nil
    return try office.importSheet(request)
  }

  /// Adds one signer.
  func add(_ name: String, _ email: String?, _ change: (inout SignatureEntry) -> Void = { _ in }) throws
    -> SignatureOutcome
  {
    var entry = SignatureEntry(Signatory(name: name, email: email))
    change(&entry)
    return try office.addSignature(entry, to: "letter")
  }

  /// All signatures, opened.
  func signatures() throws -> [Signature] {
    var all: [Signature] = []
    try office.forEachSignature(of: "letter", SignatureFilter()) { all.append($0) }
    return all
  }

  var tally: Tally { get throws { try office.petition("letter").tally.total } }
}

/// The code of the refusal that the body throws; nil where it throws none.
func refusal(_ body: () throws -> Void) -> Refusal.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? Refusal)?.code
  }
}
