import CURL
import Campaigns

/// Requests for one page and where it redirects to, one after the other.
final class Transfer {
  /// What a server answered to one request.
  struct Answer {
    let status: Int
    /// The full URL that it redirects to; nil where it does not.
    let redirect: String?
    /// The headers that are kept, by their name in lower case.
    let headers: [String: String]
    let body: [UInt8]
  }

  private let library: UnsafePointer<picket_curl>
  private let handle: UnsafeMutableRawPointer
  private let limits: PageFetch
  private var headers: [String: String] = [:]
  private var headerBytes = 0
  private var body: [UInt8] = []
  private var isTooLarge = false
  /// The last address that was not permitted.
  private var refused: NetworkAddress?

  /// - Throws: `inputOutput` where libcurl is missing or cannot be used.
  init(_ limits: PageFetch) throws {
    library = try LoadedCURL.functions.get()
    guard let handle = picket_curl_open(library) else { throw Self.unusable }
    self.handle = handle
    self.limits = limits
    do { try setUp() } catch {
      picket_curl_close(library, handle)
      throw error
    }
  }

  deinit { picket_curl_close(library, handle) }

  /// Makes one request and does not follow where it redirects to.
  /// - Throws: as `PageFetch.page(at:)`.
  func get(_ address: PageAddress, within time: Duration) throws -> Answer {
    let milliseconds = Int(time / .milliseconds(1))
    guard milliseconds > 0 else { throw tooLong(address) }
    startOver()
    try require(picket_curl_set_text(library, handle, CURLOPT_URL, address.text))
    try require(picket_curl_set_number(library, handle, CURLOPT_TIMEOUT_MS, milliseconds))
    try require(
      picket_curl_set_functions(
        library, handle, Unmanaged.passUnretained(self).toOpaque(),
        { bytes, size, count, context in Transfer.of(context)?.hear(header: bytes, size * count) ?? 0 },
        { bytes, size, count, context in Transfer.of(context)?.hear(body: bytes, size * count) ?? 0 },
        { context, _, address in Transfer.of(context)?.open(address) ?? badSocket }))
    let start = ContinuousClock().now
    let code = picket_curl_perform(library, handle)
    guard code == CURLE_OK else {
      throw refusal(code, address, isOver: start.duration(to: ContinuousClock().now) >= time - .milliseconds(20))
    }
    let status = picket_curl_status(library, handle)
    let isRedirect = [301, 302, 303, 307, 308].contains(status)
    let redirect = isRedirect ? picket_curl_redirect(library, handle).map { String(cString: $0) } : nil
    defer { startOver() }
    return Answer(status: status, redirect: redirect, headers: headers, body: body)
  }

  private func startOver() {
    headers = [:]
    headerBytes = 0
    body = []
    isTooLarge = false
    refused = nil
  }

