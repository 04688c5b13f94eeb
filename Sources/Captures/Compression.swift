import Campaigns
import ZLIB

/// Captured bytes in the smaller form in which they are kept: a zlib stream (RFC 1950), which carries a checksum.
public enum Compression {
  /// The bytes, made smaller.
  ///
  /// Another version of zlib may make other bytes of the same: compare what comes out of `inflated`, never these.
  /// - Throws: `inputOutput` where there is no memory for it.
  public static func deflated(_ bytes: [UInt8]) throws -> [UInt8] {
    let capacity = compressBound(uLong(bytes.count))
    var code = Z_MEM_ERROR
    let result = [UInt8](unsafeUninitializedCapacity: Int(capacity)) { room, count in
      var written = capacity
      code = compress2(room.baseAddress, &written, bytes, uLong(bytes.count), Z_DEFAULT_COMPRESSION)
      count = code == Z_OK ? Int(written) : 0
    }
    guard code == Z_OK else { throw noMemory }
    return result
  }

  /// The bytes that `deflated` was given.
  /// - Parameter most: the most bytes that may come out; no more memory is taken than for those.
  /// - Throws: `unusableFile` where these bytes were not made by `deflated`, were cut or changed, are followed by
  ///   others, or hold more than `most`; `inputOutput` where there is no memory for it.
  public static func inflated(_ bytes: [UInt8], most: Int = CaptureSize.most) throws -> [UInt8] {
    var stream = z_stream()
    guard picket_inflate_begin(&stream) == Z_OK else { throw noMemory }
    defer { inflateEnd(&stream) }
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    // zlib counts its input in 32 bits.
    guard bytes.count <= Int(uInt.max) else { throw tooLarge(most) }
    try bytes.withUnsafeBufferPointer { source in
      stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      stream.avail_in = uInt(source.count)
      while true {
        let (code, count) = piece.withUnsafeMutableBufferPointer { room in
          stream.next_out = room.baseAddress
          stream.avail_out = uInt(room.count)
          return (inflate(&stream, Z_NO_FLUSH), room.count - Int(stream.avail_out))
        }
        guard code != Z_MEM_ERROR else { throw noMemory }
        guard code == Z_OK || code == Z_STREAM_END else { throw damaged }
        guard result.count + count <= most else { throw tooLarge(most) }
        result.append(contentsOf: piece[..<count])
        if code == Z_STREAM_END { break }
        // Everything was read and nothing more came out: the rest is missing.
        if stream.avail_in == 0, count == 0 { throw damaged }
      }
      guard stream.avail_in == 0 else { throw damaged }
    }
    return result
  }

  private static var damaged: Refusal {
    Refusal(.unusableFile, "the kept bytes of a page are damaged", hint: "take them from a backup")
  }

  private static func tooLarge(_ most: Int) -> Refusal {
    Refusal(
      .unusableFile, "the kept bytes of a page would take more than \(most) bytes",
      hint: "nothing that Picket kept does; take them from a backup")
  }

  private static var noMemory: Refusal {
    Refusal(.inputOutput, "there is not enough memory for a page", hint: "end other programs and try again")
  }
}
