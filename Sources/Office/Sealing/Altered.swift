import Campaigns

extension Refusal {
  /// What `open` opens; where its row was altered, the refusal says which row it is.
  static func naming<Opened>(_ row: String, _ open: () throws -> Opened) throws -> Opened {
    do {
      return try open()
    } catch let refusal as Refusal where refusal.code == .altered {
      throw Refusal(
        .altered, "\(row) was altered: its row is not the one that was sealed",
        hint: "the database was changed by hand or is damaged; compare it with your newest backup")
    }
  }
}
