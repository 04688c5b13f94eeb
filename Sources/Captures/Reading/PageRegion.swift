/// A kind of part of a page.
enum PageRegion: UInt8 {
  /// The whole page.
  case whole
  /// What the page is there for.
  case main
  /// A text that stands by itself.
  case article
  /// A part of any other content.
  case section
  /// Links to other pages, or a search.
  case navigation
  /// A header or footer of the whole page.
  case edge
  /// What is beside the matter.
  case aside
  /// What is to be filled in.
  case form
  /// A question about cookies.
  case cookieBanner
  /// What the page hides.
  case hidden

  /// Whether it holds what the page is about.
  var isMain: Bool { self == .main || self == .article }

  /// Whether it may be the same on every page of a site.
  var isBoilerplate: Bool {
    switch self {
    case .navigation, .edge, .aside, .form, .cookieBanner: true
    case .whole, .main, .article, .section, .hidden: false
    }
  }
}
