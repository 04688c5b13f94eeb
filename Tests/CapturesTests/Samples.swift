import Campaigns
import Testing

@testable import Captures

/// The text of a page given as text.
func read(_ page: String, _ contentType: String? = "text/html; charset=utf-8") throws -> ReadableText {
  try ReadableText(of: Array(page.utf8), contentType: contentType)
}

/// The refusal that the body throws.
func refusal(_ body: () throws -> Void) throws -> Refusal {
  try #require(throws: Refusal.self, performing: body)
}

/// The text in UTF-16, without a byte order mark.
func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return bigEndian ? [high, low] : [low, high]
  }
}

/// Numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A statement of about 400 characters in two paragraphs.
let statement = """
  <h1>Our commitment to workers</h1>
  <p>Nimbus Cloud respects the right of all employees to organize. We said so in our code of conduct, and we say so
  again today. No contract with an agency of the state will be used to track those who speak up.</p>
  <p>We will publish the list of contracts every year, and we will answer every question that employees put to us
  within thirty days.</p>
  """

let statementParagraphs = [
  "Our commitment to workers",
  "Nimbus Cloud respects the right of all employees to organize. We said so in our code of conduct, and we say so "
    + "again today. No contract with an agency of the state will be used to track those who speak up.",
  "We will publish the list of contracts every year, and we will answer every question that employees put to us "
    + "within thirty days.",
]
