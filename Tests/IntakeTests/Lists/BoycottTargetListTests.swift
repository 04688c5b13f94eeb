import Campaigns
import Testing

@testable import Intake

@Suite("Lists of boycott targets")
struct BoycottTargetListTests {
  @Test("rows become targets, with the words about alternatives before their list")
  func rows() throws {
    let (rows, refused, _) = try BoycottTargetList(
      "id,name,description,status,reasons,countries,website,logo_url,alternatives,alternatives_text\n"
        + "acme,Acme Cola,\"Soft\ndrinks\",avoid,union busting,us,https://acme.example,x,\"tap, tea\",Drink water\n"
        + "zeta,Zeta,,,,,,,\"tap, tea\",\n"
    ).readAll()
    #expect(refused.isEmpty)
    #expect(rows.map(\.name) == ["Acme Cola", "Zeta"])
    #expect(rows.map(\.description) == ["Soft drinks", nil])
    #expect(rows.map(\.status) == ["avoid", nil])
    #expect(rows.map(\.reasons) == ["union busting", nil])
    #expect(rows.map(\.website) == ["https://acme.example", nil])
    #expect(rows.map(\.alternatives) == ["Drink water", "tap, tea"])
    #expect(rows.map(\.row.line) == [2, 4])
  }

  @Test("a row without a name is refused, a long description is taken")
  func names() throws {
    let long = String(repeating: "ü", count: 2000)
    let (rows, refused, rejects) = try BoycottTargetList(
      "description,name\nno name,\n\(long),Acme\n\(long)x,Acme\n"
    ).readAll()
    #expect(rows.map(\.description) == [long])
    #expect(refused.map(\.line) == [2, 4])
    #expect(refused.map(\.column) == [2, 1])
    #expect(refused.map(\.reason) == ["the name is empty", "the text is longer than 2000 characters"])
    let mended = rejects.replacing("no name,", with: "no name,Beta").replacing("üx", with: "ü")
    #expect(try BoycottTargetList(mended).readAll().rows.map(\.name) == ["Beta", "Acme"])
  }
}
