import Campaigns
import Testing

@Suite("Responses to demands")
struct DemandResponseTests {
  private var demand: Demand {
    Demand(
      id: Identifier(rawValue: 1), campaign: Identifier(rawValue: 1), target: Identifier(rawValue: 1), number: 1,
      text: "Do not renew the contract.")
  }

  private func response(_ outcome: DemandResponse.Outcome, _ offset: Int = 0, source: String? = nil) -> DemandResponse
  {
    DemandResponse(
      id: Identifier(on: Sample.day), demand: Identifier(rawValue: 1), outcome: outcome,
      respondedOn: CalendarDate(daysSinceEpoch: Sample.day.daysSinceEpoch + offset), source: source)
  }

  @Test("the demand stands as the newest response says", arguments: DemandResponse.Outcome.allCases)
  func newest(outcome: DemandResponse.Outcome) {
    var demand = demand
    let responses = [response(.rejected, source: "Post"), response(outcome, 7)]
    for response in responses { demand.take(response) }
    #expect(demand.state == outcome.state)
    #expect(demand.answeredOn == responses[1].respondedOn)
    #expect(demand.source == nil)
    #expect(demand.outcome(among: responses) == outcome)
  }

  @Test("an older one found later changes nothing, one of the same day counts")
  func older() {
    var demand = demand
    demand.take(response(.metOtherwise, 7))
    let before = demand
    demand.take(response(.rejected))
    #expect(demand == before)
    #expect(demand.outcome(among: [response(.rejected), response(.metOtherwise, 7)]) == .metOtherwise)
    demand.take(response(.rejected, 7))
    #expect(demand.state == .rejected)
    #expect(demand.outcome(among: [response(.metOtherwise, 7), response(.rejected, 7)]) == .rejected)
  }

  @Test("an open demand has no outcome, whatever was answered before it was opened again")
  func reopened() {
    #expect(demand.outcome(among: [response(.rejected)]) == nil)
    #expect(demand.words(nil) == "not met")
  }

  @Test("a demand that was given up takes no response")
  func givenUp() throws {
    var demand = demand
    try demand.requireAnswerable()
    demand.state = .withdrawn
    #expect(throws: Refusal.self) { try demand.requireAnswerable() }
  }

  @Test("met by another way is met, and told apart in words")
  func words() {
    #expect(DemandResponse.Outcome.metOtherwise.state == .met)
    var demand = demand
    demand.take(response(.metOtherwise))
    #expect(demand.words(.metOtherwise) == "met by another way than the one asked")
    #expect(demand.words(nil) == "met")
  }
}
