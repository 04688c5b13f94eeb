import Foundation
import Testing

@testable import Campaigns

@Suite struct ChannelTests {
  private let slug: Slug
  private var channel: Channel

  init() throws {
    slug = try Slug("letter-1")
    channel = Channel(petition: Identifier(rawValue: 1), name: try Slug("web-form"))
  }

  private func refusal(at instant: TimeInterval) -> Refusal? {
    do {
      try channel.requireOpen(at: Date(timeIntervalSince1970: instant), of: slug)
      return nil
    } catch {
      return error as? Refusal
    }
  }

  @Test("a channel is open until somebody closes it")
  func open() {
    #expect(refusal(at: 4_000_000_000) == nil)
  }

  @Test("a closed channel says since when, and how to open it")
  mutating func closed() {
    channel.close(at: Date(timeIntervalSince1970: 1_000.9))
    #expect(refusal(at: 999) == nil)
    #expect(refusal(at: 1_000)?.code == .notAllowed)
    #expect(refusal(at: 2_000)?.message == "the channel web-form of letter-1 is closed since 1970-01-01T00:16:40Z")
    #expect(refusal(at: 2_000)?.hint?.contains("picket channel open letter-1 web-form") == true)
  }

  @Test("an opened channel has no end any more, and closed once more the later word stands")
  mutating func reopened() {
    channel.close(at: Date(timeIntervalSince1970: 1_000))
    channel.open()
    #expect(refusal(at: 2_000) == nil)
    channel.close(at: Date(timeIntervalSince1970: 1_000))
    channel.close(at: Date(timeIntervalSince1970: 3_000))
    #expect(refusal(at: 2_000) == nil)
    #expect(refusal(at: 3_000) != nil)
  }
}
