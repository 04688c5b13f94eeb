extension RevisionHistory {
  /// Whether what a source reports was observed: something of that kind, within an interval that allows the time that the
  /// source gives. A time that it says "about" may be off by an hour, or by one of what it is given in.
  public func shows(_ account: AccountEvent) -> Bool {
    events.contains { event in
      guard event.kind == account.kind else { return false }
      guard let reported = account.at else { return true }
      let slack = reported.isAbout ? max(3600, reported.end - reported.seconds) : 0
      let isTooLate = reported.seconds - slack >= event.before.end
      let isTooEarly = event.after.map { reported.end + slack <= $0.seconds } ?? false
      return !isTooLate && !isTooEarly
    }
  }
}
