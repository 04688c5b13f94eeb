import Campaigns
import Foundation

extension SourceForm {
  /// The header is the one that a transcript of OSDI JSON has, so that its refused rows can be mended and imported.
  static let osdi = SourceForm(
    .osdi, shapes: [["given_name", "family_name"]], telling: ["action_date"],
    meanings: [("comments", nil)])
}

/// OSDI JSON as records: pages of signatures, each with its person, or of people.
///
/// Pages may follow each other or stand in an array. What is not named here is passed over.
struct OSDITranscriber: ~Copyable, Transcriber {
  let header: [String]
  var askedCount: Int { asked.count }
  private var json: JSONReader
  private var level = Level.top
  /// Whether the pages stand in an array.
  private var isInArray = false
  private var metResources = false
  private let name: String
  /// Keys of custom fields, and of others, that the user asked for; their cells come after the fixed ones.
  private let asked: [[UInt8]]
  private var isPrimaryAddress = false
  private var hasPlace = false
  private var isPrimaryPlace = false
  private var hasActionDate = false

  /// Where the reader is between two records.
  private enum Level {
    case top, pages, page, embedded, resources
  }

  /// The cells that every record has.
  private enum Cell: Int, CaseIterable {
    case given_name, family_name, honorific_prefix, honorific_suffix, employer, email, city, region, country,
      action_date,
      comments
  }

  /// A transcriber of this JSON; `asked` are further keys whose values the user wants.
  init(_ feed: TextFeed, name: String, asking asked: [String]) {
    let fixed = Cell.allCases.map { "\($0)" }
    var known = Set(fixed.map(HeaderKey.init))
    let further = asked.filter { known.insert(HeaderKey($0)).inserted }
    self.name = name
    self.asked = further.map { Array($0.utf8) }
    header = fixed + further
    json = JSONReader(feed, name: name)
  }

  /// Writes the next signature or person.
  /// - Throws: also where the file has no place for either.
  mutating func next(_ record: inout TranscriptRecord) throws -> Bool {
    while true {
      switch level {
      case .top:
        guard let kind = try json.kindAtTop() else {
          guard metResources else { throw nothing() }
          return false
        }
        guard kind == .object || kind == .array else { throw foreign() }
        isInArray = kind == .array
        level = isInArray ? .pages : .page
        try json.enter()
      case .pages:
        guard try json.nextElement() else {
          level = .top
          continue
        }
        guard try json.kind() == .object else { throw foreign() }
        try json.enter()
        level = .page
      case .page:
        guard let key = try json.nextKey() else {
          level = isInArray ? .pages : .top
          continue
        }
        if OSDITranscriber.key(key, is: "_embedded"), try json.kind() == .object {
          try json.enter()
          level = .embedded
        } else {
          try json.skip()
        }
      case .embedded:
        guard let key = try json.nextKey() else {
          level = .page
          continue
        }
        let holdsThem = OSDITranscriber.key(key, is: "osdi:signatures") || OSDITranscriber.key(key, is: "osdi:people")
        if holdsThem, try json.kind() == .array {
          metResources = true
          try json.enter()
          level = .resources
        } else {
          try json.skip()
        }
      case .resources:
        guard try json.nextElement() else {
          level = .embedded
          continue
        }
        try resource(&record)
        return true
      }
    }
  }

  // MARK: - One signature or person

  private mutating func resource(_ record: inout TranscriptRecord) throws {
    let kind = try json.kind()
    record.place.line = json.line
    isPrimaryAddress = false
    hasPlace = false
    isPrimaryPlace = false
    hasActionDate = false
    guard kind == .object else {
      record.refuse(.notAnObject)
      return try json.skip()
    }
    try json.enter()
    while let key = try json.nextKey() { try member(key, &record) }
  }

  /// Reads a member of a signature or of its person, who may be embedded or stand under `person`.
  private mutating func member(_ key: UnsafeRawBufferPointer, _ record: inout TranscriptRecord) throws {
    if let cell = OSDITranscriber.cell(of: key) { return try text(cell, &record) }
    // By their lengths first: most keys are none of these.
    switch key.count {
    case 6 where OSDITranscriber.key(key, is: "person"), 9 where OSDITranscriber.key(key, is: "_embedded"),
      11 where OSDITranscriber.key(key, is: "osdi:person"):
      guard try json.kind() == .object else { return try json.skip() }
      try json.enter()
      while let key = try json.nextKey() { try member(key, &record) }
    case 12 where OSDITranscriber.key(key, is: "created_date"):
      guard !hasActionDate else { return try json.skip() }
      try text(.action_date, &record, standsIn: true)
    case 13 where OSDITranscriber.key(key, is: "custom_fields"):
      guard try json.kind() == .object else { return try json.skip() }
      try json.enter()
      while let key = try json.nextKey() { try askedValue(key, &record) }
    case 15 where OSDITranscriber.key(key, is: "email_addresses"): try addresses(&record)
    case 16 where OSDITranscriber.key(key, is: "postal_addresses"): try places(&record)
    default: try askedValue(key, &record)
    }
  }

