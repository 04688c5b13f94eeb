import Foundation

/// A way in for signatures that can be closed by itself: a form, a mailbox, a repository.
public struct Channel: Hashable, Sendable {
  /// The petition whose signatures come through it.
  public let petition: Identifier<Petition>
  /// The channel's name, unique within its petition. It stands in the clear, so it names no person.
  public let name: Slug
  /// From this instant on nothing comes through it; nil while it stays open.
  public private(set) var closesAt: Date?

  /// A channel as a repository keeps it.
  public init(petition: Identifier<Petition>, name: Slug, closesAt: Date? = nil) {
    self.petition = petition
    self.name = name
    self.closesAt = closesAt
  }

  /// Closes the channel at an instant, in the past or to come; closed once more, the later word stands. Seconds
  /// count.
  public mutating func close(at instant: Date) {
    closesAt = Date(timeIntervalSince1970: instant.timeIntervalSince1970.rounded(.down))
  }

  /// Opens the channel again, without an end.
  public mutating func open() {
    closesAt = nil
  }

  /// Whether nothing comes through it at the instant.
  public func isClosed(at instant: Date) -> Bool {
    closesAt.map { $0 <= instant } ?? false
  }

  /// Makes sure that signatures come through at the instant.
  /// - Parameter slug: the petition's slug, for the hint.
  /// - Throws: `notAllowed` where the channel is closed; it says since when and how to open it.
  public func requireOpen(at instant: Date, of slug: Slug) throws {
    guard let closesAt, closesAt <= instant else { return }
    throw Refusal(
      .notAllowed, "the channel \(name) of \(slug) is closed since \(closesAt.formatted(.iso8601))",
      hint: "picket channel open \(slug) \(name) opens it again; other channels go on")
  }
}
