import Campaigns
import Foundation
import SheetDrill
import Testing

@testable import Intake

/// Changed files of every source: each is read to its end or refused, never anything else.
///
/// `PICKET_FUZZ_SEED` names another seed; Scripts/fuzz goes on for longer.
struct MutatorTests {
  private static let seed = ProcessInfo.processInfo.environment["PICKET_FUZZ_SEED"].flatMap(UInt64.init) ?? 1

  @Test(arguments: Sample.all.map(\.description))
  func `changed by chance, a file is read or refused`(_ name: String) throws {
    let sample = try #require(Sample.all.first { $0.description == name })
    var mutator = Mutator(seed: Self.seed)
    var taken = 0
    for _ in 0..<300 {
      let outcome = try DrillReading.drill(sample, &mutator)
      if outcome.refusal == nil {
        taken += 1
      } else {
        #expect(outcome.refusal?.place != nil || outcome.refusal?.code == .usage)
      }
    }
    #expect(taken > 0)
  }

  @Test(arguments: Sample.all.map(\.description))
  func `unchanged, every row of a sample is taken`(_ name: String) throws {
    let sample = try #require(Sample.all.first { $0.description == name })
    let outcome = try DrillReading.read(MemorySource(sample.bytes(50), name: sample.name))
    #expect(outcome.refusal == nil)
    #expect(outcome.refused == 0)
    #expect(outcome.rows == (name == Sample.frontMatter.description ? 1 : 50))
  }
}
