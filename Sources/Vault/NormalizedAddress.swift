import Text

/// An e-mail address in the one form in which two spellings of it are equal. It is for comparing, not for writing to.
///
/// Without the white space around it, composed, in lower case, its domain in ASCII, and without a `+tag`.
/// Dots count, except at gmail.com and googlemail.com, which are one domain.
public struct NormalizedAddress: Hashable, Sendable, Confidential {
  /// The rules that make the form. Tags made under another version do not compare.
  public static let version = 1

  /// The address: a local part, `@` and a domain in ASCII.
  public let text: String
  private let localByteCount: Int

  /// The domain, in ASCII and lower case.
  public var domain: String {
    String(decoding: text.utf8.dropFirst(localByteCount + 1), as: UTF8.self)
  }

  /// The normalized form of an address; nil where it is none that mail could reach.
  ///
  /// It has exactly one `@`, before it 1 to 64 bytes that are more than a tag, after it a domain with a dot;
  /// 254 bytes at most, counted with its tag; no white space within and nothing invisible; and of punctuation
  /// what is allowed unquoted, so no commas and no brackets.
  public init?(_ email: String) {
    var email = email
    switch email.withUTF8(Reading.init(plain:)) {
    case .address(let address): self = address
    case .none: return nil
    case .notPlain:
      guard let address = NormalizedAddress(international: email) else { return nil }
      self = address
    }
  }

  fileprivate init(text: String, localByteCount: Int) {
    self.text = text
    self.localByteCount = localByteCount
  }
}

/// What came of reading an address as ASCII.
private enum Reading {
  case address(NormalizedAddress)
  case none
  /// It takes Unicode's tables.
  case notPlain

  init(plain bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var end = bytes.count
    while start < end, isASCIIWhiteSpace(bytes[start]) { start += 1 }
    while end > start, isASCIIWhiteSpace(bytes[end - 1]) { end -= 1 }
    var at: Int?
    for place in start..<end {
      let byte = bytes[place]
      if byte >= 0x80 {
        self = .notPlain
        return
      }
      if byte == atSign { at = at == nil ? place : -1 }
    }
    guard let at, at >= start else {
      self = .none
      return
    }
    let domain = UnsafeBufferPointer(rebasing: bytes[at + 1..<end])
    switch PlainDomain(domain) {
    case .international: self = .notPlain
    case .invalid: self = .none
    case .plain, .plainButForCase:
      let local = UnsafeBufferPointer(rebasing: bytes[start..<at])
      self = NormalizedAddress(local: local, asciiDomain: domain).map(Reading.address) ?? .none
    }
  }
}

extension NormalizedAddress {
  fileprivate init?(international email: String) {
    var scalars = email.unicodeScalars[...]
    while let first = scalars.first, first.isBlank { scalars.removeFirst() }
    while let last = scalars.last, last.isBlank { scalars.removeLast() }
    // Much longer than an address can be: not worth the tables.
    guard scalars.count <= 1024, !scalars.contains(where: \.isBlank) else { return nil }
    let composed = Normalization.nfc(Normalization.nfc(String(scalars)).lowercased())
    let parts = composed.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, var domain = DomainName.ascii(String(parts[1])) else { return nil }
    var local = String(parts[0])
    let address = local.withUTF8 { local in
      domain.withUTF8 { NormalizedAddress(local: local, asciiDomain: $0) }
    }
    guard let address else { return nil }
    self = address
  }

  /// Puts the address together from a local part, which is composed and in lower case where it is not ASCII,
  /// and a valid domain in ASCII.
  fileprivate init?(local: UnsafeBufferPointer<UInt8>, asciiDomain domain: UnsafeBufferPointer<UInt8>) {
    guard (1...64).contains(local.count), local.count + 1 + domain.count <= 254, domain.contains(dot),
      local.allSatisfy(isAllowedUnquoted)
    else { return nil }
    let isGoogle = equalsIgnoringCase(domain, "gmail.com") || equalsIgnoringCase(domain, "googlemail.com")
    var localCount = 0
    let text = String(unsafeUninitializedCapacity: local.count + 1 + domain.count) { result in
      for byte in local {
        if byte == plus { break }
        if isGoogle, byte == dot { continue }
        result[localCount] = byte.asciiLowercased
        localCount += 1
      }
      result[localCount] = atSign
      var count = localCount + 1
      if isGoogle {
        for byte in "gmail.com".utf8 {
          result[count] = byte
          count += 1
        }
      } else {
        for byte in domain {
          result[count] = byte.asciiLowercased
          count += 1
        }
      }
      return count
    }
    guard localCount > 0 else { return nil }
    self.init(text: text, localByteCount: localCount)
  }
}

private let atSign = UInt8(ascii: "@")
private let dot = UInt8(ascii: ".")
private let plus = UInt8(ascii: "+")

private func isASCIIWhiteSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte >= 0x09 && byte <= 0x0D
}

/// Whether the byte may stand in a local part without quotation marks (RFC 5322's atoms, RFC 6532's letters).
private func isAllowedUnquoted(_ byte: UInt8) -> Bool {
  switch byte {
  case 0...0x20, 0x7F: false
  case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ":"),
    UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "["),
    UInt8(ascii: "\\"), UInt8(ascii: "]"):
    false
  default: true
  }
}

private func equalsIgnoringCase(_ bytes: UnsafeBufferPointer<UInt8>, _ lowercase: StaticString) -> Bool {
  bytes.count == lowercase.utf8CodeUnitCount
    && bytes.indices.allSatisfy { bytes[$0].asciiLowercased == lowercase.utf8Start[$0] }
}

extension Unicode.Scalar {
  /// White space, a control character, or one that cannot be seen.
  fileprivate var isBlank: Bool {
    switch properties.generalCategory {
    case .control, .format: true
    default: properties.isWhitespace
    }
  }
}
