import Campaigns
import Foundation

/// The JSON object on standard input, in which only these keys may stand.
/// - Throws: `invalidValue`; it never says what was read but for the name of an unknown key.
func objectOnStandardInput<Value: Decodable>(keys: Set<String>, what: String, help: String) throws -> Value {
  let bytes = try contents(of: "-", what: what, atMost: 1 << 20)
  let place = SourcePlace(file: "-")
  do {
    let given = try JSONDecoder().decode([String: Ignored].self, from: Data(bytes)).keys
    if let unknown = given.filter({ !keys.contains($0) }).min() {
      throw Refusal(
        .invalidValue, "there is no key \"\(unknown.prefix(40))\"",
        hint: "keys: \(keys.sorted().joined(separator: ", "))", at: place)
    }
    return try JSONDecoder().decode(Value.self, from: Data(bytes))
  } catch is DecodingError {
    throw Refusal(.invalidValue, "this is not \(what) as JSON", hint: "write one object; see \(help)", at: place)
  }
}

/// A value that is not looked at.
private struct Ignored: Decodable {
  init(from decoder: any Decoder) {}
}
