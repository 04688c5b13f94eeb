import Logging

/// What Picket tells about its work when it is asked to: steps and counts, never what identifies a person.
enum Log {
  static let office = Logger(label: "picket.office")
}
