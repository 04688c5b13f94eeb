/// The rules that an address in a sheet has to keep, on its bytes. Whether it reaches anyone is not asked.
enum MailAddress {
  /// Looks at a trimmed cell of valid UTF-8.
  ///
  /// - Throws: the first rule that is broken.
  static func check(_ address: UnsafeRawBufferPointer) throws(CellFault) {
    guard !address.isEmpty else { throw .addressEmpty }
    var at: Int?
    var severalAts = false
    var isASCII = true
    for (place, byte) in address.enumerated() {
      switch byte {
      case 0x20, 0x09, lineFeed, carriageReturn: throw .addressWithSpace
      case 0..<0x20, 0x7F: throw .controlCharacter
      case UInt8(ascii: "@"):
        severalAts = at != nil
        at = place
      case 0x80...: isASCII = false
      default: continue
      }
      if severalAts { throw .addressWithSeveralAts }
    }
    if !isASCII { try checkCharacters(address) }
    guard let at else { throw .addressWithoutAt }
    guard at > 0 else { throw .addressWithoutLocalPart }
    guard at <= 64 else { throw .addressLocalPartTooLong }
    guard address.count <= 254 else { throw .addressTooLong }
    try checkDomain(UnsafeRawBufferPointer(rebasing: address[(at + 1)...]))
  }

  /// Spaces and characters that cannot be seen exist beyond ASCII too.
  private static func checkCharacters(_ address: UnsafeRawBufferPointer) throws(CellFault) {
    var scalars = ScalarCursor(address)
    while let scalar = scalars.next() {
      switch ScalarKind.of(scalar) {
      case .visible: continue
      case .space, .lineBreak, .tab: throw .addressWithSpace
      case .zeroWidth, .invisible: throw .addressWithInvisible
      case .control: throw .controlCharacter
      }
    }
  }

  private static func checkDomain(_ domain: UnsafeRawBufferPointer) throws(CellFault) {
    var dots = 0
    var labelLength = 0
    for byte in domain {
      switch byte {
      case UInt8(ascii: "."):
        guard labelLength > 0 else { throw .domainWithEmptyLabel }
        dots += 1
        labelLength = 0
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
        labelLength += 1
      default: throw .domainWithOddCharacter
      }
    }
    guard dots > 0 else { throw .domainWithoutDot }
    guard labelLength > 0 else { throw .domainWithEmptyLabel }
  }
}
