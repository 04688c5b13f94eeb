import Campaigns
import Text
import Vault

/// The people on a campaign's roster, and those of them who have not signed a petition: what its public list is held
/// against.
struct Colleagues {
  private let roster: OpenedRoster
  private var signers: [RosterMatching.Person] = []

  /// The colleagues of the petition's signers; nil where its campaign has no roster.
  init?(of petition: Petition, _ transaction: any Transaction, _ office: Office) throws {
    guard try transaction.roster.count(of: petition.campaign) > 0 else { return nil }
    roster = OpenedRoster(transaction: transaction, seal: try office.rosterSeal(of: petition.campaign))
  }

  /// Takes in a signature of the petition. Whoever stands has signed: also who is pending or held.
  mutating func take(_ signature: Signature) {
    if signature.state.isNet { signers.append(RosterMatching.Person(signature.signatory)) }
  }

  /// The colleagues who have not signed.
  /// - Throws: `altered` where an entry of the roster is not the one that was sealed.
  func headcount() throws -> Headcount {
    let (entries, people) = try roster.all()
    let matching = RosterMatching(of: signers, with: people)
    var headcount = Headcount(folding: Normalization.folded)
    for (entry, mayHaveSigned) in zip(entries, matching.mayHaveSigned) {
      headcount.add(entry, mayHaveSigned: mayHaveSigned)
    }
    return headcount
  }
}

extension RosterMatching.Person {
  /// A signer by what is compared.
  init(_ signatory: Signatory) {
    self.init(
      address: signatory.email.flatMap { NormalizedAddress($0)?.text }, name: Normalization.folded(signatory.name))
  }

  /// Somebody on a roster by what is compared.
  init(_ entry: RosterEntry) {
    self.init(address: entry.email.flatMap { NormalizedAddress($0)?.text }, name: Normalization.folded(entry.name))
  }
}
