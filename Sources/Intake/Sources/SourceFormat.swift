/// The tools and places that lists of signatures come from, as `--from` names them.
public enum SourceFormat: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// The answers of a Google form.
  case googleForms = "google-forms"
  /// A report of Action Network.
  case actionNetwork = "action-network"
  /// The list that Change.org hands to a petition's starter.
  case changeOrg = "change-org"
  /// The export of SpeakOut, the WordPress plug-in.
  case speakout
  /// The export of Pytition.
  case pytition
  /// The export of Proca.
  case proca
  /// The lists of EFF's action center.
  case eff
  /// JSON of the Open Supporter Data Interface.
  case osdi
  /// A letter that is signed in a git repository: a file a signer, a YAML list, or lines of a list.
  case gitLetter = "git-letter"

  /// The source as `--from` names it.
  public var description: String { rawValue }

  /// The source as people call it.
  public var title: String {
    switch self {
    case .googleForms: "Google Forms"
    case .actionNetwork: "Action Network"
    case .changeOrg: "Change.org"
    case .speakout: "SpeakOut"
    case .pytition: "Pytition"
    case .proca: "Proca"
    case .eff: "EFF action center"
    case .osdi: "OSDI JSON"
    case .gitLetter: "git letter"
    }
  }

  /// What its sheets look like.
  var form: SourceForm {
    switch self {
    case .googleForms: .googleForms
    case .actionNetwork: .actionNetwork
    case .changeOrg: .changeOrg
    case .speakout: .speakout
    case .pytition: .pytition
    case .proca: .proca
    case .eff: .eff
    case .osdi: .osdi
    case .gitLetter: .gitLetter
    }
  }
}
