/// Several files that appear together or not at all.
public enum NewFiles {
  /// Creates the files.
  /// - Throws: as `NewFile`; then none of them is there.
  public static func write(_ files: [(path: String, bytes: [UInt8])]) throws {
    let begun = try files.map { file in
      let new = try NewFile(at: file.path)
      try new.write(file.bytes)
      return new
    }
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
