import Campaigns
import Crypto

extension Vault {
  /// The key that signs a campaign's checkpoints and deliveries. It follows from the vault key, and is nowhere kept.
  public func signingKey(for campaign: Identifier<Campaign>) throws -> Curve25519.Signing.PrivateKey {
    let seed = derivedKey(joined(Array("picket signing key".utf8), campaign.rawValue.bigEndianBytes))
    return try seed.withUnsafeBytes { try Curve25519.Signing.PrivateKey(rawRepresentation: $0) }
  }
}
