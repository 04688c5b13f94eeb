import CURL
import Campaigns

/// The URL of a page, as libcurl understands it, so that what is checked is what is fetched.
struct PageAddress {
  /// The URL in full, without a fragment.
  let text: String
  /// The URL as it may be shown: without its query, which may hold a token.
  let shown: String

  /// The URL that a person gave, or a page redirects to.
  /// - Parameter from: the page that redirects to it; nil where a person gave it.
  /// - Throws: `invalidValue` where a person gave what is no `http` or `https` URL, or one with a user name or
  ///   password; `notAllowed` where a page redirects to such; `inputOutput` where libcurl is missing.
  init(_ text: String, from: PageAddress? = nil) throws {
    func refusal(_ given: String, _ redirected: String, hint: String) -> Refusal {
      guard let from else { return Refusal(.invalidValue, given, hint: hint) }
      return Refusal(
        .notAllowed, "\(from.shown) redirects to \(redirected)",
        hint: "nothing was fetched from there; look at the page in a browser")
    }
    let library = try LoadedCURL.functions.get()
    guard let url = picket_curl_url(library) else {
      throw Refusal(.inputOutput, "there is not enough memory for a URL", hint: "end other programs and try again")
    }
    defer { picket_curl_url_free(library, url) }
    func part(_ part: CURLUPart) -> String? {
      guard let text = picket_curl_url_part(library, url, part) else { return nil }
      defer { picket_curl_free(library, text) }
      return String(cString: text)
    }
    let isReadable = !text.utf8.contains(0) && text.utf8.count <= PageAddress.longest
    guard isReadable, picket_curl_url_set(library, url, CURLUPART_URL, text) == CURLUE_OK,
      let scheme = part(CURLUPART_SCHEME), let host = part(CURLUPART_HOST), !host.isEmpty,
      scheme == "http" || scheme == "https"
    else {
      throw refusal(
        "this is no address of a page", "what is no address of a page",
        hint: "give a URL that begins with https:// or http://")
    }
    guard part(CURLUPART_USER) == nil, part(CURLUPART_PASSWORD) == nil else {
      throw refusal(
        "the URL holds a user name or a password", "a URL with a user name or a password",
        hint: "give one that anybody can open, without what stands before the @")
    }
    _ = picket_curl_url_set(library, url, CURLUPART_FRAGMENT, nil)
    guard let full = part(CURLUPART_URL) else {
      throw refusal(
        "this is no address of a page", "what is no address of a page",
        hint: "give a URL that begins with https:// or http://")
    }
    self.text = full
    _ = picket_curl_url_set(library, url, CURLUPART_QUERY, nil)
    // It goes to a terminal: bytes of other letters, which libcurl leaves as they are, are no control characters.
    self.shown = (part(CURLUPART_URL) ?? "\(scheme)://\(host)").filter { character in
      character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
  }

  /// Most bytes that a URL may have.
  private static let longest = 8192
}
