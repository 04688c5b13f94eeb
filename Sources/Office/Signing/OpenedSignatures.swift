import Campaigns
import Foundation
import Synchronization

/// Opens a petition's signatures batch by batch, in the order of their identifiers. While one batch is worked on, the
/// next ones are read and opened.
struct OpenedSignatures {
  let transaction: any Transaction
  let keys: PetitionKeys
  var origin: Identifier<ImportReport>?

  private static let batchSize = 8192
  /// How many batches are opened ahead: enough for every core, few enough to stay small.
  private static let depth = ProcessInfo.processInfo.activeProcessorCount + 1

  /// Hands each batch to `body`: the rows and, at the same places, the signatures in them.
  /// - Throws: `altered` where a row is not the one that was sealed.
  func forEachBatch(_ body: ([SealedSignature], [Signature]) throws -> Void) throws {
    var pending: [Opening] = []
    try transaction.signatures.forEachBatch(
      of: keys.petition, origin: origin, limit: OpenedSignatures.batchSize
    ) { batch in
      pending.append(Opening(batch, keys.seal))
      guard pending.count > OpenedSignatures.depth else { return }
      let oldest = pending.removeFirst()
      try body(oldest.rows, try oldest.result())
    }
    for opening in pending { try body(opening.rows, try opening.result()) }
  }

  /// A batch that is being opened on another thread.
  private final class Opening: Sendable {
    let rows: [SealedSignature]
    private let opened = Mutex<Result<[Signature], any Error>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    init(_ rows: [SealedSignature], _ seal: SignatureSeal) {
      self.rows = rows
      DispatchQueue.global().async {
        let result = Result { try rows.map(seal.open) }
        self.opened.withLock { $0 = result }
        self.isDone.signal()
      }
    }

    func result() throws -> [Signature] {
      isDone.wait()
      return try opened.withLock { try $0?.get() } ?? []
    }
  }
}
