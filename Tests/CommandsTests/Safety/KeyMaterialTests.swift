import Foundation
import Testing

/// Keys are where they were put and nowhere else.
struct KeyMaterialTests {
  @Test func `no key stands in the database, in a backup, or in any other file`() throws {
    let desk = try Desk()
    let code = try desk.succeed("init", "--key-file", desk.key).lines[0]
    try desk.createPetition("letter-1")
    try desk.succeed("petition", "open", "letter-1")
    try desk.sign("Ana Example", "ana@mail.example")
    try desk.succeed("backup", "copy.db")
    let keyFile = String(decoding: try #require(desk.contents(desk.key)), as: UTF8.self)
    let key = try #require(keyFile.firstMatch(of: /\nkey +(\S+)/)).output.1
    let digits = code.replacing("-", with: "")
    let secrets = [Array(key.utf8), bytes(of: String(key)), Array(code.utf8), Array(digits.utf8), bytes(of: digits)]
    #expect(secrets.map(\.count) == [52, 32, 69, 56, 32])
    for path in desk.files() where path != "home/office.key" {
      guard let contents = desk.contents(desk.root + "/" + path) else { continue }
      for secret in secrets { #expect(Data(contents).range(of: Data(secret)) == nil, "\(path)") }
    }
  }

  @Test func `a passphrase or a code is no option and no variable`() throws {
    for entry in try CommandTree.ofProgram().all {
      let help = try CommandTree.help(of: entry)
      #expect(
        help.firstMatch(of: /--(passphrase|password|recovery-code|key) <|PICKET_(PASSPHRASE|PASSWORD|KEY)\b/) == nil)
    }
  }

  /// The first 32 bytes of what Crockford's base 32 says.
  private func bytes(of text: String) -> [UInt8] {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let bits = text.compactMap { alphabet.firstIndex(of: $0) }.flatMap { digit in
      (0..<5).map { digit >> (4 - $0) & 1 }
    }
    return (0..<32).map { byte in bits[byte * 8..<byte * 8 + 8].reduce(0) { $0 << 1 | UInt8($1) } }
  }
}
