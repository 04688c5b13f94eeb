import Campaigns

/// The exit code that tells a script what kind of refusal it met; `picket --help` lists them.
func exitCode(of refusal: Refusal) -> Int32 {
  switch refusal.code {
  case .usage: 64
  case .invalidValue, .notAllowed, .alreadyExists, .unusableFile: 65
  case .notADatabase, .schemaTooNew, .corrupt, .altered: 65
  case .notFound: 66
  case .cannotCreate: 73
  case .busy: 75
  case .locked, .wrongKey: 77
  case .diskFull, .readOnly, .inputOutput: 1
  }
}
