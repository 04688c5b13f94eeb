import Foundation
import Synchronization

/// Hands values from one thread to another, in order, a few at a time: who is faster waits.
final class Conveyor<Value: Sendable>: Sendable {
  private struct State {
    var values: [Value] = []
    var end: Result<Void, any Error>?
  }

  private let capacity: Int
  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let free: DispatchSemaphore

  init(capacity: Int) {
    self.capacity = capacity
    free = DispatchSemaphore(value: capacity)
  }

  deinit {
    // A semaphore must not go with fewer free places than it had when it was made.
    for _ in 0..<capacity { free.signal() }
  }

  /// Hands a value over; waits while the other side is behind. Does nothing once the conveyor has ended.
  func send(_ value: Value) {
    free.wait()
    state.withLock { state in
      if state.end == nil { state.values.append(value) }
    }
    filled.signal()
  }

  /// Whether the conveyor has ended: whoever fills it can stop.
  var hasEnded: Bool { state.withLock { $0.end != nil } }

  /// Says that nothing comes any more, because all is done or because of a failure.
  func end(_ result: Result<Void, any Error> = .success(())) {
    state.withLock { state in
      if state.end == nil { state.end = result }
    }
    filled.signal()
    free.signal()
  }

  /// The next value; nil at the end.
  /// - Throws: the failure that the conveyor was ended with, after all values before it.
  func receive() throws -> Value? {
    filled.wait()
    let (value, end) = state.withLock { state -> (Value?, Result<Void, any Error>?) in
      state.values.isEmpty ? (nil, state.end) : (state.values.removeFirst(), nil)
    }
    if let value {
      free.signal()
      return value
    }
    // Whoever asks again meets the end again.
    filled.signal()
    try end?.get()
    return nil
  }
}