  private func setUp() throws {
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_HTTPGET, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_NOSIGNAL, 1), (CURLOPT_NETRC, 0),
      (CURLOPT_DISALLOW_USERNAME_IN_URL, 1), (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
      (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)), (CURLOPT_LOW_SPEED_LIMIT, limits.slowestBytes),
      (CURLOPT_LOW_SPEED_TIME, limits.slowSeconds),
    ]
    for (option, value) in numbers { try require(picket_curl_set_number(library, handle, option, value)) }
    let texts: [(CURLoption, String)] = [
      // An empty proxy is none, whatever the environment says.
      (CURLOPT_PROXY, ""), (CURLOPT_NOPROXY, "*"), (CURLOPT_USERAGENT, "Picket"),
      (CURLOPT_PROTOCOLS_STR, "http,https"),
      (CURLOPT_REDIR_PROTOCOLS_STR, "http,https"), (CURLOPT_ACCEPT_ENCODING, "gzip, deflate"),
    ]
    for (option, value) in texts { try require(picket_curl_set_text(library, handle, option, value)) }
    if let authorities = limits.authorities {
      try require(picket_curl_set_text(library, handle, CURLOPT_CAINFO, authorities))
    }
    try require(picket_curl_set_size(library, handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(limits.mostBytes)))
  }

  private func require(_ code: CURLcode) throws {
    guard code == CURLE_OK else { throw Self.unusable }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  private func hear(header bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    headerBytes += count
    guard let bytes, headerBytes <= mostHeaderBytes else {
      isTooLarge = true
      return 0
    }
    let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    // An answer may come after others that announce it; only the last one counts.
    if line.hasPrefix("HTTP/") {
      headers = [:]
    } else if let colon = line.firstIndex(of: ":") {
      let name = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...].filter { character in
        character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
      }.trimmingWhitespace()
      if keptHeaders.contains(name), !value.isEmpty, value.utf8.count <= longestHeader { headers[name] = value }
    }
    return count
  }

  /// Hears of the body as it comes, decompressed.
  private func hear(body bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    guard count > 0 else { return 0 }
    guard let bytes, body.count + count <= limits.mostBytes else {
      isTooLarge = true
      return 0
    }
    body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
    return count
  }

  /// Opens a socket for an address, the last one to which a name or a redirection has led, unless it is not
  /// permitted.
  private func open(_ address: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
    guard let address else { return badSocket }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = Int(picket_curl_address(address, &bytes))
    guard let found = NetworkAddress(Array(bytes.prefix(count))) else { return badSocket }
    guard limits.permits(found) else {
      refused = found
      return badSocket
    }
    return picket_curl_socket(address)
  }

  private func refusal(_ code: CURLcode, _ address: PageAddress, isOver: Bool) -> Refusal {
    let url = address.shown
    if isTooLarge || code == CURLE_FILESIZE_EXCEEDED {
      let most = limits.mostBytes
      let limit = most >= 1 << 20 ? "\(most >> 20) MiB" : "\(most) bytes"
      return Refusal(
        .unusableFile, "\(url) is larger than \(limit)", hint: "keep a smaller copy of what matters by hand")
    }
    if let refused, code == CURLE_COULDNT_CONNECT {
      return Refusal(
        .notAllowed, "\(url) leads to \(refused), which is no public address",
        hint: "give a page that anybody can open; one in your own network has to be allowed with --allow-private")
    }
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST:
      return Refusal(
        .inputOutput, "the name in \(url) is not known",
        hint: "check its spelling and your connection to the Internet")
    case CURLE_COULDNT_CONNECT:
      return Refusal(
        .inputOutput, "no connection to \(url) was made", hint: "check your connection, or try again later")
    case CURLE_OPERATION_TIMEDOUT:
      if isOver { return tooLong(address) }
      return Refusal(
        .inputOutput,
        "\(url) sent less than \(limits.slowestBytes) bytes a second for \(Self.seconds(Double(limits.slowSeconds)))",
        hint: "try again later, or give it more time with --timeout SECONDS")
    case CURLE_PEER_FAILED_VERIFICATION:
      return Refusal(
        .inputOutput, "the certificate of \(url) is not valid: \(words(code))",
        hint: "whoever answers may not be who they say; look at the page in a browser")
    case CURLE_SSL_CACERT_BADFILE:
      return Refusal(
        .inputOutput, "this machine's certificate authorities cannot be read",
        hint: "install them; in Debian the package is ca-certificates")
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
      return Refusal(
        .inputOutput, "no encrypted connection to \(url) was made: \(words(code))",
        hint: "look at the page in a browser, or try again later")
    case CURLE_BAD_CONTENT_ENCODING:
      return Refusal(
        .unusableFile, "\(url) cannot be decompressed", hint: "the server sends something wrong; try again later")
    case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
      return Refusal(
        .inputOutput, "\(url) broke off before its end", hint: "nothing was kept of it; try again later")
    case CURLE_OUT_OF_MEMORY:
      return Refusal(
        .inputOutput, "there is not enough memory for \(url)", hint: "end other programs and try again")
    default:
      return Refusal(
        .inputOutput, "\(url) cannot be fetched: \(words(code))",
        hint: "look at the page in a browser, or try again later")
    }
  }

  private func tooLong(_ address: PageAddress) -> Refusal {
    return Refusal(
      .inputOutput, "\(address.shown) was not there after \(Self.seconds(limits.seconds))",
      hint: "try again later, or give it more time with --timeout SECONDS")
  }

  private static func seconds(_ count: Double) -> String {
    let number = count == count.rounded() ? String(Int(count)) : String(count)
    return count == 1 ? "1 second" : "\(number) seconds"
  }

  private func words(_ code: CURLcode) -> String {
    let words = String(cString: picket_curl_words(library, code))
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  private static var unusable: Refusal {
    Refusal(.inputOutput, "pages cannot be fetched on this machine", hint: "libcurl is missing something; update it")
  }
}

private let keptHeaders: Set<String> = ["content-type", "last-modified", "etag"]
private let longestHeader = 1000
/// Most bytes of all headers of an answer; libcurl itself breaks off a little later.
private let mostHeaderBytes = 1 << 18
/// What libcurl takes for no socket.
private let badSocket: curl_socket_t = -1
