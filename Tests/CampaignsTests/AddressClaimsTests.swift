import Campaigns
import Testing

@Suite("Claims to an address")
struct AddressClaimsTests {
  private let shared = BlindTag(repeatElement(7, count: 16))
  private let other = BlindTag(repeatElement(8, count: 16))
  private let ada = 1
  private let ben = 2
  private let cleo = 3

  private func claim(
    _ number: Int64, _ name: Int, _ visibility: Visibility = Visibility(.named)
  ) -> AddressClaims.Claim {
    .init(signature: Identifier(rawValue: number), name: name, visibility: visibility)
  }

  @Test("the first of an address stands, the same name again is a duplicate of it")
  func firstAndDuplicate() throws {
    let shared = try #require(shared)
    var claims = AddressClaims()
    #expect(claims.judge(claim(1, ada), at: shared) == .first)
    #expect(claims.judge(claim(2, ada), at: shared) == .duplicate(of: Identifier(rawValue: 1), stricter: nil))
    #expect(claims.judge(claim(3, ada), at: shared) == .duplicate(of: Identifier(rawValue: 1), stricter: nil))
  }

  @Test("each other name at an address is held once; the second of that name is a duplicate of the held one")
  func otherNames() throws {
    let shared = try #require(shared)
    var claims = AddressClaims()
    #expect(claims.judge(claim(1, ada), at: shared) == .first)
    #expect(claims.judge(claim(2, ben), at: shared) == .held)
    #expect(claims.judge(claim(3, ben), at: shared) == .duplicate(of: Identifier(rawValue: 2), stricter: nil))
    #expect(claims.judge(claim(4, cleo), at: shared) == .held)
    #expect(claims.judge(claim(5, ada), at: shared) == .duplicate(of: Identifier(rawValue: 1), stricter: nil))
  }

  @Test("the same name at another address is another person")
  func sameNameAlone() throws {
    let shared = try #require(shared)
    let other = try #require(other)
    var claims = AddressClaims()
    #expect(claims.judge(claim(1, ada), at: shared) == .first)
    #expect(claims.judge(claim(2, ada), at: other) == .first)
  }

  @Test("where the duplicate asks for less visibility, the stricter choice stands from then on")
  func stricter() throws {
    let shared = try #require(shared)
    var claims = AddressClaims()
    let standing = Identifier<Signature>(rawValue: 1)
    #expect(claims.judge(claim(1, ada, Visibility(.named, hiding: [.team])), at: shared) == .first)
    let hidden = Visibility(.named, hiding: [.team, .day])
    #expect(
      claims.judge(claim(2, ada, Visibility(.named, hiding: [.day])), at: shared)
        == .duplicate(of: standing, stricter: hidden))
    let role = Visibility(.role, hiding: [.team, .day])
    #expect(claims.judge(claim(3, ada, Visibility(.role)), at: shared) == .duplicate(of: standing, stricter: role))
    // A later wish for more is no change, and neither is the same wish again.
    #expect(claims.judge(claim(4, ada, Visibility(.named)), at: shared) == .duplicate(of: standing, stricter: nil))
    #expect(claims.judge(claim(5, ada, role), at: shared) == .duplicate(of: standing, stricter: nil))
  }

  @Test("the stricter choice of a held one's duplicate goes to the held one alone")
  func stricterHeld() throws {
    let shared = try #require(shared)
    var claims = AddressClaims()
    _ = claims.judge(claim(1, ada), at: shared)
    _ = claims.judge(claim(2, ben), at: shared)
    let counted = Visibility(.counted)
    #expect(
      claims.judge(claim(3, ben, counted), at: shared)
        == .duplicate(of: Identifier(rawValue: 2), stricter: counted))
    #expect(claims.judge(claim(4, ada), at: shared) == .duplicate(of: Identifier(rawValue: 1), stricter: nil))
  }

  @Test("signatures that stand already are known to the rule", arguments: Signature.Standing.allCases)
  func entered(standing: Signature.Standing) throws {
    let shared = try #require(shared)
    var claims = AddressClaims()
    claims.enter(claim(1, ada), at: shared, standing: .sole)
    if standing != .sole { claims.enter(claim(2, ben), at: shared, standing: standing) }
    #expect(claims.judge(claim(3, ada), at: shared) == .duplicate(of: Identifier(rawValue: 1), stricter: nil))
    let verdict = claims.judge(claim(4, ben), at: shared)
    #expect(verdict == (standing == .sole ? .held : .duplicate(of: Identifier(rawValue: 2), stricter: nil)))
  }

  @Test("where the first of an address has left it, a shared one of it is still nobody twice")
  func firstGone() throws {
    let shared = try #require(shared)
    var claims = AddressClaims()
    claims.enter(claim(2, ben), at: shared, standing: .admitted)
    #expect(claims.judge(claim(3, ben), at: shared) == .duplicate(of: Identifier(rawValue: 2), stricter: nil))
    #expect(claims.judge(claim(4, cleo), at: shared) == .first)
    #expect(claims.judge(claim(5, ben), at: shared) == .duplicate(of: Identifier(rawValue: 2), stricter: nil))
  }
}
