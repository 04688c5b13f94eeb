import Intake

extension Sample {
  /// A sheet of nobody's in particular.
  public static let sheet = Sample(
    "sheet", nil, "sheet.csv", opening: "When,Name,E-mail,Job title,Team,City,Country,Sign as,Comment\n"
  ) { number in
    "2026-03-01T10:00:00Z,\(first(number)) \(last(number)),\(mail(number)),Engineer,Maps,Springfield,Freedonia,named,"
      + (number % 7 == 0 ? "\"A, \"\"quoted\"\"\nword\"\n" : "no comment\n")
  }

  /// Answers of a form.
  public static let googleForms = Sample(
    "google-forms", .googleForms, "answers.csv",
    opening: "Timestamp,Email Address,What is your full name?,What's your job title?,Which team are you on?,"
      + "Where are you based?,\"How may we list you?\nnamed or anonymous\",Why do you sign?\n"
  ) { number in
    "2/\(number % 28 + 1)/2026 8:00:01,\(mail(number)),\(first(number)) \(last(number)),\"Engineer,\nstaff\",Cloud,"
      + "Zürich,\(number % 3 == 0 ? "Anonymous" : "named"),\"One line\n\nand \"\"another\"\"\"\n"
  }

  /// A report with all columns that were seen.
  public static let actionNetwork = Sample(
    "action-network", .actionNetwork, "report.csv",
    opening: "uuid,first_name,last_name,email,zip_code,can2_user_address,can2_user_city,can2_user_state,"
      + "can2_state_abbreviated,can2_county,can2_phone,can2_user_tags,can2_subscription_status,"
      + "can2_subscription_date,can2_sms_status\n"
  ) { number in
    "00000000-0000-4000-8000-\(String(100_000_000_000 + number)),\(first(number)),\(last(number)),\(mail(number)),"
      + "00000,1 Sample St,Springfield,Freedonia,FD,Sample County,555-0100,\"member, volunteer, \"\"vip\"\"\","
      + "subscribed,2026-02-01,none\n"
  }

  /// A petition's signers, without addresses.
  public static let changeOrg = Sample(
    "change-org", .changeOrg, "change.csv", opening: "Name,City,State,Postal Code,Country,Signed On\r\n"
  ) { number in
    "\(first(number)) \(last(number)),Springfield,FD,00000,Freedonia,2026-02-\(number % 19 + 10)\r\n"
  }

  /// UTF-16 with a mark; a row has a cell less than the header, and quotation marks within are not doubled.
  public static let speakOut = Sample(
    "speakout", .speakout, "speakout.csv",
    opening: "Signature ID,Petition ID,Honorific,First Name,Last Name,Email Address,Address,City,State,Postal Code,"
      + "Country,Your union,,,,,,,Email Opt-in,Date Signed,Confirmation code,Confirmed,Custom Message,Language,"
      + "IP Address,Anonymise\n",
    isUTF16: true
  ) { number in
    let cells = [
      "\(number + 1)", "3", number % 2 == 0 ? "Dr." : "", first(number), last(number), mail(number), "1 Sample St",
      "Springfield", "FD", "00000", "Freedonia", "Local \(number % 9)", "", "", "", "", "", "", "1",
      "2026-02-\(number % 19 + 10) 08:00:01", "c0de\(number)", number % 2 == 0 ? "confirmed" : "unconfirmed",
      "We \"all\" say no", "en", "192.0.2.\(number % 250)",
    ]
    return "\"" + cells.joined(separator: "\",\"") + "\"\n"
  }

  /// The export with its confirmations.
  public static let pytition = Sample(
    "pytition", .pytition, "pytition.csv",
    opening: "first_name,last_name,phone,email,subscribed_to_mailinglist,confirmed\r\n"
  ) { number in
    "\(first(number)),\(last(number)),555-0100,\(mail(number)),False,\(number % 3 == 0 ? "False" : "True")\r\n"
  }

  /// Letters to a target.
  public static let proca = Sample(
    "proca", .proca, "proca.csv",
    opening: "first_name,last_name,email,area,campaign_name,target_name,msg_subject,msg_body,created_at\n"
  ) { number in
    "\(first(number)),\(last(number)),\(mail(number)),FR,no_contract,Nimbus Cloud,No contract,\"Dear all,\n\nno.\n\","
      + "2026-02-\(number % 19 + 10)T08:00:01\n"
  }

