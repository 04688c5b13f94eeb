import Campaigns
import Intake

/// A file of signatures read to its end, whatever is wrong with it.
public enum DrillReading {
  /// What came of it.
  public struct Outcome: Sendable {
    /// The rows that were taken.
    public var rows = 0
    /// The rows that were not.
    public var refused = 0
    /// Why the whole file was refused; nil where it was not.
    public var refusal: Refusal?
  }

  /// Reads the source to its end.
  ///
  /// - Throws: whatever is thrown that is no refusal; there should be no such thing.
  public static func read(_ source: any ByteSource, _ options: SheetOptions = SheetOptions()) throws -> Outcome {
    var outcome = Outcome()
    do {
      let reader = try SheetReader(source, options: options)
      var rejects = reader.rejects.header
      while let batch = try reader.next(1024) {
        outcome.rows += batch.rows.count
        outcome.refused += batch.refused.count
        rejects.removeAll(keepingCapacity: true)
        for row in batch.refused { reader.rejects.append(row, to: &rejects) }
      }
    } catch let refusal as Refusal {
      outcome.refusal = refusal
    }
    return outcome
  }

  /// Reads one changed sample in pieces of a size that chance gives.
  ///
  /// - Throws: as `read`.
  public static func drill(_ sample: Sample, _ mutator: inout Mutator) throws -> Outcome {
    let bytes = mutator.change(sample.bytes(mutator.number(below: 5)))
    let stride = mutator.number(below: 3) == 0 ? mutator.number(below: 40) + 1 : Int.max
    var options = SheetOptions()
    if mutator.number(below: 4) == 0 { options.format = sample.format }
    if mutator.number(below: 6) == 0 { options.kept = [KeptColumn("comments")] }
    return try read(MemorySource(bytes, name: sample.name, stride: stride), options)
  }
}
