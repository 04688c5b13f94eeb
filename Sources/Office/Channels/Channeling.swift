import Campaigns
import Foundation

extension Office {
  /// The petition's channels, by name, with the petition that they lead to.
  /// - Throws: `notFound`.
  public func channels(of slug: String) throws -> (petition: Petition, channels: [Channel]) {
    try repository.read { transaction in
      let petition = try transaction.petition(slug)
      return (petition, try transaction.channels.all(of: petition.id))
    }
  }

  /// Closes a channel; the others go on.
  /// - Parameter instant: from when on, in the past or to come.
  /// - Throws: `notFound`, with the names that come near.
  public func closeChannel(_ name: String, of slug: String, at instant: Date) throws -> (
    petition: Petition, channel: Channel
  ) {
    try repository.write { transaction in
      let petition = try transaction.petition(slug)
      var channel = try transaction.channel(name, of: petition)
      channel.close(at: instant)
      try transaction.channels.keep(channel)
      return (petition, channel)
    }
  }

  /// Opens a channel, or adds it where there is none of that name.
  /// - Throws: `notFound`, `invalidValue` where the name is none.
  public func openChannel(_ name: String, of slug: String) throws -> (petition: Petition, channel: Channel) {
    try repository.write { transaction in
      let petition = try transaction.petition(slug)
      let name = try ChannelGate.name(name)
      var channel = try transaction.channels.find(name, of: petition.id) ?? Channel(petition: petition.id, name: name)
      channel.open()
      try transaction.channels.keep(channel)
      return (petition, channel)
    }
  }
}

/// Lets signatures through the channels that they name.
struct ChannelGate {
  private let transaction: any Transaction
  private let petition: Petition

  /// The gate of a petition.
  init(_ transaction: any Transaction, _ petition: Petition) {
    self.transaction = transaction
    self.petition = petition
  }

  /// Makes sure that each of the channels is open, and opens those that are not there.
  /// - Parameter rehearsing: whether to open none.
  /// - Returns: those that are not there, each once, with the names that come near.
  /// - Throws: `invalidValue` where a name is none, `notAllowed` where a channel is closed.
  func pass(_ names: [String], rehearsing: Bool) throws -> [ImportOutcome.NewChannel] {
    let known = try transaction.channels.all(of: petition.id)
    var new: [ImportOutcome.NewChannel] = []
    for name in try names.map(ChannelGate.name) {
      if let channel = known.first(where: { $0.name == name }) {
        try channel.requireOpen(at: Date(), of: petition.slug)
      } else if !new.contains(where: { $0.name == name }) {
        new.append(ImportOutcome.NewChannel(name: name, near: Slug.near(name.description, among: known.map(\.name))))
        if !rehearsing { try transaction.channels.keep(Channel(petition: petition.id, name: name)) }
      }
    }
    return new
  }

  /// The name of a channel as it was typed.
  /// - Throws: `invalidValue`; the hint proposes one.
  static func name(_ text: String) throws -> Slug {
    do {
      return try Slug(text)
    } catch {
      let proposal = Slug.proposal(for: text)
      throw Refusal(
        .invalidValue, "\"\(text.prefix(80))\" is no name of a channel",
        hint: "use a to z, digits and hyphens, at most 64" + (proposal.isEmpty ? "" : ", for example \(proposal)"))
    }
  }
}

extension Transaction {
  /// The petition's channel of this name.
  /// - Throws: `notFound`, with the names that come near.
  func channel(_ name: String, of petition: Petition) throws -> Channel {
    if let slug = try? Slug(name), let channel = try channels.find(slug, of: petition.id) { return channel }
    let near = Slug.near(name, among: try channels.all(of: petition.id).map(\.name))
    throw Refusal(
      .notFound, "\(petition.slug) has no channel \"\(name.prefix(80))\"",
      hint: near.isEmpty
        ? "picket channel list \(petition.slug) shows those that are there"
        : "did you mean \(near.map(\.description).joined(separator: ", or "))?")
  }
}