  /// Persons of the action center.
  public static let effPersons = Sample(
    "eff, persons", .eff, "eff.csv", opening: "first_name,last_name,email,zipcode,country_code,created_at\n"
  ) { number in
    "\(first(number)),\(last(number)),\(mail(number)),00000,US,2026-02-\(number % 19 + 10) 08:00:01 UTC\n"
  }

  /// Experts with their institutions.
  public static let effExperts = Sample(
    "eff, experts", .eff, "experts.csv", opening: "full_name,institution,affiliation_type\n"
  ) { number in
    "\(first(number)) \(last(number)),\"University of Sample, \(number % 50)\",individual\n"
  }

  /// Two signatures a page, each with its person.
  public static let osdi = Sample(
    "osdi, signatures", .osdi, "signatures.json", opening: page(), between: ",\n", closing: "]}}\n"
  ) { number in
    """
    {"identifiers": ["sample:\(number)"], "action_date": "2026-02-\(number % 19 + 10)T08:00:01Z",
      "comments": "We \\"all\\" say\\nno \\u2014 \\ud83d\\udc4b", "referrer_data": {"source": "mail", "website": "https://sample.example"},
      "_embedded": {"osdi:person": {
        "identifiers": ["sample:p\(number)"], "given_name": "\(first(number))", "family_name": "\(last(number))",
        "employer": "Nimbus Cloud", "languages_spoken": ["en"],
        "email_addresses": [{"address": "old\(number)@mail.example", "primary": false},
          {"primary": true, "address": "\(mail(number))", "status": "subscribed"}],
        "postal_addresses": [{"primary": true, "address_lines": ["1 Sample St"], "locality": "Springfield", "region": "FD",
          "postal_code": "00000", "country": "FD", "location": {"latitude": -1.5e1, "longitude": 0}}],
        "custom_fields": {"union": "Local \(number % 9)", "shift": \(number % 3), "member": true}}},
      "_links": {"self": {"href": "https://sample.example/signatures/\(number)"}}}
    """
  }

  /// People, without signatures.
  public static let osdiPeople = Sample(
    "osdi, people", .osdi, "people.json",
    opening: "{\"total_records\": 2, \"_embedded\": {\"osdi:people\": [", between: ",", closing: "]}}"
  ) { number in
    "{\"given_name\":\"\(first(number))\",\"family_name\":\"\(last(number))\","
      + "\"email_addresses\":[{\"address\":\"\(mail(number))\"}],\"postal_addresses\":[{\"locality\":\"Springfield\"}]}"
  }

  private static func page() -> String {
    "{\"total_pages\": 1, \"page\": 1, \"_links\": {\"next\": null}, \"_embedded\": {\"osdi:signatures\": [\n"
  }

  /// A file of one signer; those behind the first are text of the letter.
  public static let frontMatter = Sample("git-letter, front matter", .gitLetter, "signer.md") { number in
    "---\nname: \(first(number)) \(last(number))\nlink: https://sample.example/\(number)\n"
      + "occupation_title: \"Engineer: platform\"\norganization: Nimbus Cloud\ngithub: '@sample\(number)'\n---\n\nI sign.\n"
  }

  /// A list in YAML.
  public static let yamlList = Sample("git-letter, YAML list", .gitLetter, "signers.yml", opening: "# signers\n") {
    number in
    "- name: \(first(number)) \(last(number))\n  link: https://sample.example/\(number)\n"
      + "  occupation_title: Engineer\n  affiliation: Nimbus Cloud\n  github: sample\(number)\n"
  }

  /// A list in YAML in the other forms, which a real parser reads.
  public static let yamlFlow = Sample("git-letter, YAML flow", .gitLetter, "signers.yml") { number in
    number.isMultiple(of: 2)
      ? "- {name: \"\(first(number)) \(last(number))\", occupation_title: Engineer}\n"
      : "- name: >-\n    \(first(number))\n    \(last(number))\n  tags: [a, {b: c}]\n  link: &l https://sample.example\n"
        + "  github: *l\n"
  }

  /// Lines of a list under a title.
  public static let listLines = Sample(
    "git-letter, lines", .gitLetter, "SIGNERS.md", opening: "# Signers\n\nWe sign:\n\n"
  ) { number in
    switch number % 3 {
    case 0: "- \(first(number)) \(last(number)), @sample\(number) (Engineer)\n"
    case 1: "* [\(first(number)) \(last(number))](https://sample.example/\(number)) (Designer)\n"
    default: "- \(first(number)) \(last(number))\n"
    }
  }
}
