/// What an element does to the text within it.
enum ElementMeaning {
  /// Nothing: its text runs on.
  case inline
  /// Its text is apart from what is before and after it.
  case block
  /// As a block, and blank lines part paragraphs.
  case preformatted
  /// Two of them in a row part paragraphs.
  case lineBreak
  /// Its text is nothing that a reader sees in the page.
  case leftOut
  /// It is a block that is a part of the page of its own kind.
  case region(PageRegion)
  /// Its text is hidden, and what is around it runs on.
  case hiddenInline
  /// Its text is the page's title.
  case title

  /// The meaning of an element that has no attributes, by its name in lower case.
  init(ofElement name: String) { self = meanings[name] ?? .inline }

  /// The meaning of an element with the attributes.
  init(ofElement name: String, _ attributes: ElementAttributes) {
    self.init(ofElement: name)
    if case .leftOut = self { return }
    // A page that hides all of itself shows itself by a script.
    if attributes.isHidden, name != "html", name != "body" {
      self = isInline ? .hiddenInline : .region(.hidden)
    } else if attributes.isCookieBanner, name != "html", name != "body" {
      self = .region(.cookieBanner)
    } else if let region = attributes.role.flatMap({ roles[$0] }) {
      self = .region(region)
    } else if name == "dialog", attributes.isOpen {
      self = .block
    }
  }

  private var isInline: Bool {
    if case .inline = self { true } else { false }
  }
}

private let roles: [String: PageRegion] = [
  "main": .main, "navigation": .navigation, "search": .navigation, "banner": .edge, "contentinfo": .edge,
]

private let meanings: [String: ElementMeaning] = {
  var meanings: [String: ElementMeaning] = [
    "br": .lineBreak, "title": .title, "main": .region(.main),
    "article": .region(.article), "section": .region(.section),
    "nav": .region(.navigation), "search": .region(.navigation), "header": .region(.edge), "footer": .region(.edge),
    "aside": .region(.aside), "form": .region(.form), "dialog": .region(.hidden), "pre": .preformatted,
    "listing": .preformatted, "xmp": .preformatted, "plaintext": .preformatted,
  ]
  for name in [
    "script", "style", "noscript", "template", "svg", "iframe", "object", "audio", "video", "canvas", "datalist",
    "noframes", "noembed",
  ] {
    meanings[name] = .leftOut
  }
  for name in [
    "html", "head", "body", "address", "blockquote", "center", "details", "summary", "dir", "div", "dl", "dt", "dd",
    "fieldset", "legend", "figure", "figcaption", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "hr",
    "li",
    "menu", "ol", "ul", "p", "table", "caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th", "select",
    "optgroup", "option", "textarea",
  ] {
    meanings[name] = .block
  }
  return meanings
}()
