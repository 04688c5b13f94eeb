import Synchronization

/// Where each record of a transcript stands in the original, from whoever writes it to whoever reads it.
final class TranscriptPlaces: Sendable {
  /// Where a record stands, and why it cannot be taken.
  struct Place: Sendable {
    /// The line in the original, from 1.
    var line = 0
    /// The file that the line is of; nil where there is only the one.
    var file: String?
    /// Why the record is refused, whatever its cells are; nil where it is not.
    var fault: CellFault?
  }

  private struct Queue {
    var places: [Place] = []
    var first = 0
  }

  private let queue = Mutex(Queue())

  /// Enters the place of the next record.
  func append(_ place: Place) {
    queue.withLock { $0.places.append(place) }
  }

  /// Takes out the place of the next record; nil where none was entered.
  func take() -> Place? {
    queue.withLock { queue in
      guard queue.first < queue.places.count else { return nil }
      let place = queue.places[queue.first]
      queue.first += 1
      if queue.first == queue.places.count {
        queue.places.removeAll(keepingCapacity: true)
        queue.first = 0
      } else if queue.first == 4096 {
        queue.places.removeFirst(queue.first)
        queue.first = 0
      }
      return place
    }
  }
}
