import Campaigns

extension Office {
  /// The petition's imports, in the order of their identifiers.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func imports(of slug: String) throws -> [ImportReport] {
    try readUnlocked { transaction in
      let petition = try transaction.petition(slug)
      let seal = ImportSeal(try vault(), petition.id)
      return try transaction.imports.all(of: petition.id).map(seal.open)
    }
  }

  /// The petition's import of this identifier.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func importReport(_ id: String, of slug: String) throws -> ImportReport {
    try readUnlocked { transaction in
      let petition = try transaction.petition(slug)
      return try ImportSeal(try vault(), petition.id).open(try transaction.importReport(id, of: petition))
    }
  }

  /// Invalidates everything that an import added and that stands; who had left before stays so.
  ///
  /// The addresses are free again, so that the sheet can be imported once more, better.
  /// - Parameter rehearsing: whether to count only and change nothing.
  /// - Returns: how many signatures were, or would be, invalidated.
  /// - Throws: `notFound`; `notAllowed` where the import was undone before.
  public func undoImport(_ id: String, of slug: String, rehearsing: Bool) throws -> Int {
    let work = { (transaction: any Transaction) throws -> Int in
      let petition = try transaction.petition(slug)
      let seal = ImportSeal(try self.vault(), petition.id)
      var report = try seal.open(try transaction.importReport(id, of: petition))
      try report.undo(on: .today)
      let keys = try self.keys(for: petition)
      let book = try LeafBook(petition, transaction, self.vault())
      var count = 0
      try OpenedSignatures(transaction: transaction, keys: keys, origin: report.id).forEachBatch { _, signatures in
        let standing = signatures.filter(\.state.isNet)
        count += standing.count
        guard !rehearsing else { return }
        var sealer = SignatureSeal.Sealer(keys.seal)
        var leaves: [QueuedLeaf] = []
        try transaction.signatures.update(
          standing.map { before in
            var signature = before
            try signature.invalidate(because: "import undone")
            leaves += book.record(before, &signature)
            return try sealer.seal(signature, tag: nil, nameTag: nil)
          })
        try transaction.ledger.enqueue(leaves)
      }
      if !rehearsing { try transaction.imports.update(try seal.seal(report)) }
      return count
    }
    return try rehearsing ? readUnlocked(work) : writeUnlocked(work)
  }
}
