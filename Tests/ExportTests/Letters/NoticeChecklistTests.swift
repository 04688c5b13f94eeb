import Testing

@testable import Export

@Suite struct NoticeChecklistTests {
  private static let kinds = [
    "employment", "consulting", "supply", "licence", "speaking", "sponsorship", "investment", "lease", "",
  ]

  @Test(arguments: kinds) func thereAreEightToTwelveQuestions(kind: String) {
    let questions = NoticeChecklist.questions(for: kind)
    #expect((8...12).contains(questions.count))
    #expect(Set(questions).count == questions.count)
    #expect(questions.allSatisfy { $0.hasSuffix("?") })
  }

  @Test func everyKindHasQuestionsOfItsOwn() {
    let lists = Set(NoticeChecklistTests.kinds.map(NoticeChecklist.questions))
    #expect(lists.count == NoticeChecklistTests.kinds.count - 1)
    #expect(NoticeChecklist.questions(for: "lease") == NoticeChecklist.questions(for: ""))
  }

  @Test func everyMatterIsAskedAbout() {
    #expect(
      NoticeChecklist.groups(for: "employment").map(\.title) == [
        "The notice", "After the end", "Devices and data", "What may be said", "People to ask",
      ])
  }
}
