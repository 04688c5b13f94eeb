extension Copy {
  static let briefWithoutEvidence =
    "No evidence is on record: every figure is marked as the organizers' own. Attach sources before you pass it on."
}
