import Campaigns

/// What a server says that its bytes are: the value of `Content-Type`.
struct MediaType {
  /// Type and subtype in lower case, such as `text/html`.
  let essence: String
  /// The label of an encoding as it was written; nil where there is none.
  let charset: String?

  /// Nil where there is no type in it.
  init?(_ header: String?) {
    guard let header else { return nil }
    let parts = header.split(separator: ";", omittingEmptySubsequences: false)
    essence = parts.first?.trimmingWhitespace().lowercased() ?? ""
    let sides = essence.split(separator: "/", omittingEmptySubsequences: false)
    guard sides.count == 2, sides.allSatisfy({ !$0.isEmpty }) else { return nil }
    charset =
      parts.dropFirst().lazy.compactMap { part -> String? in
        guard let equals = part.firstIndex(of: "="),
          part[..<equals].trimmingWhitespace().lowercased() == "charset"
        else { return nil }
        return part[part.index(after: equals)...].trimmingWhitespace().filter { $0 != "\"" && $0 != "'" }
      }.first
  }

  /// Whether it is what browsers show as a page.
  var isHTML: Bool { essence == "text/html" || essence == "application/xhtml+xml" }

  /// Whether it is one of those that say nothing.
  var isUnknown: Bool {
    ["application/octet-stream", "binary/octet-stream", "application/unknown", "unknown/unknown", "*/*"]
      .contains(essence)
  }

  /// Whether it is text that is shown as it stands.
  var isPlainText: Bool { essence.hasPrefix("text/") && !isHTML && essence != "text/xml" }
}