  private mutating func text(_ cell: Cell, _ record: inout TranscriptRecord, standsIn: Bool = false) throws {
    switch try json.kind() {
    case .null: return try json.skip()
    case .text: break
    default:
      record.refuse(.notText)
      return try json.skip()
    }
    let value = try json.scalar()
    if cell == .action_date {
      if !standsIn, hasActionDate { record.refuse(.keyTwice) }
      hasActionDate = hasActionDate || !standsIn
    } else if !record.isEmpty(cell.rawValue) {
      record.refuse(.keyTwice)
    }
    record.set(cell.rawValue, value)
  }

  private mutating func askedValue(_ key: UnsafeRawBufferPointer, _ record: inout TranscriptRecord) throws {
    guard !asked.isEmpty, let index = asked.firstIndex(where: { $0.elementsEqual(key) }) else {
      return try json.skip()
    }
    let kind = try json.kind()
    guard kind != .object, kind != .array else {
      record.refuse(.notText)
      return try json.skip()
    }
    let cell = Cell.allCases.count + index
    let value = try json.scalar()
    if !record.isEmpty(cell) { record.refuse(.keyTwice) }
    record.set(cell, value)
  }

  // MARK: - Addresses and places

  /// The primary address, else the first.
  private mutating func addresses(_ record: inout TranscriptRecord) throws {
    guard try json.kind() == .array else { return try json.skip() }
    try json.enter()
    while try json.nextElement() {
      guard try json.kind() == .object else {
        try json.skip()
        continue
      }
      try json.enter()
      var isPrimary = false
      var address = 0..<0
      while let key = try json.nextKey() {
        if OSDITranscriber.key(key, is: "address"), try json.kind() == .text {
          address = record.note(try json.scalar())
        } else if OSDITranscriber.key(key, is: "primary"), try json.kind() == .boolean {
          isPrimary = try json.scalar().count == 4
        } else {
          try json.skip()
        }
      }
      if !isPrimaryAddress, isPrimary || record.isEmpty(Cell.email.rawValue) {
        record.set(Cell.email.rawValue, address)
        isPrimaryAddress = isPrimary
      }
    }
  }

  /// The primary place, else the first. The street and the postal code are nobody's business.
  private mutating func places(_ record: inout TranscriptRecord) throws {
    guard try json.kind() == .array else { return try json.skip() }
    try json.enter()
    while try json.nextElement() {
      guard try json.kind() == .object else {
        try json.skip()
        continue
      }
      try json.enter()
      var isPrimary = false
      var (city, region, country) = (0..<0, 0..<0, 0..<0)
      while let key = try json.nextKey() {
        if OSDITranscriber.key(key, is: "locality"), try json.kind() == .text {
          city = record.note(try json.scalar())
        } else if OSDITranscriber.key(key, is: "region"), try json.kind() == .text {
          region = record.note(try json.scalar())
        } else if OSDITranscriber.key(key, is: "country"), try json.kind() == .text {
          country = record.note(try json.scalar())
        } else if OSDITranscriber.key(key, is: "primary"), try json.kind() == .boolean {
          isPrimary = try json.scalar().count == 4
        } else {
          try json.skip()
        }
      }
      if !isPrimaryPlace, isPrimary || !hasPlace {
        record.set(Cell.city.rawValue, city)
        record.set(Cell.region.rawValue, region)
        record.set(Cell.country.rawValue, country)
        hasPlace = true
        isPrimaryPlace = isPrimary
      }
    }
  }

  // MARK: - Keys

  private static func cell(of key: UnsafeRawBufferPointer) -> Cell? {
    switch key.count {
    case 8: Self.key(key, is: "employer") ? .employer : Self.key(key, is: "comments") ? .comments : nil
    case 10: Self.key(key, is: "given_name") ? .given_name : nil
    case 11:
      Self.key(key, is: "family_name") ? .family_name : Self.key(key, is: "action_date") ? .action_date : nil
    case 16:
      Self.key(key, is: "honorific_prefix")
        ? .honorific_prefix : Self.key(key, is: "honorific_suffix") ? .honorific_suffix : nil
    default: nil
    }
  }

  @inline(__always)
  private static func key(_ key: UnsafeRawBufferPointer, is name: StaticString) -> Bool {
    guard key.count == name.utf8CodeUnitCount, let start = key.baseAddress else { return false }
    return memcmp(start, name.utf8Start, key.count) == 0
  }

  // MARK: - Refusals

  private func foreign() -> Refusal {
    Refusal(
      .unusableFile, "this is JSON, and not of OSDI: a page is an object with ‘_embedded’",
      hint: "export signatures or people as OSDI, or as CSV", at: SourcePlace(file: name, line: json.line))
  }

  private func nothing() -> Refusal {
    Refusal(
      .unusableFile, "this is JSON, and holds neither ‘osdi:signatures’ nor ‘osdi:people’",
      hint: "export signatures or people as OSDI, or as CSV", at: SourcePlace(file: name))
  }
}
