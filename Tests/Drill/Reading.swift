import Campaigns
import Foundation
import Intake
import SheetDrill

/// Times how a sample's rows are read and judged; prints the rows, the bytes and the seconds.
struct Reading {
  private let sample: Sample
  private let rows: Int

  init(_ sample: Sample, rows: Int) {
    self.sample = sample
    self.rows = rows
  }

  func run() throws {
    let bytes = sample.bytes(rows)
    let start = ContinuousClock.now
    let outcome = try DrillReading.read(MemorySource(bytes, name: sample.name))
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    if let refusal = outcome.refusal { print("REFUSED: \(refusal.message)") }
    print("\(outcome.rows)\t\(outcome.refused)\t\(bytes.count)\t\(seconds)")
  }
}

/// Times how a CSV file is taken apart into cells; prints the records, the cells, the bytes and the seconds.
struct RecordReading {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  func run() throws {
    let start = ContinuousClock.now
    var csv = try CSVReader(try FileSource(path))
    var records = 0
    var cells = 0
    while try csv.next() {
      records += 1
      cells += csv.cellCount
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    var status = stat()
    stat(path, &status)
    print("\(records)\t\(cells)\t\(status.st_size)\t\(seconds)")
  }
}

/// Reads OSDI JSON of that size while it is made; prints the rows, the seconds and the memory.
struct Giant {
  let mebibytes: Int

  func run() throws {
    let rows = mebibytes << 20 / (Sample.osdi.bytes(11).count - Sample.osdi.bytes(1).count) * 10
    let start = ContinuousClock.now
    let outcome = try DrillReading.read(Sample.osdi.stream(rows))
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }?.split(separator: ":").last ?? "unknown"
    print(
      "\(outcome.rows) rows, \(outcome.refused) refused, \(seconds) s, peak memory \(peak.split(whereSeparator: \.isWhitespace).joined(separator: " "))"
    )
  }
}
