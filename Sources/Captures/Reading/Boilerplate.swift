/// Which regions of a page are left out of its readable text. The rules are those of `ReadableText`.
enum Boilerplate {
  /// Most characters, other than white space, of main content that may be less than half of what remains.
  private static let enoughLetters = 200

  /// For each region whether it is left out. A region that lies in one that is left out is left out with it.
  static func leftOut(of regions: [PageOutline.Region]) -> [Bool] {
    var isHidden = marked(regions) { regions[$0].kind == .hidden }
    let everything = [Bool](repeating: false, count: regions.count)
    if letters(of: regions, but: isHidden) == 0 { isHidden = everything }
    let letters = regions.indices.map { isHidden[$0] ? 0 : regions[$0].letters }
    let sums = sums(letters, of: regions)
    guard let anchor = anchor(of: regions, sums) else { return isHidden }

    let isAroundAnchor = ancestors(of: anchor, in: regions)
    let main = nearestMain(of: regions)
    let isStripped = marked(regions) { place in
      let kind = regions[place].kind
      guard kind.isBoilerplate, !isAroundAnchor[place] else { return isHidden[place] }
      guard kind == .aside || kind == .form, let around = main[place] else { return true }
      return sums[place] * 2 < sums[around]
    }
    let remaining = self.letters(of: regions, but: isStripped)
    let remainingMain = regions.indices.reduce(0) { sum, place in
      sum + (isStripped[place] || main[place] == nil ? 0 : regions[place].letters)
    }
    let isEnough = remainingMain >= enoughLetters || remainingMain > 0 && remainingMain * 2 >= remaining
    return isEnough ? isStripped : isHidden
  }

  /// The main content with most text, or else the article with most; nil where neither has any.
  private static func anchor(of regions: [PageOutline.Region], _ sums: [Int]) -> Int? {
    for kind in [PageRegion.main, .article] {
      let places = regions.indices.filter { regions[$0].kind == kind && sums[$0] > 0 }
      if let place = places.max(by: { sums[$0] < sums[$1] }) { return place }
    }
    return nil
  }

  /// Marks the regions, and all that lie in a marked one.
  private static func marked(_ regions: [PageOutline.Region], _ isMarked: (Int) -> Bool) -> [Bool] {
    var marks: [Bool] = []
    marks.reserveCapacity(regions.count)
    for (place, region) in regions.enumerated() {
      marks.append(isMarked(place) || place > 0 && marks[region.parent])
    }
    return marks
  }

  /// How many letters each region has together with all that lie in it.
  private static func sums(_ letters: [Int], of regions: [PageOutline.Region]) -> [Int] {
    var sums = letters
    for place in regions.indices.dropFirst().reversed() { sums[regions[place].parent] += sums[place] }
    return sums
  }

  private static func letters(of regions: [PageOutline.Region], but isLeftOut: [Bool]) -> Int {
    regions.indices.reduce(0) { $0 + (isLeftOut[$1] ? 0 : regions[$1].letters) }
  }

  private static func ancestors(of place: Int, in regions: [PageOutline.Region]) -> [Bool] {
    var marks = [Bool](repeating: false, count: regions.count)
    var place = regions[place].parent
    while place > 0 {
      marks[place] = true
      place = regions[place].parent
    }
    return marks
  }

  /// For each region the innermost main content or article that it is or lies in; nil where there is none.
  private static func nearestMain(of regions: [PageOutline.Region]) -> [Int?] {
    var nearest: [Int?] = []
    nearest.reserveCapacity(regions.count)
    for (place, region) in regions.enumerated() {
      nearest.append(region.kind.isMain ? place : place > 0 ? nearest[region.parent] : nil)
    }
    return nearest
  }
}
