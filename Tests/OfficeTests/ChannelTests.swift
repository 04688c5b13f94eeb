import Foundation
import Synchronization
import Testing

@testable import Office

@Suite struct ChannelTests {
  @Test("values come in order, then the end, however often it is asked for")
  func order() throws {
    let channel = Channel<Int>(capacity: 2)
    Thread.detachNewThread {
      for number in 0..<1000 { channel.send(number) }
      channel.end()
    }
    var received: [Int] = []
    while let number = try channel.receive() { received.append(number) }
    #expect(received == Array(0..<1000))
    #expect(try channel.receive() == nil)
  }

  @Test("a failure comes behind the values before it")
  func failure() throws {
    let channel = Channel<Int>(capacity: 4)
    channel.send(1)
    channel.end(.failure(CancellationError()))
    #expect(try channel.receive() == 1)
    #expect(throws: CancellationError.self) { try channel.receive() }
  }

  @Test("who fills a channel that was ended does not wait for ever")
  func ended() throws {
    let channel = Channel<Int>(capacity: 1)
    let sent = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      while !channel.hasEnded { channel.send(1) }
      sent.signal()
    }
    _ = try channel.receive()
    channel.end()
    #expect(sent.wait(timeout: .now() + 10) == .success)
  }
}
