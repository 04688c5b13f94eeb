import Foundation
import SheetDrill

/// Reads changed samples until the time is over, then looks for what takes more than its share of time.
struct Fuzzing {
  let seconds: Int
  let seed: UInt64

  func run() throws {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var mutator = Mutator(seed: seed)
    var inputs = 0
    var taken = 0
    var slowest = (time: Duration.zero, sample: "")
    while clock.now < end {
      for sample in Sample.all {
        // The input that a crash comes of can be made again by its seed and number.
        let state = mutator
        let start = clock.now
        do {
          if try DrillReading.drill(sample, &mutator).refusal == nil { taken += 1 }
        } catch {
          print("FAILED: \(sample), input \(inputs) of seed \(seed): \(error) \(state)")
          exit(1)
        }
        let time = clock.now - start
        if time > slowest.time { slowest = (time, "\(sample)") }
        inputs += 1
      }
    }
    print("\(inputs) inputs in \(seconds) s, \(inputs / seconds) a second; \(taken) were read to the end")
    print("no crash, nothing thrown but refusals; the slowest: \(slowest.time), \(slowest.sample)")
    try growth()
  }

  /// Four times as much must take about four times as long: of each source, and of what is known to trouble parsers.
  private func growth() throws {
    var worst = 0.0
    for hard in HardInput.all {
      let small = try hard.time(1)
      let large = try hard.time(4)
      var ratio = large / small
      // New memory and a busy computer make single steps of the clock: what is quadratic is so at the next size too.
      if ratio > 8 { ratio = min(ratio, try hard.time(16) / hard.time(4)) }
      worst = max(worst, ratio)
      print(
        "\(hard.description.padding(toLength: 44, withPad: " ", startingAt: 0)) n: \(milliseconds(small))"
          + "  4n: \(milliseconds(large))  ratio \(String(format: "%.1f", ratio))")
      if ratio > 8 {
        print(
          "FAILED: four times the input takes \(String(format: "%.1f", ratio)) times as long: \(hard.description)")
        exit(1)
      }
    }
    print("no quadratic input: the worst ratio is \(String(format: "%.1f", worst))")
  }

  private func milliseconds(_ seconds: Double) -> String { String(format: "%8.2f ms", seconds * 1000) }
}
