/// Columns that Picket never takes, whatever the user asks: what would show a signer's computer, or let somebody confirm
/// in a signer's name.
enum NeverKept {
  /// Whether the column of this header is one of them.
  static func contains(_ key: HeaderKey) -> Bool { keys.contains(key.text) }

  private static let keys = Set(
    [
      "IP", "IP address", "IP addr", "IP addresses", "Remote IP", "Remote address", "Remote addr", "User IP",
      "User IP address", "Client IP", "Client IP address", "Signer IP", "Signer IP address", "Signature IP",
      "IP-Adresse", "Adresse IP", "Dirección IP", "Endereço IP", "Indirizzo IP", "IP-adres", "Adres IP",
      "Confirmation code", "Confirmation codes", "Confirmation token", "Confirmation key", "Confirmation hash",
      "Confirm token", "Verification code", "Verification token", "Activation code", "Activation key",
      "Bestätigungscode", "Code de confirmation", "Código de confirmación", "Código de confirmação",
      "Codice di conferma", "Bevestigingscode",
    ].map { HeaderKey($0).text })
}
