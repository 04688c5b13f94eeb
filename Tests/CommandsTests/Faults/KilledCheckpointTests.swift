import Foundation
import Testing

/// kill -9 in the middle of a checkpoint: before or after, never between.
struct KilledCheckpointTests {
  @Test func `ten checkpoints over 20,000 leaves, each killed at a random moment`() throws {
    let desk = try Desk.withPetition()
    try desk.importSheet(Sheet(1...20_000).text, "--verified", "badge")
    let queued = try #require(desk.contents(desk.database))
    let start = ContinuousClock.now
    let whole = try desk.succeed("checkpoint", "letter-1").text
    let longest = UInt32((ContinuousClock.now - start) / .microseconds(1) * 1.1)
    for _ in 1...10 {
      let moment = UInt32.random(in: 0...longest)
      try desk.write(queued, to: desk.database)
      let running = try desk.start("checkpoint", "letter-1", "-o", "killed")
      usleep(moment)
      running.kill()
      _ = try running.wait()

      let doctor = try desk.picket("doctor")
      #expect(doctor.code == 0, "killed after \(moment) microseconds: \(doctor.text)")
      let waiting = try #require(Int(desk.sqlite("SELECT count(*) FROM ledger_queue")))
      #expect(waiting == 0 || waiting == 20_001, "killed after \(moment) microseconds")
      #expect(!desk.names().contains { $0.contains("partial") })
      let isThere = desk.names().contains("killed")
      if isThere {
        #expect(waiting == 0)
        #expect(desk.read("killed") == whole)
        try FileManager.default.removeItem(atPath: desk.folder + "/killed")
      }
      // The order is that of the leaves' hashes: the checkpoint is the same, whenever it is made.
      #expect(try desk.succeed("checkpoint", "letter-1").text == whole)
      #expect(try desk.picket("doctor").code == 0)
      try? FileManager.default.removeItem(atPath: desk.database + "-journal")
    }
  }
}
