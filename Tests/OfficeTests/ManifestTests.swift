import Campaigns
import Export
import Ledger
import Testing

@testable import Office

@Suite("The manifest of a delivery")
struct ManifestTests {
  private let office: TemporaryOffice
  private let text: String

  init() throws {
    office = try TemporaryOffice()
    try office.sign(12) { $0.visibility = Visibility(.counted) }
    try office.sign(2, "Other") { $0.cohort = .alumni }
    _ = try office.office.addClaim(
      to: "letter", source: "A partner, somewhere", count: 40, cohort: nil, evidence: nil)
    _ = try office.office.addClaim(to: "letter", source: "Paper", count: 3, cohort: .organization, evidence: nil)
    _ = try office.deliver()
    text = try SignedNote(office.bytes("SELECT manifest FROM delivery")).text
  }

  private var rows: [Substring] { text.split(separator: "\n") }

  private func isRead(_ rows: [some StringProtocol]) -> Bool {
    (try? DeliveryManifest(rows.map { $0 + "\n" }.joined())) != nil
  }

  @Test("it is read as it was written, and written as it was read")
  func roundTrip() throws {
    let manifest = try DeliveryManifest(text)
    #expect(manifest.text == text)
    #expect(manifest.total == 14)
    #expect(manifest.counted == 12)
    #expect(manifest.lines.count == 2)
    #expect(manifest.parts.map(\.count).reduce(0, +) == 14)
    #expect(Set(manifest.claimed.map(\.source)) == ["A partner, somewhere", "Paper"])
    #expect(manifest.tree.size == (try office.tree().count))
    #expect(isRead(rows))
  }

  @Test(
    "a title, a target, a campaign and a source come back whatever they begin with",
    arguments: ["\u{301}nde", "\u{200D}x", " two  spaces ", "title title", "日本", "a\u{2028}b", "-"])
  func texts(value: String) throws {
    var manifest = try DeliveryManifest(text)
    manifest.title = value
    manifest.target = value
    manifest.campaign = value
    manifest.claimed = [SignatoryList.Claim(source: value, count: 1, cohort: .supporter)]
    let read = try DeliveryManifest(manifest.text)
    #expect([read.title, read.target, read.campaign].allSatisfy { $0.utf8.elementsEqual(value.utf8) })
    #expect(read.claimed == manifest.claimed)
  }

  @Test("a manifest that was cut anywhere, or lacks a row that has to be there, is none")
  func cut() throws {
    // The rows of parts, claims and files can be fewer; all others are there once.
    let free = ["part", "claimed", "file"]
    for (place, row) in rows.enumerated() where !free.contains(where: { row.hasPrefix($0 + " ") }) {
      var fewer = rows
      fewer.remove(at: place)
      #expect(!isRead(fewer), "without \(row.prefix(12))")
      #expect(!isRead(Array(rows.prefix(place))))
    }
    #expect(!isRead([String]()))
  }

  @Test("rows in another order are none")
  func reordered() throws {
    for place in 1..<rows.count {
      let names = rows[(place - 1)...place].map { $0.prefix { $0 != " " } }
      guard names[0] != names[1] else { continue }
      var swapped = rows
      swapped.swapAt(place - 1, place)
      #expect(!isRead(swapped), "\(names)")
    }
  }

  @Test("a row twice, an unknown one or an empty one is none")
  func extra() throws {
    for place in rows.indices {
      if !["part", "claimed", "file"].contains(where: { rows[place].hasPrefix($0 + " ") }) {
        #expect(!isRead(Array(rows[...place] + rows[place...])), "\(rows[place].prefix(12)) twice")
      }
      for row in ["", "note hello", " "] {
        #expect(!isRead(Array(rows[...place]) + [Substring(row)] + Array(rows[(place + 1)...])))
      }
    }
  }

  @Test("there is one way to write a manifest", arguments: ["total", "counted", "delivery", "part", "lines", "tree"])
  func oneWay(name: String) throws {
    for (old, new) in [(" ", " +"), (" ", " 0"), (" ", "  "), (" ", " -")] {
      var changed = rows.map(String.init)
      let place = try #require(changed.firstIndex { $0.hasPrefix(name + " ") && $0.last?.isNewline == false })
      changed[place] = changed[place].replacing(old, with: new, maxReplacements: 1)
      #expect(!isRead(changed), "\(changed[place])")
    }
  }

  @Test("a text without its last line break, or with carriage returns, is none")
  func lineBreaks() {
    #expect((try? DeliveryManifest(String(text.dropLast()))) == nil)
    #expect((try? DeliveryManifest(text.replacing("\n", with: "\r\n"))) == nil)
  }
}
