import Campaigns
import Foundation
import Intake
import SheetDrill

// What Scripts/fuzz and Scripts/benchmark run: it reads made-up files, whole ones and changed ones.

let arguments = Array(CommandLine.arguments.dropFirst())

func natural(_ place: Int) -> Int {
  guard place < arguments.count, let number = Int(arguments[place]), number > 0 else {
    FileHandle.standardError.write(Data("error: argument \(place + 1) is no number above 0\n".utf8))
    exit(64)
  }
  return number
}

func sample(_ place: Int) -> Sample {
  guard place < arguments.count, let sample = Sample.all.first(where: { $0.description == arguments[place] }) else {
    let names = Sample.all.map(\.description).joined(separator: "; ")
    FileHandle.standardError.write(Data("error: there are these samples: \(names)\n".utf8))
    exit(64)
  }
  return sample
}

switch arguments.first {
case "fuzz": try Fuzzing(seconds: natural(1), seed: UInt64(natural(2))).run()
case "samples": for sample in Sample.all { print("\(sample)\t\(sample.name)") }
case "make": FileHandle.standardOutput.write(Data(sample(1).bytes(natural(2))))
case "read": try Reading(sample(1), rows: natural(2)).run()
case "records": try RecordReading(arguments[1]).run()
case "giant": try Giant(mebibytes: natural(1)).run()
default:
  print("usage: drill fuzz SECONDS SEED | samples | make SAMPLE ROWS | read SAMPLE ROWS | records FILE | giant MIB")
  exit(64)
}
