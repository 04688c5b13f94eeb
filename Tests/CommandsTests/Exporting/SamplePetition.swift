import Testing

/// A small made-up petition with every kind of signer, the same on every day.
enum SamplePetition {
  static func desk() throws -> Desk {
    let desk = try Desk.withPetition()
    try desk.succeed("demand", "add", "--campaign", "justice", "--target", "nimbus", "Cancel the contract.")
    try desk.succeed("demand", "add", "--campaign", "justice", "--target", "nimbus", "Publish a policy.")
    for (number, line) in named.enumerated() {
      let json = line.replacing("}", with: #", "signed_on": "2026-03-0\#(number + 1)"}"#)
      try desk.succeed("signature", "add", "letter-1", "-", "--verified", "badge", input: json)
    }
    var sheet = Sheet()
    for number in 1...6 {
      sheet.add(name: "Role \(number)", email: "role\(number)@mail.example", as: "anonymous")
    }
    sheet.add(
      name: "Role 7", email: "role7@mail.example", job: "Only One", team: "Alone", city: "Nowhere", as: "role")
    for number in 1...3 {
      sheet.add(name: "Counted \(number)", email: "counted\(number)@mail.example", as: "counted")
    }
    try desk.importSheet(sheet.text, "--verified", "badge")
    try desk.sign("Pending Person", "pending@mail.example", "--signed-on", "2026-03-09")
    return desk
  }

  private static let named = [
    #"{"name": "Åsa Example", "job_title": "Engineer", "team": "Maps", "location": "Zürich"}"#,
    #"{"name": "Zoë Example", "job_title": "Engineer", "team": "Maps", "hide": ["team", "day"]}"#,
    #"{"name": "さくら", "affiliation": "Union, Local 1", "cohort": "supporter"}"#,
    #"{"name": "=HYPERLINK(\"http://evil.example\")", "job_title": "+1", "team": "@SUM(A1)", "location": "-2"}"#,
    #"{"name": "Eve\u202Etxt.exe", "job_title": "[click](http://evil.example) <b>*bold*</b>"}"#,
    #"{"name": "דוד Example", "team": "a; =1+1", "location": "A \"quoted\" place"}"#,
  ]
}
