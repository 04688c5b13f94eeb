/// Several files that appear together or not at all.
public enum NewFiles {
  /// Creates files at the paths from what `make` makes, in the same order.
  ///
  /// Where one of them cannot be begun, nothing is made.
  /// - Throws: as `NewFile` and `make`; then none of them is there.
  public static func write(to paths: [String], _ make: () throws -> [[UInt8]]) throws {
    let begun = try paths.map { try NewFile(at: $0) }
    for (file, bytes) in zip(begun, try make()) { try file.write(bytes) }
    var placed: [NewFile] = []
    do {
      for file in begun {
        try file.place()
        placed.append(file)
      }
    } catch {
      for file in placed { file.takeBack() }
      throw error
    }
  }
}
