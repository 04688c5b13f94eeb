import Campaigns
import Crypto
import Testing

@testable import Ledger

@Suite struct NoteTests {
  /// The example of Go's `sumdb/note`, which other implementations carry too.
  static let goKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
  static let goNote = """
    If you think cryptography is the answer to your problem,
    then you don't know what your problem is.

    \u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

    """
  static let text = "a line\n\nanother, café \u{1F40C}\n"

  @Test("notes that others signed verify")
  func known() throws {
    let goVerifier = try NoteVerifier(NoteTests.goKey)
    #expect(goVerifier.name == "PeterNeumann" && goVerifier.keyID == 0xc74f_20a3)
    #expect(try SignedNote(Array(NoteTests.goNote.utf8)).verify(with: [goVerifier]) == [goVerifier])
    let verifier = try NoteVerifier(Known.vkey)
    #expect(try SignedNote(Array(Known.note.utf8)).verify(with: [verifier]) == [verifier])
    let sumKey = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
    #expect(try NoteVerifier(sumKey).keyID == 0x033d_e0ae)
  }

  @Test("a note is signed as another implementation signs it")
  func signing() throws {
    let signer = try Known.signer
    #expect(signer.verifier.vkey == Known.vkey)
    #expect(signer.verifier.description == Known.vkey)
    let text = try SignedNote(Array(Known.note.utf8)).text
    let note = try SignedNote(signing: text, by: [signer])
    #expect(note.bytes == Array(Known.note.utf8))
  }

