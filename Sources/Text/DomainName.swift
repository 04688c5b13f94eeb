import ICU

/// Names of the domain name system in the one form in which they can be compared.
public enum DomainName {
  /// The domain in ASCII and lower case, its other letters as Punycode; nil where it is not a domain name.
  ///
  /// By UTS 46, nontransitional: `Straße.example` is `xn--strae-oqa.example`. There are at most 253 characters,
  /// 1 to 63 in each label; a name that ends with a dot is refused, as is an underscore.
  public static func ascii(_ domain: String) -> String? {
    var domain = domain
    return domain.withUTF8 { bytes -> String? in
      switch PlainDomain(bytes) {
      case .plain:
        return String(decoding: bytes, as: UTF8.self)
      case .plainButForCase:
        return String(unsafeUninitializedCapacity: bytes.count) { result in
          for (place, byte) in bytes.enumerated() { result[place] = byte.asciiLowercased }
          return bytes.count
        }
      case .invalid: return nil
      case .international: return international(bytes)
      }
    }
  }

  private static func international(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    // A name of 253 characters in ASCII can be longer in other letters, but never by that much.
    guard let registry, bytes.count <= 4096 else { return nil }
    return bytes.withMemoryRebound(to: CChar.self) { characters -> String? in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { result -> String? in
        let count = picket_domain_ascii(
          registry, characters.baseAddress, Int32(characters.count), result.baseAddress, 256)
        guard count > 0, count <= 253 else { return nil }
        return UnsafeMutableBufferPointer(rebasing: result[..<Int(count)]).withMemoryRebound(to: UInt8.self) {
          // ICU lets the root's empty label stand.
          $0.last == UInt8(ascii: ".") ? nil : String(decoding: $0, as: UTF8.self)
        }
      }
    }
  }

  // ICU's object for it never changes once it is made, so threads share it.
  private nonisolated(unsafe) static let registry: OpaquePointer? = picket_domains_open()
}

/// What can be said of a domain name without Unicode's tables.
package enum PlainDomain {
  /// It is one, in the form in which names are compared.
  case plain
  /// It is one, with capital letters.
  case plainButForCase
  /// It needs the tables: it is not ASCII, or has a label in Punycode.
  case international
  /// It is none.
  case invalid

  /// Looks at the UTF-8 bytes of a name.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var labelStart = 0
    var hasCapitals = false
    var isInvalid = bytes.isEmpty || bytes.count > 253
    for place in 0...bytes.count {
      let byte = place < bytes.count ? bytes[place] : dot
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        break
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        hasCapitals = true
      case hyphen:
        // Two hyphens in third and fourth place are kept for encodings such as Punycode.
        if place - labelStart == 3, bytes[place - 1] == hyphen {
          self = .international
          return
        }
      case dot:
        let length = place - labelStart
        if length == 0 || length > 63 || bytes[labelStart] == hyphen || bytes[place - 1] == hyphen {
          isInvalid = true
        }
        labelStart = place + 1
      case 0x80...:
        self = .international
        return
      default:
        isInvalid = true
      }
    }
    self = isInvalid ? .invalid : hasCapitals ? .plainButForCase : .plain
  }
}

private let hyphen = UInt8(ascii: "-")
private let dot = UInt8(ascii: ".")

extension UInt8 {
  /// The byte, or its small letter where it is a capital one of ASCII.
  package var asciiLowercased: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }
}
