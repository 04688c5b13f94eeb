/// That someone made sure the signatory is who they say. Sealed; the proof itself is not kept.
public struct Verification: Hashable, Sendable {
  /// How it was made sure.
  public var method: Method
  /// The day on which it was made sure.
  public var day: CalendarDate
  /// Which organizer did it, as organizers call each other; nil where it was not said.
  public var by: String?

  /// A verification by this method.
  public init(method: Method, on day: CalendarDate, by: String? = nil) {
    self.method = method
    self.day = day
    self.by = by
  }

  /// A way of making sure: one of those that Picket knows, or the organizers' own in a few words.
  public struct Method: Hashable, Sendable, CustomStringConvertible {
    /// The method as it is written, at most 60 characters.
    public let description: String

    /// The method that organizers call so.
    /// - Throws: `invalidValue` where the text is empty, longer than 60 characters or holds control characters.
    public init(_ text: String) throws {
      let trimmed = text.trimmingWhitespace()
      guard !trimmed.isEmpty, trimmed.count <= 60, !trimmed.unicodeScalars.contains(where: { $0.value < 32 }) else {
        throw Refusal(
          .invalidValue, "a verification method is 1 to 60 characters on one line",
          hint: "known ones: \(Method.all.map(\.description).joined(separator: ", "))")
      }
      self.init(kept: trimmed)
    }

    /// A method as it was kept, which was checked when it was made.
    public init(kept text: String) { self.description = text }

    /// A code that was given to the person beforehand.
    public static let inviteCode = Method(kept: "invite-code")
    /// A signatory who was verified before vouches for the person.
    public static let voucher = Method(kept: "voucher")
    /// A code sent to the address came back.
    public static let emailCode = Method(kept: "email-code")
    /// An organizer saw the badge.
    public static let badge = Method(kept: "badge")
    /// An organizer knows the person.
    public static let known = Method(kept: "known")

    /// The methods that Picket has a word for.
    public static let all = [inviteCode, voucher, emailCode, badge, known]
  }
}
