import Foundation
import Synchronization
import Testing

@testable import Office

@Suite struct ConveyorTests {
  @Test("values come in order, then the end, however often it is asked for")
  func order() throws {
    let conveyor = Conveyor<Int>(capacity: 2)
    Thread.detachNewThread {
      for number in 0..<1000 { conveyor.send(number) }
      conveyor.end()
    }
    var received: [Int] = []
    while let number = try conveyor.receive() { received.append(number) }
    #expect(received == Array(0..<1000))
    #expect(try conveyor.receive() == nil)
  }

  @Test("a failure comes behind the values before it")
  func failure() throws {
    let conveyor = Conveyor<Int>(capacity: 4)
    conveyor.send(1)
    conveyor.end(.failure(CancellationError()))
    #expect(try conveyor.receive() == 1)
    #expect(throws: CancellationError.self) { try conveyor.receive() }
  }

  @Test("who fills a conveyor that was ended does not wait for ever")
  func ended() throws {
    let conveyor = Conveyor<Int>(capacity: 1)
    let sent = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      while !conveyor.hasEnded { conveyor.send(1) }
      sent.signal()
    }
    _ = try conveyor.receive()
    conveyor.end()
    #expect(sent.wait(timeout: .now() + 10) == .success)
  }
}
