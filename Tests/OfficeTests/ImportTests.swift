import Campaigns
import Foundation
import Intake
import Testing

@testable import Office

@Suite struct ImportTests {
  private let sheet = """
    Name,Email,Sign as
    Ana Example,ana@mail.example,named
    Bo Example,bo@mail.example,anonymous
    Ana Example,ANA+x@mail.example,anonymous
    Cy Example,ana@mail.example,named
    ,nobody@mail.example,named

    """

  @Test("each row becomes one thing, and the counts add up")
  func counts() throws {
    let office = try TemporaryOffice()
    let path = try office.file("sheet.csv", sheet)
    let outcome = try office.importSheet(path, verified: true)
    let counts = outcome.counts
    #expect(counts.rows == 5)
    #expect(counts.added == 2)
    #expect(counts.duplicates == 1)
    #expect(counts.sharedAddress == 1)
    #expect(counts.rejected == 1)
    #expect(counts.stricter == 1)
    #expect(try office.tally.verified == 2)
    #expect(try office.tally.held == 1)
    let ana = try #require(try office.signatures().first { $0.signatory.name == "Ana Example" })
    #expect(ana.visibility.level == .role)
  }

  @Test("a rehearsal counts the same and writes nothing")
  func rehearsal() throws {
    let office = try TemporaryOffice()
    let path = try office.file("sheet.csv", sheet)
    let request = try SheetImport(path, into: "letter", options: .init())
    let rehearsed = try office.office.rehearseImport(request)
    #expect(rehearsed.rejectsPath == nil)
    #expect(try office.tally == Tally())
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: office.folder.path).sorted() == [
        "picket.db", "picket.db-journal", "sheet.csv",
      ])
    #expect(try office.importSheet(path).counts == rehearsed.counts)
  }

  @Test("an undone import frees its addresses, and what it added is invalidated")
  func undo() throws {
    let office = try TemporaryOffice()
    let path = try office.file("sheet.csv", sheet)
    let id = try #require(try office.importSheet(path).id).description
    let left = try #require(try office.signatures().first { $0.signatory.name == "Bo Example" }).id
    _ = try office.office.withdrawSignatures([left.description], of: "letter")
    #expect(try office.office.undoImport(id, of: "letter", rehearsing: true) == 2)
    #expect(try office.tally.net == 1)
    #expect(try office.office.undoImport(id, of: "letter", rehearsing: false) == 2)
    #expect(try office.tally.net == 0)
    #expect(refusal { _ = try office.office.undoImport(id, of: "letter", rehearsing: false) } == .notAllowed)
    let again = try office.importSheet(path).counts
    #expect(again.added == 1)
    #expect(again.sharedAddress == 1)
    // Who had left by their own wish does not come back with the sheet.
    #expect(again.duplicates == 2)
  }

  @Test("rows without addresses are told by their cells and their file")
  func withoutAddresses() throws {
    let office = try TemporaryOffice()
    let text = "Name,City\nAna Example,Bonn\nAna Example,Bonn\nAna Example,Köln\n"
    let path = try office.file("list.csv", text)
    let first = try office.importSheet(path).counts
    #expect(first.added == 2)
    #expect(first.duplicates == 1)
    #expect(first.sameName == 1)
    #expect(try office.importSheet(path).counts.duplicates == 3)
    let renamed = try office.file("copy.csv", text)
    #expect(try office.importSheet(renamed).counts.duplicates == 3)
    let grown = try office.file("list.csv", text + "Bo Example,Bonn\n")
    #expect(try office.importSheet(grown).counts.added == 1)
    let partner = try office.file("partner.csv", "Name,City\nAna Example,Bonn\n")
    let other = try office.importSheet(partner).counts
    #expect(other.added == 1)
    #expect(other.sameName == 1)
  }

  @Test("the refused rows go to a file of their own that can be mended and imported")
  func rejects() throws {
    let office = try TemporaryOffice()
    let path = try office.file("sheet.csv", sheet)
    let rejects = try #require(try office.importSheet(path).rejectsPath)
    #expect(rejects.hasSuffix("/sheet.rejects.csv"))
    let text = try String(contentsOfFile: rejects, encoding: .utf8)
    #expect(text.hasPrefix("picket_line,picket_column,picket_reason,Name,Email,Sign as\n6,1,"))
    let mended = try office.file(
      "mended.csv", text.replacingOccurrences(of: ",,nobody@", with: ",Di Example,nobody@"))
    #expect(try office.importSheet(mended).counts.added == 1)
  }

  @Test("nothing is kept of a sheet whose rows were all refused")
  func allRefused() throws {
    let office = try TemporaryOffice()
    let path = try office.file("sheet.csv", "Name,Email\n,a@mail.example\nBo,nowhere\n")
    let outcome = try office.importSheet(path)
    #expect(outcome.counts.rejected == 2)
    #expect(outcome.id == nil)
    #expect(try office.office.imports(of: "letter").isEmpty)
  }

  @Test("the signatures of an import do not stand in the order of its rows")
  func shuffled() throws {
    let office = try TemporaryOffice()
    let rows = (0..<200).map { "Signer \($0),s\($0)@mail.example" }.joined(separator: "\n")
    _ = try office.importSheet(try office.file("sheet.csv", "Name,Email\n\(rows)\n"))
    let names = try office.signatures().map(\.signatory.name)
    #expect(names.count == 200)
    #expect(names != (0..<200).map { "Signer \($0)" })
  }
}
