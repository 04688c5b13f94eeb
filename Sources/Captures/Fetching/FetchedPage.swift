/// What a server answered.
public struct FetchedPage: Hashable, Sendable {
  /// One redirection on the way.
  public struct Hop: Hashable, Sendable {
    /// The URL that was asked for. It may hold a token in its query: keep it, but show it to nobody unasked.
    public let url: String
    /// The status with which it redirected: 301, 302, 303, 307 or 308.
    public let status: Int
  }

  /// The URL that answered, without a fragment. Its query may hold a token.
  public let url: String
  /// The redirections that led to it, the first one first.
  public let hops: [Hop]
  /// The status: 200 where the page is there, 404 or 410 where it is gone, and so on.
  public let status: Int
  /// The header `Content-Type`; nil where none was sent.
  public let contentType: String?
  /// The header `Last-Modified` as it was sent, which is the server's word and no proof; nil where none was.
  public let lastModified: String?
  /// The header `ETag` as it was sent; nil where none was.
  public let entityTag: String?
  /// The body, decompressed. Where the status is none of success it is the server's page that says so.
  public let bytes: [UInt8]

  /// Whether the server gave the page: a status from 200 to 299.
  public var isThere: Bool { 200...299 ~= status }

  /// Whether the server says that there is no such page: 404 or 410.
  public var isGone: Bool { status == 404 || status == 410 }
}
