import Foundation

/// Words that stand nowhere but in what a signer or an organizer entered, so that one found elsewhere is a leak.
enum Canary {
  /// Each way of entry has words of its own.
  static let words = [
    "flagname", "flagaddress", "flagtitle", "flagteam", "flagplace", "flagemployer", "flagmethod", "flagorganizer",
    "jsonname", "jsonaddress", "jsontitle", "jsonmethod", "sheetname", "sheetaddress", "sheettitle", "sheetteam",
    "sheetcity", "sheetmethod", "sheetfile", "sheetpartner", "sheetheader", "rejectname", "rejectaddress", "editname",
    "flaghonorific", "flagcredentials", "jsonhonorific", "jsoncredentials", "edithonorific", "editcredentials",
    "editaddress", "reasonword", "typedname", "typedaddress",
  ].map { "zqcanary" + $0 }

  /// The canaries that can be read in the bytes: as UTF-8 and as UTF-16, in small, capital and mixed letters.
  static func found(in bytes: [UInt8]) -> [String] {
    let data = Data(bytes)
    let start = [Data("zqcanary".utf8), Data("ZQCANARY".utf8), Data("Zqcanary".utf8)]
    let wide = start.flatMap { text in [Data(text.flatMap { [$0, 0] }), Data(text.flatMap { [0, $0] })] }
    guard (start + wide).contains(where: { data.range(of: $0) != nil }) else { return [] }
    let lower = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self).lowercased()
    let named = words.filter(lower.contains)
    return named.isEmpty ? ["zqcanary"] : named
  }
}

extension Desk {
  /// Every canary that stands readable in a file of the desk, and where; the folders and names themselves too.
  func leaks(besides innocent: Set<String> = []) -> [String] {
    files().subtracting(innocent).sorted().flatMap { path -> [String] in
      let inside = contents(root + "/" + path).map(Canary.found) ?? []
      return (inside + Canary.found(in: Array(path.utf8))).map { "\(path): \($0)" }
    }
  }
}
