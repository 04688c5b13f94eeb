import Campaigns
import Foundation
import Ledger
import Testing

@testable import Office

/// An office whose petition was delivered into a folder, with signers of every visibility and one who had left.
final class Delivered {
  let office: TemporaryOffice
  let path: String
  /// The signers with their names in the list.
  let named: [Identifier<Signature>]
  let left: Identifier<Signature>

  init() throws {
    office = try TemporaryOffice()
    let rows =
      (0..<4).map { "Signer \($0) Example,signer\($0)@mail.example,,named" }
      + (0..<5).map { "Role \($0) Example,role\($0)@mail.example,Baker,role" }
      + (0..<3).map { "Counted \($0) Example,counted\($0)@mail.example,,counted" }
      + ["Left Example,left@mail.example,,named"]
    let sheet = try office.file(
      "sheet.csv", "Name,Email,Job title,Sign as\n" + rows.map { $0 + "\n" }.joined())
    _ = try office.importSheet(sheet, verified: true)
    let ids = Dictionary(
      uniqueKeysWithValues: try office.signatures().map { ($0.signatory.name, $0.id) })
    named = (0..<4).compactMap { ids["Signer \($0) Example"] }
    left = try #require(ids["Left Example"])
    _ = try office.add("Pending Example", "pending@mail.example")
    try office.withdraw(left)
    path = try office.deliver()
  }

  /// The delivery's files by name.
  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      files[name] = Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
    }
    return files
  }

  /// What is found in a folder of these files.
  func verify(_ files: [String: [UInt8]]) throws -> VerificationReport {
    let other = office.folder.appendingPathComponent("other")
    try? FileManager.default.removeItem(at: other)
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: false)
    for (name, bytes) in files { try Data(bytes).write(to: other.appendingPathComponent(name)) }
    return try FileVerifier.verify([other.path], against: nil)
  }

  /// The same files with a manifest that names their digests and is signed with the campaign's own key: what only the
  /// organizers themselves could forge.
  func signedAnew(
    _ files: [String: [UInt8]], _ change: (inout DeliveryManifest) throws -> Void = { _ in }
  ) throws -> [String: [UInt8]] {
    let note = try SignedNote(files[DeliveryManifest.name] ?? [])
    var manifest = try DeliveryManifest(note.text)
    let folder = try DeliveryFolder(at: office.folder.appendingPathComponent("digests").path)
    for place in manifest.files.indices {
      let name = manifest.files[place].name
      manifest.files[place].digest = try folder.write(name, files[name] ?? [])
    }
    try change(&manifest)
    let signer = try office.log { try $0.signer(office.office.vault()) }
    var signed = files
    signed[DeliveryManifest.name] = try SignedNote(signing: manifest.text, by: [signer]).bytes
    return signed
  }

  /// What is found where the lines of a file were changed, and the organizers signed the change.
  func verify(
    changing name: String, manifest: (inout DeliveryManifest) throws -> Void = { _ in },
    _ change: (inout [String]) throws -> Void
  ) throws -> VerificationReport {
    var files = try files()
    var lines = String(decoding: files[name] ?? [], as: UTF8.self).components(separatedBy: "\n")
    try change(&lines)
    files[name] = Array(lines.joined(separator: "\n").utf8)
    return try verify(try signedAnew(files, manifest))
  }
}
