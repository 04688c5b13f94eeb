import Campaigns
import Foundation
import Testing

@testable import Captures

@Suite("Fetching pages", .enabled(if: PageServer.isPossible))
struct PageFetchTests {
  private let server: PageServer
  private let fetch = PageFetch(allowPrivate: true, seconds: 20)

  init() throws { server = try PageServer.plain.get() }

  private func refused(_ path: String, _ fetch: PageFetch? = nil) throws -> Refusal {
    try refusal { _ = try (fetch ?? self.fetch).page(at: server.origin + path) }
  }

  @Test("a page with what the server says of it")
  func page() throws {
    let page = try fetch.page(at: server.origin + "/statement?a=b#c")
    #expect(page.url == server.origin + "/statement?a=b")
    #expect(page.hops.isEmpty)
    #expect(page.status == 200 && page.isThere && !page.isGone)
    #expect(page.contentType == "text/html; charset=utf-8")
    #expect(page.lastModified == "Tue, 03 Mar 2026 10:00:00 GMT")
    #expect(page.entityTag == "W/\"abc\"")
    let text = try ReadableText(of: page.bytes, contentType: page.contentType)
    #expect(text.paragraphs == ["We listen to our workers – always."])
  }

  @Test("a status is an answer", arguments: [("/gone", 410, true), ("/missing", 404, true), ("/broken", 500, false)])
  func statuses(_ path: String, _ status: Int, _ isGone: Bool) throws {
    let page = try fetch.page(at: server.origin + path)
    #expect(page.status == status)
    #expect(page.isGone == isGone && !page.isThere)
  }

