import Foundation
import Testing

/// What `picket verify` or `picket doctor` found.
struct Findings {
  let holds: Bool
  let all: [JSON]

  /// Whether there is a finding of this verdict with these words, in what has this name.
  func have(_ verdict: String, _ words: String, in subject: String = "") -> Bool {
    all.contains {
      $0["verdict"]?.string == verdict && (words.isEmpty || $0["text"]?.string?.contains(words) == true)
        && (subject.isEmpty || $0["subject"]?.string?.contains(subject) == true)
    }
  }

  /// What was found to be false, as lines.
  var falsehoods: [String] {
    all.filter { $0["verdict"] == "false" }.map { "\($0["subject"]?.string ?? ""): \($0["text"]?.string ?? "")" }
  }
}

extension Desk {
  /// Checks files with the program.
  func verify(_ arguments: String..., at location: SourceLocation = #_sourceLocation) throws -> Findings {
    try findings(["verify"] + arguments, location)
  }

  /// Checks files, all of which hold.
  @discardableResult
  func verified(_ arguments: String..., at location: SourceLocation = #_sourceLocation) throws -> Findings {
    let findings = try findings(["verify"] + arguments, location)
    #expect(findings.falsehoods == [], sourceLocation: location)
    return findings
  }

  /// Checks files of which one is not what it should be, in these words.
  func refuted(
    _ arguments: String..., saying words: String, in subject: String = "",
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let findings = try findings(["verify"] + arguments, location)
    #expect(
      findings.have("false", words, in: subject), "\(findings.falsehoods) lack \(words)", sourceLocation: location)
  }

  /// Examines the database.
  func doctor(_ arguments: String..., at location: SourceLocation = #_sourceLocation) throws -> Findings {
    try findings(["doctor"] + arguments, location)
  }

  /// Runs a check, and holds its form against what is fixed: the keys, the exit code, and that it changes nothing.
  private func findings(_ arguments: [String], _ location: SourceLocation) throws -> Findings {
    let before = (files(), contents(database))
    let outcome = try Program.picket.run(arguments + ["--json"], in: folder, environment: environment)
    let isUntouched = files() == before.0 && contents(database) == before.1
    #expect(isUntouched, "a check changes nothing", sourceLocation: location)
    let json = try outcome.json
    #expect(json.keys == ["holds", "findings"], sourceLocation: location)
    let all = json["findings"]?.elements ?? []
    #expect(all.allSatisfy { $0.keys == ["subject", "verdict", "text"] }, sourceLocation: location)
    let holds = !all.contains { $0["verdict"] == "false" }
    #expect(json["holds"] == .bool(holds), sourceLocation: location)
    #expect(outcome.code == (holds ? 0 : 1), "\(outcome.stderr)", sourceLocation: location)
    return Findings(holds: holds, all: all)
  }

  /// The key that signs, as a delivery's manifest in the folder names it.
  func key(of folder: String) throws -> String {
    let row = try #require(read(folder + "/manifest").split(separator: "\n").first { $0.hasPrefix("key ") })
    return String(row.dropFirst(4))
  }
}

/// `Scripts/reference_ledger.py`, the ledger once more in Python.
enum PythonLedger {
  static let python = Program.tool("python3")

  /// Runs it, or Python code where the arguments begin with `-c`.
  static func run(_ arguments: String..., in desk: Desk) throws -> Outcome {
    let folder = Recording.package.appending(path: "Scripts").path
    let script = arguments.first == "-c" ? [] : [folder + "/reference_ledger.py"]
    let environment = ProcessInfo.processInfo.environment.merging(["PYTHONPATH": folder]) { $1 }
    return try #require(python, "Debian's package python3 has it")
      .run(["-B"] + script + arguments, in: desk.folder, environment: environment)
  }
}

/// A petition that is ready to be delivered: three named signers, six who show their role, seven who are counted.
enum ProvenPetition {
  static func desk() throws -> Desk {
    let desk = try Desk.withPetition()
    var sheet = Sheet(1...3)
    for number in 1...6 { sheet.add(name: "Veiled \(number)", email: "veiled\(number)@mail.example", as: "role") }
    for number in 1...7 {
      sheet.add(
        name: "Hidden \(number)", email: "hidden\(number)@mail.example", job: "Secret Job", team: "Secret Team",
        city: "Secret City", as: "counted")
    }
    try desk.importSheet(sheet.text, "--verified", "badge")
    return desk
  }

  /// The same, delivered to the folder `delivery`.
  static func delivered() throws -> Desk {
    let desk = try desk()
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery")
    return desk
  }

  /// The files of a delivery in one language.
  static let files: Set<String> = [
    "README.md", "checkpoint", "leaves", "letter-en-1.md", "list", "list.csv", "list.json", "list.md", "list.txt",
    "manifest", "tally.json",
  ]
}

extension Desk {
  /// The identifier of the signature with this address.
  func signature(_ email: String, in slug: String = "letter-1") throws -> String {
    let found = try succeed("signature", "search", slug, email, "--json").json.elements
    return try #require(found.first?["id"]?.string)
  }
}
