import Campaigns
import Ledger

extension Transaction {
  /// The manifest of a delivery that was kept, as it was signed: whoever tells a delivered number takes it from here.
  ///
  /// It is of this delivery, it is signed, and the ledger knows it. Who writes into the file without the key can sign with
  /// a key of their own and name that one in the manifest: where no vault is open, that shows because the ledger knows
  /// neither.
  /// - Parameter verifier: the campaign's key, where a vault is open; nil for the one that the manifest names.
  /// - Throws: `altered`.
  func signedManifest(
    of delivery: StoredDelivery, to petition: Petition, by verifier: NoteVerifier? = nil
  ) throws -> DeliveryManifest {
    let altered = Refusal(
      .altered, "delivery \(delivery.number) of \(petition.slug) is not the one that was signed",
      hint: "the database was changed by hand or is damaged: picket doctor says more; go on with your newest backup")
    guard let note = try? SignedNote(delivery.manifest), let manifest = try? DeliveryManifest(note.text),
      let key = verifier ?? manifest.key, key.name == CampaignLog.origin(of: petition.campaign),
      (try? note.verify(with: [key]))?.isEmpty == false,
      manifest.petition == petition.id, manifest.number == delivery.number,
      manifest.deliveredOn == delivery.deliveredOn, manifest.tree.size == delivery.size
    else { throw altered }
    let log = CampaignLog(campaign: petition.campaign, transaction: self)
    guard try log.knows(LeafBook(petition, self).leaf(ofDelivery: note)), try log.knows(CampaignLog.keyLeaf(key))
    else { throw altered }
    return manifest
  }
}

extension CampaignLog {
  /// Whether the leaf is in the tree, or waits for its next checkpoint.
  fileprivate func knows(_ leaf: LedgerLeaf) throws -> Bool {
    if try index(of: leaf.hash) != nil { return true }
    return try CampaignLog.leaves(in: transaction.ledger.queue(of: campaign).leaves).contains(leaf)
  }
}
