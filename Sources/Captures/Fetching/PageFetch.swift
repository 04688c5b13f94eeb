import Campaigns

/// Fetches public pages, as anybody would see them.
///
/// One GET, as `Picket`, without cookies, a language, a referrer, or the proxies that the environment names. No
/// script is run. Certificates are checked against the system's. Nothing within a private network or on this machine
/// is reached, whatever a name resolves to and wherever a page redirects, because the address itself is looked at
/// before each connection.
public struct PageFetch: Sendable {
  /// Whether pages in private networks and on this machine may be fetched too.
  public let allowsPrivate: Bool
  /// How long a page may take in seconds, with all redirections.
  public let seconds: Double
  /// For how many seconds a server may send less than `slowestBytes` a second; 0 sets no limit.
  public let slowSeconds: Int
  /// The least bytes a second.
  public let slowestBytes: Int
  /// The most bytes of a page, compressed and decompressed.
  public let mostBytes: Int
  /// Which addresses may be connected to.
  let permits: @Sendable (NetworkAddress) -> Bool
  /// The file with the certificates of those who are believed; nil for the system's.
  let authorities: String?

  /// Most redirections that are followed.
  public static let mostHops = 10

  /// A way of fetching.
  public init(
    allowPrivate: Bool = false, seconds: Double = 60, slowSeconds: Int = 30, slowestBytes: Int = 100,
    mostBytes: Int = CaptureSize.most
  ) {
    self.init(
      allowPrivate: allowPrivate, seconds: seconds, slowSeconds: slowSeconds, slowestBytes: slowestBytes,
      mostBytes: mostBytes, permits: { allowPrivate || $0.isPublic })
  }

  /// A way of fetching that permits its own addresses, and believes others than the system does.
  init(
    allowPrivate: Bool = false, seconds: Double = 60, slowSeconds: Int = 30, slowestBytes: Int = 100,
    mostBytes: Int = CaptureSize.most, authorities: String? = nil,
    permits: @escaping @Sendable (NetworkAddress) -> Bool
  ) {
    self.allowsPrivate = allowPrivate
    self.seconds = seconds
    self.slowSeconds = slowSeconds
    self.slowestBytes = slowestBytes
    self.mostBytes = mostBytes
    self.permits = permits
    self.authorities = authorities
  }

  /// What the server answers for the URL, in the end. The calling thread waits for it.
  ///
  /// Any status is an answer, so that it can be recorded that a page is gone.
  /// - Throws: `invalidValue` where this is no `http` or `https` URL, or has a user name or password; `notAllowed`
  ///   where it leads to an address that is not public, or is redirected to what may not be given; `unusableFile`
  ///   where the page is larger than `mostBytes` or cannot be decompressed; `inputOutput` where the name is not
  ///   known, no connection is made, the certificate is not valid, the time is over, the server breaks off, or
  ///   redirects more than `mostHops` times. No refusal holds the query of a URL.
  public func page(at url: String) throws -> FetchedPage {
    let transfer = try Transfer(self)
    var address = try PageAddress(url)
    var hops: [FetchedPage.Hop] = []
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while true {
      let answer = try transfer.get(address, within: clock.now.duration(to: end))
      guard let target = answer.redirect else {
        return FetchedPage(
          url: address.text, hops: hops, status: answer.status, contentType: answer.headers["content-type"],
          lastModified: answer.headers["last-modified"], entityTag: answer.headers["etag"], bytes: answer.body)
      }
      guard hops.count < Self.mostHops else {
        throw Refusal(
          .inputOutput, "\(try PageAddress(url).shown) redirects more than \(Self.mostHops) times",
          hint: "look at the page in a browser, and give the URL that it ends at")
      }
      hops.append(FetchedPage.Hop(url: address.text, status: answer.status))
      address = try PageAddress(target, from: address)
    }
  }
}
