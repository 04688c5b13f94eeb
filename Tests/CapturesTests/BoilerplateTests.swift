import Testing

@testable import Captures

@Suite("Boilerplate")
struct BoilerplateTests {
  @Test("the same text in changed boilerplate is the same")
  func changed() throws {
    let first = try read(
      """
      <!DOCTYPE html><html><head><title>Statement | Nimbus Cloud</title></head><body>
      <div id="onetrust-consent-sdk"><p>We value your privacy.</p></div>
      <header><nav><ul><li>Products<li>Pricing</ul></nav></header>
      <main><article>\(statement)</article><aside><h2>Related</h2><p>Ten tips</p></aside></main>
      <form><label>Newsletter</label></form><footer>© 2025 Nimbus Cloud</footer></body></html>
      """)
    let second = try read(
      """
      <html><body class="new"><div class="Cookie-Banner fixed">Cookies? <button>No</button></div>
      <div role="banner">Summer sale!</div><div role="navigation">Home</div><div role=search>Search</div>
      <div role="main"><div>\(statement.replacing("<p>", with: "<p class='x'>\n  "))</div>
      <aside>Most read</aside></div><div role="contentinfo">© 2026</div>
      """)
    #expect(first.paragraphs == statementParagraphs)
    #expect(second.paragraphs == statementParagraphs)
    #expect(first.normalisedText == second.normalisedText)
  }

  @Test("a word that was changed makes another text")
  func changedWord() throws {
    let page = "<nav>Home</nav><main>\(statement)</main>"
    #expect(try read(page).normalisedText != read(page.replacing("thirty", with: "ninety")).normalisedText)
  }

  @Test("nothing is left out where there is no main content")
  func noMain() throws {
    #expect(try read("<nav>Home</nav><div>\(statement)</div>").paragraphs == ["Home"] + statementParagraphs)
    #expect(try read("<header>a</header><footer>b</footer>").paragraphs == ["a", "b"])
    #expect(try read("<nav>Home</nav><main> </main><p>b").paragraphs == ["Home", "b"])
  }

  @Test("nothing is left out where main content is too little")
  func tooLittle() throws {
    let rest = String(repeating: "word ", count: 20)
    let page = "<nav>Home</nav><main>Short.</main><div>\(rest)</div>"
    #expect(try read(page).paragraphs.first == "Home")
    // Half of what remains is enough.
    #expect(try read("<nav>\(rest)</nav><main>Short.</main><div>other</div>").paragraphs == ["Short.", "other"])
    // And so are 200 letters.
    let long = "<nav>Home</nav><main>\(statement)</main><div>\(String(repeating: rest, count: 20))</div>"
    #expect(try read(long).paragraphs.first == statementParagraphs[0])
    #expect(try read(long).paragraphs.count == 4)
  }

  @Test("what holds the main content stays")
  func around() throws {
    #expect(try read("<form><nav>Home</nav><main>\(statement)</main></form>").paragraphs == statementParagraphs)
    #expect(try read("<nav><div>Home<main>\(statement)</main>").paragraphs == ["Home"] + statementParagraphs)
    #expect(try read("<div class=cookie-notice><main>\(statement)</main></div>").paragraphs == statementParagraphs)
    #expect(
      try read("<header><article>\(statement)</article></header><nav>x</nav>").paragraphs == statementParagraphs)
  }

  @Test("most of the main content is no aside")
  func within() throws {
    let note = "<aside>\(statement)</aside>"
    #expect(try read("<main><p>Note:</p>\(note)</main>").paragraphs == ["Note:"] + statementParagraphs)
    #expect(try read("<main>\(statement)<form>Send</form></main>").paragraphs == statementParagraphs)
    // Teasers beside the matter are beside it although they are articles.
    #expect(
      try read("<main>\(statement)</main><aside><article>Teaser</article></aside>").paragraphs == statementParagraphs)
  }

  @Test("the header of an article is a part of it")
  func articleHeader() throws {
    let page =
      "<header>Site</header><article><header><h2>Head</h2></header>\(statement)"
      + "<footer>By Ana Example</footer></article>"
    #expect(try read(page).paragraphs == ["Head"] + statementParagraphs + ["By Ana Example"])
    #expect(
      try read("<section><header>Head</header></section><main>\(statement)</main>").paragraphs
        == ["Head"] + statementParagraphs)
  }

  @Test("a list of articles is kept together")
  func articles() throws {
    let articles = (1...5).map { "<article>Post \($0)</article>" }.joined()
    #expect(try read("<nav>Home</nav>\(articles)<footer>x</footer>").paragraphs == (1...5).map { "Post \($0)" })
  }

  @Test(
    "names that a cookie banner may share stay",
    arguments: ["cookie", "recipe-cookies", "banner", "modal", "consent", "notice", "cookie-policy", "privacy"])
  func otherNames(_ name: String) throws {
    let page = "<div class='\(name)' id='\(name)'>Stays.</div><main>\(statement)</main>"
    #expect(try read(page).paragraphs == ["Stays."] + statementParagraphs)
  }

  @Test(
    "names that only a cookie banner has",
    arguments: ["cookie_banner", "CybotCookiebotDialog", "x cc-window y", "cookieConsent"])
  func bannerNames(_ name: String) throws {
    #expect(try read("<div class='\(name)'>Goes.</div><main>\(statement)</main>").paragraphs == statementParagraphs)
  }
}
