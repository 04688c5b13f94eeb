import Campaigns

/// What a person brings to open a vault.
public enum Secret: Sendable, Confidential {
  /// Words that the person remembers.
  case passphrase(Passphrase)
  /// A file that is kept apart from the database.
  case keyFile(KeyFile)
  /// A code that is kept on paper.
  case recoveryCode(RecoveryCode)

  /// The passphrase as it was typed, without the line break at its end.
  public static func passphrase(_ text: String) -> Secret {
    .passphrase(Passphrase(text))
  }

  /// The kind of slot that it opens.
  public var kind: KeySlotRecord.Kind {
    switch self {
    case .passphrase: .passphrase
    case .keyFile: .keyFile
    case .recoveryCode: .recoveryCode
    }
  }
}

extension KeySlotRecord.Kind {
  /// The kind as a sentence names it.
  var words: String {
    switch self {
    case .passphrase: "passphrase"
    case .keyFile: "key file"
    case .recoveryCode: "recovery code"
    }
  }

  /// What to do when a secret of the kind does not open.
  var advice: String {
    switch self {
    case .passphrase:
      "check capital letters and the keyboard's language; a key file or the recovery code opens it too"
    case .keyFile: "look for a newer key file, or use the passphrase or the recovery code"
    case .recoveryCode: "look for a newer recovery code, or use the passphrase or a key file"
    }
  }
}