  @Test("a note and a key come back from what they print")
  func roundTrip() throws {
    let signers = try (0..<5).map { try Known.signer(named: "log.example/\($0)", seed: UInt8($0)) }
    for text in [NoteTests.text, "\n", "\n\n\n", "x\n", "\u{2014} a name AAAAAAAA\n", "a\n\n\u{2014} b AAAAAAA=\n"] {
      let note = try SignedNote(signing: text, by: signers)
      let read = try SignedNote(note.bytes)
      #expect(read == note && Array(read.text.utf8) == Array(text.utf8))
      #expect(read.bytes == note.bytes)
      #expect(try read.verify(with: signers.map(\.verifier)) == signers.map(\.verifier))
    }
    for signer in signers { #expect(try NoteVerifier(signer.verifier.vkey) == signer.verifier) }
  }

  @Test("keys that are not given are ignored, whatever their signatures")
  func unknown() throws {
    let (first, second) = (try Known.signer(named: "a", seed: 1), try Known.signer(named: "b", seed: 2))
    let note = try SignedNote(signing: NoteTests.text, by: [first, second])
    #expect(try note.verify(with: [second.verifier]) == [second.verifier])
    let impostor = try Known.signer(named: "b", seed: 3)
    #expect(code { try note.verify(with: [impostor.verifier]) } == .wrongKey)
    #expect(code { try note.verify(with: []) } == .wrongKey)
    let strange = try SignedNote(note.bytes + Array("\u{2014} c/witness AAAAAAAAAAAA\n".utf8))
    #expect(strange.signatures.count == 3)
    #expect(try strange.verify(with: [first.verifier]) == [first.verifier])
    #expect(try strange.verify(with: [first.verifier, impostor.verifier]) == [first.verifier])
  }

  @Test("a false signature of a given key spoils the note, although others are true")
  func falseSignature() throws {
    let (first, second) = (try Known.signer(named: "a", seed: 1), try Known.signer(named: "b", seed: 2))
    let note = try SignedNote(signing: NoteTests.text, by: [first, second])
    let text = String(decoding: note.bytes, as: UTF8.self)
    let altered = try SignedNote(Array(text.replacing("another", with: "anoTher").utf8))
    #expect(code { try altered.verify(with: [first.verifier]) } == .altered)
    // The second signature under the number and name of the first key.
    let other = try SignedNote(signing: "other\n", by: [first]).signatures[0].line
    let mixed = try SignedNote(note.bytes + Array(other.utf8))
    #expect(code { try mixed.verify(with: [first.verifier]) } == .altered)
    #expect(try mixed.verify(with: [second.verifier]) == [second.verifier])
    // A line twice is no reason to trust or to distrust.
    let twice = try SignedNote(note.bytes + Array(note.signatures[0].line.utf8))
    #expect(try twice.verify(with: [first.verifier, second.verifier]) == [first.verifier, second.verifier])
  }

  @Test("every bit of a note matters to its signature")
  func everyBit() throws {
    let verifier = try NoteVerifier(Known.vkey)
    for place in Known.note.utf8.indices.map({ Known.note.utf8.distance(from: Known.note.startIndex, to: $0) }) {
      for bit in 0..<8 {
        var bytes = Array(Known.note.utf8)
        bytes[place] ^= 1 << UInt8(bit)
        guard let note = try? SignedNote(bytes), (try? note.verify(with: [verifier])) != nil else { continue }
        Issue.record("bit \(bit) of byte \(place) does not matter")
      }
    }
  }

  @Test("a note cut off at any byte is refused")
  func truncated() throws {
    let two = try SignedNote(
      signing: NoteTests.text, by: [Known.signer(named: "a", seed: 1), Known.signer(named: "b", seed: 2)])
    for bytes in [Array(Known.note.utf8), two.bytes] {
      // Cut between two signatures it is a note with one of them; with its text's blank line it could be nothing.
      let whole = two.bytes == bytes ? Set([bytes.count - two.signatures[1].line.utf8.count]) : []
      for count in 0..<bytes.count where !whole.contains(count) {
        #expect(code { try SignedNote(Array(bytes[..<count])) } == .unusableFile, "\(count) bytes")
      }
    }
  }

  @Test("what is almost a note is refused")
  func malformed() {
    let line = "\u{2014} name AAAAAAA=\n"
    #expect(code { try SignedNote(Array("text\n\n\(line)".utf8)) } == nil)
    for wrong in [
      "", "\n", "\n\n", "text\n\n", "text\n\(line)", "text\n\n\(line.dropLast())", "text\r\n\n\(line)",
      "te\txt\n\n\(line)", "te\0xt\n\n\(line)", "text\n\n\(line)\n", "text\n\n\n", "text\n\n- name AAAAAAA=\n",
      "text\n\n\u{2014}name AAAAAAA=\n", "text\n\n\u{2014} AAAAAAA=\n", "text\n\n\u{2014}  AAAAAAA=\n",
      "text\n\n\u{2014} na+me AAAAAAA=\n", "text\n\n\u{2014} na\u{A0}me AAAAAAA=\n",
      "text\n\n\u{2014} name  AAAAAAA=\n",
      "text\n\n\u{2014} name AAAAAAA= \n", "text\n\n\u{2014} name AAAAAA==\n", "text\n\n\u{2014} name AAAAAAB=\n",
      "text\n\n\u{2014} name AAAAAAA\n", "text\n\n\u{2014} name \n", "text\n\n\u{2014} name\n", "text\n\n \(line)",
      "text\n\n\(line)extra\n", line, "\n\(line)",
    ] {
      #expect(code { try SignedNote(Array(wrong.utf8)) } == .unusableFile, "\(wrong.debugDescription)")
    }
    #expect(code { try SignedNote(Array("te".utf8) + [0xFF] + Array("xt\n\n\(line)".utf8)) } == .unusableFile)
    #expect(code { try SignedNote(Array("te".utf8) + [0xC0, 0x80] + Array("xt\n\n\(line)".utf8)) } == .unusableFile)
  }

  @Test("a note has bounds")
  func bounds() throws {
    let line = "\u{2014} name AAAAAAA=\n"
    let most = Array("text\n\n".utf8) + Array(String(repeating: line, count: 100).utf8)
    #expect(try SignedNote(most).signatures.count == 100)
    #expect(code { try SignedNote(most + Array(line.utf8)) } == .unusableFile)
    #expect(code { try SignedNote(Array(repeating: 10, count: SignedNote.mostBytes + 1)) } == .unusableFile)
    #expect(code { try SignedNote(Array(repeating: 10, count: SignedNote.mostBytes)) } == .unusableFile)
    let signer = try Known.signer
    for text in ["", "no line break", "tab\t\n", "\r\n", "nul\0\n"] {
      #expect(code { try SignedNote(signing: text, by: [signer]) } == .invalidValue)
    }
    let long = String(repeating: "x", count: SignedNote.mostBytes) + "\n"
    #expect(code { try SignedNote(signing: long, by: [signer]) } == .invalidValue)
    #expect(code { try SignedNote(signing: "x\n", by: []) } == .invalidValue)
    #expect(code { try SignedNote(signing: "x\n", by: Array(repeating: signer, count: 101)) } == .invalidValue)
  }

  @Test("what is no key is refused, and so is a name that would break a line")
  func keys() throws {
    let parts = Known.vkey.split(separator: "+", maxSplits: 2).map(String.init)
    for wrong in [
      "", "+", "++", "a+b+c", parts[0], parts[0] + "+" + parts[1], Known.vkey + "A", Known.vkey + "\n",
      " " + Known.vkey,
      String(Known.vkey.dropLast()), Known.vkey.replacing("warehouse", with: "warehouze"),
      Known.vkey.replacing(parts[1], with: "00000000"), Known.vkey.replacing(parts[1], with: parts[1].dropLast()),
      Known.vkey.replacing("+AQ", with: "+AA"), Known.vkey.replacing("+AQ", with: "+BQ"),
      String(repeating: "+", count: 100_000), String(repeating: "a", count: 2_000) + Known.vkey,
    ] {
      #expect(code { try NoteVerifier(wrong) } == .invalidValue, "\(wrong.prefix(80))")
    }
    let longName = String(repeating: "a", count: 1_001)
    for name in ["", " ", "a b", "a+b", "a\nb", "a\u{2003}b", "\u{2028}", "a\tb", longName] {
      #expect(code { try Known.signer(named: name, seed: 0) } == .invalidValue)
    }
    let upper = Known.vkey.replacing(parts[1], with: parts[1].uppercased())
    #expect(try NoteVerifier(upper) == NoteVerifier(Known.vkey))
  }

  @Test("a signer does not show its key")
  func confidential() throws {
    let signer = try Known.signer
    var dumped = ""
    dump(signer, to: &dumped)
    for shown in ["\(signer)", String(reflecting: signer), dumped] {
      #expect(!shown.contains("privateKey") && !shown.contains("\(Array<UInt8>(0..<4))"))
    }
  }
}
