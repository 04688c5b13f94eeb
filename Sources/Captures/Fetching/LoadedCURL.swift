import CURL
import Campaigns

/// libcurl, loaded when a page is fetched for the first time: whoever never fetches one needs no libcurl.
enum LoadedCURL {
  /// Its functions; `inputOutput` where it is missing.
  static var functions: Result<UnsafePointer<picket_curl>, Refusal> {
    library.functions.map { .success($0) }
      ?? .failure(
        Refusal(
          .inputOutput, "pages cannot be fetched: libcurl is missing",
          hint: "apt-get install libcurl4, or save the page from a browser and capture the file"))
  }

  // Looked up once. What it points to is never changed, nor freed before the process ends.
  private struct Library: @unchecked Sendable {
    let functions = picket_curl_load()
  }

  private static let library = Library()
}
