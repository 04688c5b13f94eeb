import Campaigns
import Foundation
import Synchronization

/// Opens a petition's signatures batch by batch on both cores, in the order of their identifiers.
struct OpenedSignatures {
  let transaction: any Transaction
  let keys: PetitionKeys
  var origin: Identifier<ImportReport>?

  private static let batchSize = 16_384

  /// Hands each batch to `body`: the rows and, at the same places, the signatures in them.
  /// - Throws: `altered` where a row is not the one that was sealed.
  func forEachBatch(_ body: ([SealedSignature], [Signature]) throws -> Void) throws {
    try transaction.signatures.forEachBatch(
      of: keys.petition, origin: origin, limit: OpenedSignatures.batchSize
    ) { batch in
      try body(batch, try OpenedSignatures.open(batch, keys.seal))
    }
  }

  private static func open(_ batch: [SealedSignature], _ seal: SignatureSeal) throws -> [Signature] {
    let workers = batch.count < 512 ? 1 : max(1, ProcessInfo.processInfo.activeProcessorCount)
    guard workers > 1 else { return try batch.map(seal.open) }
    let size = (batch.count + workers - 1) / workers
    let parts = Mutex<[Result<[Signature], any Error>?]>(Array(repeating: nil, count: workers))
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      let range = min(worker * size, batch.count)..<min((worker + 1) * size, batch.count)
      let part = Result { try batch[range].map(seal.open) }
      parts.withLock { $0[worker] = part }
    }
    return try parts.withLock { parts in try parts.compactMap { $0 }.flatMap { try $0.get() } }
  }
}
