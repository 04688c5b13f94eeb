import Campaigns
import Vault

/// Seals and opens the lines of one delivery.
struct DeliverySeal: ~Copyable {
  private let cipher: RecordCipher
  private var sealer: RecordSealer
  private let delivery: Identifier<StoredDelivery>

  init(_ vault: Vault, _ petition: Identifier<Petition>, _ delivery: Identifier<StoredDelivery>) {
    cipher = vault.cipher(for: .delivery, petition: petition)
    sealer = RecordSealer(cipher)
    self.delivery = delivery
  }

  /// The line of this number, sealed.
  mutating func seal(_ line: DeliveredLine, number: Int, signer: BlindTag) throws -> [UInt8] {
    try sealer.seal(line.salt.bytes + Array(line.text.utf8), boundTo: binding(number, signer))
  }

  /// The line of this number, opened.
  /// - Throws: `altered` where it is not the one that was sealed.
  func open(_ contents: [UInt8], number: Int, signer: BlindTag?) throws -> DeliveredLine {
    let bytes = try cipher.open(contents, boundTo: binding(number, signer))
    guard let salt = Bytes32(bytes.prefix(Bytes32.byteCount)),
      let line = DeliveredLine(
        salt: salt, text: Substring(String(decoding: bytes.dropFirst(Bytes32.byteCount), as: UTF8.self)))
    else {
      throw Refusal(
        .altered, "line \(number) of a delivery cannot be read", hint: "open the database with a newer Picket")
    }
    return line
  }

  private func binding(_ number: Int, _ signer: BlindTag?) -> [UInt8] {
    var binding = BoundBytes(table: "delivery line")
    binding.append(delivery.rawValue)
    binding.append(number)
    binding.append(signer)
    return binding.bytes
  }
}
