import Testing

/// What a signer hides stands in no list for the public, in no format and no order.
struct HiddenFieldsTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
    for level in ["named", "role", "counted"] {
      for number in 1...6 {
        try desk.sign(
          "\(level == "named" ? "Shown" : "Hidden") Person \(number)", "hidden-\(level)\(number)@mail.example",
          "--job-title",
          "Hidden title", "--team", "Hidden team", "--affiliation", "Hidden employer", "--location", "Hidden place",
          "--signed-on", "2020-02-02", "--visibility", level, "--hide", "job_title", "--hide", "team", "--hide",
          "affiliation", "--hide", "location", "--hide", "day", "--verified", "badge")
      }
    }
  }

  @Test func `nothing hidden is in any list for the public`() throws {
    var lists: [String] = []
    for order in ["name", "shuffled"] {
      for format in ["csv", "json", "markdown", "text", "html", "osdi", "yaml"] {
        lists.append(try desk.succeed("export", "letter-1", "--format", format, "--sort", order).text)
      }
      lists.append(try desk.succeed("export", "letter", "letter-1", "--sort", order).text)
    }
    for list in lists {
      #expect(!list.lowercased().contains("hidden"))
      #expect(!list.contains("2020-02-02"))
      #expect(list.contains("Shown Person 6"))
    }
    #expect(lists.count == 16)
  }

  @Test func `no layout shows it either`() throws {
    let layouts = [
      ["--fields", "job_title,affiliation,location,signed_on,cohort,visibility,full_name"], ["--initials"],
      ["--group-by", "organization"], ["--group-by", "site", "--fields", "full_name"], ["--group-by", "cohort"],
    ]
    for layout in layouts {
      for format in ["csv", "json", "markdown", "text", "html"] {
        let outcome = try Program.picket.run(
          ["export", "letter-1", "--format", format] + layout, in: desk.folder, environment: desk.environment)
        #expect(outcome.code == 0, "\(outcome.stderr)")
        #expect(!outcome.text.lowercased().contains("hidden t"), "\(layout) as \(format)")
        #expect(!outcome.text.lowercased().contains("hidden p"), "\(layout) as \(format)")
        #expect(!outcome.text.contains("2020-02-02"))
        #expect(outcome.text.contains(layout == ["--initials"] ? "S" : "Shown Person 6"))
      }
    }
  }

  @Test func `six who show nothing at all are six of their cohort`() throws {
    let lines = try desk.publicList()
    #expect(lines.count { $0["full_name"] == .null && $0["cohort"] == "employee" } == 6)
    #expect(lines.count == 12)
  }

  @Test func `the organizers see it all`() throws {
    let list = try desk.succeed("export", "letter-1", "--format", "csv", "--for", "organizers").text
    for words in ["Hidden Person 6", "Hidden title", "Hidden employer", "2020-02-02"] {
      #expect(list.contains(words))
    }
  }
}