  @Test("what is asked says nothing of who asks")
  func request() throws {
    let lines = try String(decoding: fetch.page(at: server.origin + "/request?x").bytes, as: UTF8.self)
      .split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "GET /request?x HTTP/1.1", "host: 127.0.0.1:\(server.port)", "user-agent: Picket", "accept: */*",
        "accept-encoding: gzip, deflate",
      ])
    let redirected = try fetch.page(at: server.origin + "/cookie")
    #expect(!String(decoding: redirected.bytes, as: UTF8.self).contains("cookie:"))
    #expect(!String(decoding: redirected.bytes, as: UTF8.self).contains("referer"))
  }

  @Test("redirections are followed and recorded, ten at most")
  func hops() throws {
    let page = try fetch.page(at: server.origin + "/hops/10")
    #expect(page.url == server.origin + "/hops/0")
    #expect(page.hops.map(\.status) == [307, 301, 307, 301, 307, 301, 307, 301, 307, 301])
    #expect(page.hops.map(\.url) == (1...10).reversed().map { server.origin + "/hops/\($0)" })
    #expect(try refused("/hops/11").message.contains("more than 10 times"))
    let loop = try refused("/loop?token=secret")
    #expect(loop.code == .inputOutput)
    #expect(loop.message == server.origin + "/loop redirects more than 10 times")
    #expect(try fetch.page(at: server.origin + "/nowhere").status == 302)
  }

  @Test(
    "redirections to what is no page are not followed",
    arguments: [
      "file:///etc/passwd", "ftp://nimbus.example/", "gopher://127.0.0.1/", "javascript:alert(1)", "data:text/html,a",
      "https://ana:secret@nimbus.example/", "dict://127.0.0.1/", "http://",
    ])
  func otherSchemes(_ target: String) throws {
    let refusal = try refused("/to?" + target)
    #expect(refusal.code == .notAllowed)
    #expect(!refusal.message.contains("secret") && !refusal.message.contains("?"))
  }

  @Test("pages on this machine and in private networks are not reached unless asked for")
  func privateAddresses() throws {
    let port = server.port
    let strict = PageFetch(seconds: 5)
    for host in ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0", "[::1]", "[::ffff:127.0.0.1]", "[::]"] {
      let refusal = try refusal { _ = try strict.page(at: "http://\(host):\(port)/statement") }
      #expect(refusal.code == .notAllowed, "\(host): \(refusal)")
      #expect(refusal.message.contains("no public address"))
    }
    for host in ["10.0.0.1", "192.168.0.1", "169.254.169.254", "[fe80::1]", "[fc00::1]", "224.0.0.1"] {
      let refusal = try refusal { _ = try strict.page(at: "http://\(host)/") }
      #expect(refusal.code == .notAllowed, "\(host): \(refusal)")
    }
  }

  @Test(
    "nor by a redirection",
    arguments: ["http://127.0.0.2/a?b", "http://169.254.169.254/latest/", "http://[::1]/", "http://10.1.2.3/"])
  func redirectedToPrivate(_ target: String) throws {
    let here = try #require(NetworkAddress([127, 0, 0, 1]))
    let almost = PageFetch(seconds: 5, permits: { $0.isPublic || $0 == here })
    let refusal = try refused("/to?" + target, almost)
    #expect(refusal.code == .notAllowed)
    #expect(refusal.message.contains("no public address") && !refusal.message.contains("?"))
  }

  @Test("each connection's address is looked at, though the name be the same")
  func rebinding() throws {
    let asked = Counter()
    let once = PageFetch(seconds: 5, permits: { _ in asked.next() == 1 })
    #expect(try refused("/hops/1", once).code == .notAllowed)
    #expect(asked.next() == 3)
  }

  @Test("proxies that the environment names are not asked")
  func proxy() async throws {
    let url = server.origin + "/statement"
    await #expect(processExitsWith: .success) { [url = url as String] in
      for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"] {
        setenv(name, "http://127.0.0.1:1", 1)
      }
      let page = try PageFetch(allowPrivate: true, seconds: 10).page(at: url)
      exit(page.status == 200 ? 0 : 1)
    }
  }

  @Test("a server that does not answer, or hardly")
  func slow() throws {
    let silent = try refused("/silent", PageFetch(allowPrivate: true, seconds: 0.5))
    #expect(silent.code == .inputOutput)
    #expect(silent.message.hasSuffix("was not there after 0.5 seconds"))
    let drip = try refused("/drip", PageFetch(allowPrivate: true, seconds: 20, slowSeconds: 1))
    #expect(drip.code == .inputOutput)
    #expect(drip.message.hasSuffix("sent less than 100 bytes a second for 1 second"))
    #expect(try refused("/drip", PageFetch(allowPrivate: true, seconds: 1)).message.hasSuffix("after 1 second"))
  }

  @Test("the time is that of all redirections together")
  func slowHops() throws {
    let refusal = try refused("/to?/silent", PageFetch(allowPrivate: true, seconds: 0.5))
    #expect(refusal.message.contains("/silent was not there after 0.5 seconds"))
  }

  @Test(
    "more than may be kept", arguments: ["/endless", "/large-length", "/bomb", "/double-bomb", "/endless-headers"])
  func large(_ path: String) throws {
    let refusal = try refused(path)
    #expect(refusal.code == .unusableFile)
    #expect(refusal.message == server.origin + path + " is larger than 32 MiB")
  }

  @Test("as much as may be kept")
  func most() throws {
    let size = try fetch.page(at: server.origin + "/statement").bytes.count
    let exact = PageFetch(allowPrivate: true, mostBytes: size)
    #expect(try exact.page(at: server.origin + "/statement").bytes.count == size)
    #expect(try refused("/statement", PageFetch(allowPrivate: true, mostBytes: size - 1)).code == .unusableFile)
    #expect(
      try refused("/drip", PageFetch(allowPrivate: true, mostBytes: 3)).message.hasSuffix("larger than 3 bytes"))
  }

  @Test("compressed pages", arguments: ["/zipped", "/deflated"])
  func compressed(_ path: String) throws {
    #expect(try fetch.page(at: server.origin + path).bytes == Array("<p>It was small.</p>".utf8))
  }

  @Test("what cannot be decompressed")
  func badlyCompressed() throws {
    #expect(try refused("/badly-zipped").code == .unusableFile)
  }

  @Test("lengths that are not true")
  func lengths() throws {
    let cut = try refused("/long-length")
    #expect(cut.code == .inputOutput)
    #expect(cut.message.hasSuffix("broke off before its end"))
    #expect(try fetch.page(at: server.origin + "/short-length").bytes == Array("<p>Some".utf8))
    #expect(try refused("/mute").message.hasSuffix("broke off before its end"))
  }

  @Test("a wrong encoding")
  func charset() throws {
    let page = try fetch.page(at: server.origin + "/wrong-charset")
    #expect(try ReadableText(of: page.bytes, contentType: page.contentType).paragraphs == ["Zo\u{FFFD} Beispiel"])
  }

  @Test("headers that mean harm")
  func headers() throws {
    let page = try fetch.page(at: server.origin + "/headers")
    #expect(page.contentType == "text/html;[2J charset=utf-8")
    #expect(page.entityTag == nil)
    #expect(page.lastModified != nil)
  }

  @Test("a certificate for which nobody vouches")
  func certificate() throws {
    let encrypted = try PageServer(isEncrypted: true)
    let refusal = try refusal { _ = try fetch.page(at: encrypted.origin + "/statement?token=secret") }
    #expect(refusal.code == .inputOutput)
    #expect(refusal.message.hasPrefix("the certificate of \(encrypted.origin)/statement is not valid"))
    let trusting = PageFetch(seconds: 10, authorities: encrypted.certificate, permits: { _ in true })
    #expect(try trusting.page(at: encrypted.origin + "/statement").isThere)
    // It is believed for the address that it names, and for no other name of the same machine.
    let other = "https://localhost:\(encrypted.port)/statement"
    let misnamed = try refused(at: other, trusting)
    #expect(misnamed.message.hasPrefix("the certificate of \(other) is not valid"))
    // A server that does not encrypt, asked to.
    let plain = try refused(at: "https://127.0.0.1:\(server.port)/statement")
    #expect(plain.message.hasPrefix("no encrypted connection"))
  }

  @Test("a name that nobody has, and a port at which nobody listens")
  func nobody() throws {
    #expect(
      try refused(at: "http://picket.invalid/?token=secret").message
        == "the name in http://picket.invalid/ is not known")
    #expect(try refused(at: "http://127.0.0.1:1/").message == "no connection to http://127.0.0.1:1/ was made")
  }

  private func refused(at url: String, _ fetch: PageFetch? = nil) throws -> Refusal {
    try refusal { _ = try (fetch ?? self.fetch).page(at: url) }
  }
}

/// Counts from 1.
private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }
}
