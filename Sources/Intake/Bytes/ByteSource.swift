/// Where the bytes of a sheet come from, from the first to the last, once.
public protocol ByteSource: Sendable {
  /// What errors call it: the file's name as the user gave it, `-` for standard input.
  var name: String { get }

  /// Puts the next bytes at the front of the buffer, as many as are at hand and fit.
  ///
  /// - Returns: the number of bytes, 0 at the end and only there. The buffer is never empty.
  /// - Throws: a `Refusal` where the source cannot be read any further.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Bytes that are in memory already.
public struct MemorySource: ByteSource {
  /// What errors call it.
  public let name: String
  private let bytes: [UInt8]
  private var position = 0
  private let stride: Int

  /// A source of these bytes. `stride` is how many it hands out at a time at most.
  public init(_ bytes: [UInt8], name: String = "memory", stride: Int = .max) {
    self.bytes = bytes
    self.name = name
    self.stride = stride
  }

  /// A source of the text's UTF-8 bytes.
  public init(_ text: String, name: String = "memory", stride: Int = .max) {
    self.init(Array(text.utf8), name: name, stride: stride)
  }

  /// The next bytes.
  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - position, stride)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}
