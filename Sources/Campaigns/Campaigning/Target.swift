/// Who is asked to act.
public struct Target: Hashable, Sendable {
  /// The target's identifier.
  public let id: Identifier<Target>
  /// The target's name in commands, unique among targets.
  public let slug: Slug
  /// The target's public name.
  public var name: String
  /// What kind of body it is.
  public var kind: Kind
  /// The mail domains that the target controls: mail to them is read by it.
  public var domains: [MailDomain]

  /// A target as a repository keeps it.
  public init(id: Identifier<Target>, slug: Slug, name: String, kind: Kind, domains: [MailDomain]) {
    self.id = id
    self.slug = slug
    self.name = name
    self.kind = kind
    self.domains = domains
  }

  /// What kind of body a target is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A company.
    case company
    /// A public agency.
    case agency
    /// A parliament or council.
    case legislature
  }

  /// Whether the target reads mail sent to an address at this domain: it is one of the target's or below one.
  public func controls(mailDomain domain: String) -> Bool {
    let domain = domain.lowercased()
    return domains.contains { domain == $0.description || domain.hasSuffix("." + $0.description) }
  }
}

/// A mail domain in lower case, with at least one dot, in ASCII (internationalized names in their `xn--` form).
public struct MailDomain: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The domain as it is written.
  public let description: String

  /// The domain written like this; an `@` before it is forgiven.
  /// - Throws: `invalidValue` where it is not a domain.
  public init(_ text: String) throws {
    var name = text.lowercased()
    if name.hasPrefix("@") { name.removeFirst() }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    let isWellFormed =
      labels.count >= 2 && name.utf8.count <= 253
      && labels.allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      }
    guard isWellFormed else {
      throw Refusal(
        .invalidValue, "\"\(text.prefix(80))\" is no mail domain",
        hint: "give the part after the @, for example example.com; write international names in their xn-- form")
    }
    self.description = name
  }

  /// Whether the left domain sorts first.
  public static func < (left: MailDomain, right: MailDomain) -> Bool {
    left.description < right.description
  }
}
