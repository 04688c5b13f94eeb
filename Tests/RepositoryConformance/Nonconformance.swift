import Campaigns

/// That a repository does not behave as its protocol says.
public struct Nonconformance: Error, CustomStringConvertible {
  /// What was found, and where it was looked for.
  public let description: String

  init(_ what: String, _ file: String, _ line: Int) {
    description = "\(file):\(line): \(what)"
  }
}

/// Makes sure that both are equal.
func requireEqual<Value: Equatable>(
  _ found: Value?, _ expected: Value?, file: String = #fileID, line: Int = #line
) throws {
  guard found == expected else {
    throw Nonconformance("found \(shown(found)), expected \(shown(expected))", file, line)
  }
}

private func shown(_ value: (some Any)?) -> String {
  value.map { "\($0)" } ?? "nothing"
}

/// Makes sure that something holds.
func require(_ holds: Bool, _ what: String, file: String = #fileID, line: Int = #line) throws {
  guard holds else { throw Nonconformance("it does not hold that \(what)", file, line) }
}

/// Makes sure that something is there.
func requireSome<Value>(_ value: Value?, file: String = #fileID, line: Int = #line) throws -> Value {
  guard let value else { throw Nonconformance("found nothing", file, line) }
  return value
}

/// Makes sure that the work is refused with the code.
func requireRefusal(
  _ code: Refusal.Code, file: String = #fileID, line: Int = #line, _ work: () throws -> some Any
) throws {
  do {
    _ = try work()
  } catch let refusal as Refusal {
    guard refusal.code == code else {
      throw Nonconformance("refused with \(refusal.code) (\(refusal.message)), expected \(code)", file, line)
    }
    return
  } catch {
    throw Nonconformance("threw \(error), expected a refusal with \(code)", file, line)
  }
  throw Nonconformance("was not refused, expected \(code)", file, line)
}

extension Repository {
  /// Makes sure that a change is refused with the code, and that nothing of the transaction stays.
  func requireRefusedWrite(
    _ code: Refusal.Code, file: String = #fileID, line: Int = #line, _ work: (any Transaction) throws -> Void
  ) throws {
    let slug = try Slug("canary-\(UInt64.random(in: 0...(.max)))")
    try requireRefusal(code, file: file, line: line) {
      try write { transaction in
        try transaction.campaigns.add(
          Campaign(id: Identifier(on: Ground.day), slug: slug, title: "Canary", createdOn: Ground.day))
        try work(transaction)
      }
    }
    let canary = try read { try $0.campaigns.find(slug) }
    guard canary == nil else { throw Nonconformance("a part of a refused transaction has stayed", file, line) }
  }
}
