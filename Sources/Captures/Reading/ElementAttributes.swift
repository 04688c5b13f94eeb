import Text

/// What the attributes of an element say that changes how its text is read.
struct ElementAttributes {
  /// The first word of `role`, in lower case; nil where there is none.
  private(set) var role: String?
  /// Whether it is hidden in the page as it was delivered: by `hidden`, or in its own `style`.
  private(set) var isHidden = false
  /// Whether its `id` or one of its classes is the name of a banner that asks about cookies.
  private(set) var isCookieBanner = false
  /// Whether it has the attribute `open`.
  private(set) var isOpen = false

  /// Takes an attribute into account; its name is in lower case.
  mutating func add(_ name: String, _ value: @autoclosure () -> String) {
    switch name {
    case "role": role = value().lowercased().split(whereSeparator: \.isWhitespace).first.map(String.init)
    // What can be found by searching the page is opened by that.
    case "hidden": isHidden = isHidden || value().lowercased() != "until-found"
    case "style": isHidden = isHidden || Self.hides(value())
    case "id", "class":
      isCookieBanner = isCookieBanner || Self.namesCookieBanner(value())
    case "open": isOpen = true
    default: break
    }
  }

  private static func namesCookieBanner(_ names: String) -> Bool {
    names.utf8.count <= longestValue
      && names.split(whereSeparator: \.isWhitespace).contains { cookieBanners.contains(plain($0)) }
  }

  private static func hides(_ style: String) -> Bool {
    style.utf8.count <= longestValue
      && style.lowercased().split(separator: ";").contains { declaration in
        let plain = declaration.filter { !$0.isWhitespace }
        return ["display:none", "visibility:hidden", "display:none!important", "visibility:hidden!important"]
          .contains(plain)
      }
  }

  /// The most bytes of a value that is looked into; a longer one is made by somebody who means harm, or holds an
  /// image.
  private static let longestValue = 4096

  /// The name in lower case and without hyphens and underscores.
  private static func plain(_ name: Substring) -> String {
    name.utf8.count > 64 ? "" : name.lowercased().filter { $0 != "-" && $0 != "_" }
  }
}

/// Names that nothing but a cookie banner has, in lower case and without hyphens and underscores.
private let cookieBanners: Set<String> = [
  "cookiebanner", "cookiesbanner", "cookiebar", "cookieconsent", "cookiesconsent", "cookieconsentbanner",
  "cookienotice", "cookiesnotice", "cookiepopup", "cookiemodal", "cookieoverlay", "cookiedialog", "cookielawinfobar",
  "cookiealert", "cookiemessage", "cookiewarning", "cookiedisclaimer", "consentbanner", "gdprbanner",
  "gdprcookiebanner", "gdprconsent", "onetrustconsentsdk", "onetrustbannersdk", "cybotcookiebotdialog",
  "usercentricsroot", "didomihost", "didomipopup", "qccmp2container", "cmplzcookiebanner",
  "cmplzcookiebannercontainer", "borlabscookiebox", "borlabscookie", "iubendacsbanner", "osanocmwindow",
  "trusteconsenttrack", "ccwindow", "ccbanner", "klarocookienotice", "moovegdprcookieinfobar",
]
