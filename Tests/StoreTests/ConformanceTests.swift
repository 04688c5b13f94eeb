import Campaigns
import RepositoryConformance
import Store
import Testing

@Suite("SQLite keeps what the repository protocols promise")
struct ConformanceTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test("conforms", arguments: ConformanceCase.all)
  func conforms(to behaviour: ConformanceCase) throws {
    try behaviour.check {
      let path = folder.path("picket.db")
      try SQLiteRepository.create(at: path, vault: ConformanceCase.vault)
      return try SQLiteRepository(at: path)
    }
  }

  @Test("no behaviour is checked under the name of another")
  func names() {
    let names = ConformanceCase.all.map(\.description)
    #expect(Set(names).count == names.count)
    #expect(names.count > 80)
  }
}
