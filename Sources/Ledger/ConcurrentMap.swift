import Dispatch

/// The results of the function for 0..<count in their order, worked out on all cores in pieces of the grain.
///
/// With one piece it stays on the calling thread: waking another takes longer than a few hashes. The function is
/// called from several threads at once and must only read what they share.
func concurrentMap<Result>(_ count: Int, grain: Int, _ transform: (Int) -> Result) -> [Result] {
  guard count > grain else { return (0..<count).map(transform) }
  return withoutActuallyEscaping(transform) { transform in
    Array(unsafeUninitializedCapacity: count) { results, initializedCount in
      // Every piece writes places of its own, and concurrentPerform returns after the last of them.
      nonisolated(unsafe) let results = results
      nonisolated(unsafe) let transform = transform
      DispatchQueue.concurrentPerform(iterations: (count + grain - 1) / grain) { piece in
        for place in piece * grain..<min(count, (piece + 1) * grain) {
          results.initializeElement(at: place, to: transform(place))
        }
      }
      initializedCount = count
    }
  }
}
