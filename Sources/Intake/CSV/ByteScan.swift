import Foundation

/// Eight copies of a byte, to compare eight bytes with it at a time.
@inline(__always)
func eightTimes(_ byte: UInt8) -> UInt64 {
  UInt64(byte) &* 0x0101_0101_0101_0101
}

/// The top bit of each of the eight bytes.
let topBits: UInt64 = 0x8080_8080_8080_8080

/// Has the top bit set of the lowest byte that is zero, and of none below it.
@inline(__always)
func zeroBytes(_ word: UInt64) -> UInt64 {
  (word &- 0x0101_0101_0101_0101) & ~word & topBits
}

/// Eight bytes, the first of them lowest.
@inline(__always)
func word(_ base: UnsafeRawPointer, _ offset: Int) -> UInt64 {
  UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
}

/// Where an unquoted cell ends that goes on at `position`: at a delimiter, a line break or `end`.
///
/// Looks up to seven bytes beyond `end`.
@inline(__always)
func endOfCell(_ base: UnsafeRawPointer, from position: Int, to end: Int, delimiters: UInt64) -> Int {
  var place = position
  while place < end {
    let bytes = word(base, place)
    let hits =
      zeroBytes(bytes ^ delimiters) | zeroBytes(bytes ^ eightTimes(lineFeed))
      | zeroBytes(bytes ^ eightTimes(carriageReturn))
    if hits != 0 { return min(place + hits.trailingZeroBitCount >> 3, end) }
    place += 8
  }
  return end
}

/// The first place of the byte in `position..<end`; nil where it is not there.
@inline(__always)
func firstPlace(of byte: UInt8, _ base: UnsafeRawPointer, from position: Int, to end: Int) -> Int? {
  guard position < end, let found = memchr(base + position, Int32(byte), end - position) else { return nil }
  return UnsafeRawPointer(found) - base
}

/// The number of line breaks in the bytes: LF, CR LF and a CR on its own are one each.
func lineBreaks(_ base: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
  var count = 0
  var position = start
  while let place = firstPlace(of: lineFeed, base, from: position, to: end) {
    count += 1
    position = place + 1
  }
  position = start
  while let place = firstPlace(of: carriageReturn, base, from: position, to: end) {
    position = place + 1
    let isPair = position < end && base.load(fromByteOffset: position, as: UInt8.self) == lineFeed
    count += isPair ? 0 : 1
  }
  return count
}
