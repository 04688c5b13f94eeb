import Campaigns
import Intake

extension Copy {
  static func source(_ format: SourceFormat) -> String { "The file is of \(format.title) (\(format))." }

  static func missingWish(_ level: Visibility.Level) -> String {
    "the first row names a column that says who wishes not to be shown, and rows do not have it: their signers are "
      + "\(level.rawValue). --visibility names another."
  }
}
