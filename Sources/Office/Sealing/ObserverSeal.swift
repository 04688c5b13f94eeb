import Campaigns
import Vault

/// Seals and opens who observed a statement, bound to the capture with all that is clear of it.
struct ObserverSeal {
  private let cipher: RecordCipher

  init(_ vault: Vault) {
    cipher = vault.cipher(for: .capture, petition: nil)
  }

  /// The capture with its observer, sealed.
  func seal(_ capture: Capture, by observer: String) throws -> SealedCapture {
    SealedCapture(
      capture, observer: try cipher.seal(Array(observer.utf8), boundTo: ObserverSeal.binding(capture)))
  }

  /// Who observed; nil where it was not said.
  /// - Throws: `altered` where the row is not the one that was sealed; it names the capture.
  func open(_ sealed: SealedCapture) throws -> String? {
    guard let observer = sealed.observer else { return nil }
    return try Refusal.naming("capture \(sealed.capture.id)") {
      String(
        decoding: try cipher.open(observer, boundTo: ObserverSeal.binding(sealed.capture)), as: UTF8.self)
    }
  }

  private static func binding(_ capture: Capture) -> [UInt8] {
    var binding = BoundBytes(table: "capture")
    binding.append(capture.id.rawValue)
    binding.append(capture.statement.rawValue)
    binding.append(capture.observedAt.seconds)
    binding.append(capture.observedAt.description)
    binding.append(capture.wasGone ? 1 : 0)
    if let content = capture.content {
      binding.append(content.raw)
      binding.append(content.text)
    }
    return binding.bytes
  }
}
