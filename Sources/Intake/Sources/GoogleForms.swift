extension SourceForm {
  /// `Timestamp,Email Address,` and each question whole. Times are `M/D/YYYY H:MM:SS` in the form owner's zone. A form
  /// that collects no addresses is one too, where `--from` says so.
  static let googleForms = SourceForm(
    .googleForms, shapes: [["Timestamp"]], telling: ["Email Address"])
}
