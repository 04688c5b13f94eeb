import Campaigns
import Pango

/// cairo and Pango, loaded when a PDF is made for the first time: whoever never makes one needs neither.
enum LoadedPango {
  /// Makes sure that they are there.
  /// - Throws: `inputOutput` where one is missing or too old.
  static func require() throws {
    guard isThere else {
      throw Refusal(
        .inputOutput, "PDF cannot be made: cairo or Pango is missing",
        hint:
          "apt-get install libcairo2 libpango-1.0-0 libpangocairo-1.0-0 fonts-noto-core, or choose another --format")
    }
  }

  // Looked up once; they are never unloaded.
  private static let isThere = picket_pango_load() != 0
}
