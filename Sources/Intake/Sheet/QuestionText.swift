/// What a form's question asks for, where its text leaves no doubt.
///
/// Google Forms puts the whole question into the header: "What's your job title?". A question is recognised by whole
/// words and only where exactly one field fits; a column that is not recognised is dropped, and the report says so.
enum QuestionText {
  /// The field that the question asks for; nil where none or several fit.
  static func field(askedBy header: String) -> SheetField? {
    let words = HeaderKey.words(of: String(header.prefix { !endsOfQuestion.contains($0) }))
    guard (2...20).contains(words.count), let first = words.first else { return nil }
    let all = Set(words)
    if asksForAnonymity(header) { return .visibility }
    // "May we publish your name?" asks for a yes, not for a name; "Your manager's name" is someone else's.
    guard !yesOrNo.contains(first), all.isDisjoint(with: foreign), !all.isDisjoint(with: addressing) else {
      return nil
    }
    let fitting = keywords.filter { _, alternatives in
      alternatives.contains { $0.allSatisfy(all.contains) }
    }.map(\.0)
    let field = decide(Set(fitting))
    // "What should your employer change?" asks for an opinion, "How should we list you?" does not.
    return field == .visibility || all.isDisjoint(with: wishes) ? field : nil
  }

  /// Whether a yes in the column certainly asks to be anonymous.
  static func asksForAnonymity(_ header: String) -> Bool {
    let words = HeaderKey.words(of: header)
    return words.contains { $0.hasPrefix("anonym") } && Set(words).isDisjoint(with: contrary)
  }

  /// Whether the column may hold the signer's wish how to be shown; such a column should not go unheeded.
  static func mayAskForVisibility(_ header: String) -> Bool {
    let all = Set(HeaderKey.words(of: header))
    if !all.isDisjoint(with: secrecy) { return true }
    return !all.isDisjoint(with: showing) && !all.isDisjoint(with: ["you", "your", "me", "my", "name", "signature"])
  }

  private static func decide(_ fitting: Set<SheetField>) -> SheetField? {
    var fields = fitting
    // "Your first and last name" holds the words of the parts and of the whole, and means the whole.
    if fields.isSuperset(of: [.firstName, .lastName]) {
      fields.subtract([.firstName, .lastName])
    } else if !fields.isDisjoint(with: [.firstName, .lastName]) {
      fields.remove(.name)
    }
    return fields.count == 1 ? fields.first : nil
  }

  private static let keywords: [(SheetField, [[String]])] = [
    (.name, [["name"], ["names"]]),
    (.firstName, [["first", "name"], ["given", "name"], ["forename"], ["first", "last", "name"]]),
    (.lastName, [["last", "name"], ["family", "name"], ["surname"]]),
    (.email, [["email"], ["e", "mail"]]),
    (.jobTitle, [["job", "title"], ["title"], ["role"], ["position"], ["occupation"], ["profession"]]),
    (.team, [["team"], ["department"], ["division"]]),
    (.location, [["location"], ["office"], ["site"], ["where", "based"], ["where", "located"]]),
    (.city, [["city"], ["town"]]),
    (.region, [["province"], ["region"]]),
    (.country, [["country"]]),
    (
      .affiliation,
      [
        ["employer"], ["affiliation"], ["company"], ["organization"], ["organisation"], ["institution"],
        ["university"],
      ]
    ),
    (.cohort, [["cohort"]]),
    (
      .visibility,
      [
        ["how", "list"], ["how", "listed"], ["how", "sign"], ["how", "appear"], ["how", "show"], ["how", "shown"],
        ["how", "display"], ["how", "displayed"], ["sign", "as"],
      ]
    ),
    (.signedOn, [["date", "signed"], ["date", "signature"], ["when", "sign"]]),
  ]

  /// What follows explains the question.
  private static let endsOfQuestion: Set<Character> = ["?", "(", ":", "\n"]

  private static let wishes: Set<String> = ["should", "want"]

  private static let yesOrNo: Set<String> = [
    "may", "can", "could", "do", "does", "did", "should", "would", "will", "is", "are", "have", "has", "shall", "was",
    "were", "i", "we", "check", "tick",
  ]

  /// Beside these words, a yes need not mean "anonymous".
  private static let contrary: Set<String> = [
    "how", "if", "or", "not", "no", "name", "named", "public", "publicly", "publish", "show", "shown", "why",
    "comment", "comments", "feedback", "message",
  ]

  private static let addressing: Set<String> = ["you", "your", "me", "my", "i"]

  /// Words of questions about somebody or something else.
  private static let foreign: Set<String> = [
    "manager", "managers", "supervisor", "boss", "colleague", "colleagues", "coworker", "coworkers", "friend",
    "friends", "referrer", "referred", "partner", "emergency", "project", "event", "file", "phone", "number",
    "why", "comments", "think", "reason", "reasons", "feel", "say", "message", "anything", "else", "story",
    "because", "hear", "heard", "find", "learn", "about", "change", "previous", "former", "agree", "consent",
    "updates", "newsletter", "notify", "long", "many", "much", "years", "not",
  ]

  private static let secrecy: Set<String> = [
    "anonymous", "anonymously", "anonymity", "anonymise", "anonymize", "visibility", "private", "privately", "public",
    "publicly", "publish", "published",
  ]

  private static let showing: Set<String> = [
    "list", "listed", "listing", "show", "shown", "appear", "display", "displayed", "hide", "hidden", "share",
    "shared",
  ]
}
